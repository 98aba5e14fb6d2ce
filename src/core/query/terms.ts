/** What a query looks for, checked: words with letters in them, and `*` only at the end. */
import {QueryError, type Span} from './query-error.ts';
import type {Term} from './query-node.ts';
import {soughtOf} from './sought.ts';

/** A word as typed; `*` at its end makes it the beginning of a word. */
export const wordTerm = (word: string, query: string, span: Span): Term => {
  const star = word.indexOf('*');
  if (star === -1) return {form: 'word', text: word};
  if (star === word.length - 1) return {form: 'prefix', text: word.slice(0, -1)};
  const at = span.start + star;
  throw new QueryError('"*" stands only at the end of a word', query, {start: at, end: at + 1});
};

/** @throws {QueryError} for a term that nothing can fit */
export const checkTerm = (term: Term, query: string, span: Span): void => {
  if (soughtOf(term) !== undefined) return;
  const what =
    term.form === 'prefix' ? 'letters are missing before "*"' : 'there are no letters or digits to look for here';
  throw new QueryError(what, query, span);
};
