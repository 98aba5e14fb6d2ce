/** What a feed offers, as articles: the fullest text it has of each entry, in Markdown. */
import {parseDate} from '../../core/dates.ts';
import {AppError} from '../../core/errors.ts';
import {firstWords} from '../../core/text/first-words.ts';
import {markdownOfHtml} from '../html/markdown.ts';
import type {ImportedArticle} from '../imported-article.ts';
import {escapeLabel, escapeLineStart, escapeTarget, escapeText} from '../markdown-escape.ts';
import type {Feed, FeedEntry} from './feed.ts';
import {lineOfHtml} from './html-line.ts';
import type {Markup} from './markup.ts';
import type {Enclosure} from './media.ts';

export interface ArticlesOptions {
  readonly section?: string;
  /** Put before those that the entries have. */
  readonly tags?: readonly string[];
}

/** By what an entry is known again: its id, else its address, else its title and date, else its text. */
export const identityOf = ({id, address, title, published, content, summary}: FeedEntry): string =>
  id ?? address ?? ([title, published].join(' ').trim() || (content ?? summary)?.html.slice(0, 1000) || '');

/** UTF-16 units of text that are compared. */
const compared = 2000;

const lineOf = (markup: Markup | undefined): string =>
  markup === undefined ? '' : lineOfHtml(markup.html, {longest: compared});

/** Letters and digits only: writers cut summaries anywhere and end them in many ways. */
const lettersOf = (line: string): string => line.replace(/[^\p{L}\p{M}\p{N}]+/gu, '').toLowerCase();

/** A longer text is no standfirst. */
const longestStandfirst = 600;
/** What may follow where a summary was cut out of the text: `[…]`, `Read more`. */
const cutOff = /\s*(?:\[?(?:…|\.\.\.)\]?[^.!?]{0,60}|(?:continue reading|read more|read on)\b[^.!?]{0,100})$/i;

/** The summary, where there is a text besides that does not start with it. */
const standfirstOf = (summary: string, text: string): string | undefined => {
  if (summary === '' || summary.length > longestStandfirst) return undefined;
  const start = lettersOf(summary.replace(cutOff, ''));
  return start === '' || lettersOf(text).startsWith(start) ? undefined : summary;
};

const fileName = (address: string): string => {
  const [path = ''] = address.split(/[?#]/);
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name) || address;
  } catch {
    return name;
  }
};

/** Sound, films and files as links; pictures are shown or left out. */
const linksTo = (enclosures: readonly Enclosure[], body: string): readonly string[] =>
  enclosures
    .filter(({address, type}) => !(type ?? '').toLowerCase().startsWith('image/') && /^https?:/i.test(address))
    .slice(0, 100)
    .filter(({address}) => !body.includes(address))
    .map(({address, title}) => `[${escapeLabel(title ?? fileName(address))}](${escapeTarget(address)})`);

interface Texts {
  readonly text: Markup | undefined;
  /** One line each. */
  readonly line: string;
  readonly summary: string;
}

/** A summary that is too long for a standfirst and longer than the text is the text: some feeds name them the other way round. */
const textsOf = ({content, summary}: FeedEntry): Texts => {
  const [contentLine, summaryLine] = [lineOf(content), lineOf(summary)];
  const isSwapped = summaryLine.length > Math.max(contentLine.length, longestStandfirst);
  return content === undefined || isSwapped
    ? {text: summary, line: summaryLine, summary: contentLine}
    : {text: content, line: contentLine, summary: summaryLine};
};

/** UTF-16 units that are kept of a text whose markup is too much to be read. */
const longestUnread = 200_000;

const bodyOf = (text: Markup | undefined): string => {
  if (text === undefined) return '';
  try {
    return markdownOfHtml(text.html, {base: text.base});
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return escapeLineStart(escapeText(lineOfHtml(text.html, {longest: longestUnread})));
  }
};

const sameMoment = (one: string, other: string): boolean => parseDate(one)?.time === parseDate(other)?.time;

/** The first of those that differ in capitals only. */
const withoutDoubles = (tags: readonly string[]): readonly string[] => {
  const known = new Set<string>();
  return tags.filter(tag => known.size < known.add(tag.toLowerCase()).size);
};

const articleOf = (entry: FeedEntry, feed: Feed, {section, tags = []}: ArticlesOptions): ImportedArticle => {
  const {text, summary, line} = textsOf(entry);
  const markdown = bodyOf(text);
  const standfirst = standfirstOf(summary, line);
  const {address, published, updated, image} = entry;
  const sourceName = entry.source?.title ?? feed.title;
  const lang = entry.lang ?? feed.language;
  return {
    title: entry.title || firstWords(line) || address?.replace(/\s+/g, ' ') || 'Untitled',
    ...(standfirst !== undefined && {standfirst}),
    ...(section !== undefined && {section}),
    authors: entry.authors.flatMap(({name}) => name ?? []),
    ...((sourceName || address) && {source: {...(sourceName && {name: sourceName}), ...(address && {url: address})}}),
    ...(published !== undefined && {published}),
    ...(updated !== undefined && (published === undefined || !sameMoment(updated, published)) && {updated}),
    ...(lang !== undefined && {lang}),
    tags: withoutDoubles([...tags, ...entry.categories]),
    // One that the text shows is found there.
    ...(image !== undefined && !markdown.includes(image.src) && {image}),
    related: [],
    body: [markdown, ...linksTo(entry.enclosures, markdown)].filter(part => part !== '').join('\n\n'),
  };
};

/** One for each entry, in the order of the feed. */
export const articlesOfFeed = (feed: Feed, options: ArticlesOptions = {}): readonly ImportedArticle[] =>
  feed.entries.map(entry => articleOf(entry, feed, options));
