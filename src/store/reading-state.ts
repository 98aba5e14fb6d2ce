/**
 * The reading state: what was read, what was starred, how far. It lies in a database of its own, which is precious: it is
 * never dropped, and what it holds survives renamed articles, other machines, crashes and damage.
 */
import {changeMark, isNoticeable, type MarkChange, type Reversal, revertMark} from '../core/mark-changes.ts';
import {type LineFault, markLine, parseMarkLines} from '../core/mark-lines.ts';
import {type KnownArticle, planMoves} from '../core/mark-moves.ts';
import {
  type ArticleKey,
  isSameMark,
  type KeyedMark,
  keyText,
  type Mark,
  type Marks,
  mergeMarks,
  noMarks,
} from '../core/marks.ts';
import {type Database, openDatabase} from './sqlite.ts';
import {keepReversals, takeReversals} from './state/kept-reversals.ts';
import {markedKeys, openMarkTable, shownMarks} from './state/mark-table.ts';
import type {OpenDatabase} from './state/mending.ts';
import {createStateFile} from './state/state-file.ts';

export interface ReadingStateOptions {
  /** `Paths.stateFolder`; made when something is first kept. */
  readonly folder: string;
  now(): Date;
  /** Told of what a person should know and what stops nothing, each thing once. */
  warn(message: string): void;
  readonly open?: OpenDatabase;
}

export interface Merged {
  /** Articles whose marks changed. */
  readonly changed: number;
  /** Articles of which all that came in was known. */
  readonly known: number;
  readonly faults: readonly LineFault[];
}

/**
 * What only shows marks never fails: a file that can't be read is warned of, and shows none. What writes, exports or takes
 * back throws an `AppError` `io` when it can't, and then has changed nothing.
 */
export interface ReadingState {
  /** What is read and starred now; the same object until anybody changes that. */
  marks(): Marks;
  /** Whether anybody, this process or another, has written since `marks` was last asked. May say so once too often. */
  hasChanged(): boolean;
  /** All that is known of one article. */
  mark(key: ArticleKey): Mark;
  /**
   * Makes it so, in one transaction; what is so already stays as it is.
   * @param options.isKept keeps what takes it back for `undoLast`, in another run
   * @returns what takes it back, for `undo`: an entry for each article that changed
   */
  change(changes: readonly MarkChange[], options?: {readonly isKept?: boolean}): readonly Reversal[];
  /** Makes it what it was, but for what was changed again since. @returns how many articles changed */
  undo(reversals: readonly Reversal[]): number;
  /** Takes back the last change that was kept, once. @returns how many articles changed; undefined when none is kept */
  undoLast(): number | undefined;
  /**
   * Gives marks whose article is gone to the article that it became, see `planMoves`.
   * @param articles all articles of the libraries that were read
   * @returns how many found theirs
   */
  reattach(articles: readonly KnownArticle[]): number;
  /** Everything, a line of JSON for each article, by library and id. */
  exportLines(): string;
  /** Takes in what `exportLines` wrote, here or elsewhere: of each field what was said last. Lines that are wrong are told. */
  importLines(text: string): Merged;
  close(): void;
}

const marksOf = (database: Database): Marks => {
  const libraries = shownMarks(database);
  const flags = ({library, id}: ArticleKey): number => libraries.get(library)?.get(id) ?? 0;
  return {
    keys: () => [...libraries].flatMap(([library, ids]) => Array.from(ids.keys(), id => ({library, id}))),
    isRead: article => (flags(article) & 1) !== 0,
    isStarred: article => (flags(article) & 2) !== 0,
  };
};

const byKey = (a: KeyedMark, b: KeyedMark): number => {
  const [first, second] = [keyText(a.key), keyText(b.key)];
  return first < second ? -1 : first > second ? 1 : 0;
};

const revert = (database: Database, reversals: readonly Reversal[]): number => {
  const table = openMarkTable(database);
  // The last first: an article may be in it twice.
  return reversals.toReversed().filter(reversal => {
    const before = table.find(reversal.key) ?? {};
    const after = revertMark(before, reversal);
    if (isSameMark(before, after)) return false;
    table.put(reversal.key, after);
    return isNoticeable(reversal);
  }).length;
};

const merge = (database: Database, marks: readonly KeyedMark[]): number => {
  const table = openMarkTable(database);
  return marks.filter(({key, mark}) => {
    const before = table.find(key) ?? {};
    const after = mergeMarks(before, mark);
    if (isSameMark(before, after)) return false;
    table.put(key, after);
    return true;
  }).length;
};

/** Opens nothing yet: that is done when something is first asked or kept. */
export const openReadingState = ({folder, now, warn, open = openDatabase}: ReadingStateOptions): ReadingState => {
  const file = createStateFile({folder, open, now, warn});
  let last: {readonly marks: Marks; readonly trace: string} | undefined;

  const hasChanged = (): boolean => last?.trace !== file.trace();

  const marks = (): Marks => {
    if (last === undefined || hasChanged()) {
      let trace = file.trace();
      const read = file.read(database => {
        // Before the marks: what is written meanwhile is seen next time. And not before the opening, which leaves a trace.
        trace = file.trace();
        return marksOf(database);
      }, noMarks);
      last = {marks: read, trace};
    }
    return last.marks;
  };

  const change = (
    changes: readonly MarkChange[],
    {isKept = false}: {readonly isKept?: boolean} = {},
  ): readonly Reversal[] => {
    if (changes.length === 0) return [];
    return file.write(database => {
      const table = openMarkTable(database);
      const time = now().getTime();
      const reversals = changes.flatMap(one => {
        const changed = changeMark(table.find(one.key) ?? {}, one, time);
        if (changed === undefined) return [];
        table.put(one.key, changed.mark);
        return [changed.reversal];
      });
      const noticeable = reversals.filter(isNoticeable);
      if (isKept && noticeable.length > 0) keepReversals(database, noticeable);
      return noticeable;
    });
  };

  const reattach = (articles: readonly KnownArticle[]): number => {
    const libraries = new Set(articles.map(({key}) => key.library));
    const present = new Set(articles.map(({key}) => keyText(key)));
    const isOrphan = (key: string): boolean => !present.has(key) && libraries.has(key.slice(0, key.indexOf('\n')));
    if (![...file.read(markedKeys, new Set<string>())].some(isOrphan)) return 0;
    const moves = planMoves(
      file.read(database => openMarkTable(database).all(), []),
      articles,
    );
    if (moves.length === 0) return 0;
    return file.write(database => {
      const table = openMarkTable(database);
      // Another process may have been quicker, or have marked the article meanwhile.
      return moves.filter(({from, to}) => {
        const mark = table.find(from);
        if (mark === undefined || table.find(to) !== undefined) return false;
        table.put(from, {});
        table.put(to, mark);
        return true;
      }).length;
    });
  };

  const importLines = (text: string): Merged => {
    const {marks: all, faults} = parseMarkLines(text);
    const changed = all.length === 0 ? 0 : file.write(database => merge(database, all));
    return {changed, known: all.length - changed, faults};
  };

  return {
    marks,
    hasChanged,
    mark: key => file.read(database => openMarkTable(database).find(key), undefined) ?? {},
    change,
    undo: reversals => (reversals.length === 0 ? 0 : file.write(database => revert(database, reversals))),
    undoLast: () => {
      if (!file.demand(() => true, false)) return undefined;
      return file.write(database => {
        const reversals = takeReversals(database);
        return reversals && revert(database, reversals);
      });
    },
    reattach,
    exportLines: () =>
      file
        .demand(database => openMarkTable(database).all(), [])
        .toSorted(byKey)
        .map(mark => `${markLine(mark)}\n`)
        .join(''),
    importLines,
    close: file.close,
  };
};
