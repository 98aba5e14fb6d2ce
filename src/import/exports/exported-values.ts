/** Values as exports write them, of whatever type they turn out to be, as the fields of an article. */
import {decodeHTML} from 'entities';
import {parseDate} from '../../core/dates.ts';
import {resolveAddress} from '../html/addresses.ts';

/** Letters of a title, a name, a tag. */
const longestLine = 1000;

/** One line without blanks around it, or nothing. */
export const lineOf = (value: unknown): string | undefined => {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const line = String(value).slice(0, longestLine).replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : line;
};

const tag = /<\/?[a-z][^<>]*>|<!--[^<>]*-->/gi;

/** One line of HTML as text: some services keep titles as markup. */
export const lineOfHtml = (value: unknown): string | undefined => {
  const line = lineOf(value);
  return line === undefined ? undefined : lineOf(decodeHTML(line.replace(tag, ' ')));
};

/** An address on the web, made canonical, without a fragment's or a tracker's mending. */
export const webAddressOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\s*https?:\/\//i.test(value)
    ? resolveAddress(value, undefined, ['http:', 'https:'])
    : undefined;

/** An ISO date of a date as text, or of seconds or milliseconds since 1970. 0 and what is before it is no date. */
export const dateOf = (value: unknown): string | undefined => {
  if (typeof value === 'number') return value > 0 ? parseDate(String(value))?.iso : undefined;
  // An instant in Go and in PHP that was never set.
  if (typeof value !== 'string' || /^(?:0+$|-?0001-|-?0000-)/.test(value.trim())) return undefined;
  return parseDate(value)?.iso;
};

/** `true`, `1`, `"1"`, `"true"`; what is missing is no answer. */
export const flagOf = (value: unknown): boolean | undefined => {
  if (value === undefined || value === null || value === '') return undefined;
  return value === true || value === 1 || value === '1' || value === 'true';
};

const unique = (lines: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(lines.filter(line => line !== undefined)),
];

/** A list of texts, or of things that have one as `name` or `label`; a single text is a list of one. */
export const linesOf = (value: unknown): readonly string[] => {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return unique(
    values.map(item => {
      if (typeof item !== 'object' || item === null) return lineOf(item);
      const {label, name} = item as {readonly label?: unknown; readonly name?: unknown};
      return lineOf(label) ?? lineOf(name);
    }),
  );
};

export const splitLines = (value: unknown, separator: string | RegExp): readonly string[] =>
  typeof value === 'string' ? unique(value.split(separator).map(lineOf)) : [];

type Present<Fields> = {[Name in keyof Fields]?: NonNullable<Fields[Name]>};

/** The fields that have a value. */
export const present = <Fields extends Readonly<Record<string, unknown>>>(fields: Fields): Present<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<Fields>;

/** `undefined` where neither is known. */
export const marksOf = (
  isRead: boolean | undefined,
  isStarred: boolean | undefined,
): {readonly isRead?: boolean; readonly isStarred?: boolean} | undefined =>
  isRead === undefined && isStarred === undefined ? undefined : present({isRead, isStarred});
