/** What is read and starred of the library, a byte an article, so that a list of a hundred thousand counts them in no time. */
import {loosePosition} from './library.ts';

const bits = {isRead: 1, isStarred: 2} as const;
export type MarkKind = keyof typeof bits;

/** For loops over all articles, which `isMarked` takes four times as long for. */
export const readBit = bits.isRead;

export interface ReaderMarks {
  /** By the positions of the listing. */
  readonly flags: Uint8Array;
  readonly loose: number;
}

export const noMarks = (length: number): ReaderMarks => ({flags: new Uint8Array(length), loose: 0});

export const isMarked = ({flags, loose}: ReaderMarks, position: number, kind: MarkKind): boolean =>
  ((position === loosePosition ? loose : (flags[position] ?? 0)) & bits[kind]) !== 0;

/** The same but for these positions. */
export const withMarks = (
  marks: ReaderMarks,
  positions: Iterable<number>,
  kind: MarkKind,
  isSo: boolean,
): ReaderMarks => {
  const flags = marks.flags.slice();
  let {loose} = marks;
  const changed = (flag: number): number => (isSo ? flag | bits[kind] : flag & ~bits[kind]);
  for (const position of positions) {
    if (position === loosePosition) loose = changed(loose);
    else flags[position] = changed(flags[position] ?? 0);
  }
  return {flags, loose};
};

/** @param read and starred positions */
export const marksOf = (length: number, read: Iterable<number>, starred: Iterable<number>): ReaderMarks =>
  withMarks(withMarks(noMarks(length), read, 'isRead', true), starred, 'isStarred', true);

/** Articles that were marked alike. */
export interface MarkedPositions {
  readonly positions: Int32Array;
  readonly kind: MarkKind;
  readonly isSo: boolean;
}

/** What was marked between two states of the same library. */
export const changesOf = (before: ReaderMarks, after: ReaderMarks): readonly MarkedPositions[] => {
  const changes: MarkedPositions[] = [];
  for (const kind of Object.keys(bits) as MarkKind[]) {
    for (const isSo of [true, false]) {
      const isNew = (position: number): boolean =>
        isMarked(after, position, kind) === isSo && isMarked(before, position, kind) !== isSo;
      const positions: number[] = isNew(loosePosition) ? [loosePosition] : [];
      for (let position = 0; position < after.flags.length; position++) {
        if (after.flags[position] !== before.flags[position] && isNew(position)) positions.push(position);
      }
      if (positions.length > 0) changes.push({positions: Int32Array.from(positions), kind, isSo});
    }
  }
  return changes;
};
