/** What front matter says, the same whether YAML, TOML or JSON said it. */

/** Scalars stay the text that was written: a title `1.10` is no number, and a date keeps its form. */
export type FieldValue = string | null | readonly FieldValue[] | FieldMap;

/** By key in lower case. A Map, so that a key named `__proto__` is a key like any other. */
export type FieldMap = ReadonlyMap<string, FieldValue>;

/** While it is read. Of keys that occur twice the first with a value counts, and the key is noted. */
export interface FieldMapBuilder {
  readonly fields: Map<string, FieldValue>;
  readonly repeated: Set<string>;
}

export const createBuilder = (): FieldMapBuilder => ({fields: new Map(), repeated: new Set()});

export const addField = ({fields, repeated}: FieldMapBuilder, key: string, value: FieldValue): void => {
  const name = key.toLowerCase();
  const existing = fields.get(name);
  if (existing !== undefined) {
    repeated.add(name);
  }
  if (existing === undefined || existing === null || existing === '') {
    fields.set(name, value);
  }
};

/** The deepest nesting that any field is looked for in, twice over; what lies deeper is left out. */
const maxDepth = 8;

/** Numbers, booleans and dates of a parsed document as the text they would be written as; what has no such text is null. */
const toFieldValue = (value: unknown, depth = 0): FieldValue => {
  if (value === null || value === undefined || depth > maxDepth) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(item => toFieldValue(item, depth + 1));
  if (typeof value === 'object') return toFieldMap(value, depth + 1).fields;
  return String(value);
};

/** The same for a whole document. Keys that differ only in case count as repeated. */
export const toFieldMap = (record: object, depth = 0): FieldMapBuilder => {
  const builder = createBuilder();
  for (const [key, value] of Object.entries(record)) {
    addField(builder, key, toFieldValue(value, depth));
  }
  return builder;
};
