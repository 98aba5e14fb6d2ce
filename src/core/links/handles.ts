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

const pathHandle = (path: string): string => `path:${keyOfPath(path)}`;
const nameHandle = (name: string): string => `name:${name}`;
const titleHandle = (title: string): string => `title:${title}`;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * The last two segments of an address without its query: what is the same in all ways to write it, for a small part of
 * what it takes to read it as a `URL`.
 */
const sourceHandle = (address: string): string => {
  const segments = address
    .replace(/[?#].*$/s, '')
    .split(/[/\\]+/)
    .filter(segment => segment !== '' && segment !== '.');
  return `source:${decoded(segments.slice(-2).join('/')).toLowerCase()}`;
};

export const handlesOfArticle = (article: Article): ReadonlySet<string> => {
  const names = [lastSegment(keyOfPath(article.path)), lastSegment(article.id.toLowerCase())];
  const handles = new Set(names.flatMap(name => [nameHandle(name), nameHandle(withoutDate(name))]));
  handles.add(pathHandle(article.path));
  handles.add(titleHandle(fold(article.title)));
  if (article.source?.url !== undefined) handles.add(sourceHandle(article.source.url));
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
  if (kind === 'address' && !path.includes('..')) handles.push(sourceHandle(written));
  else if (kind === 'address' || kind === 'path') {
    const address = absoluteAddress(written, from);
    if (address !== undefined) handles.push(sourceHandle(address));
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
