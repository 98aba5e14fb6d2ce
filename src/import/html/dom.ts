/**
 * The document of an HTML page, as linkedom makes it: parsed, never run. What of the DOM is used here is declared here,
 * so that the rest of the program does not see a browser's names.
 */
import {DOMParser} from 'linkedom';
import {AppError} from '../../core/errors.ts';
import {withShallowNesting} from './nesting.ts';

export interface HtmlNode {
  /** 1 an element, 3 text; see `isElement` and `isText`. */
  readonly nodeType: number;
  readonly parentNode: HtmlElement | null;
  readonly nextSibling: HtmlNode | null;
  readonly previousSibling: HtmlNode | null;
  readonly textContent: string;
  remove(): void;
  before(...nodes: readonly HtmlNode[]): void;
}

export interface HtmlText extends HtmlNode {
  data: string;
}

export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  readonly ownerDocument: HtmlDocument;
  readonly firstChild: HtmlNode | null;
  readonly nextElementSibling: HtmlElement | null;
  readonly previousElementSibling: HtmlElement | null;
  readonly childNodes: Iterable<HtmlNode>;
  readonly children: Iterable<HtmlElement>;
  readonly innerHTML: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  getAttributeNames(): readonly string[];
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  getElementsByTagName(name: string): Iterable<HtmlElement>;
  contains(node: HtmlNode): boolean;
  append(...nodes: readonly HtmlNode[]): void;
  replaceWith(...nodes: readonly HtmlNode[]): void;
}

export interface HtmlDocument extends HtmlElement {
  readonly documentElement: HtmlElement;
  readonly body: HtmlElement;
  readonly head: HtmlElement;
  createElement(name: string): HtmlElement;
  createTextNode(text: string): HtmlText;
}

export const isElement = (node: HtmlNode): node is HtmlElement => node.nodeType === 1;
export const isText = (node: HtmlNode): node is HtmlText => node.nodeType === 3 || node.nodeType === 4;

/** Pieces of any length may be converted. */
const longest = 32_000_000;
const mostElements = 250_000;

/** Elements of a page that is searched for its article, which takes longer. The largest pages of newspapers have some 15,000. */
export const mostOfPage = 50_000;

const opening = /<[a-z]/gi;

const countOpenings = (html: string): number => {
  let count = 0;
  opening.lastIndex = 0;
  while (opening.test(html)) count++;
  return count;
};

/** A page that leaves its body out gets one: linkedom makes no element that is not written. */
const ensureBody = (document: HtmlDocument): void => {
  const root = document.documentElement;
  const inRoot = [...root.childNodes];
  if (inRoot.some(node => isElement(node) && (node.localName === 'body' || node.localName === 'frameset'))) return;
  const body = document.createElement('body');
  for (const node of inRoot) if (!(isElement(node) && node.localName === 'head')) body.append(node);
  root.append(body);
};

const parse = (html: string): HtmlDocument =>
  new DOMParser().parseFromString(html, 'text/html') as unknown as HtmlDocument;

/**
 * A page, or a piece of one, as a document with a root and a body.
 * @param most elements that it may have
 * @throws AppError for what is larger
 */
export const parseHtml = (html: string, most = mostElements): HtmlDocument => {
  if (html.length > longest || countOpenings(html) > most)
    throw new AppError('nothing-found', 'this page is too large for an article', {
      hint: `what has up to ${longest / 1e6} million characters and ${most} elements can be imported`,
    });
  const shallow = withShallowNesting(html.replaceAll('\0', '').replace(/^\ufeff/, ''));
  const written = /<html[\s>]/i.test(shallow) ? parse(shallow) : undefined;
  const document =
    written?.documentElement?.localName === 'html'
      ? written
      : parse(`<html><head></head><body>${shallow}</body></html>`);
  ensureBody(document);
  return document;
};

/** The class names as one text; the property of SVG's elements is none. */
export const classOf = (element: HtmlElement): string => element.getAttribute('class') ?? '';
