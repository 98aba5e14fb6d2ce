/** Values of front matter that stand on one line: scalars, and lists and maps in brackets. A part of `front-matter-lines.ts`. */
import {addField, createBuilder, type FieldValue} from './field-map.ts';

/** Called when a value means something else, or may, to a YAML parser. */
export type Doubt = () => void;

/** `key:` as nearly everybody writes it, and the spaces behind it. */
export const plainKey = /^([A-Za-z_][\w-]*):(?: +|$)/;

/** Longer values are taken as they are: nobody wrote them by hand, and the patterns below need memory for each character. */
const longestValue = 20_000;

/** How a scalar begins that is no more than text. */
const plainStart = /^-?[^\s\-?:,[\]{}#&*!|>'"%@`=]/;
/** What YAML would take for structure further on, outside of brackets; with a dash that begins no number. */
const structure = /:(?:\s|$)| #|^-(?!\d)/;
/** The same between brackets. */
const flowStructure = /[,[\]{}]|:(?:[\s,[\]{}]|$)| #|^-(?!\d)/;
/** Text without these has no structure, which is seen sooner than an expression is made. */
const signs = [':', '#', '-', ',', '[', ']', '{', '}'];
const nothing: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);

const unquote = (text: string): string | undefined => {
  if (text.startsWith("'") && /^'(?:[^']|'')*'$/.test(text)) return text.slice(1, -1).replaceAll("''", "'");
  if (text.startsWith('"') && /^"[^"\\]*"$/.test(text)) return text.slice(1, -1);
  return undefined;
};

const escapedText = /^"((?:[^"\\]|\\.)*)"\s*(?:#.*|,)?$/;
const quotedText = /^'((?:[^']|'')*)'\s*(?:#.*|,)?$/;

/** A quoted value with escapes or something behind it, else the text as it is: `"Yes" was the answer` keeps its quotes. */
const unquoteLoosely = (text: string): string => {
  const escaped = escapedText.exec(text)?.[1];
  if (escaped !== undefined) return escaped.replace(/\\(["\\/])/g, '$1').replaceAll('\\n', ' ');
  const quoted = quotedText.exec(text)?.[1];
  return quoted?.replaceAll("''", "'") ?? text.replace(/ #.*$/, '').trimEnd();
};

const readScalar = (doubt: Doubt, written: string, structural: RegExp): string | null => {
  const text = written.trim();
  if (text.length > longestValue) {
    doubt();
    return text;
  }
  if (nothing.has(text)) return null;
  const quoted = unquote(text);
  if (quoted !== undefined) return quoted;
  if (!plainStart.test(text) || (signs.some(sign => text.includes(sign)) && structural.test(text))) {
    doubt();
    return unquoteLoosely(text);
  }
  return text;
};

/** `a, b: 'c, d', e` without its brackets. Commas between quotes separate nothing. */
const flowParts = (inner: string): string[] => {
  if (inner.trim() === '') return [];
  return /["']/.test(inner) ? (inner.match(flowPart) ?? []).map(withoutComma) : inner.split(',');
};

const flowPart = /(?: *(?:[A-Za-z_][\w-]*: +)?(?:"[^"]*"|'[^']*') *(?=,|$)|[^,]*)(?:,|$)/g;

const withoutComma = (part: string): string => (part.endsWith(',') ? part.slice(0, -1) : part);

/** `flowPart` finds an empty part at the very end, which a list ending in a comma has too. */
const withoutLast = (parts: string[]): string[] => (parts.at(-1)?.trim() === '' ? parts.slice(0, -1) : parts);

const readFlow = (doubt: Doubt, text: string): FieldValue => {
  const parts = withoutLast(flowParts(text.slice(1, -1)));
  if (text.startsWith('[')) {
    if (parts.some(part => part.trim() === '')) doubt();
    return parts.map(part => readScalar(doubt, part, flowStructure));
  }
  const builder = createBuilder();
  for (const part of parts) {
    const [matched, key] = plainKey.exec(part.trim()) ?? [];
    if (matched === undefined || key === undefined) {
      doubt();
    } else {
      addField(builder, key, readScalar(doubt, part.trim().slice(matched.length), flowStructure));
    }
  }
  if (builder.repeated.size > 0) doubt();
  return builder.fields;
};

/** Not the list in a list that it is to YAML. */
const wikiLink = /^\[\[[^[\]]*\]\]$/;
const isFlow = (text: string): boolean =>
  (text.startsWith('[') && text.endsWith(']')) || (text.startsWith('{') && text.endsWith('}'));

/** The value written behind a key or a dash, on its line. Where `doubt` is called, what is returned is a guess. */
export const readInline = (doubt: Doubt, written: string): FieldValue => {
  const text = written.trimEnd();
  if (text.startsWith('[[') && wikiLink.test(text)) {
    doubt();
    return text;
  }
  return isFlow(text) ? readFlow(doubt, text) : readScalar(doubt, text, structure);
};
