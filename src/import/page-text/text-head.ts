/** The title of a text that is nothing but an article, and what stands right below it. */
import type {ImportedArticle} from '../imported-article.ts';
import {authorsOfLine} from './byline.ts';
import {dateInText} from './date-in-text.ts';
import type {JudgedLine} from './judged-lines.ts';
import {hasWords} from './line-shape.ts';

export interface TextHead {
  readonly head: Pick<ImportedArticle, 'title' | 'authors'> & Partial<Pick<ImportedArticle, 'published'>>;
  /** How many lines it takes; the text goes on behind them. */
  readonly count: number;
}

const longestTitle = 80;

/** The words that a text begins with, as a title for one that has none. */
export const openingWords = (text: string): string => {
  if (text.length <= longestTitle) return text;
  const start = text.slice(0, longestTitle);
  const end = start.lastIndexOf(' ');
  return `${start.slice(0, end > longestTitle / 2 ? end : longestTitle - 1).replace(/[\s.,;:–—-]+$/, '')}…`;
};

const mostTitleWords = 25;

const isTitle = (line: JudgedLine, next: JudgedLine | undefined): boolean => {
  if (next === undefined || line.words === 0 || line.words > mostTitleWords || line.text.length > 200) return false;
  if (/[.,;:。、，：]$/.test(line.text) || (line.kind !== 'label' && line.kind !== 'prose')) return false;
  return next.isAfterGap || next.kind !== 'label';
};

/** A byline and a date may stand below the title. */
const mostLines = 4;

export const textHead = (lines: readonly JudgedLine[]): TextHead => {
  const [first, second] = lines;
  if (first === undefined || !isTitle(first, second)) {
    const opening = lines.find(({text}) => hasWords(text))?.text ?? '';
    return {head: {title: openingWords(opening), authors: []}, count: 0};
  }
  let authors: readonly string[] = [];
  let published: string | undefined;
  let count = 1;
  for (; count < Math.min(mostLines, lines.length - 1); count++) {
    const line = lines[count];
    if (line?.kind !== 'byline' && line?.kind !== 'date') break;
    const names = authorsOfLine(line.text);
    const date = dateInText(line.text)?.iso;
    // A line of which nothing would be kept stays in the text.
    if ((names.length === 0 || authors.length > 0) && (date === undefined || published !== undefined)) break;
    if (authors.length === 0) authors = names;
    published ??= date;
  }
  return {head: {title: first.text, authors, ...(published !== undefined && {published})}, count};
};
