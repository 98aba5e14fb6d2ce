/** Where in the text of `config.yaml` a setting stands, and how a wrong value is shown. */

const isKeyLine = (line: string, key: string): boolean => {
  const written = /^(?:"([^"]*)"|'([^']*)'|([^\s:#][^:]*?))\s*:(?:\s|$)/.exec(line);
  return written !== null && (written[1] ?? written[2] ?? written[3]) === key;
};

/** Counts from 1; undefined where it cannot be told. */
export const lineOfKey = (text: string, key: string): number | undefined => {
  const index = text.split('\n').findIndex(line => isKeyLine(line, key));
  return index === -1 ? undefined : index + 1;
};

/** The lines that belong to a key at the margin. */
const linesBelow = (text: string, start: number): readonly string[] => {
  const below = text.split('\n').slice(start);
  const end = below.findIndex(line => /^[^\s#-]/.test(line));
  return below.slice(0, end === -1 ? undefined : end);
};

/** The line of a list's entry where each begins with a dash of its own; else the line of the list. */
export const lineOfEntry = (text: string, key: string, index: number): number | undefined => {
  const start = lineOfKey(text, key);
  if (start === undefined) return undefined;
  const dashes = linesBelow(text, start).flatMap((line, offset) =>
    /^\s*-(?:\s|$)/.test(line) ? [{offset, indent: line.indexOf('-')}] : [],
  );
  const entry = dashes.filter(({indent}) => indent === dashes[0]?.indent)[index];
  return entry === undefined ? start : start + 1 + entry.offset;
};

/** The line of a key inside of another one where it has one of its own; else the line of the outer one. */
export const lineOfInnerKey = (text: string, key: string, inner: string): number | undefined => {
  const start = lineOfKey(text, key);
  if (start === undefined) return undefined;
  const offset = linesBelow(text, start).findIndex(line => isKeyLine(line.trimStart(), inner));
  return offset === -1 ? start : start + 1 + offset;
};

const isCollection = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Aliases make a value of any size, and one that holds itself: a collection inside of it is only hinted at. */
const outline = (value: unknown): unknown => {
  if (!isCollection(value)) return value;
  const brief = (inner: unknown) => (isCollection(inner) ? '…' : inner);
  if (Array.isArray(value)) return value.map(brief);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, brief(inner)]));
};

/** A value as a warning shows it. */
export const shown = (value: unknown): string => {
  const text = JSON.stringify(outline(value)) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};
