/** What `--section` and `--tag` make of what is imported, and what is said of it besides: when. */
import {decodeText} from '../../core/encoding.ts';
import {AppError} from '../../core/errors.ts';
import type {ExportedSubscription} from '../../import/exports/exported-item.ts';
import type {ImportedArticle} from '../../import/imported-article.ts';
import {withFields} from '../../import/markdown-file.ts';
import {isWebAddress, type Subscription} from '../../store/feeds/subscription.ts';
import type {Invocation} from '../command.ts';
import {listOption, textOption} from '../options.ts';

const saidOf = ({options}: Invocation) => ({section: textOption(options, 'section'), tags: listOption(options, 'tag')});

/** In whole seconds. */
const moment = (date: Date): string => date.toISOString().replace(/\.\d+/, '');

export const wantedArticle = (article: ImportedArticle, invocation: Invocation): ImportedArticle => {
  const {section = article.section, tags} = saidOf(invocation);
  return {
    ...article,
    ...(section !== undefined && {section}),
    tags: [...tags, ...article.tags],
    saved: article.saved ?? moment(invocation.io.now()),
  };
};

/** Without a wish the bytes stay what they are. */
export const wantedBytes = (bytes: Uint8Array, invocation: Invocation): Uint8Array => {
  const said = saidOf(invocation);
  if (said.section === undefined && said.tags.length === 0) return bytes;
  return Buffer.from(withFields(decodeText(bytes).text, said));
};

/** @throws {AppError} for what is no address of the web */
export const wantedSubscription = (
  {address, ...subscription}: ExportedSubscription,
  invocation: Invocation,
): Subscription => {
  if (!isWebAddress(address)) throw new AppError('usage', `${address} is no address of a feed`);
  const {section = subscription.section, tags} = saidOf(invocation);
  return {
    ...subscription,
    url: address,
    ...(section !== undefined && {section}),
    tags: [...tags, ...subscription.tags],
  };
};
