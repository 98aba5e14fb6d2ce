/**
 * XML as feeds have it, well-formed or not, as a tree: what is missing is supplied, what cannot be is left out, and a
 * document that was cut gives what stood before the cut. One pass, in time and memory that grow with the text.
 */
import {Tokenizer} from 'htmlparser2';
import {baseWithin} from './addresses.ts';
import {attributeName, elementName, outermostScope, type Scope, scopeOf} from './namespaces.ts';
import {xmlEntities} from './xml-entities.ts';

export interface XmlElement {
  /** As `namespaces.ts` knows it. */
  readonly name: string;
  /** By name, prefixes as `namespaces.ts` knows them. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
  /** What addresses in it are relative to, by its `xml:base` and those around it. */
  readonly base?: string;
  /** By its `xml:lang` or the one around it. */
  readonly lang?: string;
  /** Its end was found, or that of an element around it. */
  readonly isWhole: boolean;
}

type Growing = XmlElement & {children: (XmlElement | string)[]; isWhole: boolean};

interface Open {
  readonly tag: string;
  readonly element: Growing;
  readonly scope: Scope;
}

/** Deeper elements lose their tags, their text stays: whoever walks the tree may do so by recursion. */
const deepest = 200;

/** These never stand in one another: where one starts, an earlier one that nobody ended is over. */
const siblings: ReadonlySet<string> = new Set(['item', 'entry', 'atom:entry']);

const noAttributes: ReadonlyMap<string, string> = new Map();

/** By prefix, the addresses of namespaces that the attributes of an element declare. */
const declarations = (written: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
  const declared = new Map<string, string>();
  for (const [name, value] of written) {
    if (name === 'xmlns') declared.set('', value);
    else if (name.startsWith('xmlns:')) declared.set(name.slice(6), value);
  }
  return declared;
};

const elementOf = (
  name: string,
  attributes: ReadonlyMap<string, string>,
  around: {readonly base?: string; readonly lang?: string},
): Growing => {
  const base = baseWithin(around.base, attributes.get('xml:base'));
  const lang = attributes.get('xml:lang') ?? around.lang;
  return {
    ...{name, attributes, children: [], isWhole: false},
    ...(base !== undefined && {base}),
    ...(lang !== undefined && {lang}),
  };
};

/**
 * @param base the address that the document came from
 * @returns an element without a name around all that the document holds
 */
export const readXml = (text: string, {base}: {readonly base?: string} = {}): XmlElement => {
  const entities = xmlEntities();
  const document = elementOf('', noAttributes, base === undefined ? {} : {base});
  const stack: Open[] = [{tag: '', element: document, scope: outermostScope()}];
  /** How many of a tag are open, so that an end without a start costs nothing. */
  const opened = new Map<string, number>();
  let tag = '';
  let key = '';
  let written: Map<string, string> | undefined;

  const top = (): Open => stack.at(-1) as Open;

  const close = (name: string): void => {
    if ((opened.get(name) ?? 0) === 0) return;
    for (let last = stack.pop(); last !== undefined; last = stack.pop()) {
      last.element.isWhole = true;
      opened.set(last.tag, (opened.get(last.tag) ?? 1) - 1);
      if (last.tag === name) return;
    }
  };

  const open = (): void => {
    if (siblings.has(tag)) close(tag);
    const {element: parent, scope: around} = top();
    opened.set(tag, (opened.get(tag) ?? 0) + 1);
    if (stack.length > deepest) {
      stack.push({tag, element: parent, scope: around});
      return;
    }
    const scope = scopeOf(tag, written === undefined ? noAttributes : declarations(written), {
      around,
      isRoot: stack.length === 1,
    });
    const attributes =
      written === undefined
        ? noAttributes
        : new Map([...written].map(([name, value]) => [attributeName(name, scope), value] as const));
    const element = elementOf(elementName(tag, scope), attributes, parent);
    parent.children.push(element);
    stack.push({tag, element, scope});
  };

  const add = (piece: string): void => {
    if (piece !== '') top().element.children.push(piece);
  };

  const tokenizer = new Tokenizer(
    {xmlMode: true, decodeEntities: false},
    {
      onopentagname: (start, end) => {
        tag = text.slice(start, end).toLowerCase();
        written = undefined;
      },
      onattribname: (start, end) => {
        key = text.slice(start, end).toLowerCase();
      },
      onattribdata: (start, end) => {
        written ??= new Map();
        if (!written.has(key)) written.set(key, entities.decode(text.slice(start, end)));
      },
      onattribend: () => undefined,
      onattribentity: () => undefined,
      onopentagend: open,
      onselfclosingtag: () => {
        open();
        close(tag);
      },
      onclosetag: (start, end) => close(text.slice(start, end).trim().toLowerCase()),
      ontext: (start, end) => add(entities.decode(text.slice(start, end))),
      ontextentity: () => undefined,
      oncdata: (start, end, offset) => add(text.slice(start, end - offset)),
      oncomment: () => undefined,
      ondeclaration: (start, end) => entities.define(text.slice(start, Math.min(end, start + 2000))),
      onprocessinginstruction: () => undefined,
      onend: () => undefined,
    },
  );
  tokenizer.write(text);
  tokenizer.end();
  return document;
};

export const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string';

/** Those of its direct children that have one of the names. */
export const childrenNamed = (element: XmlElement, ...names: readonly string[]): readonly XmlElement[] =>
  element.children.filter((child): child is XmlElement => isElement(child) && names.includes(child.name));

const gather = ({children}: XmlElement, into: string[]): void => {
  for (const child of children) {
    if (isElement(child)) gather(child, into);
    else into.push(child);
  }
};

/** All text in it, without space around it. */
export const textOf = (element: XmlElement): string => {
  const [only] = element.children;
  if (element.children.length === 1 && typeof only === 'string') return only.trim();
  const pieces: string[] = [];
  gather(element, pieces);
  return pieces.join('').trim();
};

/** The text of the first child that has any, by the first of the names that gives one. */
export const textNamed = (element: XmlElement, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    for (const child of childrenNamed(element, name)) {
      const text = textOf(child);
      if (text !== '') return text;
    }
  }
  return undefined;
};
