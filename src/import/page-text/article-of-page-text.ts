/**
 * Plain text of a page, copied or scraped, as an article. Text that holds what was on the page beside the article (menus,
 * buttons, other articles) is searched for the stretch that is the article; text without any of that is the article, and
 * nothing of it is left out.
 */
import {AppError} from '../../core/errors.ts';
import type {ImportedArticle} from '../imported-article.ts';
import {articleRun} from './article-run.ts';
import {bodyLines} from './body-lines.ts';
import {bodyMarkdown} from './body-markdown.ts';
import {bodyStart} from './body-start.ts';
import {cleanText} from './clean-text.ts';
import {type JudgedLine, judgeLines} from './judged-lines.ts';
import {languageOf, languageTag} from './languages.ts';
import {hasWords} from './line-shape.ts';
import {type MailHead, readMail, withoutSignature} from './mail-head.ts';
import {isOfPage} from './page-evidence.ts';
import {pageHead} from './page-head.ts';
import {pageLines} from './page-lines.ts';
import {sectionOfPage, tagsOfPage} from './sections.ts';
import {openingWords, textHead} from './text-head.ts';
import {unwrap} from './unwrap.ts';

export interface PageTextOptions {
  /** Where the page is, absolute. */
  readonly address?: string;
  /** `2022-07-06`: a later date than two days after it is no day that the article was published. */
  readonly today?: string;
}

const hasGaps = (lines: readonly JudgedLine[]): boolean => lines.some(({isAfterGap}, place) => place > 0 && isAfterGap);

const runText = (lines: readonly JudgedLine[]): string => lines.map(({text}) => text).join('\n');

interface Known {
  readonly address?: string;
  /** The last day that may be a date of it. */
  readonly lastDay: string;
}

const articleOfPage = (lines: readonly JudgedLine[], {address, lastDay}: Known): ImportedArticle | undefined => {
  const run = articleRun(lines);
  if (run.end <= run.start) return undefined;
  const start = bodyStart(lines, run);
  const kept = bodyLines(lines, {start, end: run.end});
  if (kept.length === 0) return undefined;
  const body = runText(kept.slice(0, 200));
  const head = pageHead({
    ...{lines, bodyStart: start, bodyEnd: run.end, body, lastDay, language: languageOf(body)},
    ...(address !== undefined && {address}),
  });
  const section = sectionOfPage(lines, start);
  const pictured = head.image?.src;
  // The picture on top needs no second place.
  const shown = kept.filter(({kind, text}) => kind !== 'picture' || text !== pictured);
  return {
    ...head,
    title: head.title ?? openingWords(kept[0]?.text ?? ''),
    ...(section !== undefined && {section}),
    ...(address !== undefined && {source: {url: address}}),
    tags: tagsOfPage(lines.slice(start)),
    related: [],
    body: bodyMarkdown({lines: shown, hasGaps: hasGaps(shown)}),
  };
};

const articleOfText = (lines: readonly JudgedLine[], {address, lastDay}: Known, title?: string): ImportedArticle => {
  const {head, count} = textHead(lines, {lastDay, title});
  // Without a page around it, a compound alone on its line is no picture's name.
  const body = lines.slice(count).map(line => (line.kind === 'picture' ? {...line, kind: 'label' as const} : line));
  return {
    ...head,
    ...(address !== undefined && {source: {url: address}}),
    tags: [],
    related: [],
    body: bodyMarkdown({lines: body, hasGaps: hasGaps(lines)}),
  };
};

/** Zones and clocks that are wrong put a date this far ahead. */
const daysAhead = 2;

const lastDayOf = (today: string | undefined): string =>
  today === undefined
    ? '9999-12-31'
    : new Date(Date.parse(today) + daysAhead * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** A mail says in its head what its text need not say again. */
const underMailHead = (
  article: ImportedArticle,
  {title, authors, published}: MailHead,
  lastDay: string,
): ImportedArticle => ({
  ...article,
  ...(title !== undefined && {title}),
  ...(authors.length > 0 && {authors}),
  ...(published !== undefined && published.slice(0, 10) <= lastDay && {published}),
});

/**
 * @param written any text; lines may be wrapped at a column
 * @returns the article. An image whose name the text lacks has an empty `src`, one with a name the name as its `src`
 * @throws AppError for text without a word in it
 */
export const articleOfPageText = (written: string, {address, today}: PageTextOptions = {}): ImportedArticle => {
  const text = cleanText(written);
  const mail = readMail(text);
  const lines = judgeLines(pageLines(unwrap(mail?.text ?? withoutSignature(text))));
  if (!lines.some(line => hasWords(line.text))) {
    throw new AppError('nothing-found', 'there are no words in the text', {hint: 'give it the text of an article'});
  }
  const known = {lastDay: lastDayOf(today), ...(address !== undefined && {address})};
  const article =
    (isOfPage(lines) ? articleOfPage(lines, known) : undefined) ?? articleOfText(lines, known, mail?.head.title);
  const headed = mail === undefined ? article : underMailHead(article, mail.head, known.lastDay);
  const lang = languageTag([article.standfirst, article.body].join('\n'));
  return lang === undefined ? headed : {...headed, lang};
};
