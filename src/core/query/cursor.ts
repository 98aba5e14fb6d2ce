/** A place in a query's text, and what stands there: spaces, words, quoted phrases. */
import {QueryError} from './query-error.ts';

const space = /\s/;
/** What a word ends at: its own kind of brackets and quotes may follow it directly. */
const endsWord = /[\s()"“”]/;
const quote = /["“”]/;

export interface Cursor {
  readonly text: string;
  at: number;
}

/** The character at the cursor; empty at the end. */
export const peek = (cursor: Cursor): string => cursor.text[cursor.at] ?? '';

export const isQuote = (character: string): boolean => quote.test(character);

export const skipSpaces = (cursor: Cursor): void => {
  while (space.test(peek(cursor))) cursor.at++;
};

/** Takes `character` if it is next. */
export const take = (cursor: Cursor, character: string): boolean => {
  if (peek(cursor) !== character) return false;
  cursor.at++;
  return true;
};

/** The word at the cursor, without taking it; empty where none begins. */
export const peekWord = ({text, at}: Cursor): string => {
  let end = at;
  while (end < text.length && !endsWord.test(text[end] ?? '')) end++;
  return text.slice(at, end);
};

/** Takes what stands between the quotes at the cursor, typed straight or curly. */
export const takeQuoted = (cursor: Cursor): string => {
  const start = cursor.at;
  let end = start + 1;
  while (end < cursor.text.length && !quote.test(cursor.text[end] ?? '')) end++;
  if (end === cursor.text.length) {
    throw new QueryError('the quotes that open here are not closed', cursor.text, {start, end});
  }
  cursor.at = end + 1;
  return cursor.text.slice(start + 1, end);
};
