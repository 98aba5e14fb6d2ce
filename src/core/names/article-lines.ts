/** The lines of an article that names are looked for in: plain and safe, a block each. */
import type {Article} from '../article.ts';
import {textsOfBody} from '../body-text.ts';
import {field, type SafeField} from '../sanitize.ts';

/** A name in one of them. */
export interface Occurrence {
  /** Index into the lines. */
  readonly line: number;
  /** UTF-16 units within that line. */
  readonly start: number;
  readonly end: number;
  readonly key: string;
  /** Whether all of the name stands here, and not only a surname. */
  readonly isFull: boolean;
}

/** Marks of emphasis are no text; those within a word (`snake_case`) are. */
const emphasis = /\*+|(?<![^\s"“'‘([])_+|_+(?![^\s"”'’)\].,;:!?])/g;
/** They would have to be closed again wherever a line is cut. */
const isolates = /[\u2066-\u2069]+/g;

const withoutMarks = (text: string): string =>
  /[*_\u2066-\u2069]/.test(text) ? text.replace(emphasis, '').replace(isolates, '') : text;

/** Code spans stay between backticks, so that nobody takes what they say for names. */
export const articleLines = ({title, standfirst, body}: Article): readonly SafeField[] =>
  [title, standfirst ?? '', ...textsOfBody(body).marked.split('\n')]
    .map(line => field(withoutMarks(line)))
    .filter(line => line !== '');
