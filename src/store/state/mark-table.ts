/** The table of marks: a row for each article that was ever marked. */
import {markText, parseMarkText} from '../../core/mark-lines.ts';
import {type ArticleKey, isUnmarked, type KeyedMark, type Mark} from '../../core/marks.ts';
import type {Database} from '../sqlite.ts';
import {DamageError} from './failure.ts';

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo): finds bytes that have changed, not somebody who changes them. */
const sumOf = (...parts: readonly string[]): number => {
  const text = parts.join('\t');
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
};

/**
 * Text as bytes: libsql ends the whole process over text that is no UTF-8, as in a damaged file.
 * One text is handed over many times faster than many rows. Neither names nor JSON hold tabs or line ends.
 */
const asLines = (columns: string, condition = 'true'): string =>
  `SELECT CAST(group_concat(${columns}, char(10)) AS BLOB) AS bytes FROM marks NOT INDEXED WHERE ${condition}`;
const wholeRow = 'library || char(9) || article || char(9) || sum || char(9) || mark';

interface Bytes {
  readonly bytes: ArrayBuffer | null;
}

const textOf = (row: Bytes | undefined): string => (row?.bytes ? Buffer.from(row.bytes).toString() : '');

const split = (row: Bytes | undefined): readonly string[] => {
  const text = textOf(row);
  return text === '' ? [] : text.split('\n');
};

/** @returns undefined for a row that is not as it was written */
const parseRow = (line: string): KeyedMark | undefined => {
  const [library = '', id = '', sum, text = ''] = line.split('\t');
  if (Number(sum) !== sumOf(library, id, text)) return undefined;
  const mark = parseMarkText(text);
  return mark && {key: {library, id}, mark};
};

const isThere = <Value>(value: Value | undefined): value is Value => value !== undefined;

export interface MarkTable {
  /** @throws {DamageError} for a row that is not as it was written */
  find(key: ArticleKey): Mark | undefined;
  /** In the place of what was there; a mark that says nothing is taken out. */
  put(key: ArticleKey, mark: Mark): void;
  /** @throws {DamageError} as above */
  all(): readonly KeyedMark[];
}

export const openMarkTable = (database: Database): MarkTable => {
  const found = database.prepare(
    `SELECT CAST(${wholeRow} AS BLOB) AS bytes FROM marks WHERE library = ? AND article = ?`,
  );
  const removed = database.prepare('DELETE FROM marks WHERE library = ? AND article = ?');
  const written = database.prepare(
    `INSERT INTO marks (library, article, mark, sum) VALUES (?, ?, ?, ?)
     ON CONFLICT (library, article) DO UPDATE SET mark = excluded.mark, sum = excluded.sum`,
  );
  return {
    find: ({library, id}) => {
      const row = found.get<Bytes>(library, id);
      if (row === undefined) return undefined;
      const read = parseRow(textOf(row));
      if (read === undefined || read.key.library !== library || read.key.id !== id) throw new DamageError();
      return read.mark;
    },
    put: ({library, id}, mark) => {
      if (isUnmarked(mark)) removed.run(library, id);
      else written.run(library, id, markText(mark), sumOf(library, id, markText(mark)));
    },
    all: () => {
      const rows = split(database.prepare(asLines(wholeRow)).get<Bytes>()).map(parseRow);
      const sound = rows.filter(isThere);
      if (sound.length < rows.length) throw new DamageError();
      return sound;
    },
  };
};

/** The names of all articles that are marked, as `keyText` writes them. */
export const markedKeys = (database: Database): ReadonlySet<string> =>
  new Set(
    split(database.prepare(asLines('library || char(9) || article')).get<Bytes>()).map(line =>
      line.replace('\t', '\n'),
    ),
  );

/** What is read or starred: by the name of its library and its id, 1 for read, 2 for starred, 3 for both. */
export const shownMarks = (database: Database): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const shown = '(coalesce(read, 0) + 2 * coalesce(starred, 0))';
  const lines = database.prepare(asLines(`${shown} || library || char(9) || article`, 'read OR starred')).get<Bytes>();
  const libraries = new Map<string, Map<string, number>>();
  for (const line of split(lines)) {
    const end = line.indexOf('\t');
    const library = line.slice(1, end);
    let ids = libraries.get(library);
    if (ids === undefined) {
      ids = new Map();
      libraries.set(library, ids);
    }
    ids.set(line.slice(end + 1), line.charCodeAt(0) - 0x30);
  }
  return libraries;
};

/** So many ranges that can't be read say that the rest can't either. */
const mostFailures = 20_000;

/** The rows that can still be read of a damaged table. Where a range of them can't, its halves are tried. */
export const salvagedMarks = (database: Database, greatestRow: number): readonly KeyedMark[] => {
  const range = database.prepare(asLines(wholeRow, 'id BETWEEN ? AND ?'));
  const marks: KeyedMark[] = [];
  const open: [from: number, to: number][] = [[1, greatestRow]];
  let failures = 0;
  for (let next = open.pop(); next !== undefined && failures < mostFailures; next = open.pop()) {
    const [from, to] = next;
    try {
      marks.push(...split(range.get<Bytes>(from, to)).map(parseRow).filter(isThere));
    } catch {
      failures++;
      const middle = Math.floor((from + to) / 2);
      if (from < to) open.push([middle + 1, to], [from, middle]);
    }
  }
  return marks;
};
