/** The find in an article: what was found so far, and how it goes on through the blocks of a page, portion by portion. */
import type {Finder} from '../core/find-text.ts';
import type {Piece} from '../core/text/line-pieces.ts';
import type {ArticlePage} from '../render/article-page.ts';
import type {Place} from './place.ts';

export interface Match {
  readonly block: number;
  /** Where it stands on the lines of the block; on more than one where it goes over a line's end. */
  readonly pieces: readonly Piece[];
}

export interface Find {
  /** As typed. */
  readonly query: string;
  /** Absent while nothing is typed, or a regular expression is not made yet. */
  readonly finder: Finder | undefined;
  /** In the order of the page. */
  readonly matches: readonly Match[];
  readonly current: Match | undefined;
  /** The match that was the current one before the page was drawn anew: it will be it again, and nothing moves. */
  readonly kept?: {readonly block: number; readonly nth: number} | undefined;
  /** The block where looking began; it goes round the end of the text. */
  readonly first: number;
  /** How many blocks were looked through. */
  readonly searched: number;
  /** Where one was when it began: Esc leads back there. */
  readonly origin: Place;
  /** Late answers that carry another number are dropped. */
  readonly requestId: number;
}

type Page = Pick<ArticlePage, 'blocks' | 'endOfText'>;

export const isComplete = ({finder, searched}: Find, {endOfText}: Page): boolean =>
  finder === undefined || searched >= endOfText;

const lineOf = ({pieces}: Match): number => pieces[0]?.line ?? 0;

const inOrder = (a: Match, b: Match): number => a.block - b.block || lineOf(a) - lineOf(b) || 0;

/** Source that is drawn and looked through at once, in UTF-16 units: some ten milliseconds' worth. */
const portion = 16_000;

/** What a block costs however short it is: an expression is run with a time limit for each. */
const blockCost = 200;

/** Looks through the next portion of the page. @throws AppError when an expression takes too long */
export const searchOn = (find: Find, page: Page): Find => {
  const {finder, first} = find;
  if (finder === undefined) return find;
  const found: Match[] = [];
  let {searched} = find;
  for (let looked = 0; looked < portion && searched < page.endOfText; searched++) {
    const index = (first + searched) % page.endOfText;
    const block = page.blocks[index];
    if (block === undefined) continue;
    const {text, piecesOf} = block.lineText();
    for (const match of finder(text)) {
      const pieces = piecesOf(match);
      if (pieces.length > 0) found.push({block: index, pieces});
    }
    looked += block.raw.length + blockCost;
  }
  const matches = found.length === 0 ? find.matches : [...find.matches, ...found].sort(inOrder);
  return {...find, matches, searched};
};

const byBlock = new WeakMap<readonly Match[], ReadonlyMap<number, readonly Match[]>>();

/** The matches in a block: a word like `the` has ten thousands, and each line of each frame asks. */
export const matchesIn = ({matches}: Find, block: number): readonly Match[] => {
  const known = byBlock.get(matches);
  if (known !== undefined) return known.get(block) ?? [];
  const grouped = new Map<number, Match[]>();
  for (const match of matches) {
    const others = grouped.get(match.block);
    if (others === undefined) grouped.set(match.block, [match]);
    else others.push(match);
  }
  byBlock.set(matches, grouped);
  return grouped.get(block) ?? [];
};

/** The first match at or behind a line. */
export const matchFrom = (matches: readonly Match[], {block, line}: {block: number; line: number}): Match | undefined =>
  matches.find(match => match.block > block || (match.block === block && lineOf(match) >= line));

/** The neighbour of the current match, and whether it is round the end. */
export const neighbourMatch = (
  {matches, current}: Find,
  by: 1 | -1,
): {readonly match: Match | undefined; readonly isRound: boolean} => {
  const index = current === undefined ? (by > 0 ? -1 : matches.length) : matches.indexOf(current);
  const next = index + by;
  const isRound = next < 0 || next >= matches.length;
  return {match: matches[(next + matches.length) % Math.max(1, matches.length)], isRound};
};
