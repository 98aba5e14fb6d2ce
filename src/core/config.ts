/** The settings of `config.yaml`, checked: what is wrong is told, the rest is used. */
import {lineOfEntry, lineOfKey, shown} from './config-lines.ts';
import {nearestWord} from './edit-distance.ts';
import type {KeyChoices} from './key-bindings.ts';
import {type Grouping, groupings} from './listing/groups.ts';
import type {SortKey} from './listing/sort.ts';
import {field, type SafeField} from './sanitize.ts';

export interface LibraryFolder {
  readonly name?: string;
  /** As written: may begin with `~`, or be relative to the folder of the file. */
  readonly path: string;
}

/** A search that was given a name. */
export interface View {
  readonly name: SafeField;
  readonly query: string;
  readonly sort?: SortKey;
  readonly group?: Grouping;
}

export interface Config {
  readonly libraries?: readonly LibraryFolder[];
  readonly theme?: string;
  /** Columns of text in the reader. */
  readonly measure?: number;
  /** Of the front page's list. */
  readonly group?: Grouping;
  readonly views?: readonly View[];
  /** What actions of the reader have other keys than usual. */
  readonly keys?: KeyChoices;
}

export interface ConfigWarning {
  /** Counts from 1; absent where it cannot be told. */
  readonly line?: number;
  /** What is wrong, and what would be right. */
  readonly message: SafeField;
}

export interface CheckedConfig {
  readonly config: Config;
  readonly warnings: readonly ConfigWarning[];
}

export interface ConfigSource {
  /** The file, to find lines in. */
  readonly text: string;
  /** What the file's YAML holds. */
  readonly data: unknown;
  readonly themes: readonly string[];
}

/** The narrowest and widest measure that text can be read at. */
const measureRange = {least: 20, most: 200};

/** A value read from the file: usable, or what would be right. */
type Reading<Value> = {readonly value: Value} | {readonly wanted: string};

/** All but the views and keys, which need the query language and the table of keys: see `config-views.ts`, `config-keys.ts`. */
export const checkConfig = ({text, data, themes}: ConfigSource): CheckedConfig => {
  const warnings: ConfigWarning[] = [];
  const warn = (line: number | undefined, message: string) =>
    warnings.push({...(line !== undefined && {line}), message: field(message)});
  if (data === undefined || data === null) return {config: {}, warnings};
  if (typeof data !== 'object' || Array.isArray(data)) {
    warn(1, `should hold settings like "theme: ${themes[0]}"`);
    return {config: {}, warnings};
  }

  const read = <Value>(key: string, reader: (value: unknown) => Reading<Value>): Value | undefined => {
    const value = (data as Record<string, unknown>)[key];
    if (value === undefined || value === null) return undefined;
    const reading = reader(value);
    if ('value' in reading) return reading.value;
    warn(lineOfKey(text, key), `${key} should be ${reading.wanted}, not ${shown(value)}`);
    return undefined;
  };

  for (const key of Object.keys(data).filter(name => !keys.includes(name))) {
    const near = nearestWord(key, keys);
    warn(
      lineOfKey(text, key),
      `unknown key "${key}"; ${near === undefined ? `keys are ${keys.join(', ')}` : `did you mean ${near}?`}`,
    );
  }
  const entries = read('libraries', readList);
  const libraries = entries?.flatMap((entry, index) => {
    const folder = readFolder(entry);
    if (folder === undefined)
      warn(lineOfEntry(text, 'libraries', index), `a library is a folder, or {name, path}, not ${shown(entry)}`);
    return folder ?? [];
  });
  const theme = read('theme', value => readTheme(value, themes));
  const measure = read('measure', readMeasure);
  const group = read('group', readGroup);
  return {
    config: {
      ...(libraries !== undefined && libraries.length > 0 && {libraries}),
      ...(theme !== undefined && {theme}),
      ...(measure !== undefined && {measure}),
      ...(group !== undefined && {group}),
    },
    warnings,
  };
};

const keys = [
  'libraries',
  'theme',
  'measure',
  'group',
  'views',
  'keys',
] as const satisfies readonly (keyof Config)[] as readonly string[];

const readList = (value: unknown): Reading<readonly unknown[]> =>
  Array.isArray(value) ? {value} : typeof value === 'string' ? {value: [value]} : {wanted: 'a list of folders'};

const readFolder = (entry: unknown): LibraryFolder | undefined => {
  if (typeof entry === 'string' && entry !== '') return {path: entry};
  if (typeof entry !== 'object' || entry === null || !('path' in entry)) return undefined;
  const {path} = entry;
  const name = 'name' in entry ? entry.name : undefined;
  if (typeof path !== 'string' || path === '' || (name !== undefined && typeof name !== 'string')) return undefined;
  return name === undefined || name === '' ? {path} : {name, path};
};

const readTheme = (value: unknown, themes: readonly string[]): Reading<string> =>
  typeof value === 'string' && themes.includes(value) ? {value} : {wanted: `one of ${themes.join(', ')}`};

const readMeasure = (value: unknown): Reading<number> => {
  const {least, most} = measureRange;
  const isRight = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
  return isRight ? {value} : {wanted: `a whole number from ${least} to ${most}`};
};

const readGroup = (value: unknown): Reading<Grouping> => {
  const known = groupings.find(one => one === value);
  return known === undefined ? {wanted: `one of ${groupings.join(', ')}`} : {value: known};
};
