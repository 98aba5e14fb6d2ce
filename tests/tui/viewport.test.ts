import fc from 'fast-check';
import {expect, test} from 'vitest';
import {lineOfPlace, placeOfLine} from '../../src/tui/place.ts';
import {clampTop, scrollTo} from '../../src/tui/viewport.ts';

test('a window never shows less than it could', () => {
  expect(clampTop(95, 100, 10)).toBe(90);
  expect(clampTop(5, 3, 10)).toBe(0);
});

test('scrolling to a line shows it, and moves no further than needed', () => {
  fc.assert(
    fc.property(
      fc.nat(500),
      fc.integer({min: 1, max: 60}),
      fc.integer({min: 1, max: 500}),
      fc.nat(5),
      (top, height, total, margin) => {
        const first = top % total;
        const start = clampTop(top, total, height);
        const moved = scrollTo(start, height, total, {first, margin});
        expect(moved).toBeLessThanOrEqual(first);
        expect(moved + height).toBeGreaterThan(first);
        if (first - margin >= start && first + margin < start + height) expect(moved).toBe(start);
      },
    ),
  );
});

const page = (...heights: readonly number[]) => ({
  blockStarts: heights.map((_, i) => heights.slice(0, i).reduce((sum, height) => sum + height, 0)),
  lines: Array.from({length: heights.reduce((sum, height) => sum + height, 0)}, () => ''),
});

test('a place leads back to its line on the same page', () => {
  const heights = fc.array(fc.integer({min: 1, max: 20}), {minLength: 1, maxLength: 20});
  fc.assert(
    fc.property(heights, fc.nat(400), (sizes, seed) => {
      const article = page(...sizes);
      const line = seed % article.lines.length;
      expect(lineOfPlace(article, placeOfLine(article, line))).toBe(line);
    }),
  );
});

test('on a narrower page the same paragraph is at the top', () => {
  const wide = page(3, 4, 10, 2);
  const narrow = page(4, 9, 21, 3);
  expect(placeOfLine(wide, 9).block).toBe(2);
  const line = lineOfPlace(narrow, placeOfLine(wide, 9));
  expect(line).toBeGreaterThanOrEqual(13);
  expect(line).toBeLessThan(34);
});
