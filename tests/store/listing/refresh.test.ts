import {execFileSync} from 'node:child_process';
import {
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import {dirname, join} from 'node:path';
import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {entryAt} from '../../../src/core/listing/listing.ts';
import {field} from '../../../src/core/sanitize.ts';
import {readAt} from '../../../src/store/listing/article-at.ts';
import {createFolder, idsOf, later, libraryAtPath, refreshed, tellingOf} from './folder.ts';

let folder: ReturnType<typeof createFolder>;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const news = () => [libraryAtPath(folder.path)];
const inFolder = (name: string): string => join(folder.path, name);
const fresh = () => refreshed(news()).listing;

describe('a refresh', () => {
  beforeEach(() => {
    folder.write('a.md', '---\ndate: 2024-05-01\n---\n# A\n');
    folder.write('world/b.md', '---\ndate: 2024-05-02\n---\n# B\n');
    folder.write('c.md', '# C\n');
  });

  test.each([true, false])('reads nothing where nothing has changed, files looked at: %s', looksAtFiles => {
    const known = fresh();
    const again = refreshed(news(), known, {looksAtFiles});
    expect(again).toMatchObject({read: 0, mayBeRenamed: false});
    expect(again.listing).toBe(known);
  });

  test('reads a file that was added', () => {
    const known = fresh();
    folder.write('world/new.md', '---\ndate: 2024-05-03\n---\n');
    const {listing, read, mayBeRenamed} = refreshed(news(), known, {looksAtFiles: false});
    expect(idsOf(listing)).toEqual(['world/new', 'world/b', 'a', 'c']);
    expect([read, mayBeRenamed]).toEqual([1, false]);
  });

  test('sees a file that was written in place when it looks at files', () => {
    const known = fresh();
    folder.write('a.md', '# Another\n');
    expect(refreshed(news(), known, {looksAtFiles: false}).listing).toBe(known);
    const {listing, read, mayBeRenamed} = refreshed(news(), known);
    expect(tellingOf(listing)).toEqual(tellingOf(fresh()));
    expect([read, mayBeRenamed]).toEqual([1, false]);
    expect(listing.columns.row[idsOf(listing).indexOf('a')]).not.toBe(known.columns.row[idsOf(known).indexOf('a')]);
  });

  test('a file that was only touched is the same version of it', () => {
    const known = fresh();
    utimesSync(inFolder('a.md'), 1.9e9, 1.9e9);
    const {listing, mayBeRenamed} = refreshed(news(), known);
    expect([...listing.columns.row]).toEqual([...known.columns.row]);
    expect(mayBeRenamed).toBe(false);
    expect(tellingOf(listing)).toEqual(tellingOf(fresh()));
  });

  test('sees a file that another one took the place of', () => {
    const known = fresh();
    folder.write('draft.txt', '# Z\n');
    renameSync(inFolder('draft.txt'), inFolder('c.md'));
    const {listing} = refreshed(news(), known, {looksAtFiles: false});
    expect(entryAt(listing, idsOf(listing).indexOf('c')).title).toBe('Z');
  });

  test('follows files and folders that were renamed or removed', () => {
    const known = fresh();
    renameSync(inFolder('world'), inFolder('arts'));
    renameSync(inFolder('a.md'), inFolder('d.md'));
    unlinkSync(inFolder('c.md'));
    const {listing, mayBeRenamed} = refreshed(news(), known, {looksAtFiles: false});
    expect(idsOf(listing)).toEqual(['arts/b', 'd']);
    expect(entryAt(listing, 0).section).toBe('arts');
    expect(mayBeRenamed).toBe(true);
  });

  test('a file that was renamed over another one may be where it was', () => {
    const known = fresh();
    renameSync(inFolder('a.md'), inFolder('c.md'));
    expect(refreshed(news(), known, {looksAtFiles: false}).mayBeRenamed).toBe(true);
  });

  test('where files only went, none was renamed', () => {
    const known = fresh();
    unlinkSync(inFolder('c.md'));
    const {listing, mayBeRenamed} = refreshed(news(), known, {looksAtFiles: false});
    expect([idsOf(listing), mayBeRenamed]).toEqual([['world/b', 'a'], false]);
  });

  test('a file whose time is hardly past is looked at again, and its folder too', () => {
    const now = statSync(inFolder('c.md')).mtimeMs + 1000;
    const known = refreshed(news(), undefined, {now}).listing;
    const {mtime} = statSync(inFolder('c.md'));
    writeFileSync(inFolder('c.md'), '# D\n');
    utimesSync(inFolder('c.md'), mtime, mtime);
    const {listing} = refreshed(news(), known, {looksAtFiles: false});
    expect(entryAt(listing, idsOf(listing).indexOf('c')).title).toBe('D');
  });

  test('knows nothing of other libraries', () => {
    const known = fresh();
    expect(refreshed([libraryAtPath(folder.path, 'other')], known).read).toBe(3);
  });

  test('a library may be one file', () => {
    const file = [{name: field('one'), path: folder.path, file: 'a.md'}];
    const {listing: known} = refreshed(file);
    expect(idsOf(known)).toEqual(['a']);
    expect(refreshed(file, known)).toMatchObject({read: 0, listing: known});
    folder.write('a.md', '# New\n');
    expect(entryAt(refreshed(file, known).listing, 0).title).toBe('New');
  });
});

describe('what cannot be read', () => {
  test('is told each time, and read when it can be', () => {
    folder.write('a.md');
    folder.write('big.md');
    truncateSync(inFolder('big.md'), 2 ** 27);
    const known = fresh();
    expect(known.failures).toEqual([{path: inFolder('big.md'), message: 'larger than 64 MB'}]);
    expect(refreshed(news(), known, {looksAtFiles: false}).listing).toBe(known);
    folder.write('big.md', '# Small\n');
    const {listing} = refreshed(news(), known, {looksAtFiles: false});
    expect(tellingOf(listing)).toEqual(tellingOf(fresh()));
    expect(idsOf(listing)).toEqual(['a', 'big']);
  });

  test.each<[string, () => void, string]>([
    ['a link that leads nowhere', () => symlinkSync('nothing.md', inFolder('x.md')), 'the link leads nowhere'],
    ['a pipe', () => void execFileSync('mkfifo', [inFolder('x.md')]), 'no regular file'],
    ['a link to itself', () => symlinkSync('x.md', inFolder('x.md')), 'the link leads in a circle'],
  ])('%s is told until it is gone', (_, make, message) => {
    folder.write('a.md');
    make();
    const known = fresh();
    expect(known.failures).toMatchObject([{path: inFolder('x.md'), message: expect.stringContaining(message)}]);
    expect(refreshed(news(), known, {looksAtFiles: false}).listing.failures).toEqual(known.failures);
    unlinkSync(inFolder('x.md'));
    expect(refreshed(news(), known, {looksAtFiles: false}).listing.failures).toEqual([]);
  });

  test('a file that became unreadable is listed no more', () => {
    folder.write('a.md');
    folder.write('b.md');
    const known = fresh();
    truncateSync(inFolder('b.md'), 2 ** 27);
    const {listing} = refreshed(news(), known);
    expect(idsOf(listing)).toEqual(['a']);
    expect(listing.failures).toHaveLength(1);
  });
});

describe('ids', () => {
  test('are those of a fresh listing when files that want the same come and go', () => {
    folder.write('x.markdown');
    folder.write('other.md');
    const first = fresh();
    expect(idsOf(first)).toEqual(['other', 'x']);
    folder.write('x.md');
    const second = refreshed(news(), first).listing;
    expect(tellingOf(second)).toEqual(tellingOf(fresh()));
    // What is kept under its row tells of another id.
    expect(second.columns.row).not.toContain(first.columns.row[1]);
    expect(second.columns.row).toContain(first.columns.row[0]);
    unlinkSync(inFolder('x.md'));
    expect(tellingOf(refreshed(news(), second).listing)).toEqual(tellingOf(fresh()));
  });

  test('that two libraries have are told apart, until one has it no more', () => {
    const other = createFolder();
    try {
      const both = [libraryAtPath(folder.path), libraryAtPath(other.path, 'other')];
      folder.write('a.md');
      other.write('a.md');
      other.write('b.md');
      const known = refreshed(both).listing;
      expect(idsOf(known)).toEqual(['news:a', 'other:a', 'b']);
      expect(idsOf(known).map((_, position) => entryAt(known, position).id)).toEqual(['a', 'a', 'b']);
      unlinkSync(inFolder('a.md'));
      const alone = refreshed(both, known).listing;
      expect(idsOf(alone)).toEqual(['a', 'b']);
      folder.write('b.md');
      expect(tellingOf(refreshed(both, alone).listing)).toEqual(tellingOf(refreshed(both).listing));
    } finally {
      other.remove();
    }
  });
});

test('a section is spelled as most articles have it by now', () => {
  folder.write('a.md', '---\nsection: Politics\n---\n');
  const known = fresh();
  folder.write('politics/b.md');
  folder.write('politics/c.md');
  const {listing} = refreshed(news(), known);
  expect(idsOf(listing).map((_, position) => entryAt(listing, position).section)).toEqual(Array(3).fill('politics'));
  expect(new TextDecoder().decode(listing.lines)).not.toContain('Politics');
});

describe('names', () => {
  const raw = (...parts: readonly (string | number)[]): Buffer =>
    Buffer.concat([
      Buffer.from(`${folder.path}/`),
      ...parts.map(part => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))),
    ]);

  test('that are no UTF-8 are kept, and their files found again', () => {
    writeFileSync(raw('caf', 0xe9, '.md'), '# Coffee\n');
    mkdirSync(raw('caf', 0xe9));
    writeFileSync(raw('caf', 0xe9, '/plain.md'), 'no title\n');
    const known = fresh();
    expect(refreshed(news(), known)).toMatchObject({read: 0, listing: known});
    folder.write('z.md');
    const {listing} = refreshed(news(), known);
    expect(tellingOf(listing)).toEqual(tellingOf(fresh()));
    expect(idsOf(listing).sort()).toEqual(['caf\ufffd', 'caf\ufffd/plain', 'z']);
    for (const [position, id] of idsOf(listing).entries()) {
      expect(readAt(listing, position)).toMatchObject({id, title: entryAt(listing, position).title});
    }
    expect(readAt(listing, idsOf(listing).indexOf('caf\ufffd'))).toMatchObject({
      problems: [{message: 'the name of the file is not in UTF-8'}],
    });
  });

  test('that begin with a byte order mark keep it', () => {
    folder.write('\ufeffa.md', '# Marked\n');
    const known = fresh();
    expect(readAt(known, 0)).toMatchObject({title: 'Marked'});
    expect(refreshed(news(), known)).toMatchObject({read: 0, listing: known});
  });
});

describe('links', () => {
  test('to files and folders are followed, and what they lead to may change', () => {
    const outside = createFolder();
    try {
      outside.write('one.md');
      outside.write('folder/two.md');
      symlinkSync(join(outside.path, 'one.md'), inFolder('one.md'));
      symlinkSync(join(outside.path, 'folder'), inFolder('folder'));
      const known = fresh();
      expect(idsOf(known)).toEqual(['folder/two', 'one']);
      expect(refreshed(news(), known, {looksAtFiles: false})).toMatchObject({read: 0, listing: known});
      outside.write('folder/three.md');
      outside.write('one.md', '# Other\n');
      expect(tellingOf(refreshed(news(), known).listing)).toEqual(tellingOf(fresh()));
      rmSync(join(outside.path, 'folder'), {recursive: true});
      expect(refreshed(news(), known).listing.failures).toEqual(fresh().failures);
    } finally {
      outside.remove();
    }
  });

  test('of which two lead to one folder: it stays when the one that was followed goes', () => {
    const outside = createFolder();
    try {
      outside.write('two.md');
      for (const place of ['a', 'b', 'c']) {
        folder.write(`${place}/note.md`);
        symlinkSync(outside.path, inFolder(`${place}/link`));
      }
      const known = fresh();
      const again = refreshed(news(), known, {looksAtFiles: false});
      expect(again).toMatchObject({read: 0, listing: known});
      const followed = idsOf(known).find(id => id.endsWith('two')) ?? '';
      unlinkSync(dirname(inFolder(followed)));
      const {listing} = refreshed(news(), known, {looksAtFiles: false});
      expect(idsOf(listing)).toEqual(idsOf(fresh()));
      expect(idsOf(listing).filter(id => id.endsWith('two'))).toHaveLength(1);
    } finally {
      outside.remove();
    }
  });
});

const name = fc.constantFrom('a.md', 'a.markdown', 'b.md', 'x/a.md', 'x/index.md', 'x.md', 'X/b.md', 'y/z/c.md');
const text = fc
  .record({
    title: fc.constantFrom('One', 'Two'),
    section: fc.constantFrom('x', 'X', ''),
    day: fc.constantFrom('01', '02'),
  })
  .map(({title, section, day}) => `---\ntitle: ${title}\nsection: ${section}\ndate: 2024-01-${day}\n---\n`);
const change = fc.oneof(
  fc.record({kind: fc.constant('write' as const), name, text}),
  fc.record({kind: fc.constant('remove' as const), name: fc.oneof(name, fc.constantFrom('x', 'y'))}),
  fc.record({
    kind: fc.constant('move' as const),
    name: fc.oneof(name, fc.constantFrom('x', 'y')),
    to: fc.oneof(name, fc.constantFrom('x', 'q')),
  }),
);

test('whatever happened to a folder, the listing is brought to what a fresh one says', () => {
  const attempt = (act: () => void): void => {
    try {
      act();
    } catch {
      // A file in the way of a folder, or nothing there: then nothing happened.
    }
  };
  fc.assert(
    fc.property(fc.array(fc.array(change, {minLength: 1, maxLength: 6}), {minLength: 1, maxLength: 4}), rounds => {
      const place = createFolder();
      try {
        const libraries = [libraryAtPath(place.path)];
        let known = refreshed(libraries).listing;
        for (const changes of rounds) {
          for (const one of changes) {
            attempt(() => {
              if (one.kind === 'write') place.write(one.name, one.text);
              if (one.kind === 'remove') rmSync(join(place.path, one.name), {recursive: true});
              if (one.kind === 'move') renameSync(join(place.path, one.name), join(place.path, one.to));
            });
          }
          known = refreshed(libraries, known, {now: later}).listing;
          expect(tellingOf(known)).toEqual(tellingOf(refreshed(libraries).listing));
          expect(new Set(known.columns.row).size).toBe(known.length);
        }
      } finally {
        place.remove();
      }
    }),
    {numRuns: 60},
  );
});
