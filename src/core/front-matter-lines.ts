/**
 * Front matter read line by line. It has two uses: plain front matter (`key: value`, simple lists and maps) needs no YAML
 * parser, which would cost more than everything else about a short list; and where YAML fails, this still gets every line
 * that makes sense by itself. It says whether it is sure: then a YAML parser would give the same.
 */
import {addField, createBuilder, type FieldMapBuilder, type FieldValue} from './field-map.ts';
import {plainKey, readInline} from './inline-value.ts';

export interface LineReading extends FieldMapBuilder {
  /** Index of the first line that means something else, or may, to a YAML parser. */
  readonly firstDoubt: number | undefined;
}

interface Reader {
  readonly lines: readonly string[];
  at: number;
  firstDoubt: number | undefined;
}

const doubt = (reader: Reader, line = reader.at): void => {
  reader.firstDoubt = Math.min(reader.firstDoubt ?? line, line);
};

/** Characters that YAML forbids, treats in a way of its own, or keeps where JavaScript trims them; tabs among them. */
const odd =
  /[^\x20-\x7e\xa1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;

/** The same without pairs of surrogates, which most front matter has not, and over many lines: several times as quick. */
const maybeOdd =
  /[^\n\r\x20-\x7e\xa1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

const isBlankOrComment = (line: string): boolean => {
  const text = line.trimStart();
  return text === '' || text.startsWith('#');
};

/** `key :value`, `"key": …`, `key = …`, `two words: …`: keys in no YAML, or not worth being sure about. */
const looseKey = /^(?:"([^"]{1,100})"|'([^']{1,100})'|([^\s"'#[\]{}:=,-][^:=\n]{0,99}?)) *(?::(?=\s|$)|=) */;
const listItem = /^( *)-(?: +(.*)|$)/;

const indentOf = (line: string): number => line.length - line.trimStart().length;

const isBlock = (value: string): boolean =>
  (value.startsWith('|') || value.startsWith('>')) && /^.[-+\d]*\s*(?:#.*)?$/.test(value);

/** The lines below that are indented, and the blank ones between them; the reader stands behind them afterwards. */
const takeIndented = (reader: Reader): string[] => {
  const taken: string[] = [];
  for (let line = reader.lines[reader.at]; line !== undefined; line = reader.lines[++reader.at]) {
    if (/^[\]}]/.test(line)) {
      reader.at++;
      return [...taken, line];
    }
    if (line.trim() !== '' && indentOf(line) === 0) break;
    taken.push(line);
  }
  return taken;
};

/** A value that goes on below its key: YAML folds its lines into one, or keeps them after `|`. Never sure. */
const readContinued = (reader: Reader, first: string): FieldValue => {
  doubt(reader);
  const below = takeIndented(reader).map(line => line.trim());
  if (isBlock(first)) return below.join(first.startsWith('|') ? '\n' : ' ').trim();
  return readInline(() => doubt(reader), [first, ...below].join(' ').trim());
};

/** `- a` lines. An item that is a map of its own (`- name: A`) gives its lines as a map. */
const readList = (reader: Reader, indent: number): FieldValue[] => {
  const items: FieldValue[] = [];
  for (let line = reader.lines[reader.at]; line !== undefined; line = reader.lines[++reader.at]) {
    if (isBlankOrComment(line)) continue;
    const [, spaces, text] = listItem.exec(line) ?? [];
    if (spaces === undefined) {
      if (indentOf(line) <= indent && !(indent === 0 && indentOf(line) > 0)) break;
      doubt(reader);
      addToItem(reader, items, line.trim());
      continue;
    }
    if (spaces.length < indent) break;
    if (spaces.length > indent || text === undefined) doubt(reader);
    const [matched, key] = plainKey.exec(text ?? '') ?? [];
    if (matched === undefined || key === undefined) {
      items.push(readInline(() => doubt(reader), text ?? ''));
    } else {
      doubt(reader);
      items.push(new Map([[key.toLowerCase(), readInline(() => doubt(reader), (text ?? '').slice(matched.length))]]));
    }
  }
  return items;
};

/** A line below a list item that belongs to it: another key of its map, or more of its text. */
const addToItem = (reader: Reader, items: FieldValue[], text: string): void => {
  const last = items.pop();
  const [matched, key] = plainKey.exec(text) ?? [];
  if (last instanceof Map && matched !== undefined && key !== undefined) {
    last.set(
      key.toLowerCase(),
      readInline(() => doubt(reader), text.slice(matched.length)),
    );
    items.push(last);
  } else {
    items.push(typeof last === 'string' ? `${last} ${text}` : (last ?? text));
  }
};

const readMap = (reader: Reader, indent: number): FieldValue => {
  const builder = createBuilder();
  for (let line = reader.lines[reader.at]; line !== undefined; line = reader.lines[++reader.at]) {
    if (isBlankOrComment(line)) continue;
    if (indentOf(line) === 0) break;
    const [matched, key] = plainKey.exec(line.trim()) ?? [];
    if (indentOf(line) !== indent || matched === undefined || key === undefined) {
      doubt(reader);
    } else {
      const value = line.trim().slice(matched.length);
      if (value === '') doubt(reader);
      addField(
        builder,
        key,
        readInline(() => doubt(reader), value),
      );
    }
  }
  if (builder.repeated.size > 0) doubt(reader);
  return builder.fields;
};

const readBelow = (reader: Reader): FieldValue => {
  let next = reader.at;
  while (next < reader.lines.length && isBlankOrComment(reader.lines[next] ?? '')) next++;
  const line = reader.lines[next] ?? '';
  const indent = indentOf(line);
  if (listItem.test(line)) {
    reader.at = next;
    return readList(reader, indent);
  }
  if (indent === 0) return null;
  reader.at = next;
  return plainKey.test(line.trim()) ? readMap(reader, indent) : readContinued(reader, '');
};

const isContinued = (reader: Reader): boolean => {
  let next = reader.at + 1;
  while (next < reader.lines.length && (reader.lines[next] ?? '').trim() === '') next++;
  return indentOf(reader.lines[next] ?? '') > 0;
};

/** Reads the text between the fences. Never fails; lines that make no sense are left out, and are the doubt. */
export const readLines = (text: string): LineReading => {
  const builder = createBuilder();
  const written = text.split(text.includes('\r') ? /\r\n?|\n/ : '\n');
  const firstOdd = maybeOdd.test(text) ? written.findIndex(line => odd.test(line)) : -1;
  const lines = firstOdd < 0 ? written : written.map(line => line.replaceAll('\t', '  '));
  const reader: Reader = {lines, at: 0, firstDoubt: firstOdd < 0 ? undefined : firstOdd};
  while (reader.at < lines.length) {
    const line = lines[reader.at] ?? '';
    if (isBlankOrComment(line)) {
      reader.at++;
      continue;
    }
    const sure = plainKey.exec(line);
    const [matched, ...names] = sure ?? looseKey.exec(line) ?? [];
    if (sure === null) doubt(reader);
    const key = names.find(name => name !== undefined);
    if (matched === undefined || key === undefined) {
      reader.at++;
      continue;
    }
    const value = line.slice(matched.length).trim();
    const isLong = isBlock(value) || isContinued(reader);
    if (value !== '' && !isLong) {
      addField(
        builder,
        key,
        readInline(() => doubt(reader), value),
      );
      reader.at++;
      continue;
    }
    reader.at++;
    addField(builder, key, value === '' ? readBelow(reader) : readContinued(reader, value));
  }
  return {...builder, firstDoubt: reader.firstDoubt};
};
