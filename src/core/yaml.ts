/** YAML as front matter uses it: every scalar stays the text that was written, maps have no prototype, aliases can't explode. */
import {defineMappingTag, defineScalarTag, load, nullCoreTag, Schema, seqTag, strTag, YAMLException} from 'js-yaml';
import {addField, createBuilder, type FieldMapBuilder, type FieldValue} from './field-map.ts';

/** More aliases than somebody would write by hand. */
const maxAliases = 100;

type FinishedMap = FieldMapBuilder['fields'] & {repeated?: ReadonlySet<string>};

const mapTag = defineMappingTag<FieldMapBuilder, FinishedMap>('tag:yaml.org,2002:map', {
  create: createBuilder,
  addPair: (builder, key, value) => {
    if (typeof key === 'string' || key === null) addField(builder, String(key), value as FieldValue);
    return '';
  },
  // The parser stops at a key that is there already; `addField` knows better what to do with it.
  has: () => false,
  keys: map => map.keys(),
  get: (map, key) => map.get(String(key)),
  finalize: ({fields, repeated}) => (repeated.size === 0 ? fields : Object.assign(fields, {repeated})),
  identify: () => false,
});

/** `!!timestamp`, `!ruby/symbol` and whatever else: what is written behind it. */
const anyTag = defineScalarTag('', {matchByTagPrefix: true, resolve: text => text, identify: () => false});

const schema = new Schema([strTag, seqTag, mapTag, nullCoreTag, anyTag]);

export type YamlReading =
  | {readonly kind: 'map'; readonly map: FieldMapBuilder}
  /** YAML, but a text or a list and no fields. */
  | {readonly kind: 'other'}
  /** `line` counts from 0 within the text. */
  | {readonly kind: 'failed'; readonly reason: string; readonly line?: number};

/** Reads one document. Never throws. */
export const readYaml = (text: string): YamlReading => {
  try {
    const value = load(text, {schema, maxAliases});
    if (!(value instanceof Map)) return {kind: 'other'};
    const map: FinishedMap = value;
    return {kind: 'map', map: {fields: map, repeated: new Set(map.repeated)}};
  } catch (error) {
    // The parser warns that what it throws need not be an error of its own.
    if (!(error instanceof YAMLException)) return {kind: 'failed', reason: 'it is no YAML'};
    return {kind: 'failed', reason: error.reason, ...(error.mark && {line: error.mark.line})};
  }
};
