/** The index on disk and the one in memory answer the same about the same listing. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Article} from '../../../src/core/article.ts';
import {linksOfBody} from '../../../src/core/body-links.ts';
import type {LibraryIndex, SearchContext} from '../../../src/core/library-index.ts';
import {listedAddresses} from '../../../src/core/links/handles.ts';
import {createLinkResolver} from '../../../src/core/links.ts';
import type {Listing} from '../../../src/core/listing/listing.ts';
import {namesOf} from '../../../src/core/names.ts';
import {parseQuery} from '../../../src/core/query.ts';
import {createLibraryIndex} from '../../../src/store/index/library-index.ts';
import {namesPart} from '../../../src/store/index/names.ts';
import {openInMemory} from '../../../src/store/index/open.ts';
import {prepareInPlace} from '../../../src/store/index/prepare.ts';
import {relatedPart} from '../../../src/store/index/related.ts';
import {syncIndex} from '../../../src/store/index/sync.ts';
import {wordsPart} from '../../../src/store/index/words.ts';
import {type ArticleParts, article} from '../../support/articles.ts';
import {listedArticles, listingOf, memoryIndexOf} from '../../support/listing.ts';

const parts = [wordsPart(namesOf), namesPart, relatedPart];

const storedIndexOf = (listing: Listing, articles: readonly Article[]) => {
  const {database} = openInMemory({parts, version: 'test'});
  const listed = listedArticles(listing, articles);
  const read = (position: number) => listed[position];
  for (const _ of syncIndex(database, listing, {parts, prepare: prepareInPlace(parts, read)}));
  return {index: createLibraryIndex(database, listing, read), close: () => database.close()};
};

const ids = ['a', 'b', 'news/c', 'news/d', 'e', 'f'] as const;
const sentences = [
  'They met in Rabat, near the port of Tangier.',
  'Talks with Pedro Sánchez went on in Rabat.',
  'Nothing new about the border rules.',
  'The border is closed, says NASA.',
  'See [the other](a.md) and [[news/d]].',
  'As [told](https://example.org/e) before.',
];
const someArticles = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...ids),
      parts: fc.record(
        {
          title: fc.constantFrom('Border rules', 'A port', 'Rabat'),
          section: fc.constantFrom('World', 'Arts'),
          published: fc.constantFrom('2024-05-01', '2024-05-02', '2024-05-03'),
          source: fc.constantFrom('https://example.org/e', 'https://example.org/f'),
          related: fc.subarray(['a', 'news/c']),
          isHidden: fc.boolean(),
          body: fc.subarray(sentences).map(chosen => chosen.join('\n\n')),
        },
        {requiredKeys: []},
      ),
    }),
    {selector: ({id}) => id, maxLength: 6},
  )
  .map(all => all.map(({id, parts}) => article(id, parts as ArticleParts)));

const query = fc
  .array(
    fc.constantFrom(
      'border',
      'rabat',
      '"border rules"',
      'port*',
      '-port',
      'section:world',
      'is:read',
      'is:starred',
      'has:hidden',
      'name:rabat',
      'OR',
      'zebra',
    ),
    {minLength: 1, maxLength: 3},
  )
  .map(
    words =>
      words
        .join(' ')
        .replace(/^(?:OR ?)+|(?: ?OR)+$/g, '')
        .replace(/(?:OR ){2,}/g, 'OR ') || 'border',
  );

const contextOf = (all: boolean): SearchContext => ({
  now: new Date('2024-06-01T12:00:00Z'),
  isRead: position => position % 2 === 0,
  isStarred: position => position % 3 === 0,
  all,
});

const searches = ({matching, ranked}: LibraryIndex, text: string, all: boolean) => {
  const asked = parseQuery(text);
  const {positions} = ranked(asked, contextOf(all));
  return {
    matching: [...matching(asked, contextOf(all))],
    // In which order is tested with the queries: on disk names are words of their article too.
    ranked: [...positions].sort(),
  };
};

const told = ({names}: LibraryIndex, listing: Listing) => {
  const all = names.allNames({});
  return {
    all,
    in: Array.from({length: listing.length}, (_, position) => names.namesIn(position)),
    naming: all.map(({key}) => names.articlesNaming(key, 9)),
  };
};

/** Where the links of an article lead. */
const leads = ({linkedBy}: LibraryIndex, from: Article, {libraries}: Listing) => {
  const resolve = createLinkResolver({articles: linkedBy(from), failures: [], folders: libraries});
  return [...linksOfBody(from.body), ...listedAddresses(from)].map(address => {
    const target = resolve(address, from);
    return [address, target.kind === 'article' ? target.article.id : target.kind];
  });
};

const withoutBody = ({body, ...summary}: Article) => summary;

test('the same searches, summaries, names and links', () => {
  fc.assert(
    fc.property(someArticles, query, fc.boolean(), (articles, text, all) => {
      const listing = listingOf(...articles);
      const memory = memoryIndexOf(listing, articles);
      const {index: disk, close} = storedIndexOf(listing, articles);
      try {
        expect(searches(disk, text, all)).toEqual(searches(memory, text, all));
        const positions = Int32Array.from({length: listing.length}, (_, position) => position).reverse();
        expect(disk.summaries(positions).map(one => withoutBody(one as Article))).toEqual(
          memory.summaries(positions).map(one => withoutBody(one as Article)),
        );
        if (!articles.some(({isHidden}) => isHidden)) expect(told(disk, listing)).toEqual(told(memory, listing));
        for (const from of articles) {
          expect(leads(disk, from, listing)).toEqual(leads(memory, from, listing));
        }
      } finally {
        close();
      }
    }),
    {numRuns: 150},
  );
});

test('the index of a listing that went on is that of a new one', () => {
  fc.assert(
    fc.property(someArticles, query, (articles, text) => {
      const listing = listingOf(...articles);
      const {database} = openInMemory({parts, version: 'test'});
      const listed = listedArticles(listing, articles);
      const half = listingOf(...articles.slice(0, articles.length / 2));
      const halfListed = listedArticles(half, articles);
      for (const _ of syncIndex(database, half, {
        parts,
        prepare: prepareInPlace(parts, position => halfListed[position]),
      }));
      for (const _ of syncIndex(
        database,
        {...listing, stamp: 'next'},
        {parts, prepare: prepareInPlace(parts, position => listed[position])},
      ));
      const disk = createLibraryIndex(database, listing, position => listed[position]);
      expect(searches(disk, text, false).matching).toEqual(
        searches(memoryIndexOf(listing, articles), text, false).matching,
      );
      database.close();
    }),
    {numRuns: 60},
  );
});
