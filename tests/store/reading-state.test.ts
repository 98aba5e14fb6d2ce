import {existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {AppError} from '../../src/core/errors.ts';
import {markLine} from '../../src/core/mark-lines.ts';
import {openReadingState, type ReadingState} from '../../src/store/reading-state.ts';
import {NoSqliteError, openDatabase} from '../../src/store/sqlite.ts';
import {key, someMarks} from '../support/marks.ts';

let folder: string;
let warnings: string[];
let opened: ReadingState[];
let time: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsprint-state-test-'));
  warnings = [];
  opened = [];
  time = Date.now();
});
afterEach(() => {
  for (const state of opened) state.close();
  rmSync(folder, {recursive: true});
});

const open = (options: Partial<Parameters<typeof openReadingState>[0]> = {}): ReadingState => {
  const state = openReadingState({
    folder: join(folder, 'newsprint'),
    now: () => new Date(time),
    warn: message => void warnings.push(message),
    ...options,
  });
  opened.push(state);
  return state;
};

const path = (name = 'state.db') => join(folder, 'newsprint', name);
const [a, b, c] = [key('a'), key('b'), key('北京/ü')];

describe('marks', () => {
  test('are kept for the next run', () => {
    open().change([
      {key: a, isRead: true, place: {block: 3, hash: 7, fraction: -0.5}, opened: 12},
      {key: c, isStarred: true, hash: 'abcdef01', source: 'web:example.org/\u0000?'},
    ]);
    const state = open();
    const marks = state.marks();
    expect([marks.isRead(a), marks.isStarred(a), marks.isRead(c), marks.isStarred(c)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect([marks.isRead(b), marks.isRead(key('a', 'other'))]).toEqual([false, false]);
    expect(state.mark(a)).toEqual({
      isRead: {value: true, at: time},
      place: {value: {block: 3, hash: 7, fraction: -0.5}, at: time},
      opened: {value: 12, at: time},
    });
    expect(state.mark(c).source?.value).toBe('web:example.org/\u0000?');
    expect(state.mark(b)).toEqual({});
  });

  test('that nobody made take no file, and no SQLite', () => {
    const state = open({
      open: () => {
        throw new Error('was opened');
      },
    });
    expect(state.marks().isRead(a)).toBe(false);
    expect([state.exportLines(), state.undoLast(), state.reattach([{key: a}]), state.change([])]).toEqual([
      '',
      undefined,
      0,
      [],
    ]);
    expect(existsSync(path())).toBe(false);
  });

  test('of another process are noticed, and looked up again only then', () => {
    const [mine, other] = [open(), open()];
    expect(mine.marks().isRead(a)).toBe(false);
    other.change([{key: a, isRead: true}]);
    expect(mine.hasChanged()).toBe(true);
    expect(mine.marks().isRead(a)).toBe(true);
    expect(mine.hasChanged()).toBe(false);
    expect(mine.marks()).toBe(mine.marks());
    for (const isRead of [false, true, false, true]) {
      other.change([{key: a, isRead}]);
      expect(mine.hasChanged()).toBe(true);
      expect(mine.marks().isRead(a)).toBe(isRead);
    }
    mine.change([{key: b, isRead: true}]);
    expect(mine.marks().isRead(b)).toBe(true);
  });

  test('are there again after somebody deleted the file under a running program', () => {
    const state = open();
    state.change([{key: a, isRead: true}]);
    for (const name of readdirSync(join(folder, 'newsprint'))) rmSync(path(name));
    expect(state.marks().isRead(a)).toBe(false);
    state.change([{key: b, isRead: true}]);
    expect([open().marks().isRead(a), open().marks().isRead(b)]).toEqual([false, true]);
  });

  test('made after the clock went back win over those made before', () => {
    const state = open();
    state.change([{key: a, isRead: true}]);
    const before = state.exportLines();
    time -= 1_000_000;
    state.change([{key: a, isRead: false}]);
    state.importLines(before);
    expect(state.marks().isRead(a)).toBe(false);
  });
});

describe('undo', () => {
  test('brings back what was, the last change first', () => {
    const state = open();
    const states = [state.exportLines()];
    const changes = [
      [{key: a, isRead: true, hash: 'abcdef01'}],
      [
        {key: a, isRead: false},
        {key: b, isStarred: true},
        {key: b, isStarred: false},
      ],
      [
        {key: a, isStarred: true},
        {key: c, place: {block: 1}},
      ],
    ].map(change => {
      time += 10;
      const reversals = state.change(change);
      states.push(state.exportLines());
      return reversals;
    });
    for (const reversals of changes.toReversed()) {
      expect(state.exportLines()).toBe(states.pop());
      state.undo(reversals);
    }
    expect(state.exportLines()).toBe('');
  });

  test('of a kept change works in another run, twenty times at most', () => {
    for (let number = 0; number < 25; number++) open().change([{key: key(`${number}`), isRead: true}], {isKept: true});
    open().change([{key: a, isRead: true}]);
    const counts = Array.from({length: 22}, () => open().undoLast());
    expect(counts).toEqual([...Array.from({length: 20}, () => 1), undefined, undefined]);
    const marks = open().marks();
    expect([marks.isRead(a), marks.isRead(key('4')), marks.isRead(key('5'))]).toEqual([true, true, false]);
  });

  test('is not kept of what changed nothing', () => {
    const state = open();
    state.change([{key: a, isRead: true}], {isKept: true});
    state.change([{key: a, isRead: true}], {isKept: true});
    expect([state.undoLast(), state.marks().isRead(a)]).toEqual([1, false]);
  });
});

describe('renamed articles', () => {
  test('have their marks, ten thousand at once', () => {
    const state = open();
    const hash = (number: number) => number.toString(16).padStart(8, '0');
    const numbers = [...Array(10_000).keys()];
    state.change(numbers.map(number => ({key: key(`old/${number}`), isRead: true, hash: hash(number)})));
    const before = state.mark(key('old/7'));
    const articles = numbers.map(number => ({key: key(`new/${number}`), hash: hash(number)}));
    expect(state.reattach(articles)).toBe(10_000);
    expect(open().mark(key('new/7'))).toEqual(before);
    expect([state.mark(key('old/7')), state.reattach(articles)]).toEqual([{}, 0]);
  });

  test('of libraries that were not read keep theirs', () => {
    const state = open();
    state.change([{key: key('a', 'usb'), isRead: true, hash: 'abcdef01'}]);
    expect(state.reattach([{key: b, hash: 'abcdef01'}])).toBe(0);
    expect(state.marks().isRead(key('a', 'usb'))).toBe(true);
  });
});

describe('export and import', () => {
  /** A state of its own, with these lines. */
  const stateWith = (...texts: readonly string[]) => {
    const home = mkdtempSync(join(folder, 'machine-'));
    const state = open({folder: home});
    return {state, merged: texts.map(text => state.importLines(text))};
  };

  test('give back what was given, and the second time nothing new', () => {
    fc.assert(
      fc.property(someMarks, marks => {
        const text = marks.map(mark => `${markLine(mark)}\n`).join('');
        const {state, merged} = stateWith(text);
        const exported = state.exportLines();
        expect(stateWith(exported).state.exportLines()).toBe(exported);
        expect(merged[0]?.faults).toEqual([]);
        expect(state.importLines(text)).toEqual({changed: 0, known: marks.length, faults: []});
        expect(state.exportLines()).toBe(exported);
      }),
      {numRuns: 20},
    );
  });

  test('of two machines give the same in either order', () => {
    fc.assert(
      fc.property(someMarks, someMarks, someMarks, (own, first, second) => {
        const [mine, one, other] = [own, first, second].map(marks => marks.map(mark => `${markLine(mark)}\n`).join(''));
        const exports = [
          [mine, one, other],
          [mine, other, one],
          [other, one, mine],
        ].map(texts => stateWith(...(texts as string[])).state.exportLines());
        expect(new Set(exports).size).toBe(1);
      }),
      {numRuns: 15},
    );
  });

  test('say how much was new, and which lines are wrong', () => {
    const {state} = stateWith(markLine({key: a, mark: {isRead: {value: true, at: 5}}}));
    const text = [
      markLine({key: a, mark: {isRead: {value: false, at: 4}}}),
      'what?',
      markLine({key: b, mark: {isStarred: {value: true, at: 1}}}),
    ].join('\n');
    expect(state.importLines(text)).toEqual({changed: 1, known: 1, faults: [{line: 2, message: 'no JSON object'}]});
    expect([state.marks().isRead(a), state.marks().isStarred(b)]).toEqual([true, true]);
  });
});

describe('a file', () => {
  const firstVersion = (rows: string) => {
    writeFileSync(join(folder, 'empty'), '');
    const state = open();
    state.change([{key: a, isRead: true}]);
    state.close();
    for (const name of readdirSync(join(folder, 'newsprint'))) rmSync(path(name));
    const database = openDatabase(path());
    database.exec(`
      CREATE TABLE marks (library TEXT NOT NULL, article TEXT NOT NULL, read INTEGER NOT NULL DEFAULT 0,
        starred INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (library, article));
      INSERT INTO marks VALUES ${rows};
      PRAGMA user_version = 1`);
    database.close();
  };

  test('of the first version keeps what it knows, and anything else known of it is later', () => {
    firstVersion(`('news', 'a', 1, 0), ('news', 'b', 0, 1), ('news', '北京/ü', 0, 0)`);
    const state = open();
    expect([state.marks().isRead(a), state.marks().isStarred(b), state.mark(c)]).toEqual([true, true, {}]);
    state.importLines(markLine({key: a, mark: {isRead: {value: false, at: 1}}}));
    expect([open().marks().isRead(a), open().marks().isStarred(b)]).toEqual([false, true]);
  });

  test('that is empty is filled', () => {
    open().change([{key: a, isRead: true}]);
    opened.pop()?.close();
    for (const name of readdirSync(join(folder, 'newsprint'))) rmSync(path(name));
    writeFileSync(path(), '');
    expect(open().marks().isRead(a)).toBe(false);
    open().change([{key: a, isRead: true}]);
    expect([open().marks().isRead(a), warnings]).toEqual([true, []]);
  });

  test('of a newer newsprint is left as it is', () => {
    open().change([{key: a, isRead: true}]);
    opened.pop()?.close();
    const database = openDatabase(path());
    database.exec('ALTER TABLE marks RENAME TO marks_of_tomorrow; PRAGMA user_version = 3');
    database.close();
    const before = statSync(path());
    const state = open();
    expect(state.marks().isRead(a)).toBe(false);
    expect(() => state.change([{key: b, isRead: true}])).toThrow(/written by a newer newsprint/);
    expect(() => state.exportLines()).toThrow(/written by a newer newsprint/);
    state.close();
    expect(warnings).toEqual([expect.stringMatching(/state\.db was written by a newer newsprint$/)]);
    expect(statSync(path())).toMatchObject({mtimeMs: before.mtimeMs, size: before.size, ino: before.ino});
  });

  test('is copied once a day', () => {
    const made = () => statSync(path('state.db.backup')).mtimeMs;
    const state = open();
    state.change([{key: a, isRead: true}]);
    const first = made();
    state.change([{key: b, isRead: true}]);
    expect(made()).toBe(first);
    const yesterday = time / 1000 - 25 * 60 * 60;
    utimesSync(path('state.db.backup'), yesterday, yesterday);
    state.change([{key: c, isRead: true}]);
    expect(made()).toBeGreaterThanOrEqual(first);
    expect(readdirSync(join(folder, 'newsprint')).filter(name => name.startsWith('state.db.backup-'))).toEqual([]);
  });
});

test('where there is no SQLite, nothing is read, and what is to be kept says why it can’t', () => {
  open().change([{key: a, isRead: true}]);
  const state = open({
    open: () => {
      throw new NoSqliteError(new Error('no module'));
    },
  });
  expect([state.marks().isRead(a), state.mark(a), warnings]).toEqual([
    false,
    {},
    ['there is no SQLite for this platform'],
  ]);
  expect(() => state.change([{key: b, isRead: true}])).toThrow(AppError);
});
