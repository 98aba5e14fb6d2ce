/**
 * Which charset a document says it is in: its byte order mark, the header it came with, its XML declaration and its
 * `<meta>`. What the words mean is the Encoding Standard's (encoding.spec.whatwg.org), as `TextDecoder` knows it.
 */

export interface ByteOrderMark {
  readonly charset: string;
  readonly length: number;
}

/** UTF-32 goes first: its little-endian mark begins as UTF-16's does. */
const marks: readonly {readonly charset: string; readonly bytes: readonly number[]}[] = [
  {charset: 'utf-32le', bytes: [0xff, 0xfe, 0, 0]},
  {charset: 'utf-32be', bytes: [0, 0, 0xfe, 0xff]},
  {charset: 'utf-8', bytes: [0xef, 0xbb, 0xbf]},
  {charset: 'utf-16le', bytes: [0xff, 0xfe]},
  {charset: 'utf-16be', bytes: [0xfe, 0xff]},
];

export const byteOrderMark = (bytes: Uint8Array): ByteOrderMark | undefined => {
  const mark = marks.find(({bytes: start}) => start.every((byte, at) => bytes[at] === byte));
  return mark && {charset: mark.charset, length: mark.bytes.length};
};

/** Names that are met and that the standard leaves out. */
const furtherLabels: Readonly<Record<string, string>> = {
  'x-user-defined': 'windows-1252',
  ansi: 'windows-1252',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  cp936: 'gbk',
  ms936: 'gbk',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  cp950: 'big5',
  utf8mb4: 'utf-8',
  u8: 'utf-8',
  u16: 'utf-16le',
  utf16: 'utf-16le',
  'utf-32': 'utf-32le',
  utf32: 'utf-32le',
  'utf-32le': 'utf-32le',
  'utf-32be': 'utf-32be',
};

/** @returns the standard's name of a charset in lower case, nothing for a label that means none */
export const charsetOfLabel = (label: string): string | undefined => {
  const plain = label.trim().toLowerCase();
  const further = furtherLabels[plain.replaceAll('_', '-')];
  if (further !== undefined) return further;
  for (const spelling of [plain, plain.replaceAll('_', '-')]) {
    try {
      return new TextDecoder(spelling).encoding;
    } catch {
      // An unknown label.
    }
  }
  return undefined;
};

const charsetParameter = /charset\s*=\s*(?:"([^"]{0,100})"|'([^']{0,100})'|([^\s;"']{1,100}))/i;

/** The label in `text/html; charset=utf-8`, as it is written there. */
export const labelOfContentType = (value: string): string | undefined => {
  const [, double, single, bare] = charsetParameter.exec(value.slice(0, 1000)) ?? [];
  return double ?? single ?? bare;
};

/** Where a label must stand. The standard asks for 1024 bytes; pages are met whose scripts and comments push it further. */
const labelsWithin = 4096;

const startOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, labelsWithin)).toString('latin1');

const xmlDeclaration = /^\s*<\?xml\s[^>]{0,500}?\bencoding\s*=\s*(?:"([^"]{0,100})"|'([^']{0,100})')/;

const labelOfXml = (start: string): string | undefined => {
  const [, double, single] = xmlDeclaration.exec(start) ?? [];
  return double ?? single;
};

const tagStart = /<!--|<\/?[a-z]|<[!/?]/gi;
const attribute = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?/gy;

/** The attributes of the tag whose name ends at `at`, the first of each name, and where they end. */
const attributesAt = (start: string, at: number): {values: Map<string, string>; end: number} => {
  const values = new Map<string, string>();
  attribute.lastIndex = at;
  let end = at;
  for (let match = attribute.exec(start); match !== null; match = attribute.exec(start)) {
    const name = (match[1] ?? '').toLowerCase();
    if (!values.has(name)) values.set(name, match[2] ?? match[3] ?? match[4] ?? '');
    end = attribute.lastIndex;
  }
  return {values, end};
};

const labelOfMeta = (values: ReadonlyMap<string, string>): string | undefined => {
  const isContentType = values.get('http-equiv')?.trim().toLowerCase() === 'content-type';
  return values.get('charset') ?? (isContentType ? labelOfContentType(values.get('content') ?? '') : undefined);
};

/**
 * The first `<meta>` that names a known charset, outside of comments and of other tags' attributes.
 * The Web's "prescan a byte stream to determine its encoding", html.spec.whatwg.org § 13.2.3.2.
 */
const labelOfHtml = (start: string): string | undefined => {
  tagStart.lastIndex = 0;
  for (let match = tagStart.exec(start); match !== null; match = tagStart.exec(start)) {
    if (match[0] === '<!--') {
      const end = start.indexOf('-->', match.index + 2);
      if (end < 0) return undefined;
      tagStart.lastIndex = end + 3;
      continue;
    }
    if (!/[a-z]$/i.test(match[0])) {
      const end = start.indexOf('>', match.index);
      if (end < 0) return undefined;
      tagStart.lastIndex = end + 1;
      continue;
    }
    const nameEnd = /[\s/>]|$/g;
    nameEnd.lastIndex = match.index + 1 + (match[0].startsWith('</') ? 1 : 0);
    const at = nameEnd.exec(start)?.index ?? start.length;
    const {values, end} = attributesAt(start, at);
    tagStart.lastIndex = end;
    if (start.slice(match.index, at).toLowerCase() !== '<meta') continue;
    const label = labelOfMeta(values);
    if (label !== undefined && charsetOfLabel(label) !== undefined) return label;
  }
  return undefined;
};

/** Kinds of documents, by where they name their charset. */
export type DocumentKind = 'html' | 'xml' | 'text';

/** The label that a document in a superset of ASCII gives itself, as it is written there. */
export const labelWithin = (bytes: Uint8Array, kind: DocumentKind): string | undefined => {
  if (kind === 'text') return undefined;
  const start = startOf(bytes);
  return (kind === 'html' ? labelOfHtml(start) : undefined) ?? labelOfXml(start);
};
