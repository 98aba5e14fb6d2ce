/**
 * One quick pass over a Markdown body that tells its text from its link targets. It knows just enough of Markdown, HTML,
 * Obsidian, Hugo and Liquid for comparing thousands of articles; what a reader sees goes through the real lexer. Linear:
 * every look-ahead is bounded, or remembers that it failed.
 */
import {decodeEntities} from './entities.ts';

/** What the pass reports, in order. Without `text` or `link` nobody asked for it. */
export interface BodySink {
  /** A piece of text, entities decoded; a newline stands where a block ends, a space where a line does. */
  readonly text?: (piece: string) => void;
  /** What is shown letter for letter: code blocks, and addresses that stand in the text. */
  readonly verbatim?: (piece: string) => void;
  /** What a code span says; it is text unless this is asked for. */
  readonly code?: (piece: string) => void;
  /** The address of a link, entities decoded; `wiki:…` and `ref:…` as `core/links.ts` takes them. Pictures are no links. */
  readonly link?: (address: string) => void;
}

interface Scan {
  readonly body: string;
  readonly sink: BodySink;
  /** The `[` that are open in this paragraph: true for a picture's. */
  openers: boolean[];
  /** Closing marks that were looked for in vain: they occur nowhere further on. */
  readonly missing: Set<string>;
}

const lineStart = /[ \t]*(?:(?:>|[-*+](?=[ \t\n])|#{1,6}(?=[ \t])|\d{1,9}[.)](?=[ \t])|\|)[ \t]*)*/y;
const listItem = /[-*+\d]/;
const fence = /(`{3,})(?=[^`\n]*(?:\n|$))|~{3,}/y;
const definition = /\[(?!\^)[^\]\n]{1,999}\]:[ \t]*\n?[ \t]*(?:<([^<>\n]{1,2000})>|([^\s<]\S{0,1999}))[^\n]*/y;
const footnote = /\[\^[^[\]\s]{1,200}\]:?/y;
const wikiLink = /\[\[([^[\]\n|]{1,500}?)(?:\\?\|([^[\]\n]{0,500}))?\]\]/y;
const destination =
  /\([ \t\n]{0,20}(?:<([^<>\n]{0,2000})>|(\{(?:\{[<%]|%)[^{}]{0,500}[%}]\}[^\s()]{0,500}|(?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))*))(?:[ \t\n]{1,20}(?:"[^"]{0,300}"|'[^']{0,300}'|\([^)]{0,300}\)))?[ \t\n]{0,20}\)/y;
const label = /\[[^[\]]{0,999}\]/y;
const angleAddress = /<((?:https?|ftp|mailto):[^\s<>]{1,2000})>/iy;
const tag = /<(?:\/?[a-z]|[!?])(?:"[^"]{0,1000}"|'[^']{0,1000}'|[^<>"']){0,1000}>/iy;
const href = /^<a\s(?:[^>]*\s)?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const silentTag = /^<(script|style|pre|code|svg|math)\b/i;
const machineryTag = /^<(script|style|svg|math)\b/i;
const blockTag =
  /^<\/?(?:article|aside|blockquote|br|dd|div|dl|dt|fig|footer|h\d|hr|header|li|ol|p|section|t[dhr]|table|ul)\b/i;
const template = /\{(?:\{[<%]?|%)[^{}]{0,1000}[%}]\}/y;
const reference = /^\{(?:\{[<%]-?\s*(?:rel)?ref\s|%-?\s*(?:post_url|link)\s)\s*(?:path\s*=\s*)?["'`]?([^"'`\s>]+)/;
const bareAddress = /(?:https?:\/\/|www\.)[^\s<>`"]{1,2000}/iy;
const embeddedFile = /\.(?:avif|bmp|canvas|gif|jpe?g|mp[34]|pdf|png|svg|webm|webp)$/i;
/** Where the pass stops to look; everything between is text. */
const special = /[\n\\`[\]!<{%]|https?:\/\/|www\./gi;
/** What may end a code span: backticks, or with the paragraph. */
const backticksOrBlank = /(`+)|\n[ \t]*\n/g;
/** The longest code span. Bounded, or unlike runs of backticks would cost the square of their number. */
const codeReach = 2000;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** The end of what `close` closes, from `at` on; undefined when nothing does. */
const closedBy = ({body, missing}: Scan, close: string, at: number): number | undefined => {
  if (missing.has(close)) {
    return;
  }
  const found = body.indexOf(close, at);
  if (found === -1) {
    missing.add(close);
    return;
  }
  return found + close.length;
};

const reportLink = ({sink}: Scan, written: string): void => {
  const address = reference.exec(written)?.[1];
  sink.link?.(address === undefined ? decodeEntities(written.replace(/\\([!-/:-@[-`{-~])/g, '$1')) : `ref:${address}`);
};

/** A bare address ends before the punctuation of the sentence it stands in. */
const withoutPunctuation = (address: string): string => {
  const end = address.search(/[.,;:!?*_~'"\]]{0,9}$/);
  const cut = address.slice(0, end);
  return cut.endsWith(')') && !cut.includes('(') ? cut.slice(0, -1) : cut;
};

/** A rule reads what begins at `at` and returns where it ends; undefined: the character is text. */
type Rule = (scan: Scan, at: number) => number | undefined;

const readWikiLink = (scan: Scan, at: number, from: 'link' | 'embed'): number | undefined => {
  const match = matchAt(wikiLink, scan.body, at);
  const target = match?.[1]?.trim();
  if (match === null || target === undefined) {
    return;
  }
  if (from === 'link' || !embeddedFile.test(target)) {
    scan.sink.link?.(`wiki:${target}`);
    scan.sink.text?.(decodeEntities(match[2] ?? target));
  }
  return at + match[0].length;
};

const readAddress: Rule = (scan, at) => {
  if (/\w/.test(scan.body.charAt(at - 1))) {
    return;
  }
  const match = matchAt(bareAddress, scan.body, at);
  // What a link says is no link of its own.
  if (match === null || (scan.openers.length > 0 && match[0].includes(']('))) {
    return;
  }
  const address = withoutPunctuation(match[0]);
  reportLink(scan, /^w/i.test(address) ? `http://${address}` : address);
  scan.sink.verbatim?.(address);
  return at + address.length;
};

const readTag: Rule = (scan, at) => {
  const {body, sink} = scan;
  if (body.startsWith('<!--', at)) {
    return closedBy(scan, '-->', at);
  }
  const address = matchAt(angleAddress, body, at);
  if (address?.[1] !== undefined) {
    reportLink(scan, address[1]);
    sink.verbatim?.(address[1]);
    return at + address[0].length;
  }
  const match = matchAt(tag, body, at)?.[0];
  if (match === undefined) {
    return;
  }
  const target = href.exec(match);
  if (target !== null) {
    sink.link?.(decodeEntities(target[1] ?? target[2] ?? target[3] ?? '').trim());
  }
  sink.text?.(blockTag.test(match) ? '\n' : '');
  const end = at + match.length;
  const silent = (sink.verbatim === undefined ? silentTag : machineryTag).exec(match)?.[1];
  return silent === undefined ? end : (closedBy(scan, `</${silent}>`, end) ?? end);
};

const readCode: Rule = ({body, sink}, at) => {
  let length = 1;
  while (body.charAt(at + length) === '`') {
    length++;
  }
  const from = at + length;
  let run = matchAt(backticksOrBlank, body, from);
  while (run?.[1] !== undefined && run.index < from + codeReach) {
    const end = run.index + run[1].length;
    if (run[1].length === length) {
      (sink.code ?? sink.text)?.(body.slice(from, run.index));
      return end;
    }
    run = matchAt(backticksOrBlank, body, end);
  }
  return from;
};

const readClosingBracket: Rule = (scan, at) => {
  const isPicture = scan.openers.pop();
  if (isPicture === undefined) {
    return;
  }
  const target = matchAt(destination, scan.body, at + 1);
  if (target !== null) {
    if (!isPicture) {
      reportLink(scan, target[1] ?? target[2] ?? '');
    }
    return at + 1 + target[0].length;
  }
  return at + 1 + (matchAt(label, scan.body, at + 1)?.[0].length ?? 0);
};

const readOpeningBracket: Rule = (scan, at) => {
  const wiki = readWikiLink(scan, at, 'link');
  const mark = wiki ?? at + (matchAt(footnote, scan.body, at)?.[0].length ?? 0);
  if (mark === at) {
    scan.openers.push(false);
    return at + 1;
  }
  return mark;
};

const readPicture: Rule = (scan, at) => {
  if (scan.body.charAt(at + 1) !== '[') {
    return;
  }
  const embed = readWikiLink(scan, at + 1, 'embed');
  if (embed === undefined) {
    scan.openers.push(true);
  }
  return embed ?? at + 2;
};

const readTemplate: Rule = (scan, at) => {
  const match = matchAt(template, scan.body, at)?.[0];
  if (match === undefined) {
    return;
  }
  if (reference.test(match)) {
    reportLink(scan, match);
  }
  return at + match.length;
};

const rules: Readonly<Record<string, Rule>> = {
  '\\': ({body, sink}, at) => {
    sink.text?.(body.charAt(at + 1));
    return at + 2;
  },
  '`': readCode,
  '[': readOpeningBracket,
  ']': readClosingBracket,
  '!': readPicture,
  '<': readTag,
  '{': readTemplate,
  '%': (scan, at) => (scan.body.startsWith('%%', at) ? closedBy(scan, '%%', at + 2) : undefined),
};

/** Passes a fenced block whose opening fence is `opening`, standing at `at`; an unclosed one ends with the body. */
const afterFence = ({body, sink}: Scan, opening: string, at: number): number => {
  const isClosing = (line: string) => {
    const bare = line.replace(/^[ \t>]{0,20}/, '').trimEnd();
    return bare.length >= opening.length && bare === opening.charAt(0).repeat(bare.length);
  };
  const start = body.indexOf('\n', at);
  let from = start;
  while (from !== -1) {
    const to = body.indexOf('\n', from + 1);
    if (isClosing(body.slice(from + 1, to === -1 ? body.length : to))) {
      sink.verbatim?.(body.slice(start, from));
      return to === -1 ? body.length : to;
    }
    from = to;
  }
  if (start !== -1) sink.verbatim?.(body.slice(start));
  return body.length;
};

/** Where the inline text of the line at `at` begins, what is no text behind it. `line` keeps what the lines before say about this one. */
const readLineStart = (scan: Scan, at: number, line: {isAfterBlank: boolean; isInList: boolean}): number => {
  const {body, sink} = scan;
  const start = matchAt(lineStart, body, at)?.[0] ?? '';
  const from = at + start.length;
  const isBlank = from >= body.length || body.charAt(from) === '\n';
  const isIndented = /^(?: {4}| {0,3}\t)/.test(start);
  const wasAfterBlank = line.isAfterBlank;
  line.isAfterBlank = isBlank;
  if (at > 0) sink.text?.(isBlank || start.trim() !== '' ? '\n' : ' ');
  if (isBlank) {
    scan.openers = [];
    return from;
  }
  line.isInList = listItem.test(start) || (line.isInList && !(wasAfterBlank && start === ''));
  if (isIndented && wasAfterBlank && !line.isInList) {
    line.isAfterBlank = true;
    const next = body.indexOf('\n', from);
    const end = next === -1 ? body.length : next;
    sink.verbatim?.(body.slice(from, end));
    return end;
  }
  const opening = matchAt(fence, body, from)?.[0];
  if (opening !== undefined) {
    return afterFence(scan, opening, from);
  }
  const defined = matchAt(definition, body, from);
  if (defined !== null) {
    reportLink(scan, defined[1] ?? defined[2] ?? '');
    return from + defined[0].length;
  }
  return from;
};

/** Passes over a body once and reports its text and its link targets to `sink`. */
export const scanBody = (body: string, sink: BodySink): void => {
  const unix = body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
  const scan: Scan = {body: unix, sink, openers: [], missing: new Set()};
  const line = {isAfterBlank: true, isInList: false};
  let at = readLineStart(scan, 0, line);
  while (at < unix.length) {
    const found = matchAt(special, unix, at)?.index ?? unix.length;
    if (found > at) {
      sink.text?.(decodeEntities(unix.slice(at, found)));
    }
    const char = unix.charAt(found);
    if (char === '\n') {
      at = readLineStart(scan, found + 1, line);
      continue;
    }
    const end = (rules[char] ?? readAddress)(scan, found);
    if (end === undefined) {
      sink.text?.(char);
    }
    at = end ?? found + 1;
  }
};
