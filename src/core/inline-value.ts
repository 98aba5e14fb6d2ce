/** Values of front matter that stand on one line: scalars, and lists and maps in brackets. A part of `front-matter-lines.ts`. */
import {addField, createBuilder, type FieldValue} from './field-map.ts';

/** Called when a value means something else, or may, to a YAML parser. */
export type Doubt = () => void;

/** `key:` as nearly everybody writes it, and the spaces behind it. */
export const plainKey = /^([A-Za-z_][\w-]*):(?: +|$)/;

/** Longer values are taken as they are: nobody wrote them by hand, and the patterns below need memory for each character. */
const longestValue = 20_000;

/** A scalar that starts like a word and holds nothing that YAML would take for structure, outside of brackets. */
const plainScalar = /^(?:-(?=\d))?[^\s\-?:,[\]{}#&*!|>'"%@`=](?:[^:#]|:(?=[^\s])|(?<! )#)*$/;
/** The same between brackets. */
const flowScalar = /^(?:-(?=\d))?[^\s\-?:,[\]{}#&*!|>'"%@`=](?:[^:#,[\]{}]|:(?=[^\s,[\]{}])|(?<! )#)*$/;
const nothing = /^(?:~|null|Null|NULL|)$/;

const unquote = (text: string): string | undefined => {
  if (/^'(?:[^']|'')*'$/.test(text)) return text.slice(1, -1).replaceAll("''", "'");
  if (/^"[^"\\]*"$/.test(text)) return text.slice(1, -1);
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

const readScalar = (doubt: Doubt, written: string, plain: RegExp): string | null => {
  const text = written.trim();
  if (text.length > longestValue) {
    doubt();
    return text;
  }
  if (nothing.test(text)) return null;
  const quoted = unquote(text);
  if (quoted !== undefined) return quoted;
  if (!plain.test(text)) {
    doubt();
    return unquoteLoosely(text);
  }
  return text;
};

/** `a, b: 'c, d', e` without its brackets. Commas between quotes separate nothing. */
const flowParts = (inner: string): string[] =>
  inner.trim() === '' ? [] : (inner.match(flowPart) ?? []).map(withoutComma);

const flowPart = /(?: *(?:[A-Za-z_][\w-]*: +)?(?:"[^"]*"|'[^']*') *(?=,|$)|[^,]*)(?:,|$)/g;

const withoutComma = (part: string): string => (part.endsWith(',') ? part.slice(0, -1) : part);

/** `match` finds an empty part at the very end, which a list ending in a comma has too. */
const withoutLast = (parts: string[]): string[] => (parts.at(-1)?.trim() === '' ? parts.slice(0, -1) : parts);

const readFlow = (doubt: Doubt, text: string): FieldValue => {
  const parts = withoutLast(flowParts(text.slice(1, -1)));
  if (text.startsWith('[')) {
    if (parts.some(part => part.trim() === '')) doubt();
    return parts.map(part => readScalar(doubt, part, flowScalar));
  }
  const builder = createBuilder();
  for (const part of parts) {
    const [matched, key] = plainKey.exec(part.trim()) ?? [];
    if (matched === undefined || key === undefined) {
      doubt();
    } else {
      addField(builder, key, readScalar(doubt, part.trim().slice(matched.length), flowScalar));
    }
  }
  if (builder.repeated.size > 0) doubt();
  return builder.fields;
};

/** Not the list in a list that it is to YAML. */
const wikiLink = /^\[\[[^[\]]*\]\]$/;
const flow = /^\[.*\]$|^\{.*\}$/;

/** The value written behind a key or a dash, on its line. Where `doubt` is called, what is returned is a guess. */
export const readInline = (doubt: Doubt, written: string): FieldValue => {
  const text = written.trimEnd();
  if (wikiLink.test(text)) {
    doubt();
    return text;
  }
  return flow.test(text) ? readFlow(doubt, text) : readScalar(doubt, text, plainScalar);
};
