/** `field:value` in a query: which fields there are, what each takes, and what to say to other values. */
import {nearestWord} from '../edit-distance.ts';
import {firstDayOf, parsePeriod} from './periods.ts';
import {QueryError, type Span} from './query-error.ts';
import {choiceFields, type FieldName, fieldNames, type QueryNode, type Term} from './query-node.ts';
import {checkTerm} from './terms.ts';

/** What stands before the colon of `field:value`; nothing for other words, and for addresses (`https://…`). */
export const fieldPart = (word: string): string | undefined => /^([A-Za-z][A-Za-z-]*):(?!\/\/)/.exec(word)?.[1];

export interface FieldText {
  readonly query: string;
  readonly field: string;
  readonly fieldSpan: Span;
  readonly term: Term;
  readonly termSpan: Span;
}

export interface FieldHelp {
  readonly takes: string;
  /** In the manual the examples find something among the bundled articles. */
  readonly example: string;
}

/** Says what each field takes, with an example; for `help query` and hints. */
export const fieldHelp: Readonly<Record<FieldName, FieldHelp>> = {
  section: {takes: 'the name of a section', example: 'section:politics'},
  tag: {takes: 'a tag', example: 'tag:security'},
  author: {takes: "words of an author's name", example: 'author:newsprint'},
  source: {takes: 'words of the name or address of where it is from', example: 'source:example.org'},
  title: {takes: 'words of the title', example: 'title:paper'},
  lang: {takes: 'a language code', example: 'lang:es'},
  name: {takes: 'words of the name of a person or place', example: 'name:"Western Sahara"'},
  is: {takes: choiceFields.is.join(', '), example: 'is:unread'},
  has: {takes: choiceFields.has.join(', '), example: 'has:image'},
  after: {takes: 'on or after this year, month or day', example: 'after:2022-07'},
  before: {takes: 'before this year, month or day', example: 'before:2022-07-06'},
  newer: {takes: 'a number of days, weeks, months or years', example: 'newer:7d'},
};

/** What can be asked, for the manual. */
export const answeredFields: readonly FieldHelp[] = fieldNames.map(name => fieldHelp[name]);

/** @throws {QueryError} for a field that there is not, or a value that it does not take */
export const readField = (text: FieldText): QueryNode => {
  const field = fieldNames.find(name => name === text.field.toLowerCase());
  if (field === undefined) {
    const near = nearestWord(text.field, fieldNames);
    const hint =
      near === undefined
        ? `fields are ${fieldNames.join(', ')}; put words with a colon in quotes`
        : `did you mean ${near}: ?`;
    throw new QueryError(`there is no field "${text.field}"`, text.query, text.fieldSpan, hint);
  }
  if (text.term.text === '') {
    throw new QueryError(`${field}: is followed by nothing`, text.query, text.fieldSpan, exampleOf(field));
  }
  return readers[field](text);
};

const exampleOf = (field: FieldName): string => `it takes ${fieldHelp[field].takes}: ${fieldHelp[field].example}`;

const spanOf = ({fieldSpan, termSpan}: FieldText): Span => ({start: fieldSpan.start, end: termSpan.end});

type Reader = (text: FieldText) => QueryNode;

const wrongValue = (field: FieldName, {query, term, termSpan}: FieldText): QueryError =>
  new QueryError(
    `${field}: does not take "${term.text}${term.form === 'prefix' ? '*' : ''}"`,
    query,
    termSpan,
    exampleOf(field),
  );

const termReader =
  (field: Extract<QueryNode, {kind: 'field'}>['field']): Reader =>
  text => {
    checkTerm(text.term, text.query, text.termSpan);
    return {kind: 'field', field, term: text.term, span: spanOf(text)};
  };

const dayReader =
  (field: 'after' | 'before'): Reader =>
  text => {
    const day = text.term.form === 'prefix' ? undefined : firstDayOf(text.term.text);
    if (day === undefined) throw wrongValue(field, text);
    return {kind: field, day, span: spanOf(text)};
  };

const choice = <Choice extends string>(field: FieldName, choices: readonly Choice[], text: FieldText): Choice => {
  const chosen = text.term.form === 'prefix' ? undefined : choices.find(name => name === text.term.text.toLowerCase());
  if (chosen === undefined) throw wrongValue(field, text);
  return chosen;
};

const readers: Readonly<Record<FieldName, Reader>> = {
  section: termReader('section'),
  tag: termReader('tag'),
  author: termReader('author'),
  source: termReader('source'),
  title: termReader('title'),
  lang: termReader('lang'),
  name: termReader('name'),
  is: text => ({kind: 'is', state: choice('is', choiceFields.is, text), span: spanOf(text)}),
  has: text => ({kind: 'has', what: choice('has', choiceFields.has, text), span: spanOf(text)}),
  after: dayReader('after'),
  before: dayReader('before'),
  newer: text => {
    const period = text.term.form === 'prefix' ? undefined : parsePeriod(text.term.text.toLowerCase());
    if (period === undefined) throw wrongValue('newer', text);
    return {kind: 'newer', period, span: spanOf(text)};
  },
};
