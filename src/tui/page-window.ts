/**
 * Arithmetic of the window onto a page whose blocks are drawn when they come into view: only those in the window, and
 * those that are passed on the way, are drawn. Of the others the height is a guess, which progress may use.
 */
import type {ArticlePage, PageBlock} from '../render/article-page.ts';

/** A line of a page. */
export interface Spot {
  readonly block: number;
  /** From 0: the blank lines before the block, then its own. */
  readonly line: number;
}

type Page = Pick<ArticlePage, 'blocks'>;

export const pageStart: Spot = {block: 0, line: 0};

/** Lines of a block, the blank ones before it among them; draws it. */
export const drawnHeight = (block: PageBlock): number => {
  const {lines, gap} = block.draw();
  return lines.length === 0 ? 0 : gap + lines.length;
};

const heightAt = ({blocks}: Page, index: number): number => {
  const block = blocks[index];
  return block === undefined ? 0 : drawnHeight(block);
};

const guessedHeight = (block: PageBlock): number => (block.isDrawn ? drawnHeight(block) : block.estimate);

/** Lines above a spot, as far as one knows without drawing. */
export const linesAbove = ({blocks}: Page, {block, line}: Spot): number => {
  let above = line;
  for (let index = 0; index < block; index++) {
    const passed = blocks[index];
    if (passed !== undefined) above += guessedHeight(passed);
  }
  return above;
};

export const isBefore = (one: Spot, other: Spot): boolean =>
  one.block < other.block || (one.block === other.block && one.line < other.line);

/** The spot so many lines further on, or back for a negative number; the first or last line where there are fewer. */
export const advance = (page: Page, {block, line}: Spot, by: number): Spot => {
  let index = block;
  let rest = line + by;
  while (rest < 0 && index > 0) rest += heightAt(page, --index);
  while (index < page.blocks.length - 1 && rest >= heightAt(page, index)) rest -= heightAt(page, index++);
  return {block: index, line: Math.max(0, Math.min(rest, heightAt(page, index) - 1))};
};

/** The lowest spot from which the page still fills `height` lines. */
export const pageEnd = (page: Page, height: number): Spot => {
  let missing = height;
  for (let index = page.blocks.length - 1; index >= 0; index--) {
    const lines = heightAt(page, index);
    if (lines >= missing) return {block: index, line: lines - missing};
    missing -= lines;
  }
  return pageStart;
};

/** Whether from a spot on there are fewer than `height` lines. */
const isTooLow = (page: Page, {block, line}: Spot, height: number): boolean => {
  let seen = -line;
  for (let index = block; index < page.blocks.length; index++) {
    seen += heightAt(page, index);
    if (seen >= height) return false;
  }
  return true;
};

/** The spot itself, or the lowest one that leaves no empty lines below the page. */
export const clampSpot = (page: Page, spot: Spot, height: number): Spot =>
  isTooLow(page, spot, height) ? pageEnd(page, height) : spot;

export interface ShownLine {
  readonly text: string;
  readonly block: number;
  /** Among the block's own lines, from 0; negative for a blank line before them. */
  readonly line: number;
}

/** At most `height` lines, from a spot on. */
export const linesFrom = ({blocks}: Page, {block, line}: Spot, height: number): ShownLine[] => {
  const shown: ShownLine[] = [];
  for (let index = block, skipped = line; shown.length < height; index++, skipped = 0) {
    const next = blocks[index];
    if (next === undefined) break;
    const {lines, gap} = next.draw();
    if (lines.length === 0) continue;
    for (let at = skipped - gap; at < lines.length && shown.length < height; at++)
      shown.push({text: lines[at] ?? '', block: index, line: at});
  }
  return shown;
};

/** Lines of one block that should be in the window. */
export interface Target {
  readonly block: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** The spot of a line of a block, the block's own counted from 0. */
export const spotOfLine = ({blocks}: Page, block: number, line: number): Spot => ({
  block,
  line: line + (blocks[block]?.draw().gap ?? 0),
});

/** Scrolls as little as possible so that the target shows, with `margin` lines of context where there is room. */
export const scrollToTarget = (
  page: Page,
  top: Spot,
  height: number,
  {target: {block, firstLine, lastLine}, margin}: {readonly target: Target; readonly margin: number},
): Spot => {
  const context = Math.min(margin, Math.max(0, Math.floor((height - (lastLine - firstLine) - 1) / 2)));
  const first = spotOfLine(page, block, firstLine);
  if (isBefore(advance(page, first, -context), top)) return clampSpot(page, advance(page, first, -context), height);
  const last = spotOfLine(page, block, lastLine);
  const lowest = advance(page, last, context - height + 1);
  // What is taller than the window shows from its first line on.
  const wanted = isBefore(top, lowest) ? lowest : top;
  return clampSpot(page, isBefore(first, wanted) ? first : wanted, height);
};
