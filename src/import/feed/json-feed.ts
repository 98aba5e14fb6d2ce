/** JSON Feed 1.0 and 1.1, and what calls itself so. One that was cut gives the entries before the cut. */
import {resolveAddress} from './addresses.ts';
import {isoDateOf} from './dates.ts';
import type {Feed, FeedEntry, FeedOptions} from './feed.ts';
import {htmlOfText} from './markup.ts';
import type {Enclosure} from './media.ts';
import type {FeedPerson} from './people.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const fieldsOf = (value: unknown): readonly Fields[] => listOf(value).filter(isFields);

/** Numbers are written for ids and lengths, against the format. */
const textOf = (fields: Fields, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    const value = fields[name];
    const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
    if (text !== '') return text;
  }
  return undefined;
};

const lineOf = (fields: Fields, ...names: readonly string[]): string | undefined =>
  textOf(fields, ...names)?.replace(/\s+/g, ' ');

const dateOf = (fields: Fields, name: string): string | undefined => {
  const text = textOf(fields, name);
  return text === undefined ? undefined : isoDateOf(text);
};

const peopleOf = (fields: Fields): readonly FeedPerson[] => {
  const people = new Map<string, FeedPerson>();
  for (const author of [...fieldsOf(fields.authors), ...fieldsOf([fields.author])]) {
    const [name, address] = [lineOf(author, 'name'), textOf(author, 'url')];
    if (name === undefined && address === undefined) continue;
    people.set(`${name} ${address}`, {...(name && {name}), ...(address && {address})});
  }
  return [...people.values()];
};

const enclosuresOf = (item: Fields, base: string | undefined): readonly Enclosure[] =>
  fieldsOf(item.attachments).flatMap(attachment => {
    const address = textOf(attachment, 'url');
    if (address === undefined) return [];
    const [type, length, title] = ['mime_type', 'size_in_bytes', 'title'].map(name => lineOf(attachment, name));
    return [
      {address: resolveAddress(address, base), ...(type && {type}), ...(length && {length}), ...(title && {title})},
    ];
  });

interface Surroundings {
  readonly base: string | undefined;
  readonly authors: readonly FeedPerson[];
}

const readItem = (item: Fields, {base, authors: inherited}: Surroundings): FeedEntry => {
  const id = textOf(item, 'id');
  const address = textOf(item, 'url', 'external_url');
  const text = textOf(item, 'content_text');
  const html = textOf(item, 'content_html') ?? (text && htmlOfText(text));
  const summary = textOf(item, 'summary');
  const updated = dateOf(item, 'date_modified');
  const published = dateOf(item, 'date_published') ?? updated;
  const image = textOf(item, 'image', 'banner_image');
  const lang = textOf(item, 'language');
  const own = peopleOf(item);
  const page = address === undefined ? base : resolveAddress(address, base);
  const within = page === undefined ? {} : {base: page};
  return {
    ...(id && {id}),
    title: lineOf(item, 'title') ?? '',
    ...(address && page && {address: page}),
    ...(summary && {summary: {html: htmlOfText(summary), ...within}}),
    ...(html && {content: {html, ...within}}),
    authors: own.length > 0 ? own : inherited,
    ...(published && {published}),
    ...(updated && {updated}),
    categories: [
      ...new Set(listOf(item.tags).filter((tag): tag is string => typeof tag === 'string' && tag.trim() !== '')),
    ],
    ...(image && {image: {src: resolveAddress(image, base)}}),
    enclosures: enclosuresOf(item, base),
    ...(lang && {lang}),
  };
};

/** JSON that was cut within the list of a map, up to the last map of that list that is whole; undefined when there is none. */
const wholeItems = (text: string): string | undefined => {
  const open: string[] = [];
  let isString = false;
  let end = 0;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text[place];
    if (isString) {
      if (unit === '\\') place += 1;
      else if (unit === '"') isString = false;
    } else if (unit === '"') isString = true;
    else if (unit === '{' || unit === '[') open.push(unit);
    else if (unit === '}' || unit === ']') {
      open.pop();
      if (unit === '}' && open.length === 2 && open[0] === '{' && open[1] === '[') end = place + 1;
    }
  }
  return end === 0 ? undefined : `${text.slice(0, end)}]}`;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Undefined for what is no feed. */
export const readJsonFeed = (text: string, {address: origin}: FeedOptions): Feed | undefined => {
  const bare = text.replace(/^[\s\ufeff]+/, '');
  const whole = parseJson(bare) ?? parseJson(wholeItems(bare) ?? '');
  if (!isFields(whole) || !(Array.isArray(whole.items) || String(whole.version).includes('jsonfeed.org')))
    return undefined;
  const [description, language] = [lineOf(whole, 'description'), textOf(whole, 'language')];
  const [address, siteAddress] = ['feed_url', 'home_page_url'].map(name => textOf(whole, name));
  const base = origin ?? address;
  const authors = peopleOf(whole);
  return {
    title: lineOf(whole, 'title') ?? '',
    ...(description && {description}),
    ...(address && {address: resolveAddress(address, base)}),
    ...(siteAddress && {siteAddress: resolveAddress(siteAddress, base)}),
    ...(language && {language}),
    authors,
    entries: fieldsOf(whole.items).map(item => readItem(item, {base, authors})),
  };
};
