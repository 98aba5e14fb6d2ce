/** The pictures of an article, fetched to lie beside it. What cannot be had stays where it is. */
import {AppError} from '../../core/errors.ts';
import type {ImportedArticle} from '../../import/imported-article.ts';
import {markdownImages, withImageSources} from '../../import/markdown-images.ts';
import type {Network} from '../../net/network.ts';
import {contentHash} from '../../store/content-hash.ts';
import {isAddress} from '../address.ts';
import type {Attachment} from '../importing/attachment.ts';
import {workAhead} from '../work-ahead.ts';

/** Bytes of a picture, of all of an article, how many there may be, and milliseconds for each. */
const limits = {image: 10 * 1024 * 1024, article: 40 * 1024 * 1024, count: 40, time: 30_000};

/** In the folder of the article. */
const folder = 'images';

/** How many are asked for at once; the network has its own mind about that. */
const mostAhead = 4;

const has = (bytes: Uint8Array, at: number, text: string): boolean =>
  Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text;

/** By their first bytes, for what servers say of them is often wrong. SVG is a program as much as a picture. */
const kinds: readonly {readonly ending: string; readonly fits: (bytes: Uint8Array) => boolean}[] = [
  {ending: 'jpg', fits: bytes => has(bytes, 0, '\xff\xd8\xff')},
  {ending: 'png', fits: bytes => has(bytes, 0, '\x89PNG\r\n\x1a\n')},
  {ending: 'gif', fits: bytes => has(bytes, 0, 'GIF8')},
  {ending: 'webp', fits: bytes => has(bytes, 0, 'RIFF') && has(bytes, 8, 'WEBP')},
  {ending: 'avif', fits: bytes => has(bytes, 4, 'ftypavif') || has(bytes, 4, 'ftypavis')},
];

const isImageType = (contentType: string | undefined): boolean =>
  contentType === undefined || /^\s*(?:image\/|application\/octet-stream)/i.test(contentType);

/** @returns undefined for what is no picture, or cannot be had */
const fetchImage = async (address: string, fetchAddress: Network['fetchAddress']): Promise<Attachment | undefined> => {
  try {
    const {status, contentType, bytes} = await fetchAddress(address, {
      headers: {accept: 'image/avif,image/webp,image/png,image/jpeg,image/*;q=0.8'},
      limits: {bytes: limits.image, totalTime: limits.time},
    });
    if (status !== 200 || !isImageType(contentType)) return undefined;
    const kind = kinds.find(({fits}) => fits(bytes));
    return kind && {folder, name: `${contentHash(bytes)}.${kind.ending}`, bytes};
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
};

export interface IllustratedArticle {
  /** Its pictures are named by where they lie beside it. */
  readonly article: ImportedArticle;
  readonly attachments: readonly Attachment[];
}

export const withFetchedImages = async (
  article: ImportedArticle,
  fetchAddress: Network['fetchAddress'],
): Promise<IllustratedArticle> => {
  const sources = [...(article.image === undefined ? [] : [article.image.src]), ...markdownImages(article.body)];
  const wanted = [...new Set(sources.filter(isAddress))].slice(0, limits.count);
  const found = new Map<string, Attachment>();
  let size = 0;
  const answers = workAhead(wanted, mostAhead, async address => ({
    address,
    image: await fetchImage(address, fetchAddress),
  }));
  for await (const {address, image} of answers) {
    if (image === undefined) continue;
    size += image.bytes.length;
    if (size > limits.article) break;
    found.set(address, image);
  }
  const placeOf = (address: string): string | undefined => {
    const image = found.get(address);
    return image && `${image.folder}/${image.name}`;
  };
  const {image} = article;
  return {
    article: {
      ...article,
      body: withImageSources(article.body, placeOf),
      ...(image !== undefined && {image: {...image, src: placeOf(image.src) ?? image.src}}),
    },
    attachments: [...new Map([...found.values()].map(one => [one.name, one])).values()],
  };
};
