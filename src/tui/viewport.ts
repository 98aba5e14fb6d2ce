/** Arithmetic of scrolling and selecting. Lines and entries count from 0. */

export const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/** The first line to show so that `total` lines fill `height` as far as they can. */
export const clampTop = (top: number, total: number, height: number): number =>
  clamp(top, 0, Math.max(0, total - height));

/** Scrolls as little as possible so that lines `first`…`last` show, with `margin` lines of context where there is room. */
export const scrollTo = (
  top: number,
  height: number,
  total: number,
  {first, last = first, margin = 0}: {first: number; last?: number; margin?: number},
): number => {
  const context = Math.min(margin, Math.max(0, Math.floor((height - (last - first) - 1) / 2)));
  if (first - context < top) return clampTop(first - context, total, height);
  if (last + context >= top + height) return clampTop(Math.min(last + context - height + 1, first), total, height);
  return clampTop(top, total, height);
};

/** How far each moving action goes; `page` is the height of the window in lines. */
export const moves = {
  down: () => 1,
  up: () => -1,
  'page-down': page => Math.max(1, page - 1),
  'page-up': page => -Math.max(1, page - 1),
  'half-page-down': page => Math.max(1, page >> 1),
  'half-page-up': page => -Math.max(1, page >> 1),
  top: () => Number.NEGATIVE_INFINITY,
  bottom: () => Number.POSITIVE_INFINITY,
} as const satisfies Readonly<Record<string, (page: number) => number>>;

export type Move = keyof typeof moves;

export const isMove = (action: string): action is Move => Object.hasOwn(moves, action);
