/** The title of a text that is nothing but an article, and what stands right below it. */
import {fold} from '../../core/tokens.ts';
import type {ImportedArticle} from '../imported-article.ts';
import {authorsOfLine} from './byline.ts';
import {dayUpTo} from './date-in-text.ts';
import type {JudgedLine} from './judged-lines.ts';
import {hasWords} from './line-shape.ts';

export interface TextHead {
  readonly head: Pick<ImportedArticle, 'title' | 'authors'> &
    Partial<Pick<ImportedArticle, 'standfirst' | 'published'>>;
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
  if (/^(?:[-*+•·◦▪‣>]|\d{1,3}[.)]\s)/.test(line.text)) return false;
  if (/[.,;:。、，：]$/.test(line.text) || (line.kind !== 'label' && line.kind !== 'prose')) return false;
  return next.isAfterGap || next.kind !== 'label';
};

/** A byline and a date may stand below the title. */
const mostLines = 3;

const mostStandfirstWords = 60;

const isOfHead = (line: JudgedLine | undefined): boolean => line?.kind === 'byline' || line?.kind === 'date';

/** What stands between the title and who wrote it, or when. */
const isStandfirst = (line: JudgedLine | undefined, next: JudgedLine | undefined): boolean =>
  (line?.kind === 'prose' || line?.kind === 'label') &&
  line.words > 0 &&
  line.words <= mostStandfirstWords &&
  isOfHead(next);

interface Known {
  readonly lastDay: string;
  /** Where it is known from elsewhere; a first line that says something else is of the text. */
  readonly title?: string | undefined;
}

export const textHead = (lines: readonly JudgedLine[], {lastDay, title}: Known): TextHead => {
  const [first, second] = lines;
  const isTitled =
    first !== undefined && isTitle(first, second) && (title === undefined || fold(first.text) === fold(title));
  if (!isTitled) {
    const opening = lines.find(({text}) => hasWords(text))?.text ?? '';
    return {head: {title: openingWords(opening), authors: []}, count: 0};
  }
  let authors: readonly string[] = [];
  let published: string | undefined;
  const standfirst = isStandfirst(second, lines[2]) ? second?.text : undefined;
  const start = standfirst === undefined ? 1 : 2;
  let count = start;
  for (; count < Math.min(start + mostLines, lines.length - 1); count++) {
    const line = lines[count];
    if (line === undefined || !isOfHead(line)) break;
    const names = authorsOfLine(line.text);
    const date = dayUpTo(lastDay, line.text)?.iso;
    // A line of which nothing would be kept stays in the text.
    if ((names.length === 0 || authors.length > 0) && (date === undefined || published !== undefined)) break;
    if (authors.length === 0) authors = names;
    published ??= date;
  }
  // Without either, the line is of the text.
  if (count === start) return {head: {title: first.text, authors}, count: 1};
  return {
    head: {
      ...{title: first.text, authors},
      ...(standfirst !== undefined && {standfirst}),
      ...(published !== undefined && {published}),
    },
    count,
  };
};
