/** Search results for a terminal: each with its title, what finds it, and the text around what was found. */
import type {Found} from '../core/find-text.ts';
import type {Snippet} from '../core/query/snippet.ts';
import type {SafeField} from '../core/sanitize.ts';
import {paintParts} from '../core/text/paint-pieces.ts';
import {width as widthOf} from '../core/text/width.ts';
import {wrap} from '../core/text/wrap.ts';
import {longDate} from './dates.ts';
import type {Theme} from './theme.ts';

export interface SearchResult {
  readonly title: SafeField;
  readonly section?: SafeField;
  /** `YYYY-MM-DD` */
  readonly day?: string;
  /** What finds it again. */
  readonly reference: SafeField;
  readonly titleHits: readonly Found[];
  readonly snippet: Snippet;
}

export interface SearchResultOptions {
  /** Columns; 0 breaks no line. */
  readonly width: number;
  readonly theme: Theme;
}

const indent = '  ';

export const renderSearchResults = (results: readonly SearchResult[], {width, theme}: SearchResultOptions): string => {
  const {headline, match, muted} = theme.style;
  const lines = (text: string, margin: string): readonly string[] =>
    width === 0 ? [text] : wrap(text, Math.max(1, width - widthOf(margin)));
  const marked = (text: string, hits: readonly Found[]): string =>
    paintParts(
      text,
      hits.map(hit => ({...hit, paint: match})),
    );
  const entry = ({title, section, day, reference, titleHits, snippet}: SearchResult): readonly string[] => {
    const details = [
      ...(day === undefined ? [] : [longDate({day})]),
      ...(section === undefined ? [] : [section]),
      reference,
    ];
    return [
      ...lines(marked(headline(title), titleHits), ''),
      ...lines(muted(details.join(' · ')), indent).map(line => `${indent}${line}`),
      ...lines(marked(snippet.text, snippet.hits), indent).map(line => `${indent}${line}`),
    ];
  };
  return results.map(result => `${entry(result).join('\n')}\n`).join('\n');
};
