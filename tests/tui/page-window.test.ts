import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {PageBlock} from '../../src/render/article-page.ts';
import {
  advance,
  clampSpot,
  linesAbove,
  linesFrom,
  pageEnd,
  pageStart,
  scrollToTarget,
  spotOfLine,
} from '../../src/tui/page-window.ts';
import {placeOf, spotOf} from '../../src/tui/place.ts';

/** A page of blocks with so many lines, each named after its block and number; all but the first have a blank line above. */
const pageOf = (...heights: readonly number[]) => ({
  blocks: heights.map((height, block): PageBlock & {drawn: boolean} => ({
    raw: `text of ${block}`,
    estimate: 3,
    drawn: false,
    draw() {
      this.drawn = true;
      return {
        lines: Array.from({length: height}, (_, line) => `${block}.${line}`),
        gap: block === 0 ? 0 : 1,
        links: [],
      };
    },
    picks: () => [],
    mayHavePicks: () => false,
    lineText: () => ({text: '', piecesOf: () => []}),
    get isDrawn() {
      return this.drawn;
    },
  })),
});

const allLines = (page: ReturnType<typeof pageOf>) => linesFrom(page, pageStart, Number.POSITIVE_INFINITY);
const shown = (page: ReturnType<typeof pageOf>, spot: typeof pageStart, height: number) =>
  linesFrom(page, spot, height).map(({text}) => text);

const heights = fc.array(fc.integer({min: 0, max: 12}), {minLength: 1, maxLength: 15}).map(sizes => [2, ...sizes]);

test('a window shows a stretch of the page, wherever it was moved to', () => {
  fc.assert(
    fc.property(
      heights,
      fc.array(fc.integer({min: -30, max: 30}), {maxLength: 8}),
      fc.integer({min: 1, max: 20}),
      (sizes, steps, height) => {
        const page = pageOf(...sizes);
        const all = allLines(page).map(({text}) => text);
        let line = 0;
        let spot = pageStart;
        for (const by of steps) {
          spot = clampSpot(page, advance(page, spot, by), height);
          line = Math.max(0, Math.min(line + by, all.length - height));
          expect(shown(page, spot, height)).toEqual(all.slice(line, line + height));
          expect(linesAbove(page, spot)).toBe(line);
        }
      },
    ),
  );
});

test('the end of a page fills the window, and draws no more than that', () => {
  const page = pageOf(...Array.from({length: 100}, () => 4));
  expect(shown(page, pageEnd(page, 6), 6)).toEqual(
    ['', '98.0', '98.1', '98.2', '98.3', '', '99.0', '99.1', '99.2', '99.3'].slice(-6),
  );
  expect(page.blocks.filter(({drawn}) => drawn)).toHaveLength(2);
});

test('what is to be seen is seen, and what is seen already stays where it is', () => {
  fc.assert(
    fc.property(heights, fc.nat(200), fc.nat(200), fc.integer({min: 3, max: 20}), (sizes, from, to, height) => {
      const page = pageOf(...sizes);
      const all = allLines(page).filter(({line}) => line >= 0);
      const target = all[to % all.length];
      if (target === undefined) return;
      const top = clampSpot(page, advance(page, pageStart, from % all.length), height);
      const block = target.block;
      const moved = scrollToTarget(page, top, height, {
        target: {block, firstLine: target.line, lastLine: target.line},
        margin: 1,
      });
      expect(shown(page, moved, height)).toContain(target.text);
      expect(shown(page, moved, height)).toHaveLength(Math.min(height, allLines(page).length));
      const before = shown(page, top, height).indexOf(target.text);
      if (before >= 1 && before < height - 1) expect(moved).toEqual(top);
    }),
  );
});

describe('a place', () => {
  test('leads back to its line on the same page', () => {
    fc.assert(
      fc.property(heights, fc.nat(300), (sizes, seed) => {
        const page = pageOf(...sizes);
        const spot = advance(page, pageStart, seed % allLines(page).length);
        expect(shown(page, spotOf(page, placeOf(page, spot)), 1)).toEqual(shown(page, spot, 1));
      }),
    );
  });

  test('is in the same paragraph on a narrower page', () => {
    const [wide, narrow] = [pageOf(3, 4, 10, 2), pageOf(4, 9, 21, 3)];
    const place = placeOf(wide, spotOfLine(wide, 2, 5));
    expect(spotOf(narrow, place)).toEqual(spotOfLine(narrow, 2, 11));
  });

  test('goes with its paragraph when others come before it or go', () => {
    const page = pageOf(2, 3, 3, 3, 3);
    const place = placeOf(page, spotOfLine(page, 3, 1));
    const longer = {blocks: [...pageOf(9, 9).blocks.map((block, i) => ({...block, raw: `new ${i}`})), ...page.blocks]};
    expect(spotOf(longer, place)).toEqual(spotOfLine(longer, 5, 1));
    const shorter = {blocks: page.blocks.slice(2)};
    expect(spotOf(shorter, place)).toEqual(spotOfLine(shorter, 1, 1));
    const changed = {blocks: page.blocks.map((block, i) => (i === 3 ? {...block, raw: 'rewritten'} : block))};
    expect(spotOf(changed, place)).toEqual(spotOfLine(changed, 3, 1));
  });
});
