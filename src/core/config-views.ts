/** The views of `config.yaml`: searches with names, each checked by itself. */
import type {ConfigWarning, View} from './config.ts';
import {lineOfEntry, lineOfInnerKey, lineOfKey, shown} from './config-lines.ts';
import {nearestWord} from './edit-distance.ts';
import {AppError} from './errors.ts';
import {groupings} from './listing/groups.ts';
import {sortKeys} from './listing/sort.ts';
import {parseQuery} from './query.ts';
import {field} from './sanitize.ts';

export interface CheckedViews {
  readonly views: readonly View[];
  readonly warnings: readonly ConfigWarning[];
}

/** A view as it is written. */
interface Entry {
  readonly name: unknown;
  readonly value: unknown;
  readonly line: number | undefined;
  /** What would be right. */
  readonly wanted: string;
}

const key = 'views';

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined for what is neither a list nor a map. */
const entriesOf = (data: unknown, text: string): readonly Entry[] | undefined => {
  if (Array.isArray(data)) {
    return data.map((value: unknown, index) => ({
      ...{name: isMap(value) ? value.name : undefined, value, line: lineOfEntry(text, key, index)},
      wanted: 'a view is {name, query, sort, group}',
    }));
  }
  if (!isMap(data)) return undefined;
  return Object.entries(data).map(([name, value]) => ({
    ...{name, value, line: lineOfInnerKey(text, key, name)},
    wanted: `the view "${name}" should be a query, or {query, sort, group}`,
  }));
};

/** YAML takes a query of digits for a number. */
const written = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : undefined;

const mistakeIn = (query: string): string | undefined => {
  try {
    parseQuery(query);
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.hint === undefined ? error.message : `${error.message} (${error.hint})`;
  }
};

/** A setting that is one of some words; `plural` says of what. */
const readWord = <Word extends string>(
  key: string,
  value: unknown,
  {words, plural}: {readonly words: readonly Word[]; readonly plural: string},
): Word | undefined | {readonly wrong: string} => {
  if (value === undefined || value === null) return undefined;
  const known = words.find(word => word === value);
  if (known !== undefined) return known;
  const near = typeof value === 'string' ? nearestWord(value, words) : undefined;
  const right = near === undefined ? `${plural} are ${words.join(', ')}` : `did you mean ${near}?`;
  return {wrong: `unknown ${key} ${shown(value)}; ${right}`};
};

const readView = ({name: given, value, wanted}: Entry): View | {readonly wrong: string} => {
  const name = field((written(given) ?? '').trim());
  const settings: Readonly<Record<string, unknown>> = isMap(value) ? value : {query: value};
  const query = written(settings.query);
  if (name === '' || query === undefined) return {wrong: `${wanted}, not ${shown(value)}`};
  const mistake = mistakeIn(query);
  if (mistake !== undefined) return {wrong: `the query of the view "${name}": ${mistake}`};
  const sort = readWord('sort', settings.sort, {words: sortKeys, plural: 'orders'});
  const group = readWord('group', settings.group, {words: groupings, plural: 'groups'});
  for (const word of [sort, group]) {
    if (typeof word === 'object') return {wrong: `the view "${name}" has an ${word.wrong}`};
  }
  return {name, query, ...(typeof sort === 'string' && {sort}), ...(typeof group === 'string' && {group})};
};

/**
 * What is right of them, in their order; the others are told of.
 * @param data what YAML holds below `views`
 * @param text the file, to find lines in
 */
export const checkViews = (data: unknown, text: string): CheckedViews => {
  const warnings: ConfigWarning[] = [];
  const warn = (line: number | undefined, message: string): void => {
    warnings.push({...(line !== undefined && {line}), message: field(message)});
  };
  if (data === undefined || data === null) return {views: [], warnings};
  const entries = entriesOf(data, text);
  if (entries === undefined) {
    warn(lineOfKey(text, key), `views should be names with their queries, not ${shown(data)}`);
    return {views: [], warnings};
  }
  const views = new Map<string, View>();
  for (const entry of entries) {
    const view = readView(entry);
    if ('wrong' in view) warn(entry.line, view.wrong);
    else if (views.has(view.name)) warn(entry.line, `there are two views "${view.name}"; the first one is used`);
    else views.set(view.name, view);
  }
  return {views: [...views.values()], warnings};
};
