/** Marks as lines of JSON, an article a line: what `state export` writes, `state import` reads, and the database keeps. */
import {
  type ArticleKey,
  buildMark,
  fieldsOfMarks,
  isTime,
  type Json,
  type KeyedMark,
  type Mark,
  markFields,
  type Stamped,
} from './marks.ts';
import {field} from './sanitize.ts';

/** Rises when a field changes its meaning; a line of a later version is not understood. */
const version = 1;

type Written = {readonly [name: string]: Json};

const written = (mark: Mark): Written =>
  Object.fromEntries(
    fieldsOfMarks.flatMap(name => {
      const stamped = mark[name];
      return stamped === undefined ? [] : [[markFields[name].name, [stamped.value, stamped.at]]];
    }),
  );

/** The fields of a mark, each as `[value, time]`. The same mark always gives the same text, on one line. */
export const markText = (mark: Mark): string => JSON.stringify(written(mark));

const stampedOf = (name: string, isValid: (value: unknown) => boolean, pair: unknown): Stamped<Json> | string => {
  if (!Array.isArray(pair) || pair.length !== 2) return `${name} is no [value, time]`;
  const [value, at] = pair as unknown[];
  if (!isTime(at)) return `the time of ${name} is no number of milliseconds since 1970`;
  return isValid(value) ? {value: value as Json, at} : `${name} has a wrong value`;
};

/** @returns what is wrong, where it is no mark */
const markOf = (data: Readonly<Record<string, unknown>>): Mark | string => {
  const faults: string[] = [];
  const mark = buildMark(key => {
    const {name, isValid} = markFields[key];
    const stamped = Object.hasOwn(data, name) ? stampedOf(name, isValid, data[name]) : undefined;
    if (typeof stamped === 'string') faults.push(stamped);
    return typeof stamped === 'string' ? undefined : stamped;
  });
  return faults[0] ?? mark;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** What `markText` wrote; undefined for anything else. */
export const parseMarkText = (text: string): Mark | undefined => {
  const data = parsed(text);
  const mark = isRecord(data) ? markOf(data) : undefined;
  return typeof mark === 'string' ? undefined : mark;
};

/** Names of libraries and ids have passed the gate when they were made; those that come in must look the same. */
const isName = (value: unknown): value is string => typeof value === 'string' && value !== '' && field(value) === value;

const keyOf = ({library, id}: Readonly<Record<string, unknown>>): ArticleKey | undefined =>
  isName(library) && isName(id) ? {library, id} : undefined;

/** One line for `state export`, without its end. */
export const markLine = ({key: {library, id}, mark}: KeyedMark): string =>
  JSON.stringify({version, library, id, ...written(mark)});

export interface LineFault {
  /** Counts from 1. */
  readonly line: number;
  readonly message: string;
}

export interface ParsedLines {
  readonly marks: readonly KeyedMark[];
  readonly faults: readonly LineFault[];
}

/** @returns what is wrong, where it is no line of an export */
const parseLine = (text: string): KeyedMark | string => {
  const data = parsed(text);
  if (!isRecord(data)) return 'no JSON object';
  if (data.version !== version)
    return Number(data.version) > version ? 'written by a later newsprint' : `no "version": ${version}`;
  const key = keyOf(data);
  if (key === undefined) return 'names no library and id of an article';
  const mark = markOf(data);
  return typeof mark === 'string' ? mark : {key, mark};
};

/** Reads what `markLine` wrote. Lines that can't be used are told, the others are there; empty ones are passed over. */
export const parseMarkLines = (text: string): ParsedLines => {
  const marks: KeyedMark[] = [];
  const faults: LineFault[] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue;
    const read = parseLine(line);
    if (typeof read === 'string') faults.push({line: index + 1, message: read});
    else marks.push(read);
  }
  return {marks, faults};
};
