/** Keeps what is read, starred and how far, for the reader. */
import type {Article} from '../../core/article.ts';
import {addressKey} from '../../core/links/web-address.ts';
import {positionsOfKeys} from '../../core/listing/find-keys.ts';
import {hashAt} from '../../core/listing/listing.ts';
import type {MarkChange, Reversal} from '../../core/mark-changes.ts';
import type {ArticleKey, Json} from '../../core/marks.ts';
import type {ReadingState} from '../../store/reading-state.ts';
import {entryOf, loosePosition, type ReaderLibrary} from '../../tui/library.ts';
import {type MarkedPositions, marksOf, type ReaderMarks} from '../../tui/marks.ts';
import type {Place} from '../../tui/place.ts';
import type {MarkService} from '../../tui/services.ts';

/** So many changes can be taken back in a run. */
const mostReversals = 100;

const keyOf = ({library, id}: Pick<Article, 'library' | 'id'>): ArticleKey => ({library, id});

/** The marks of a library as they are kept. */
export const readMarks = (state: ReadingState, {listing, loose}: ReaderLibrary): ReaderMarks => {
  const {keys, isRead, isStarred} = state.marks();
  const known = keys();
  const read: number[] = [];
  const starred: number[] = [];
  const take = (key: ArticleKey, position: number): void => {
    if (isRead(key)) read.push(position);
    if (isStarred(key)) starred.push(position);
  };
  if (loose !== undefined) take(keyOf(loose), loosePosition);
  for (const [number, position] of positionsOfKeys(listing, known).entries()) {
    if (position !== -1) take(known[number] as ArticleKey, position);
  }
  return marksOf(listing.length, read, starred);
};

/** @param now milliseconds since 1970 */
export const createMarkService = (state: ReadingState, now: () => number): MarkService => {
  const reversals: (readonly Reversal[])[] = [];

  const changesAt = (library: ReaderLibrary, {positions, kind, isSo}: MarkedPositions): MarkChange[] =>
    Array.from(positions, position => ({
      key: keyOf(entryOf(library, position)),
      [kind]: isSo,
      // What finds the article again when its file is renamed.
      ...(position !== loosePosition && {hash: hashAt(library.listing, position)}),
    }));

  return {
    keep: (library, changes, {isUndoable}) => {
      const reversal = state.change(changes.flatMap(change => changesAt(library, change)));
      if (!isUndoable || reversal.length === 0) return;
      reversals.push(reversal);
      if (reversals.length > mostReversals) reversals.shift();
    },
    undo: library => {
      const last = reversals.pop();
      const count = last === undefined ? 0 : state.undo(last);
      return {count, marks: readMarks(state, library)};
    },
    keepPlace: (article, place) => {
      const source = article.source?.url;
      const kept = {place: place as unknown as Json, opened: now(), ...(source && {source: addressKey(source)})};
      state.change([{key: keyOf(article), ...kept}]);
    },
    changed: library => (state.hasChanged() ? readMarks(state, library) : undefined),
  };
};

/** Where an article was left. A place of a form that this newsprint does not know is none. */
export const recallPlace = (state: ReadingState, article: Pick<Article, 'library' | 'id'>): Place | undefined => {
  const value = state.mark(keyOf(article)).place?.value;
  const numbers = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const isPlace = ['block', 'hash', 'fraction'].every(name => typeof numbers[name] === 'number');
  return isPlace ? (value as unknown as Place) : undefined;
};
