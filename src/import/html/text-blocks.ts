/** The paragraphs, headings and items that an element holds, in order: what judging an article's text goes by. */
import {type HtmlElement, type HtmlNode, isElement, isText} from './dom.ts';
import {blockElements, blockHolders, silentElements} from './elements.ts';

export interface TextBlock {
  /** The nodes that make it up: one element, or a run of text between two. */
  readonly nodes: readonly HtmlNode[];
  /** What the nodes stand in. */
  readonly parent: HtmlElement;
  /** The innermost block element: `p`, `h2`, `li`, `td`, `figcaption`, `div`. */
  readonly kind: string;
  /** White space folded. Never empty. */
  readonly text: string;
  /** The part of the text that is in links, 0 to 1. */
  readonly linked: number;
  /** The figure, table, quotation, code or list of terms it stands in, where lines are short for other reasons: `figure`. */
  readonly apart: string | undefined;
}

const settingApart: ReadonlySet<string> = new Set(['figure', 'table', 'blockquote', 'pre', 'dl']);

export const foldSpace = (text: string): string => text.replace(/[\s\u00a0\u200b]+/g, ' ').trim();

/** Characters of text in each element, white space aside; what is not for reading counts as none. */
export const textLengths = (root: HtmlElement): ReadonlyMap<HtmlElement, number> => {
  const lengths = new Map<HtmlElement, number>();
  const measure = (element: HtmlElement): number => {
    let length = 0;
    for (const child of element.childNodes)
      if (isText(child)) length += child.data.trim().length;
      else if (isElement(child) && !silentElements.has(child.localName)) length += measure(child);
    lengths.set(element, length);
    return length;
  };
  measure(root);
  return lengths;
};

const readText = (nodes: Iterable<HtmlNode>, isLinked: boolean, into: {text: string[]; linked: number}): void => {
  for (const node of nodes)
    if (isText(node)) {
      into.text.push(node.data);
      if (isLinked) into.linked += foldSpace(node.data).length;
    } else if (isElement(node) && !silentElements.has(node.localName)) {
      if (node.localName === 'br') into.text.push(' ');
      readText(node.childNodes, isLinked || node.localName === 'a', into);
    }
};

export const textBlocks = (root: HtmlElement): readonly TextBlock[] => {
  const holders = blockHolders(root);
  const blocks: TextBlock[] = [];
  const add = (
    nodes: readonly HtmlNode[],
    parent: HtmlElement,
    kind: string,
    apart: string | undefined,
    isLinked: boolean,
  ) => {
    const read = {text: [], linked: 0};
    readText(nodes, isLinked, read);
    const text = foldSpace(read.text.join(''));
    if (text === '') return;
    blocks.push({nodes, parent, kind, text, linked: Math.min(1, read.linked / text.length), apart});
  };
  const visit = (parent: HtmlElement, apart: string | undefined, isLinked: boolean): void => {
    let run: HtmlNode[] = [];
    const endRun = () => {
      if (run.length > 0) add(run, parent, parent.localName, apart, isLinked);
      run = [];
    };
    for (const node of parent.childNodes) {
      const isBlock = isElement(node) && (blockElements.has(node.localName) || holders.has(node));
      if (!isBlock) {
        run.push(node);
        continue;
      }
      endRun();
      if (silentElements.has(node.localName)) continue;
      const within = apart ?? (settingApart.has(node.localName) ? node.localName : undefined);
      const isInLink = isLinked || node.localName === 'a';
      if (holders.has(node)) visit(node, within, isInLink);
      else add([node], parent, node.localName, within, isInLink);
    }
    endRun();
  };
  visit(root, undefined, false);
  return blocks;
};

const media: ReadonlySet<string> = new Set(['img', 'amp-img', 'iframe', 'video', 'audio']);

const isEmpty = (element: HtmlElement): boolean => {
  for (const node of element.childNodes) {
    if (isText(node) && node.data.trim() !== '') return false;
    if (isElement(node) && (media.has(node.localName) || !isEmpty(node))) return false;
  }
  return true;
};

/** Takes a block out, and what held nothing else. */
export const removeBlock = ({nodes, parent}: TextBlock, root: HtmlElement): void => {
  for (const node of nodes) node.remove();
  let holder: HtmlElement | null = parent;
  while (holder !== null && holder !== root && isEmpty(holder)) {
    const above: HtmlElement | null = holder.parentNode;
    holder.remove();
    holder = above;
  }
};

const dense = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]/g;
const sentenceEnd = /[.!?…。！？؟।]["'”’»」』)\]]*(?:\s|$)/;

/** Characters, those of Chinese, Japanese and Korean counted as two and a half: they say as much. */
export const weight = (text: string): number => text.length + 1.5 * (text.match(dense)?.length ?? 0);

/** Whether a block reads as the text of an article does: whole sentences, few of their words links. */
export const isProse = ({text, linked, kind}: TextBlock): boolean => {
  const size = weight(text);
  return (
    linked < 0.5 &&
    kind !== 'figcaption' &&
    !/^h[1-6]$/.test(kind) &&
    size >= 60 &&
    (size >= 200 || sentenceEnd.test(text))
  );
};

/** Characters of an element that read as the text of an article. */
export const proseLength = (root: HtmlElement): number =>
  textBlocks(root)
    .filter(isProse)
    .reduce((sum, {text}) => sum + weight(text), 0);
