/**
 * The running text of HTML as Markdown. It is taken apart into spans first, each with all its marks, so that white space
 * is folded across elements, marks that stand side by side become one, and none is opened where CommonMark would not
 * take it for one (§6.2, left- and right-flanking delimiter runs).
 */
import {resolveAddress} from './addresses.ts';
import {type HtmlElement, type HtmlNode, isElement, isText} from './dom.ts';
import {isHidden, silentElements} from './elements.ts';
import {escapeLineStart, escapeTarget, escapeText} from './markdown-escape.ts';

interface Marks {
  readonly strong?: true;
  readonly em?: true;
  readonly strike?: true;
  readonly code?: true;
  readonly href?: string;
}

interface Piece {
  text: string;
  readonly marks: Marks;
}

type Span = Piece | 'break';

export interface InlineContext {
  readonly base: string | undefined;
  /** A link around it all. */
  readonly href?: string | undefined;
  /** It is bold as a whole, as headings are, so that nothing in it need be. */
  readonly isBold?: boolean | undefined;
}

const elementMarks: Readonly<Record<string, Marks>> = {
  ...{b: {strong: true}, strong: {strong: true}},
  ...{i: {em: true}, em: {em: true}, cite: {em: true}, dfn: {em: true}, var: {em: true}},
  ...{s: {strike: true}, del: {strike: true}, strike: {strike: true}},
  ...{code: {code: true}, tt: {code: true}, samp: {code: true}},
};

/** Text that an element stands for beside its content. */
const around: Readonly<Record<string, readonly [string, string]>> = {q: ['“', '”'], rt: ['(', ')']};

const linkOf = (element: HtmlElement, base: string | undefined): string | undefined => {
  const href = element.getAttribute('href') ?? '';
  return href.startsWith('#') ? undefined : resolveAddress(href, base);
};

const marksOf = (element: HtmlElement, marks: Marks, {base, isBold}: InlineContext): Marks => {
  const added = elementMarks[element.localName];
  if (added !== undefined) return isBold && added.strong ? marks : {...marks, ...added};
  const href = element.localName === 'a' && marks.href === undefined ? linkOf(element, base) : undefined;
  return href === undefined ? marks : {...marks, href};
};

const collect = (nodes: Iterable<HtmlNode>, marks: Marks, context: InlineContext, spans: Span[]): void => {
  for (const node of nodes) {
    if (isText(node)) spans.push({text: node.data.replace(/\u00ad/g, ''), marks});
    if (!isElement(node) || silentElements.has(node.localName) || isHidden(node)) continue;
    if (node.localName === 'br') spans.push('break');
    else {
      const [before, after] = around[node.localName] ?? [];
      if (before !== undefined) spans.push({text: before, marks});
      collect(node.childNodes, marksOf(node, marks, context), context, spans);
      if (after !== undefined) spans.push({text: after, marks});
    }
  }
};

const isSame = (one: Marks, other: Marks): boolean =>
  one.strong === other.strong &&
  one.em === other.em &&
  one.strike === other.strike &&
  one.code === other.code &&
  one.href === other.href;

/** One line's spans with white space folded, those of the same marks joined. */
const foldLine = (spans: readonly Piece[]): Piece[] => {
  const line: Piece[] = [];
  let endsInSpace = true;
  for (const {text, marks} of spans) {
    const folded: string = text.replace(/[ \t\r\n\f]+/g, ' ');
    const rest: string = endsInSpace && folded.startsWith(' ') ? folded.slice(1) : folded;
    if (rest === '') continue;
    endsInSpace = rest.endsWith(' ');
    const last = line.at(-1);
    // Space carries no mark: between two words in bold it must not part them.
    if (last !== undefined && (isSame(last.marks, marks) || (rest === ' ' && !marks.code))) last.text += rest;
    else line.push({text: rest, marks: rest === ' ' ? {} : marks});
  }
  return line;
};

const codeSpan = (text: string): string => {
  const longest = [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .*[^ ].* $/.test(text) ? ' ' : '';
  return fence + pad + text + pad + fence;
};

const edges = (text: string): readonly [string, string, string] => {
  const inner = text.trim();
  const start = text.indexOf(inner);
  return inner === '' ? [text, '', ''] : [text.slice(0, start), inner, text.slice(start + inner.length)];
};

const isSpaceAt = (character: string): boolean => character === '' || /\s/.test(character);
const isPunctuation = (character: string): boolean => /[\p{P}\p{S}]/u.test(character);

/** Whether marks can open before `inner` and close after it, given what stands around them. */
const canMark = (before: string, inner: string, after: string): boolean => {
  const first = [...inner.slice(0, 2)][0] ?? '';
  const last = [...inner.slice(-2)].at(-1) ?? '';
  const opens = !isPunctuation(first) || isSpaceAt(before) || isPunctuation(before);
  const closes = !isPunctuation(last) || isSpaceAt(after) || isPunctuation(after);
  return opens && closes && !'*~_\\'.includes(before || ' ');
};

const delimiters = (marks: Marks): string =>
  (marks.strike ? '~~' : '') + (marks.strong ? '**' : '') + (marks.em ? '*' : '');

const firstCharacter = (text: string): string => [...text.slice(0, 2)][0] ?? '';
const lastCharacter = (text: string): string => [...text.slice(-2)].at(-1) ?? '';

/**
 * Spans that share a link, or have none.
 * @param around the characters before and after them
 */
const writeSpans = (spans: readonly Piece[], around: {before: string; after: string}): string => {
  const written: string[] = [];
  let before = around.before;
  for (const [index, {text: found, marks}] of spans.entries()) {
    const [lead, inner, trail] = edges(found);
    const next = spans[index + 1];
    const after = trail || (next === undefined ? around.after : next.marks.code ? '`' : next.text);
    const text = escapeText(inner, /^[^\s]/.test(after));
    // marked takes backslashes off the brackets of a label before it reads the label.
    const escaped = marks.code ? codeSpan(inner) : marks.href === undefined ? text : text.replaceAll('\\[', '&#91;');
    const mark = marks.code || inner === '' ? '' : delimiters(marks);
    const isMarked = mark !== '' && canMark(lastCharacter(lead) || before, escaped, firstCharacter(after));
    const span = lead + (isMarked ? mark + escaped + [...mark].reverse().join('') : inner && escaped) + trail;
    written.push(span);
    before = lastCharacter(span) || before;
  }
  return written.join('');
};

/** A line of the text. Links go around marks. */
const writeLine = (line: readonly Piece[]): string => {
  const written: string[] = [];
  for (let from = 0; from < line.length; ) {
    const href = line[from]?.marks.href;
    let to = from + 1;
    while (to < line.length && line[to]?.marks.href === href) to++;
    const run = line.slice(from, to);
    from = to;
    const last = written.at(-1) ?? '';
    if (href === undefined) {
      const isLinkNext = to < line.length;
      const text = writeSpans(run, {before: lastCharacter(last), after: isLinkNext ? '[' : ''});
      // An exclamation mark would make a picture of the link behind it.
      written.push(isLinkNext && text.endsWith('!') ? `${text.slice(0, -1)}\\!` : text);
      continue;
    }
    const [lead, label, trail] = edges(writeSpans(run, {before: '[', after: ']'}));
    written.push(label === '' ? lead + trail : `${lead}[${label}](${escapeTarget(href)})${trail}`);
  }
  return written.join('').trim();
};

/** The lines of running text, a line for each line break; empty ones included. None is escaped at its start. */
export const inlineLines = (nodes: Iterable<HtmlNode>, context: InlineContext): readonly string[] => {
  const spans: Span[] = [];
  collect(nodes, context.href === undefined ? {} : {href: context.href}, context, spans);
  const lines: Piece[][] = [[]];
  for (const span of spans)
    if (span === 'break') lines.push([]);
    else lines.at(-1)?.push(span);
  return lines.map(line => writeLine(foldLine(line)));
};

/** On one line: for headings, captions and the cells of tables. */
export const inlineText = (nodes: Iterable<HtmlNode>, context: InlineContext): string =>
  inlineLines(nodes, context).filter(Boolean).join(' ');

/** As paragraphs: an empty line, as two line breaks make it, parts two of them. */
export const paragraphs = (nodes: Iterable<HtmlNode>, context: InlineContext): readonly string[] => {
  const found: string[][] = [[]];
  for (const line of inlineLines(nodes, context))
    if (line !== '') found.at(-1)?.push(escapeLineStart(line));
    else if (found.at(-1)?.length) found.push([]);
  return found.filter(lines => lines.length > 0).map(lines => lines.join('\\\n'));
};
