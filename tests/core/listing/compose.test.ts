import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Article} from '../../../src/core/article.ts';
import {composeListing} from '../../../src/core/listing/compose.ts';
import {positionOf, positionsOfKeys} from '../../../src/core/listing/find-keys.ts';
import {
  createListedReferences,
  entryAt,
  flags,
  hasFlag,
  type Listing,
  lineAt,
  linesOf,
  visiblePositions,
} from '../../../src/core/listing/listing.ts';
import {type SortKey, sortPositions} from '../../../src/core/listing/sort.ts';
import {readingTime} from '../../../src/core/reading-time.ts';
import {field} from '../../../src/core/sanitize.ts';
import {type ArticleParts, article} from '../../support/articles.ts';
import {listedArticles, listingOf} from '../../support/listing.ts';

const inLibrary = (library: string, id: string, parts: ArticleParts = {}): Article => ({
  ...article(id, parts),
  library: field(library),
});
const positionsOf = (listing: Listing): number[] => Array.from({length: listing.length}, (_, position) => position);
const entriesOf = (listing: Listing) => positionsOf(listing).map(position => entryAt(listing, position));
const linesIn = (listing: Listing, positions = visiblePositions(listing, {all: true})): string =>
  Buffer.concat([...linesOf(listing, positions)]).toString();

/** The listing again, some of its articles kept, the others as if they had been read again. */
const recomposed = (articles: readonly Article[], from: Listing, isKept: (position: number) => boolean): Listing => {
  const known = listedArticles(from, articles);
  const folderOf = (position: number): number => from.columns.folder[position] ?? 0;
  return composeListing({
    ...{stamp: from.stamp, libraries: from.libraries, folders: from.folders, failures: from.failures},
    kept: {
      from,
      positions: Int32Array.from(positionsOf(from).filter(isKept)),
      folders: Int32Array.from(from.folders.keys()),
      modified: new Map(),
    },
    read: positionsOf(from)
      .filter(position => !isKept(position))
      .map(position => ({
        article: known[position] as Article,
        row: from.columns.row[position] ?? 0,
        folder: folderOf(position),
        name: `${known[position]?.id}.md`,
        size: known[position]?.body.length ?? 0,
        modified: 1,
        hash: [from.columns.hashHigh[position] ?? 0, from.columns.hashLow[position] ?? 0] as const,
        hasUnusualId: false,
      })),
  });
};

describe('an entry', () => {
  test('says what its article said; what it lacks is not there', () => {
    const full = article('a/b', {title: 'A – “title”', section: 'Arts', published: '2024-05-01'});
    expect(entriesOf(listingOf(full, article('bare')))).toEqual([
      {id: 'a/b', library: 'test', reference: 'a/b', title: 'A – “title”', section: 'Arts', day: '2024-05-01'},
      {id: 'bare', library: 'test', reference: 'bare', title: 'bare'},
    ]);
  });

  test('has the name of its library in its reference where two have the same id', () => {
    const listing = listingOf(inLibrary('a', 'x'), inLibrary('b', 'x'), inLibrary('b', 'y'));
    expect(entriesOf(listing).map(({id, library, reference}) => [id, library, reference])).toEqual([
      ['x', 'a', 'a:x'],
      ['x', 'b', 'b:x'],
      ['y', 'b', 'y'],
    ]);
    const referenceOf = createListedReferences(listing);
    for (const entry of entriesOf(listing)) expect(referenceOf(entry)).toBe(entry.reference);
    expect(positionsOf(listing).map(position => positionOf(listing, entryAt(listing, position)))).toEqual([0, 1, 2]);
    expect(positionOf(listing, inLibrary('a', 'y'))).toBeUndefined();
  });

  test('has a line with a dash for what there is not', () => {
    const listing = listingOf(article('a', {section: 'Arts', published: '2024-05-01'}), article('b'));
    expect(linesIn(listing)).toBe('a\t2024-05-01\tArts\ta\nb\t-\t-\tb\n');
    expect(linesIn(listing, Int32Array.of(1, 0))).toBe('b\t-\t-\tb\na\t2024-05-01\tArts\ta\n');
  });
});

describe('sections', () => {
  const display = (...sections: readonly string[]) => {
    const listing = listingOf(...sections.map((section, at) => article(`${at}`, {section})));
    return [...new Set(entriesOf(listing).map(({section}) => section))];
  };

  test.each([
    ['as most articles have it', ['politics', 'Politics', 'Politics'], ['Politics']],
    ['of equals by name', ['politics', 'Politics'], ['Politics']],
    ['accents left out', ['Économie', 'economie', 'economie'], ['economie']],
    ['others for themselves', ['Arts', 'World'], ['Arts', 'World']],
  ])('are spelled %s', (_, given, expected) => expect(display(...given)).toEqual(expected));
});

const someArticles = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd/e', '北', 'z-1', '-', 'A'),
      library: fc.constantFrom('test', 'other', 'another'),
      parts: fc.record(
        {
          title: fc.constantFrom('One', 'two', '“Three”', '-', 'É'),
          section: fc.constantFrom('x', 'X', 'x', 'Ÿ', '-'),
          published: fc.constantFrom('2024-05-01', '2024-05-02', '1969-12-31'),
          isHidden: fc.boolean(),
          problem: fc.constant('odd'),
        },
        {requiredKeys: []},
      ),
    }),
    {selector: ({id, library}) => `${library}:${id}`, maxLength: 12},
  )
  .map(all => all.map(({id, library, parts}) => inLibrary(library, id, parts)));

test('what is kept of a listing and what is read anew make the same listing', () => {
  fc.assert(
    fc.property(someArticles, fc.array(fc.boolean(), {minLength: 12, maxLength: 12}), (articles, keeps) => {
      const made = listingOf(...articles);
      expect(recomposed(articles, made, position => keeps[position] ?? true)).toEqual(made);
    }),
    {numRuns: 300},
  );
});

const idOrder = (a: Article, b: Article): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : a.library < b.library ? -1 : a.library > b.library ? 1 : 0;
const newest = (a: Article, b: Article): number =>
  (b.published?.time ?? -Infinity) - (a.published?.time ?? -Infinity) || idOrder(a, b);

test('a listing is a plain sort of its articles: the newest first, undated last, equals by id and library', () => {
  fc.assert(
    fc.property(someArticles, articles => {
      const expected = [...articles].sort((a, b) =>
        a.published === undefined && b.published === undefined ? idOrder(a, b) : newest(a, b),
      );
      const listing = listingOf(...articles);
      expect(entriesOf(listing).map(({library, id}) => `${library}:${id}`)).toEqual(
        expected.map(({library, id}) => `${library}:${id}`),
      );
      const hidden = positionsOf(listing).map(position => hasFlag(listing, position, flags.hidden));
      expect(hidden).toEqual(expected.map(({isHidden}) => isHidden));
      expect(positionsOf(listing).map(position => hasFlag(listing, position, flags.problem))).toEqual(
        expected.map(({problems}) => problems.length > 0),
      );
      expect(linesIn(listing)).toBe(
        positionsOf(listing)
          .map(position => Buffer.from(lineAt(listing, position)).toString())
          .join(''),
      );
    }),
    {numRuns: 300},
  );
});

test('each article is found by its library and id, and no other', () => {
  fc.assert(
    fc.property(someArticles, fc.array(fc.boolean(), {minLength: 12, maxLength: 12}), (articles, isListed) => {
      const listed = articles.filter((_, at) => isListed[at]);
      const listing = listingOf(...listed);
      const found = positionsOfKeys(listing, articles);
      const expected = articles.map(({library, id}) =>
        entriesOf(listing).findIndex(entry => entry.library === library && entry.id === id),
      );
      expect([...found]).toEqual(expected);
    }),
    {numRuns: 300},
  );
});

test('every order is a plain sort of the listing by what it is sorted by; what has none stays at the end', () => {
  const values: Partial<Record<SortKey, (article: Article) => number | string | undefined>> = {
    date: ({published}) => published?.time,
    published: ({published}) => published?.time,
    id: ({id}) => id,
    updated: () => undefined,
    length: one => readingTime(one).words,
  };
  const keys = Object.keys(values) as SortKey[];
  fc.assert(
    fc.property(someArticles, fc.constantFrom(...keys), fc.boolean(), (articles, key, isReversed) => {
      const listing = listingOf(...articles);
      const listed = listedArticles(listing, articles);
      const sortedBy = (position: number) => values[key]?.(listed[position] as Article);
      const ascends = (key === 'date' || key === 'published') === isReversed;
      const all = positionsOf(listing);
      const rest = all.filter(position => sortedBy(position) === undefined);
      const sorted = all
        .filter(position => sortedBy(position) !== undefined)
        .sort((a, b) => {
          const [one, other] = [sortedBy(a) ?? 0, sortedBy(b) ?? 0];
          return (one < other ? -1 : one > other ? 1 : 0) * (ascends ? 1 : -1) || a - b;
        });
      const got = sortPositions(listing, visiblePositions(listing, {all: true}), {key, isReversed}, positions =>
        Array.from(positions, position => listed[position] as Article),
      );
      expect([...got]).toEqual([...sorted, ...rest]);
    }),
    {numRuns: 300},
  );
});
