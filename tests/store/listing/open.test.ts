import {readdirSync, readFileSync, renameSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {entryAt, type Listing} from '../../../src/core/listing/listing.ts';
import {packListing} from '../../../src/core/listing/packed.ts';
import {
  keptListing,
  type ListingOptions,
  type OpenedListing,
  openListing,
  type ReadingProgress,
} from '../../../src/store/listing/open.ts';
import {createFolder, idsOf, type LibraryFolder, later, libraryAtPath, tellingOf} from './folder.ts';

let folder: LibraryFolder;
let cache: LibraryFolder;
beforeEach(() => {
  folder = createFolder();
  cache = createFolder();
});
afterEach(() => {
  folder.remove();
  cache.remove();
});

const optionsAt = (now: number, more: Partial<ListingOptions> = {}): ListingOptions => ({
  ...{cacheFolder: join(cache.path, 'newsprint'), version: '1', now: () => now},
  ...more,
});
const libraries = () => [libraryAtPath(folder.path)];

/** Opens to the end; `read` is how many files were read. */
const opened = (options = optionsAt(later), known?: Listing): OpenedListing & {readonly read: number} => {
  const work = openListing(libraries(), options, known);
  for (let read = 0; ; read++) {
    const step = work.next();
    if (step.done) return {...step.value, read};
  }
};
const titleOf = (listing: Listing, id: string): string => entryAt(listing, idsOf(listing).indexOf(id)).title;
const cacheFiles = (): string[] => readdirSync(join(cache.path, 'newsprint'));

describe('a listing', () => {
  beforeEach(() => {
    folder.write('a.md');
    folder.write('b.md');
  });

  test('is kept, and found again by the next run', () => {
    const first = opened();
    expect(first).toMatchObject({isKept: true, isNew: true, mayBeRenamed: false, read: 2});
    const second = opened();
    expect(second).toMatchObject({isKept: true, isNew: false, mayBeRenamed: false, read: 0});
    expect(packListing(second.listing)).toEqual(packListing(first.listing));
    expect(keptListing(libraries(), optionsAt(later))?.stamp).toBe(first.listing.stamp);
    expect(cacheFiles()).toHaveLength(1);
  });

  test('is for nobody else to read', () => {
    opened();
    expect(statSync(join(cache.path, 'newsprint')).mode & 0o077).toBe(0);
    expect(statSync(join(cache.path, 'newsprint', cacheFiles()[0] ?? '')).mode & 0o077).toBe(0);
  });

  test('is another one for another version, and for other libraries', () => {
    opened();
    expect(opened(optionsAt(later, {version: '2'})).read).toBe(2);
    expect(keptListing([libraryAtPath(folder.path, 'other')], optionsAt(later))).toBeUndefined();
  });

  test('is made anew when what was kept is damaged or cut', () => {
    opened();
    const file = join(cache.path, 'newsprint', cacheFiles()[0] ?? '');
    const whole = readFileSync(file);
    for (const bytes of [whole.subarray(0, 100), Buffer.alloc(0), Buffer.concat([whole, whole])]) {
      writeFileSync(file, bytes);
      expect(opened()).toMatchObject({read: 2, isKept: true});
    }
  });

  test('is there, though not kept, where the cache cannot be written', () => {
    writeFileSync(join(cache.path, 'newsprint'), 'a file in the way');
    const first = opened();
    expect(first).toMatchObject({isKept: false, read: 2});
    expect(idsOf(first.listing)).toEqual(['a', 'b']);
    expect(opened().read).toBe(2);
  });

  test('that is known already is brought up to date without what was kept', () => {
    const {listing} = opened();
    folder.write('b.md', '# New\n');
    const next = opened(optionsAt(later), listing);
    expect([next.read, titleOf(next.listing, 'b')]).toEqual([1, 'New']);
    expect(opened(optionsAt(later), next.listing).listing).toBe(next.listing);
  });

  test('tells that files may have been renamed only when some came and some went', () => {
    opened();
    folder.write('c.md');
    expect(opened().mayBeRenamed).toBe(false);
    folder.write('a.md', '# In place\n');
    expect(opened().mayBeRenamed).toBe(false);
    renameSync(join(folder.path, 'c.md'), join(folder.path, 'd.md'));
    expect(opened().mayBeRenamed).toBe(true);
  });
});

describe('files that are written in place', () => {
  test('of a small library are seen at once', () => {
    folder.write('a.md');
    opened();
    folder.write('a.md', '# New\n');
    expect(titleOf(opened(optionsAt(later + 1)).listing, 'a')).toBe('New');
  });

  describe('of a large library', () => {
    const count = 2001;
    beforeEach(() => {
      for (let number = 0; number < count; number++) folder.write(`many/${number}.md`, '');
      opened();
      folder.write('many/7.md', '# New\n');
    });

    test('are seen after a minute, and folders at once', () => {
      expect(opened(optionsAt(later + 59_000)).read).toBe(0);
      folder.write('new.md');
      expect(opened(optionsAt(later + 59_500)).read).toBe(1);
      expect(opened(optionsAt(later + 60_001)).read).toBe(1);
      // Now it was looked at, which counts anew.
      folder.write('many/7.md', '# Newer\n');
      expect(opened(optionsAt(later + 120_000)).read).toBe(0);
      expect(titleOf(opened(optionsAt(later + 120_002)).listing, 'many/7')).toBe('Newer');
    });

    test('are seen when one asks for it, and when the clock went back', () => {
      expect(opened(optionsAt(later + 1, {isThorough: true})).read).toBe(1);
      folder.write('many/8.md', '# New\n');
      expect(opened(optionsAt(later - 1000)).read).toBe(1);
    });
  });
});

test('versions of files rise however the clock was set', () => {
  folder.write('a.md');
  const {listing} = opened();
  folder.write('a.md', '# New\n');
  const next = opened(optionsAt(Date.UTC(2031, 0, 1))).listing;
  expect(next.columns.row[0]).toBeGreaterThan(listing.columns.row[0] ?? 0);
  expect(next.stamp).not.toBe(listing.stamp);
});

test('reading that is stopped goes on where it was kept', () => {
  for (let number = 0; number < 20; number++) folder.write(`${number}.md`);
  let now = later;
  const work = openListing(libraries(), optionsAt(0, {now: () => now}));
  for (let step = 0; step < 10; step++) {
    expect((work.next().value as ReadingProgress).total).toBe(20);
    now += 1000;
  }
  work.return(undefined as never);
  const rest = opened(optionsAt(now));
  expect(rest.read).toBeGreaterThanOrEqual(10);
  expect(rest.read).toBeLessThan(20);
  expect(rest.listing.length).toBe(20);
  expect(tellingOf(opened(optionsAt(now)).listing)).toEqual(tellingOf(opened(optionsAt(now, {version: '2'})).listing));
  expect(opened(optionsAt(now)).read).toBe(0);
});
