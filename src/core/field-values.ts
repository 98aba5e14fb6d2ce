/** What is made of a value of front matter: text, names, dates, addresses, pictures. Each reader says what it can't use. */
import type {ArticleImage} from './article.ts';
import {type NewsDate, parseDate} from './dates.ts';
import {decodeEntities} from './entities.ts';
import type {FieldMap, FieldValue} from './field-map.ts';
import {describeImage} from './markdown/captions.ts';
import {field, type SafeField, type SafeUrl, url} from './sanitize.ts';

/** `value` is what to use; `problem` (hostile still) tells why there is none; neither, when nothing usable was meant. */
export interface Read<Value> {
  readonly value?: Value;
  readonly problem?: string;
}

export type FieldReader<Value> = (value: FieldValue) => Read<Value>;

/** Of a list, or a text cut into a list: no more than that many are kept. */
const mostItems = 1000;

/** Lists in lists, as YAML reads `[[Name]]`, are looked into this deep. */
const deepestList = 4;

const isMap = (value: FieldValue): value is FieldMap => value instanceof Map;

/** Keys that hold the text of a map, as in `{name: A}`, and of one that points somewhere. */
const textKeys = ['name', 'title', 'label', 'value'];
const targetKeys = ['id', 'path', 'slug', 'url', 'src', 'uid'];

const wikiLink = /^!?\[\[([^[\]]*)\]\]$/;

/** The scalars in a value, in order: itself, a list's, or the one by which a map goes. */
const scalarsOf = (value: FieldValue, mapKeys: readonly string[], depth = 0): string[] => {
  if (value === null || depth > deepestList) return [];
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (isMap(value)) {
    const key = mapKeys.find(name => typeof value.get(name) === 'string');
    return key === undefined ? [] : scalarsOf(value.get(key) ?? null, mapKeys, depth + 1);
  }
  const scalars: string[] = [];
  for (const item of value) {
    if (scalars.length >= mostItems) break;
    scalars.push(...scalarsOf(item, mapKeys, depth + 1));
  }
  return scalars;
};

/** What is between the brackets of a wiki link. */
const wikiLinked = (text: string): string | undefined => (text.endsWith(']]') ? wikiLink.exec(text)?.[1] : undefined);

/** A scalar without the brackets of a wiki link: what it shows. */
const shownText = (text: string): string => {
  const inner = wikiLinked(text);
  return inner === undefined ? text : inner.slice(inner.indexOf('|') + 1);
};

/** What a wiki link leads to. */
const targetText = (text: string): string => {
  const inner = wikiLinked(text) ?? text;
  return inner.includes('|') ? inner.replace(/\\?\|.*$/s, '') : inner;
};

/** More than this is no title or name, and would be carried through every list. */
const longestText = 5000;

const safe = (text: string): SafeField => field(decodeEntities(text.slice(0, longestText)));

const safeList = (texts: readonly string[]): readonly SafeField[] => [...new Set(texts.map(safe))].filter(Boolean);

const isEmpty = (value: FieldValue): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);

/** A value that is there and has no text in it, which its author should know. */
const unusable = (value: FieldValue, expected: string): Read<never> =>
  isEmpty(value) ? {} : {problem: `is no ${expected}`};

const listOrProblem = (value: FieldValue, texts: readonly string[], expected: string): Read<readonly SafeField[]> => {
  const list = safeList(texts);
  return list.length > 0 ? {value: list} : unusable(value, expected);
};

export const readText: FieldReader<SafeField> = value => {
  const text = scalarsOf(value, textKeys).map(shownText).map(safe).find(Boolean);
  return text === undefined ? unusable(value, 'text') : {value: text};
};

const withoutBy = (name: string): string =>
  name.slice(0, 2).toLowerCase() === 'by' ? name.replace(/^..:?\s+/, '') : name;

/** Each author as written, without a wiki link's brackets and the `By` of a byline. */
export const readNames: FieldReader<readonly SafeField[]> = value =>
  listOrProblem(value, scalarsOf(value, textKeys).map(shownText).map(withoutBy), 'name');

/** A text separates tags by commas, or by spaces where there is no comma. */
const tagsOfText = (text: string): string[] => {
  if (wikiLinked(text) !== undefined) return [shownText(text)];
  return text.includes(',') ? text.split(',', mostItems) : text.split(/\s+/, mostItems);
};

export const readTags: FieldReader<readonly SafeField[]> = value => {
  const texts = typeof value === 'string' ? tagsOfText(value.trim()) : scalarsOf(value, textKeys);
  return listOrProblem(
    value,
    texts.map(tag => shownText(tag.trim())).map(tag => (tag.startsWith('#') ? tag.replace(/^#+/, '') : tag)),
    'list of tags',
  );
};

export const readReferences: FieldReader<readonly SafeField[]> = value => {
  const texts =
    typeof value === 'string' && wikiLinked(value.trim()) === undefined ? value.split(',', mostItems) : undefined;
  return listOrProblem(value, (texts ?? scalarsOf(value, targetKeys)).map(targetText), 'list of articles');
};

/** What a flag says. */
const flags: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'on', '1'].map(word => [word, true] as const),
  ...['false', 'no', 'off', '0'].map(word => [word, false] as const),
]);

/** `published: true` says that it is, not when. A number may be a date or the name of a file. */
const isFlag = (text: string): boolean => flags.has(text.toLowerCase()) && text !== '0' && text !== '1';

export const readDate: FieldReader<NewsDate> = value => {
  const [text] = scalarsOf(value, textKeys);
  if (text === undefined) return unusable(value, 'date');
  if (isFlag(text)) return {};
  const date = parseDate(text);
  return date === undefined ? {problem: `"${text.slice(0, 60)}" is no date`} : {value: date};
};

/** An address that leads elsewhere; a site's own relative ones (`url: /2022/a/`) and plain names are passed over. */
export const readAddress: FieldReader<SafeUrl> = value => {
  const texts = isMap(value) ? [] : scalarsOf(value, targetKeys);
  const addresses = texts.map(text => (text.startsWith('//') ? `https:${text}` : text));
  const found = addresses.map(url).find(address => address !== undefined);
  if (found !== undefined) return {value: found};
  return addresses.some(address => /^(?:javascript|data|vbscript|file):/i.test(address))
    ? {problem: 'is no address that may be opened'}
    : {};
};

export const readSourceName: FieldReader<SafeField> = value => {
  if (isMap(value)) return {};
  const name = scalarsOf(value, textKeys)
    .map(shownText)
    .map(safe)
    .find(text => text !== '' && !/^(?:[a-z][a-z+.-]*:)?\/\//i.test(text));
  return name === undefined ? {} : {value: name};
};

const sourceKeys = ['src', 'uid', 'url', 'path', 'image', 'file', 'href'];

/** A picture written into its address would be shown as its bytes. */
export const shortSource = (source: string): string =>
  source.startsWith('data:') ? source.replace(/^(data:[^;,]{0,50}).*$/s, '$1') : source;

const textAt = (map: FieldMap, keys: readonly string[]): SafeField | undefined =>
  keys.map(key => readText(map.get(key) ?? null).value).find(text => text !== undefined);

const imageOfMap = (map: FieldMap): ArticleImage | undefined => {
  const source = sourceKeys.flatMap(key => scalarsOf(map.get(key) ?? null, sourceKeys))[0];
  const alt = textAt(map, ['alt']);
  const caption = textAt(map, ['caption', 'title']);
  const credit = textAt(map, ['credit', 'credits', 'attribution']);
  if (source === undefined && alt === undefined && caption === undefined && credit === undefined) return undefined;
  const src = source === undefined ? '' : shortSource(targetText(source));
  // A caption may hold its credit; where each has a key of its own there is nothing to take apart.
  if (credit === undefined && caption !== undefined) return describeImage({src, ...(alt && {alt}), caption});
  return {src: field(src), ...(alt && {alt}), ...(caption && {caption}), ...(credit && {credit})};
};

export const readImage: FieldReader<ArticleImage> = value => {
  const first = Array.isArray(value) ? (value[0] ?? null) : value;
  if (isMap(first)) {
    const image = imageOfMap(first);
    return image === undefined ? {} : {value: image};
  }
  const [source] = scalarsOf(first, sourceKeys);
  return source === undefined || isFlag(source) ? {} : {value: {src: field(shortSource(targetText(source)))}};
};

/** `yes`, `on` and `1` are true. Undefined for what is no flag. */
export const readFlag = (value: FieldValue): boolean | undefined =>
  typeof value === 'string' ? flags.get(value.trim().toLowerCase()) : undefined;
