/**
 * What an article may be called, and what a link may call it: a link leads to no article that it shares no handle with. So
 * those that it could mean are found without looking at all the others; which of them it does mean says `core/links.ts`.
 */
import type {Article} from '../article.ts';
import {linksOfBody} from '../body-links.ts';
import {withoutDate} from '../dates.ts';
import {absoluteAddress} from '../links.ts';
import {fold} from '../tokens.ts';
import {folderOf, keyOfPath, lastSegment} from './article-finder.ts';
import {parseReference} from './reference.ts';
import {addressKey} from './web-address.ts';

const pathHandle = (path: string): string => `path:${keyOfPath(path)}`;
const nameHandle = (name: string): string => `name:${name}`;
const titleHandle = (title: string): string => `title:${title}`;
const sourceHandle = (key: string): string => `source:${key}`;

export const handlesOfArticle = (article: Article): ReadonlySet<string> => {
  const names = [lastSegment(keyOfPath(article.path)), lastSegment(article.id.toLowerCase())];
  const handles = new Set(names.flatMap(name => [nameHandle(name), nameHandle(withoutDate(name))]));
  handles.add(pathHandle(article.path));
  handles.add(titleHandle(fold(article.title)));
  if (article.source?.url !== undefined) handles.add(sourceHandle(addressKey(article.source.url)));
  return handles;
};

/** @param href as `ResolveLink` takes it */
export const handlesOfLink = (href: string, from: Article): readonly string[] => {
  const written = href.trim();
  const {kind, path} = parseReference(written);
  const handles: string[] = [];
  if (kind !== 'address') {
    if (path === '') return handles;
    handles.push(nameHandle(lastSegment(keyOfPath(path))));
    if (kind === 'wiki') handles.push(titleHandle(fold(path)));
    if (kind === 'path') handles.push(pathHandle(folderOf(from.path) + path));
  }
  if (kind === 'address' || kind === 'path') {
    const address = absoluteAddress(written, from);
    if (address !== undefined) handles.push(sourceHandle(addressKey(address)));
  }
  return handles;
};

/** What an article lists as related. An id or a name is what a wiki link holds; a path with its extension is looked up by that too. */
export const listedAddresses = ({related}: Article): readonly string[] => related.map(reference => `wiki:${reference}`);

/** All that an article leads to, as written: what it lists, then the links of its text. */
export const addressesOf = (article: Article): readonly string[] => [
  ...listedAddresses(article),
  ...linksOfBody(article.body),
];
