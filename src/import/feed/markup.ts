/**
 * Text in feeds: plain, HTML that was escaped, XHTML as elements, or either of them as base64. What comes out is HTML, or a
 * line of plain text; nothing is made safe here.
 */
import {decodeHTMLStrict} from 'entities/decode';
import {escapeText} from 'entities/escape';
import {paragraphsOf} from '../text-paragraphs.ts';
import {resolveAddress} from './addresses.ts';
import {lineOfHtml} from './html-line.ts';
import {isElement, textOf, type XmlElement} from './xml.ts';

export interface Markup {
  readonly html: string;
  /** What addresses in it are relative to. */
  readonly base?: string;
  /** As the feed says, in any form. */
  readonly lang?: string;
}

const emptyTags: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
const addressAttributes: ReadonlySet<string> = new Set(['href', 'src', 'poster', 'cite', 'data', 'longdesc']);

const escapeAttribute = (value: string): string => escapeText(value).replaceAll('"', '&quot;');

interface Writing {
  /** The base of the whole. */
  readonly base: string | undefined;
  /** Text is markup of its own here. */
  readonly isEscaped: boolean;
  readonly pieces: string[];
}

const writeElement = (element: XmlElement, writing: Writing): void => {
  const tag = element.name.slice(element.name.lastIndexOf(':') + 1);
  writing.pieces.push(`<${tag}`);
  for (const [name, value] of element.attributes) {
    if (name.startsWith('xml')) continue;
    const isElsewhere = element.base !== writing.base && addressAttributes.has(name);
    const written = isElsewhere ? resolveAddress(value, element.base) : value;
    writing.pieces.push(` ${name}="${escapeAttribute(written)}"`);
  }
  writing.pieces.push('>');
  writeChildren(element, writing);
  if (!emptyTags.has(tag)) writing.pieces.push(`</${tag}>`);
};

const writeChildren = ({children}: XmlElement, writing: Writing): void => {
  for (const child of children) {
    if (isElement(child)) writeElement(child, writing);
    else writing.pieces.push(writing.isEscaped ? child : escapeText(child));
  }
};

/** The one `div` that Atom puts around XHTML is no part of it. */
const withoutDiv = (element: XmlElement): XmlElement => {
  const filled = element.children.filter(child => isElement(child) || child.trim() !== '');
  const [only] = filled;
  return filled.length === 1 && only !== undefined && isElement(only) && /(?:^|:)div$/.test(only.name) ? only : element;
};

const isHtmlType = (type: string): boolean => /^(?:html|text\/html|xhtml|application\/xhtml\+xml)$/.test(type);
const isTextType = (type: string): boolean => /^(?:text|plain|text\/(?!html|xml)[\w.+-]{1,50})$/.test(type);
/** In Atom 1.0 these are base64 without being called so. */
const isBinaryType = (type: string): boolean => /^(?:application\/octet-stream$|image\/|audio\/|video\/)/.test(type);
const isXmlType = (type: string): boolean => /[/+]xml$/.test(type);

const decodeBase64 = (written: string): string | undefined => {
  const letters = written.replace(/\s+/g, '');
  if (letters === '' || !/^[A-Za-z\d+/_-]+={0,2}$/.test(letters)) return undefined;
  const text = new TextDecoder().decode(Buffer.from(letters, 'base64'));
  // A picture or a film is no text to read.
  return text.includes('\ufffd') || text.includes('\0') ? '' : text;
};

/** HTML without tags: paragraphs where lines are left empty between them. */
const withParagraphs = (html: string): string => {
  if (!/\n[ \t]*\r?\n/.test(html)) return html;
  return paragraphsOf(html)
    .map(paragraph => `<p>${paragraph.trim().replace(/\r?\n/g, '<br>')}</p>`)
    .join('\n');
};

export const htmlOfText = (text: string): string => withParagraphs(escapeText(text));

interface Construct {
  /** `guessed`: it may be either, and is taken for HTML. */
  readonly kind: 'text' | 'html' | 'guessed';
  readonly value: string;
}

const inlineXml = (element: XmlElement, isEscaped: boolean): string => {
  const pieces: string[] = [];
  writeChildren(element, {base: element.base, isEscaped, pieces});
  return pieces.join('').trim();
};

/** Markup that stands in it as elements, though the feed says nothing of them: text beside them may be escaped markup. */
const nakedXml = (element: XmlElement): string => {
  const pieces: string[] = [];
  for (const child of element.children) {
    if (isElement(child)) writeElement(child, {base: element.base, isEscaped: false, pieces});
    else pieces.push(child.includes('<') ? child : escapeText(child));
  }
  return pieces.join('').trim();
};

const ends = 'a|b|blockquote|div|em|figure|h[1-6]|i|li|ol|p|span|strong|table|ul';
const end = new RegExp(`</(?:${ends})>`, 'i');
const escapedEnd = new RegExp(`&lt;/(?:${ends})(?:&gt;|>)`, 'i');

const readConstruct = (element: XmlElement): Construct => {
  const type = (element.attributes.get('type') ?? '').trim().toLowerCase();
  const mode = element.attributes.get('mode')?.trim().toLowerCase();
  const isAtom = element.name.startsWith('atom:');
  const isMarkedUp = element.children.some(isElement);
  if (mode === 'base64' || (isAtom && isBinaryType(type) && !isMarkedUp)) {
    const value = decodeBase64(textOf(element));
    if (value !== undefined) return {kind: isTextType(type) ? 'text' : 'html', value};
  }
  if (isMarkedUp) {
    if (/xhtml/.test(type)) return {kind: 'html', value: inlineXml(withoutDiv(element), false)};
    return {kind: 'html', value: isAtom && isHtmlType(type) ? inlineXml(element, true) : nakedXml(element)};
  }
  const value = textOf(element);
  if (/xhtml/.test(type) && mode !== 'escaped') return {kind: 'html', value: escapeText(value)};
  // Atom without a type is text; who ends elements in it forgot to say that it is HTML.
  if (isAtom && type === '' && end.test(value)) return {kind: 'guessed', value};
  const isUntyped = (type === '' && mode !== 'escaped') || (isXmlType(type) && !isHtmlType(type));
  if (isTextType(type) || (isAtom && isUntyped)) return {kind: 'text', value};
  return {kind: isAtom && type !== '' ? 'html' : 'guessed', value};
};

/** As XML has them, ended where they start; in HTML they would take in what follows. */
const endedElement = /<(audio|canvas|iframe|object|script|style|textarea|title|video)\b([^<>]*)\/>/gi;
const tag = /<[a-z!/]/i;

/** Markup that was escaped twice, as some writers of RSS do: ends of elements, and no element. */
const withoutSecondEscape = (html: string): string =>
  escapedEnd.test(html) && !tag.test(html) ? decodeHTMLStrict(html) : html;

/** What an element holds, as HTML; undefined when that is nothing. */
export const markupOf = (element: XmlElement): Markup | undefined => {
  const {kind, value} = readConstruct(element);
  if (value === '') return undefined;
  const guessed = kind === 'guessed' ? withoutSecondEscape(value) : value;
  const isTagged = kind === 'html' || tag.test(guessed);
  const html = isTagged ? guessed.replace(endedElement, '<$1$2></$1>') : withParagraphs(guessed);
  return {
    html: kind === 'text' ? htmlOfText(value) : html,
    ...(element.base !== undefined && {base: element.base}),
    ...(element.lang !== undefined && element.lang !== '' && {lang: element.lang}),
  };
};

const markOnly = /&(?:#\d{2,6}|#x[\da-f]{2,5}|amp|quot|nbsp|[lr][sd]quo|[mn]dash|hellip);/i;

/** What an element holds, as one line of plain text. */
export const lineOf = (element: XmlElement): string => {
  const {kind, value} = readConstruct(element);
  if (kind === 'text') return value.replace(/\s+/g, ' ');
  const line = lineOfHtml(value, {isGuessed: kind === 'guessed'});
  // Escaped once more than even HTML asks for, as some writers of RSS do.
  return kind === 'guessed' && markOnly.test(line) ? lineOfHtml(line, {isGuessed: true}) : line;
};
