/**
 * What a reader did with an article: read it, starred it, how far they came. How marks change is in `mark-changes.ts`, how
 * they are written down in `mark-lines.ts`.
 */

/** What marks belong to. Every `Article` is one. */
export interface ArticleKey {
  /** Name of the library. */
  readonly library: string;
  readonly id: string;
}

/** A value, and since when it is so: milliseconds since 1970. Of two the later one holds. */
export interface Stamped<Value> {
  readonly value: Value;
  readonly at: number;
}

export type Json = string | number | boolean | null | readonly Json[] | {readonly [key: string]: Json};

/** What can be remembered of an article. */
export interface MarkValues {
  readonly isRead: boolean;
  readonly isStarred: boolean;
  /** Where the reader stopped, as the reader writes it: nobody else looks into it. */
  readonly place: Json;
  /** When it was last opened, milliseconds since 1970. */
  readonly opened: number;
  /** Of the bytes of its file, hexadecimal: finds the article again when the file is renamed. */
  readonly hash: string;
  /** The `addressKey` of where it is from: finds it again when it changed as well. */
  readonly source: string;
}

export type MarkField = keyof MarkValues;

/** A field that is absent was never marked: unread, not starred. */
export type Mark = {readonly [Field in MarkField]?: Stamped<MarkValues[Field]>};

export interface KeyedMark {
  readonly key: ArticleKey;
  readonly mark: Mark;
}

export interface ArticleState {
  readonly isRead: boolean;
  readonly isStarred: boolean;
}

/** What lists show of all articles. */
export interface Marks {
  /** All that are read or starred. */
  keys(): readonly ArticleKey[];
  isRead(article: ArticleKey): boolean;
  isStarred(article: ArticleKey): boolean;
}

export const noMarks: Marks = {keys: () => [], isRead: () => false, isStarred: () => false};

export const stateOf = (marks: Marks, article: ArticleKey): ArticleState => ({
  isRead: marks.isRead(article),
  isStarred: marks.isStarred(article),
});

/** The end of the year 9999: no clock is further ahead than that. */
export const latestTime = 253_402_300_799_999;

export const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= latestTime;

/** Longer places were not written by the reader, longer addresses lead nowhere. */
const longestPlace = 1000;
const longestSource = 10_000;

const isText = (value: unknown): value is string => typeof value === 'string';
const isFlag = (value: unknown): boolean => typeof value === 'boolean';

interface FieldSpec {
  /** What it is called where marks are written down. */
  readonly name: string;
  readonly isValid: (value: unknown) => boolean;
}

/** In the order in which they are written down. */
export const markFields = {
  isRead: {name: 'read', isValid: isFlag},
  isStarred: {name: 'starred', isValid: isFlag},
  place: {name: 'place', isValid: value => JSON.stringify(value).length <= longestPlace},
  opened: {name: 'opened', isValid: isTime},
  hash: {name: 'hash', isValid: value => isText(value) && /^[\da-f]{8,128}$/.test(value)},
  source: {name: 'source', isValid: value => isText(value) && value !== '' && value.length <= longestSource},
} as const satisfies Readonly<Record<MarkField, FieldSpec>>;

export const fieldsOfMarks = Object.keys(markFields) as readonly MarkField[];

/** As a text, for maps. Neither part holds a line end. */
export const keyText = ({library, id}: ArticleKey): string => `${library}\n${id}`;

export const isUnmarked = (mark: Mark): boolean => fieldsOfMarks.every(name => mark[name] === undefined);

/** The later of two; of two from the same moment the same one whichever comes first. */
const later = (a: Stamped<Json> | undefined, b: Stamped<Json> | undefined): Stamped<Json> | undefined => {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return JSON.stringify(a.value) >= JSON.stringify(b.value) ? a : b;
};

/** A mark made field by field; what `choose` leaves undefined is absent. */
export const buildMark = (choose: (field: MarkField) => Stamped<Json> | undefined): Mark => {
  const mark: Partial<Record<MarkField, Stamped<Json>>> = {};
  for (const field of fieldsOfMarks) {
    const chosen = choose(field);
    if (chosen !== undefined) mark[field] = chosen;
  }
  return mark as Mark;
};

/**
 * What two machines know of an article, in one: of each field what was said last. In whichever order any number of them
 * are merged, the same comes out.
 */
export const mergeMarks = (a: Mark, b: Mark): Mark => buildMark(field => later(a[field], b[field]));

export const isSameMark = (a: Mark, b: Mark): boolean =>
  fieldsOfMarks.every(
    name => a[name]?.at === b[name]?.at && JSON.stringify(a[name]?.value) === JSON.stringify(b[name]?.value),
  );
