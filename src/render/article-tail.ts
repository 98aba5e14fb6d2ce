/** What stands below an article's text: what is related to it and why, and more of its section, numbered through. */
import {type Article, type ArticleSummary, articleDate} from '../core/article.ts';
import type {RelatedArticle} from '../core/related.ts';
import {truncate} from '../core/text/truncate.ts';
import {width as columns} from '../core/text/width.ts';
import {wrap} from '../core/text/wrap.ts';
import {shortDate} from './dates.ts';
import {mainReasons} from './reasons.ts';
import type {Theme} from './theme.ts';

export interface Suggestion {
  readonly article: ArticleSummary;
  /** Lines of the list that it takes, counted from 0. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** A list with the rule above it that says what it is. */
export interface TailList {
  readonly lines: readonly string[];
  readonly entries: readonly Suggestion[];
}

export interface TailInput {
  readonly article: Article;
  readonly related: readonly RelatedArticle[];
  readonly more: readonly ArticleSummary[];
}

export interface TailOptions {
  readonly width: number;
  readonly theme: Theme;
  readonly now: Date;
}

/** `── Related ──────…` */
const sectionRule = (title: string, {width, theme: {style}}: TailOptions): string => {
  const shown = truncate(title, Math.max(1, width - 6));
  return `${style.rule('──')} ${style.subheading(shown)} ${style.rule('─'.repeat(Math.max(0, width - 4 - columns(shown))))}`;
};

interface Entry {
  readonly article: ArticleSummary;
  /** A reason or a date; may be empty. */
  readonly note: string;
}

/** A title with its number, the note at the right where there is room, else below. */
const drawEntry = ({article, note}: Entry, number: string, {width, theme: {style}}: TailOptions): string[] => {
  const indent = ' '.repeat(number.length + 1);
  const room = Math.max(1, width - indent.length);
  const title = wrap(article.title, room);
  const lines = title.map((line, index) => (index === 0 ? `${style.linkNumber(number)} ` : indent) + line);
  const last = columns(title.at(-1) ?? '');
  const gap = room - last - columns(note);
  if (note === '') return lines;
  if (gap < 2) return [...lines, ...wrap(note, room).map(line => indent + style.muted(line))];
  return [...lines.slice(0, -1), lines.at(-1) + ' '.repeat(gap) + style.muted(note)];
};

/** Both lists; an article that is related is not named again for its section. */
export const renderTail = ({article, related, more}: TailInput, options: TailOptions): readonly TailList[] => {
  const {now} = options;
  const known = new Set<ArticleSummary>([article, ...related.map(entry => entry.article)]);
  const lists: readonly {title: string; entries: readonly Entry[]}[] = [
    {
      title: 'Related',
      entries: related.map(entry => ({article: entry.article, note: mainReasons(entry.reasons, 1)})),
    },
    {
      title: article.section ? `More in ${article.section}` : 'More',
      entries: more
        .filter(other => !known.has(other))
        .map(other => {
          const date = articleDate(other);
          return {article: other, note: date ? shortDate(date, now) : ''};
        }),
    },
  ];
  const digits = String(lists.reduce((sum, {entries}) => sum + entries.length, 0)).length;
  let number = 0;
  return lists.flatMap(({title, entries}): TailList[] => {
    if (entries.length === 0) return [];
    const lines = [sectionRule(title, options)];
    const suggestions = entries.map(entry => {
      const firstLine = lines.length;
      number++;
      lines.push(...drawEntry(entry, String(number).padStart(digits), options));
      return {article: entry.article, firstLine, lastLine: lines.length - 1};
    });
    return [{lines, entries: suggestions}];
  });
};
