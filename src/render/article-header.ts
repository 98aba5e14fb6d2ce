/** What stands above an article's text: section, headline, standfirst, and who wrote it where and when. */
import {type Article, articleDate} from '../core/article.ts';
import {readingTime} from '../core/reading-time.ts';
import type {SafeUrl} from '../core/sanitize.ts';
import {wrap} from '../core/text/wrap.ts';
import {longDate} from './dates.ts';
import type {Style, Theme} from './theme.ts';

/** Of the address of an article, what tells whose it is. */
const hostOf = (address: SafeUrl): string => /^[a-z]+:\/\/(?:www\.)?([^/:?#]+)/.exec(address)?.[1] ?? address;

/** `A. Reporter · 6 Jul 2022 · 4 min read · example.org` */
export const byline = (article: Article): string => {
  const {authors, source, published, updated} = article;
  const date = articleDate(article);
  const {words, minutes} = readingTime(article);
  const facts = [
    authors.join(', '),
    date && longDate(date),
    updated && published && updated.day > published.day && `updated ${longDate(updated)}`,
    words > 0 && `${minutes} min read`,
    source?.name ?? (source?.url && hostOf(source.url)),
  ];
  return facts.filter(Boolean).join(' · ');
};

export interface HeaderOptions {
  readonly width: number;
  readonly theme: Theme;
}

const flow = (text: string | undefined, width: number, style: Style): string[] =>
  text ? wrap(text, width).map(style) : [];

/** @returns lines, the last one a rule */
export const renderHeader = (article: Article, {width, theme: {style}}: HeaderOptions): string[] => [
  ...flow(article.section?.toUpperCase(), width, style.kicker),
  ...flow(article.title, width, style.headline),
  ...flow(article.standfirst, width, style.standfirst),
  ...flow(byline(article), width, style.byline),
  style.rule('─'.repeat(width)),
];

/** Without styles a blank line has to tell the parts from each other. @returns lines without a blank one at either end */
export const renderPlainHeader = (article: Article, width: number): string[] =>
  [article.title, article.standfirst, byline(article)]
    .filter(part => part !== undefined)
    .flatMap((part, index) => [...(index > 0 ? [''] : []), ...wrap(part, width)]);
