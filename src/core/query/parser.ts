/**
 * The query grammar, the same everywhere. What it means is in `meaning.ts`.
 *
 *     either   = all (OR all)*
 *     all      = not (AND? not)*
 *     not      = ("-" | NOT) not | "(" either ")" | [field ":"] term
 *     term     = word | word"*" | "\"" words "\""
 */
import {type Cursor, isQuote, peek, peekWord, skipSpaces, take, takeQuoted} from './cursor.ts';
import {fieldPart, readField} from './fields.ts';
import {QueryError} from './query-error.ts';
import type {QueryNode, Term} from './query-node.ts';
import {checkTerm, wordTerm} from './terms.ts';

/** Deeper nesting is no query that anybody types, and would exhaust the stack. */
const deepest = 100;

/** Characters. Nobody types more, and an index takes so many words and conditions at once, and not many more. */
const longest = 4000;

/**
 * @returns nothing for an empty query
 * @throws {QueryError} that says what is wrong, and where
 */
export const readQuery = (text: string): QueryNode | undefined => {
  const cursor: Cursor = {text, at: 0};
  skipSpaces(cursor);
  if (cursor.at === text.length) return undefined;
  if (text.length > longest) {
    const hint = `it has ${text.length} characters; ${longest} are the most`;
    throw new QueryError('the query is too long', text, {start: longest, end: text.length}, hint);
  }
  const root = parseEither(cursor, 0);
  if (peek(cursor) === ')') {
    throw new QueryError('this ")" closes nothing', text, {start: cursor.at, end: cursor.at + 1});
  }
  return root;
};

const parseEither = (cursor: Cursor, depth: number): QueryNode => {
  const nodes = [parseAll(cursor, depth)];
  while (takeKeyword(cursor, 'OR')) nodes.push(parseAll(cursor, depth));
  return joined('or', nodes);
};

const parseAll = (cursor: Cursor, depth: number): QueryNode => {
  const nodes = [parseNot(cursor, depth)];
  for (;;) {
    const hasAnd = takeKeyword(cursor, 'AND');
    if (!hasAnd && (peek(cursor) === '' || peek(cursor) === ')' || peekWord(cursor) === 'OR')) break;
    nodes.push(parseNot(cursor, depth));
  }
  return joined('and', nodes);
};

const joined = (kind: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode => {
  const [first] = nodes;
  const last = nodes.at(-1);
  if (first === undefined || last === undefined || first === last) return first as QueryNode;
  return {kind, nodes, span: {start: first.span.start, end: last.span.end}};
};

const parseNot = (cursor: Cursor, depth: number): QueryNode => {
  skipSpaces(cursor);
  const start = cursor.at;
  if (depth > deepest) {
    throw new QueryError('the query is nested too deeply', cursor.text, {start, end: start + 1});
  }
  if (take(cursor, '-') || takeKeyword(cursor, 'NOT')) {
    const node = parseNot(cursor, depth + 1);
    return {kind: 'not', node, span: {start, end: node.span.end}};
  }
  return parseOne(cursor, depth);
};

const parseOne = (cursor: Cursor, depth: number): QueryNode => {
  const start = cursor.at;
  if (take(cursor, '(')) return parseGroup(cursor, start, depth);
  const word = peekWord(cursor);
  if (word === '' && !isQuote(peek(cursor))) throw missing(cursor);
  if (word === 'OR' || word === 'AND') throw missing(cursor);
  const field = fieldPart(word);
  if (field !== undefined) {
    cursor.at += field.length + 1;
    const fieldSpan = {start, end: start + field.length};
    const term = parseTerm(cursor);
    const node = readField({
      query: cursor.text,
      field,
      fieldSpan,
      term,
      termSpan: {start: fieldSpan.end + 1, end: cursor.at},
    });
    skipSpaces(cursor);
    return node;
  }
  const term = parseTerm(cursor);
  const span = {start, end: cursor.at};
  checkTerm(term, cursor.text, span);
  skipSpaces(cursor);
  return {kind: 'text', term, span};
};

const parseGroup = (cursor: Cursor, start: number, depth: number): QueryNode => {
  const node = parseEither(cursor, depth + 1);
  if (!take(cursor, ')')) {
    throw new QueryError('the "(" that opens here is not closed', cursor.text, {start, end: start + 1});
  }
  skipSpaces(cursor);
  return node;
};

const parseTerm = (cursor: Cursor): Term => {
  if (isQuote(peek(cursor))) return {form: 'phrase', text: takeQuoted(cursor)};
  const start = cursor.at;
  const word = peekWord(cursor);
  cursor.at += word.length;
  return wordTerm(word, cursor.text, {start, end: cursor.at});
};

/** Takes OR, AND or NOT, and the spaces behind it. */
const takeKeyword = (cursor: Cursor, keyword: string): boolean => {
  if (peekWord(cursor) !== keyword) return false;
  cursor.at += keyword.length;
  skipSpaces(cursor);
  return true;
};

const missing = (cursor: Cursor): QueryError => {
  const {text, at} = cursor;
  const before = /(OR|AND|NOT|-|\()\s*$/.exec(text.slice(Math.max(0, at - 40), at))?.[1];
  const next = peek(cursor) === '' ? 'the end' : `"${peekWord(cursor) || peek(cursor)}"`;
  const what =
    before === undefined ? `a word is missing before ${next}` : `a word is missing between "${before}" and ${next}`;
  return new QueryError(what, text, {start: at, end: at + 1});
};
