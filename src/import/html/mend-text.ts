/**
 * Paragraphs that Readability leaves behind, though they stand between those it takes or in the very element that holds
 * them: it judges whole parts of a page by their class and length. They are put back where they stood.
 */
import type {HtmlElement, HtmlNode} from './dom.ts';
import {isProse, type TextBlock, textBlocks, weight} from './text-blocks.ts';

interface Placed {
  readonly block: TextBlock;
  /** What it stood in, and what that stood in, before anything was moved. */
  readonly holders: readonly HtmlElement[];
}

/** The paragraphs of a page, in order. */
export type PageProse = readonly Placed[];

const mostLinked = 0.3;

export const proseOf = (root: HtmlElement): PageProse =>
  textBlocks(root)
    .filter(block => isProse(block) && block.linked < mostLinked)
    .map(block => {
      const above = block.parent.parentNode;
      return {block, holders: above === null ? [block.parent] : [block.parent, above]};
    });

const size = (placed: readonly Placed[]): number => placed.reduce((sum, {block}) => sum + weight(block.text), 0);

/** Elements that hold several of the paragraphs themselves. */
const textHolders = (placed: readonly Placed[]): ReadonlySet<HtmlElement> => {
  const counts = new Map<HtmlElement, number>();
  for (const {block} of placed) counts.set(block.parent, (counts.get(block.parent) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 2).map(([holder]) => holder));
};

/** @param before the paragraphs of the page that `main` was found in */
export const mendText = (main: HtmlElement, before: PageProse): void => {
  const kept = new Map(textBlocks(main).map(block => [block.text, block]));
  const isKept = ({block}: Placed) => kept.has(block.text);
  const found = before.filter(isKept);
  const first = before.findIndex(isKept);
  const last = before.findLastIndex(isKept);
  const holders = textHolders(found);
  const missing = before.filter((placed, index) => {
    const isBetween = index > first && index < last;
    return !isKept(placed) && (isBetween || placed.holders.some(holder => holders.has(holder)));
  });
  // Where more is missing than was found, something else was found.
  if (found.length === 0 || size(missing) > size(found)) return;
  const isMissing = new Set(missing);
  let next: HtmlNode | undefined;
  for (const placed of [...before].reverse()) {
    const {nodes, text} = placed.block;
    if (isMissing.has(placed)) {
      if (next?.parentNode) next.before(...nodes);
      else main.append(...nodes);
      next = nodes[0];
    } else next = kept.get(text)?.nodes[0] ?? next;
  }
};
