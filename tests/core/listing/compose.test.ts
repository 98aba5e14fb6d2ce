import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Article} from '../../../src/core/article.ts';
import {composeListing, type KeptFile, type ListingParts, type ReadFile} from '../../../src/core/listing/compose.ts';
import {
  entryAt,
  flags,
  hasFlag,
  hashAt,
  type ListedLibrary,
  type Listing,
  lineAt,
  linesOf,
  nameAt,
  positionOf,
  relativePathAt,
  sectionAt,
  visiblePositions,
} from '../../../src/core/listing/listing.ts';
import {field} from '../../../src/core/sanitize.ts';
import {article} from '../../support/articles.ts';
import {listingOf} from '../../support/listing.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const linesIn = (listing: Listing): string[] =>
  Array.from({length: listing.length}, (_, position) => text(lineAt(listing, position)));
const referencesIn = (listing: Listing): string[] =>
  Array.from({length: listing.length}, (_, position) => entryAt(listing, position).reference);

const read = (one: Article, row: number, more: Partial<ReadFile> = {}): ReadFile => ({
  ...{article: one, row, folder: 0, name: `${one.id}.md`, size: row, modified: row, hash: [row, row]},
  ...{hasUnusualId: false, ...more},
});

const library = (name: string): ListedLibrary => ({name: field(name), path: `/${name}`});

const composed = (parts: Partial<ListingParts>): Listing => {
  const {libraries = [library('test')]} = parts;
  const folders = libraries.map((_, number) => ({library: number, path: '', modified: 1}));
  return composeListing({
    ...{stamp: 'made up', libraries, folders, failures: [], read: [], kept: [], from: undefined},
    ...parts,
  });
};

test('a line is what a list prints: reference, day, section, title, a dash for what is not there', () => {
  const listing = listingOf(
    article('a/one', {title: 'Élan', section: 'World', published: '2022-07-06'}),
    article('b', {title: 'Two'}),
  );
  expect(linesIn(listing)).toEqual(['a/one\t2022-07-06\tWorld\tÉlan\n', 'b\t-\t-\tTwo\n']);
  expect(entryAt(listing, 0)).toEqual({
    ...{id: 'a/one', library: 'test', reference: 'a/one', title: 'Élan', section: 'World', day: '2022-07-06'},
  });
  expect(entryAt(listing, 1)).toEqual({id: 'b', library: 'test', reference: 'b', title: 'Two'});
});

test('what is known of an article without its text is kept beside it', () => {
  const some = article('a', {isHidden: true, problem: 'broken', body: 'one two three'});
  const listing = composed({read: [read(some, 7, {hash: [0xfedcba98, 1], hasUnusualId: true, name: 'A.md'})]});
  expect(hashAt(listing, 0)).toBe('fedcba9800000001');
  expect([nameAt(listing, 0), relativePathAt(listing, 0)]).toEqual(['A.md', 'A.md']);
  expect([flags.hidden, flags.problem, flags.image, flags.unusualId].map(flag => hasFlag(listing, 0, flag))).toEqual([
    true,
    true,
    false,
    true,
  ]);
  expect([listing.columns.row[0], listing.columns.words[0], listing.columns.minutes[0]]).toEqual([7, 3, 1]);
  expect([...visiblePositions(listing)]).toEqual([]);
});

test('lines of neighbours are handed over in one piece, those of others each by itself', () => {
  const listing = listingOf(...['a', 'b', 'c', 'd', 'e'].map(id => article(id)));
  const pieces = (positions: readonly number[]) => [...linesOf(listing, Int32Array.from(positions))].map(text);
  expect(pieces([0, 1, 2, 4])).toEqual(['a\t-\t-\ta\nb\t-\t-\tb\nc\t-\t-\tc\n', 'e\t-\t-\te\n']);
  expect(pieces([3, 2])).toEqual(['d\t-\t-\td\n', 'c\t-\t-\tc\n']);
  expect(pieces([])).toEqual([]);
});

describe('sections', () => {
  const some = (...sections: readonly string[]) => sections.map((section, at) => article(`a${at}`, {section}));
  const shown = (listing: Listing) =>
    Array.from({length: listing.length}, (_, position) => sectionAt(listing, position));

  test('that differ in spelling only are one, as most articles write it', () => {
    const listing = listingOf(...some('politics', 'Politics', 'Politics', 'World'));
    expect(shown(listing)).toEqual(['Politics', 'Politics', 'Politics', 'World']);
    expect(linesIn(listing)[0]).toContain('\tPolitics\t');
  });

  test('are written otherwise in lines that stay when the majority changes', () => {
    const before = listingOf(...some('politics', 'Politics', 'Politics'));
    const kept = [0, 1].map((position): KeptFile => ({position, folder: 0}));
    const again = read(article('new', {section: 'politics'}), 9);
    const after = composed({libraries: before.libraries, folders: before.folders, from: before, kept, read: [again]});
    expect(shown(after)).toEqual(['politics', 'politics', 'politics']);
    expect(linesIn(after).every(line => line.includes('\tpolitics\t'))).toBe(true);
  });
});

describe('ids that two libraries have', () => {
  const two = [library('one'), library('two')];
  const inOne = {...article('a'), library: field('one')};
  const inTwo = {...article('a'), library: field('two')};
  const alone = {...article('b'), library: field('two')};
  const both = composed({
    libraries: two,
    read: [read(inOne, 1), read(inTwo, 2, {folder: 1}), read(alone, 3, {folder: 1})],
  });

  test('are told with the name of their library', () => {
    expect(referencesIn(both)).toEqual(['one:a', 'two:a', 'b']);
    expect([0, 1, 2].map(position => entryAt(both, position).id)).toEqual(['a', 'a', 'b']);
    expect(positionOf(both, inTwo)).toBe(1);
    expect(positionOf(both, {id: field('a'), library: field('three')})).toBeUndefined();
  });

  test('are told without it again when one of them goes', () => {
    const parts = {libraries: two, folders: both.folders, from: both};
    const after = composed({...parts, kept: [1, 2].map(position => ({position, folder: 1}))});
    expect(referencesIn(after)).toEqual(['a', 'b']);
  });

  test('are told with it when the second comes', () => {
    const before = composed({libraries: two, read: [read(inOne, 1)]});
    const parts = {libraries: two, folders: before.folders, from: before};
    const after = composed({...parts, kept: [{position: 0, folder: 0}], read: [read(inTwo, 2, {folder: 1})]});
    expect(referencesIn(after)).toEqual(['one:a', 'two:a']);
  });
});

test('a file that stays may get another id, another time, another folder', () => {
  const before = listingOf(article('a', {title: 'A'}), article('b'));
  const folders = [...before.folders, {library: 0, path: 'x', modified: 2}];
  const kept = [{position: 0, folder: 1, id: field('a.md'), hasUnusualId: true, modified: 77}];
  const after = composed({libraries: before.libraries, folders, from: before, kept});
  expect(linesIn(after)).toEqual(['a.md\t-\t-\tA\n']);
  expect([relativePathAt(after, 0), after.columns.modified[0], hasFlag(after, 0, flags.unusualId)]).toEqual([
    ...['x/a.md', 77, true],
  ]);
});

test('what is made of articles that stay and articles that come is what is made of all of them at once', () => {
  const names = [library('one'), library('two')];
  const parts = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    where: fc.constantFrom(0, 1),
    section: fc.constantFrom('World', 'world', 'Arts', undefined),
    published: fc.constantFrom('2022-07-06', '2022-07-07', undefined),
    isHidden: fc.boolean(),
    /** Before and after, only before, only after. */
    when: fc.constantFrom('both', 'before', 'after'),
  });
  const some = fc.uniqueArray(parts, {selector: ({id, where}) => `${where}${id}`, maxLength: 10});
  fc.assert(
    fc.property(some, fc.boolean(), (given, isOneLibrary) => {
      const libraries = isOneLibrary ? names.slice(0, 1) : names;
      const all = given.flatMap(({id, where, section, published, isHidden, when}, at) => {
        if (isOneLibrary && where === 1) return [];
        const bare = article(id, {isHidden, ...(section && {section}), ...(published && {published})});
        const one: Article = {...bare, library: names[where]?.name ?? bare.library};
        return [{when, file: read(one, at + 1, {folder: where})}];
      });
      const before = composed({libraries, read: all.filter(({when}) => when !== 'after').map(({file}) => file)});
      const stays = new Set(all.filter(({when}) => when === 'both').map(({file}) => file.row));
      const kept = Array.from(before.columns.row, (row, position) => ({row, position}))
        .filter(({row}) => stays.has(row))
        .map(({position}): KeptFile => ({position, folder: before.columns.folder[position] ?? 0}));
      const comes = all.filter(({when}) => when === 'after').map(({file}) => file);
      const after = composed({libraries, folders: before.folders, from: before, kept, read: comes});
      const whole = composed({libraries, read: all.filter(({when}) => when !== 'before').map(({file}) => file)});
      // Sections that nobody has any more are still known; what is shown is the same.
      const {section, ...columns} = after.columns;
      const {section: others, ...expected} = whole.columns;
      expect(columns).toEqual(expected);
      expect([text(after.lines), text(after.names)]).toEqual([text(whole.lines), text(whole.names)]);
      for (let position = 0; position < whole.length; position++) {
        expect(sectionAt(after, position)).toBe(sectionAt(whole, position));
      }
    }),
    {numRuns: 500},
  );
});
