/** What happens to the reading state when things go wrong around it: for real, with other processes and other bytes. */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {AppError} from '../../../src/core/errors.ts';
import {openReadingState} from '../../../src/store/reading-state.ts';
import {openDatabase} from '../../../src/store/sqlite.ts';
import {bundleEntry, type ChildEntry} from '../../support/child-entry.ts';
import {key} from '../../support/marks.ts';

let child: ChildEntry;
let home: string;
beforeAll(async () => {
  child = await bundleEntry('tests/store/state/marking.ts');
  home = mkdtempSync(join(tmpdir(), 'newsprint-faults-'));
});
afterAll(() => {
  child.remove();
  rmSync(home, {recursive: true, force: true});
});

const start = (args: readonly string[], options: object = {}) =>
  spawn(process.execPath, [child.file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {PATH: process.env.PATH},
    ...options,
  });

const open = (folder: string, warnings: string[] = [], now = () => new Date()) =>
  openReadingState({folder, now, warn: message => void warnings.push(message)});

/** The numbers of a fixed row (xorshift32, Marsaglia 2003), from 0 to below `end`. */
const numbersFrom = (seed: number) => {
  let state = seed;
  return (end: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % end;
  };
};

test('a hundred kills in the middle of marking lose nothing that was said to be kept', {timeout: 120_000}, async () => {
  const folder = join(home, 'killed');
  const random = numbersFrom(4711);
  let kept = 0;
  for (let round = 0; round < 100; round++) {
    const marking = start(['mark', folder, `${round}`, '100000']);
    const enough = random(15);
    let said = 0;
    for await (const _ of createInterface(marking.stdout)) if (++said === enough + 1) marking.kill('SIGKILL');
    const database = openDatabase(join(folder, 'state.db'));
    const {integrity_check: check} = database.prepare('PRAGMA integrity_check').get<{integrity_check: string}>() ?? {};
    const {count = 0} = database.prepare('SELECT count(*) AS count FROM marks').get<{count: number}>() ?? {};
    database.close();
    expect(check).toBe('ok');
    expect(count - kept - said, `round ${round}`).toBeOneOf([0, 1]);
    kept = count;
  }
  const warnings: string[] = [];
  expect(open(folder, warnings).exportLines().trimEnd().split('\n')).toHaveLength(kept);
  expect(warnings).toEqual([]);
});

test('two processes that write at once lose nothing', {timeout: 60_000}, async () => {
  const folder = join(home, 'shared');
  const writers = ['one', 'other'].map(name => start(['mark', folder, name, '300']));
  for (const writer of writers) writer.stdout.resume();
  const ends = await Promise.all(writers.map(writer => once(writer, 'close')));
  expect(ends).toEqual([
    [0, null],
    [0, null],
  ]);
  const marks = open(folder).marks();
  const lost = ['one', 'other'].flatMap(name =>
    [...Array(300).keys()].map(number => `${name}-${number}`).filter(id => !marks.isRead(key(id))),
  );
  expect(lost).toEqual([]);
});

describe('a folder that may not be written', () => {
  /** Nobody in particular; root may write anywhere. */
  const somebody = process.getuid?.() === 0 ? {uid: 65534, gid: 65534} : {};

  test.each([
    ['closed', []],
    ['left by a kill, with its log', ['-wal']],
  ] as const)('is read from (%s), and tells why it is not written to', async (name, left) => {
    const folder = join(home, `read-only-${left.length}`);
    const state = open(folder);
    state.change([{key: key('a'), isStarred: true}]);
    state.close();
    const lines = state.exportLines();
    if (left.length > 0) {
      state.change([{key: key('b'), isStarred: true}]);
      cpSync(folder, `${folder}-${name}`, {recursive: true});
    }
    const place = left.length > 0 ? `${folder}-${name}` : folder;
    for (const file of readdirSync(place)) {
      if (left.length === 0 && file !== 'state.db') rmSync(join(place, file));
      else chmodSync(join(place, file), 0o444);
    }
    chmodSync(home, 0o755);
    chmodSync(place, 0o555);
    const looking = start(['look', place], somebody);
    const said: string[] = [];
    for await (const line of createInterface(looking.stdout)) said.push(line);
    chmodSync(place, 0o755);
    expect(said.slice(0, -1)).toHaveLength(1 + left.length);
    expect(said[0]).toBe(lines.split('\n')[0]);
    expect(said.at(-1)).toMatch(/^io: the reading state cannot be kept: .*\(see who may write there with "ls -ld"\)$/);
  });
});

test('a full disk is told, loses nothing, and is forgotten when there is room', () => {
  const folder = join(home, 'full');
  let hasRoom = true;
  const state = openReadingState({
    folder,
    now: () => new Date(),
    warn: () => {},
    open: path => {
      const database = openDatabase(path);
      return {
        ...database,
        transaction: work => {
          const pages = database.prepare('PRAGMA page_count').get<{page_count: number}>()?.page_count ?? 0;
          database.exec(`PRAGMA max_page_count = ${hasRoom ? 1_000_000 : pages}`);
          return database.transaction(work);
        },
      };
    },
  });
  const many = [...Array(2000).keys()].map(number => ({key: key(`${number}`), isRead: true}));
  state.change([{key: key('before'), isRead: true}]);
  const before = state.exportLines();
  hasRoom = false;
  const failed = () => state.change(many);
  expect(failed).toThrow(AppError);
  expect(failed).toThrow('the reading state cannot be kept: the disk is full');
  expect(state.exportLines()).toBe(before);
  hasRoom = true;
  expect(state.change(many)).toHaveLength(2000);
  expect(open(folder).exportLines().split('\n')).toHaveLength(2002);
});

describe('a damaged file', () => {
  const count = 400;
  let sound: string;
  let written: ReadonlySet<string>;
  beforeAll(() => {
    sound = join(home, 'sound');
    // The same bytes in every run, so that the same ones are damaged.
    const state = open(sound, [], () => new Date('2022-07-06T12:00:00Z'));
    for (let number = 0; number < count; number += 40)
      state.change(
        [...Array(40).keys()].map(offset => ({
          key: key(`politics/article-${number + offset}`),
          isRead: true,
          place: {block: offset, hash: 123456789, fraction: 0.25},
          hash: '0123456789abcdef',
        })),
      );
    written = new Set(state.exportLines().trimEnd().split('\n'));
    state.close();
  });

  let copies = 0;
  const damaged = (damage: (bytes: Buffer) => Uint8Array, hasBackup = false): string => {
    const folder = join(home, `damaged-${copies++}`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'state.db'), damage(readFileSync(join(sound, 'state.db'))));
    if (hasBackup) cpSync(join(sound, 'state.db'), join(folder, 'state.db.backup'));
    return folder;
  };

  /** Uses the state as any run would. @returns what it still knows, as lines */
  const use = (folder: string, warnings: string[] = []): readonly string[] => {
    const state = open(folder, warnings);
    state.marks();
    state.mark(key('politics/article-7'));
    const lines = state
      .exportLines()
      .split('\n')
      .filter(line => line !== '');
    state.change([{key: key('new'), isRead: true}]);
    expect(state.marks().isRead(key('new'))).toBe(true);
    expect(open(folder).marks().isRead(key('new'))).toBe(true);
    return lines;
  };
  const kept = (folder: string) =>
    readdirSync(folder).filter(name => /^state\.db\.damaged-\d{4}-\d\d-\d\d(-\d+)?$/.test(name));

  const overwritten =
    (places: number, seed: number, end = Number.POSITIVE_INFINITY) =>
    (bytes: Buffer) => {
      const random = numbersFrom(seed);
      for (let place = 0; place < places; place++) bytes[random(Math.min(end, bytes.length))] = random(256);
      return bytes;
    };

  test.each([1, 2, 5, 20, 100, 1000])('with %i bytes changed never fails, and makes nothing up', places => {
    const shares: number[] = [];
    for (let seed = 1; seed <= 8; seed++) {
      const lines = use(damaged(overwritten(places, seed * 7919)));
      expect(lines.filter(line => !written.has(line))).toEqual([]);
      shares.push(lines.length / count);
    }
    const typical = shares.sort((a, b) => a - b)[4];
    if (places <= 5) expect(typical).toBeGreaterThan(places === 5 ? 0.8 : 0.95);
  });

  test('with bytes changed where it says what it is and which tables it has never fails', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const lines = use(damaged(overwritten(4, seed * 104_729, 4096), true));
      expect([seed, lines.length]).toEqual([seed, count]);
      expect(lines.filter(line => !written.has(line))).toEqual([]);
    }
  });

  test.each([
    ['that is no database', () => Buffer.from('not a database, certainly'.repeat(400))],
    ['that is cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2 + 100)],
    ['that is cut off in its header', (bytes: Buffer) => bytes.subarray(0, 50)],
    ['whose first page is zeros', (bytes: Buffer) => bytes.fill(0, 0, 4096)],
    ['whose version was never one', (bytes: Buffer) => bytes.fill(0x77, 60, 64)],
    ['whose version is too low', (bytes: Buffer) => bytes.fill(0, 60, 64)],
    [
      'whose table has another name',
      (bytes: Buffer) =>
        Buffer.from(bytes.toString('latin1').replaceAll('CREATE TABLE changes', 'CREATE TABLE chanxes'), 'latin1'),
    ],
  ] as const)('%s is set aside, told once, and made good by the copy', (_, damage) => {
    const folder = damaged(damage, true);
    const before = readFileSync(join(folder, 'state.db'));
    const warnings: string[] = [];
    expect(new Set(use(folder, warnings))).toEqual(written);
    expect(warnings).toEqual([
      expect.stringMatching(
        /^the reading state was damaged: that of 400 articles was recovered; .*state\.db\.damaged-/,
      ),
    ]);
    const [aside = ''] = kept(folder);
    expect(readFileSync(join(folder, aside)).equals(before)).toBe(true);
    expect(readdirSync(folder).filter(name => name.includes('mending'))).toEqual([]);
  });

  test('is kept beside those of the same day before', () => {
    const folder = damaged(bytes => bytes.fill(0, 0, 4096));
    use(folder);
    writeFileSync(join(folder, 'state.db'), 'damaged again');
    use(folder);
    expect(kept(folder)).toHaveLength(2);
  });

  test('is mended under a program that has it open', () => {
    const folder = damaged(bytes => bytes);
    const state = open(folder);
    state.marks();
    writeFileSync(join(folder, 'state.db'), overwritten(1000, 5)(readFileSync(join(folder, 'state.db'))));
    use(folder);
    state.change([{key: key('late'), isRead: true}]);
    expect([state.marks().isRead(key('new')), open(folder).marks().isRead(key('late'))]).toEqual([true, true]);
  });

  test('with any bytes for a file never fails', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 9000}), bytes => {
        use(damaged(() => bytes));
      }),
      {numRuns: 30},
    );
  });
});
