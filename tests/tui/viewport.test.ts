import fc from 'fast-check';
import {expect, test} from 'vitest';
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
