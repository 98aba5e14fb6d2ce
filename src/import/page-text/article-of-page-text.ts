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
import {languageOf} from './languages.ts';
import {hasWords} from './line-shape.ts';
import {isOfPage} from './page-evidence.ts';
import {pageHead} from './page-head.ts';
import {pageLines} from './page-lines.ts';
import {sectionOfPage, tagsOfPage} from './sections.ts';
import {openingWords, textHead} from './text-head.ts';
import {unwrap} from './unwrap.ts';

export interface PageTextOptions {
  /** Where the page is, absolute. */
  readonly address?: string;
}

const hasGaps = (lines: readonly JudgedLine[]): boolean => lines.some(({isAfterGap}, place) => place > 0 && isAfterGap);

const runText = (lines: readonly JudgedLine[]): string => lines.map(({text}) => text).join('\n');

const articleOfPage = (lines: readonly JudgedLine[], {address}: PageTextOptions): ImportedArticle | undefined => {
  const run = articleRun(lines);
  if (run.end <= run.start) return undefined;
  const start = bodyStart(lines, run);
  const kept = bodyLines(lines, {start, end: run.end});
  if (kept.length === 0) return undefined;
  const body = runText(kept.slice(0, 200));
  const head = pageHead({
    ...{lines, bodyStart: start, bodyEnd: run.end, body, language: languageOf(body)},
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

const articleOfText = (lines: readonly JudgedLine[], {address}: PageTextOptions): ImportedArticle => {
  const {head, count} = textHead(lines);
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

/**
 * @param written any text; lines may be wrapped at a column
 * @returns the article. An image whose name the text lacks has an empty `src`, one with a name the name as its `src`
 * @throws AppError for text without a word in it
 */
export const articleOfPageText = (written: string, options: PageTextOptions = {}): ImportedArticle => {
  const lines = judgeLines(pageLines(unwrap(cleanText(written))));
  if (!lines.some(({text}) => hasWords(text))) {
    throw new AppError('nothing-found', 'there are no words in the text', {hint: 'give it the text of an article'});
  }
  return (isOfPage(lines) ? articleOfPage(lines, options) : undefined) ?? articleOfText(lines, options);
};
