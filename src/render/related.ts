/** Related articles for a terminal: each with its title, and below it what finds it and why it is there. */
import {articleDate} from '../core/article.ts';
import type {RelatedArticle} from '../core/related.ts';
import {width as widthOf} from '../core/text/width.ts';
import {wrap} from '../core/text/wrap.ts';
import {longDate} from './dates.ts';
import {describeReason} from './reasons.ts';
import type {Theme} from './theme.ts';

export interface RelatedEntry extends RelatedArticle {
  /** What finds it again. */
  readonly reference: string;
}

export interface RelatedOptions {
  /** Columns; 0 breaks no line. */
  readonly width: number;
  readonly theme: Theme;
}

const indent = '  ';

export const renderRelated = (entries: readonly RelatedEntry[], {width, theme}: RelatedOptions): string => {
  const lines = (text: string, margin: string): readonly string[] =>
    width === 0 ? [text] : wrap(text, Math.max(1, width - widthOf(margin)));
  return entries
    .map(({article, reasons, reference}) => {
      const date = articleDate(article);
      const details = [
        reference,
        ...(date === undefined ? [] : [longDate(date)]),
        reasons.map(describeReason).join('; '),
      ].join(' · ');
      return [
        ...lines(article.title, '').map(line => theme.style.headline(line)),
        ...lines(details, indent).map(line => `${indent}${theme.style.muted(line)}`),
      ].join('\n');
    })
    .map(text => `${text}\n`)
    .join('');
};
