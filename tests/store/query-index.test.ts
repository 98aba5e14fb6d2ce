/** The index answers as the search in memory does: the same articles, in the same order. */
import fc from 'fast-check';
import {afterAll, expect, test} from 'vitest';
import type {Article} from '../../src/core/article.ts';
import {rankArticles} from '../../src/core/query/bm25.ts';
import type {SqlContext} from '../../src/core/query/sql.ts';
import {compileQuery, parseQuery, type Query} from '../../src/core/query.ts';
import {field} from '../../src/core/sanitize.ts';
import {queryIndex} from '../../src/store/index/query-index.ts';
import {articlesSchema} from '../../src/store/index/schema.ts';
import {prepareInsert} from '../../src/store/index/sync.ts';
import {wordsPart} from '../../src/store/index/words.ts';
import {openDatabase} from '../../src/store/sqlite.ts';
import {printQuery} from '../core/print-query.ts';
import {type ArticleParts, article} from '../support/articles.ts';

const now = new Date(2024, 5, 15, 12);

const database = openDatabase(':memory:');
afterAll(() => database.close());

/** Names are what stands in the file's path here, so that each article has some. */
const namesOf = ({tags}: Article): readonly string[] => tags.map(tag => `${tag} Sahara`);

const part = wordsPart(namesOf);
database.exec(articlesSchema);
database.exec(part.schema);
const read = part.createReader();
const writer = part.open(database);
const insert = prepareInsert(database);
let versions = 1;
const index = queryIndex(database);

/** An index of these articles; rows by their ids. */
const indexed = (articles: readonly Article[]): ReadonlyMap<string, number> => {
  database.exec("INSERT INTO words (words) VALUES ('delete-all'); DELETE FROM articles");
  return database.transaction(
    () =>
      new Map(
        articles.map(item => {
          const row = insert(versions++, item);
          writer.write(row, read(item));
          return [item.id, row];
        }),
      ),
  );
};

const found = (articles: readonly Article[], query: Query) => asked(indexed(articles), query);

const asked = (
  rowOf: ReadonlyMap<string, number>,
  query: Query,
  context: Partial<SqlContext & {limit: number}> = {},
) => {
  const ids = new Map([...rowOf].map(([id, row]) => [row, id]));
  const idsOf = (rows: Int32Array) => [...rows].map(row => ids.get(row));
  const {rows, scores} = index.ranked(query, {now, ...context});
  return {matching: idsOf(index.matching(query, {now, ...context})), ranked: idsOf(rows), scores: [...scores]};
};

const scanned = (articles: readonly Article[], query: Query) => {
  const fits = compileQuery(query, {now, namesOf});
  const fitting = articles.filter(item => (query.asksForHidden || !item.isHidden) && fits(item));
  const ranked = rankArticles(query, fitting, {among: articles, namesOf});
  return {
    matching: fitting.map(({id}) => id),
    ranked: ranked.map(({article: {id}}) => id),
    scores: ranked.map(({score}) => score),
  };
};

const word = fc.constantFrom(
  ...[
    'rabat',
    'Rabat',
    'a',
    'an',
    'and',
    'OR',
    'not',
    'road',
    'map',
    'roadmap',
    'co-op',
    "don't",
    'don’t',
    'e.g.',
    '10:30',
    '2',
    'x²',
  ],
  ...[
    'González',
    'gonzalez',
    'gonza\u0301lez',
    'Łódź',
    'lodz',
    'Ørsted',
    'straße',
    'STRASSE',
    'œuvre',
    'ﬁn',
    'naïve—now',
  ],
  ...['北京', '京', '北京市', '京都市', '北', '新iPad北京', '𠮷野', 'カタカナ', 'ひらがな', '서울', '서울에서', '울'],
  ...['ภาษาไทย', 'น้ำ', 'ไทย', 'الخط', 'الخَطّ', 'مدينة', 'हिन्दी', 'हिन', 'क्षत्रिय', 'שָׁלוֹם', 'Ωμέγα', 'ΟΔΟΣ', 'Привет'],
  ...[
    '👍',
    '❤️',
    '1️⃣',
    '👩‍👩‍👧',
    '\ue000',
    '\ue001',
    '\ue000rabat\ue001',
    '\u00ad',
    'ra\u00adbat',
    '\u0301',
    'x'.repeat(201),
    '\0',
    '\ud800',
  ],
);
const gap = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  ', ',
  '\n',
  '\n\n',
  '-',
  '',
  '—',
  '’',
  '"',
  '*',
  '\u3000',
  '(',
  '`',
  '\t',
  ' AND ',
);
const text = (maxLength: number) => fc.array(fc.tuple(word, gap), {maxLength}).map(pieces => pieces.flat().join(''));
const day = fc.constantFrom('2022-07-06', '2023-01-01', '2024-06-10', '2024-06-14', '1999-12-31');

const anyArticle: fc.Arbitrary<Omit<Article, 'id'>> = fc
  .record({
    title: text(4),
    standfirst: fc.option(text(4), {nil: undefined}),
    section: fc.option(text(2), {nil: undefined}),
    published: fc.option(day, {nil: undefined}),
    isHidden: fc.constantFrom(false, false, false, true),
    problem: fc.option(fc.constant('x'), {nil: undefined}),
    body: text(12),
    tags: fc.array(text(2), {maxLength: 3}),
    authors: fc.array(text(2), {maxLength: 2}),
    lang: fc.constantFrom(undefined, 'en', 'pt-BR', 'pt', 'zh-Hans'),
    source: fc.option(text(2), {nil: undefined}),
    hasImage: fc.boolean(),
  })
  .map(({tags, authors, lang, source, hasImage, ...parts}) => ({
    ...article('x', parts as ArticleParts),
    tags: tags.map(field),
    authors: authors.map(field),
    ...(lang !== undefined && {lang: field(lang)}),
    ...(source !== undefined && {source: {name: field(source)}}),
    ...(hasImage && {image: {src: field('a.jpg')}}),
  }));

const anyLibrary = fc
  .array(anyArticle, {maxLength: 8})
  .map(all => all.map((item, number): Article => ({...item, id: field(`a${number}`), path: `/a${number}.md`})));

/** What is typed without quotes has no space or bracket in it. */
const bare = word.filter(typed => !/[\s()"“”*:]|^-/.test(typed));
const term = fc.oneof(
  bare,
  bare.map(typed => `${typed}*`),
  text(3).map(typed => `"${typed.replace(/["“”]/g, '')}"`),
);
const leaf = fc.oneof(
  {weight: 4, arbitrary: term},
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('section', 'tag', 'author', 'title', 'source', 'name'), term)
      .map(([name, typed]) => `${name}:${typed}`),
  },
  fc.constantFrom('lang:pt', 'lang:p*', 'lang:en', 'has:image', 'has:problem', 'has:hidden', 'name:sahara'),
  fc.constantFrom('after:2023', 'before:2024-06', 'newer:3d', 'newer:2y', 'after:2022-07-06'),
);
const {query: anyQuery} = fc.letrec<{query: string}>(tie => ({
  query: fc.oneof(
    {maxDepth: 5, withCrossShrink: true},
    leaf,
    fc.array(tie('query'), {minLength: 1, maxLength: 3}).map(all => all.join(' ')),
    fc.array(tie('query'), {minLength: 2, maxLength: 3}).map(all => all.map(one => `(${one})`).join(' OR ')),
    tie('query').map(one => `(${one})`),
    tie('query').map(one => `-(${one})`),
  ),
}));

/** A query that the grammar takes: printed and read again. */
const parsed = anyQuery
  .map(typed => {
    try {
      return parseQuery(printQuery(parseQuery(typed)));
    } catch {
      // Signs alone are no term.
      return undefined;
    }
  })
  .filter(query => query !== undefined);

const runs = Number(process.env.QUERY_RUNS ?? 400);

test(
  'the index finds what the search in memory finds, in the same order',
  () => {
    fc.assert(
      fc.property(anyLibrary, parsed, (articles, query) => {
        const [fromIndex, fromMemory] = [found(articles, query), scanned(articles, query)];
        expect(fromIndex.matching).toEqual(fromMemory.matching);
        expect(fromIndex.ranked).toEqual(fromMemory.ranked);
        for (const [at, score] of fromIndex.scores.entries()) expect(score).toBeCloseTo(fromMemory.scores[at] ?? -1, 9);
      }),
      {numRuns: runs},
    );
  },
  runs * 100,
);

const three = [
  article('a', {title: 'Rabat and Madrid', published: '2022-07-06', body: 'They met.'}),
  article('b', {title: 'A road map', published: '2024-06-14', body: 'From Rabat, by night.'}),
  article('c', {title: 'Hidden', published: '2024-06-14', body: 'Rabat', isHidden: true}),
];

const rankedIds = (rowOf: ReadonlyMap<string, number>, query: string, context?: Parameters<typeof asked>[2]) =>
  asked(rowOf, parseQuery(query), context).ranked;

test('a hit in the title comes before one in the body, and without words the newest first', () => {
  const rows = indexed(three);
  expect(rankedIds(rows, 'rabat')).toEqual(['a', 'b']);
  expect(rankedIds(rows, '-zebra')).toEqual(['b', 'a']);
  expect(rankedIds(rows, '')).toEqual(['b', 'a']);
  expect(rankedIds(rows, 'rabat', {limit: 1})).toEqual(['a']);
});

test('hidden articles are found when they are asked for, in the query or beside it', () => {
  const rows = indexed(three);
  expect(rankedIds(rows, 'rabat has:hidden')).toEqual(['c']);
  expect(rankedIds(rows, 'rabat', {all: true})).toHaveLength(3);
});

test('what was read and what has a star is told by rows', () => {
  const rows = indexed(three);
  const rowOf = (id: string) => rows.get(id) ?? 0;
  const state = {readRows: [rowOf('a')], starredRows: [rowOf('b')]};
  expect(['is:read', 'is:unread', 'is:starred', 'rabat -is:read'].map(query => rankedIds(rows, query, state))).toEqual([
    ['a'],
    ['b'],
    ['b'],
    ['b'],
  ]);
  expect(rankedIds(rows, 'is:read')).toEqual([]);
});

// Its scores differ a little: the full-text table keeps the words of what was taken out in its average length.
test('an article that was taken out is not found, and the others in the same order', () => {
  const rows = new Map(indexed(three));
  writer.remove(rows.get('a') ?? 0);
  database.prepare('DELETE FROM articles WHERE id = ?').run(rows.get('a') ?? 0);
  rows.delete('a');
  for (const query of ['rabat', 'madrid', 'road OR rabat', '-madrid']) {
    const {matching, ranked} = scanned(three.slice(1), parseQuery(query));
    expect(asked(rows, parseQuery(query))).toMatchObject({matching, ranked});
  }
});

/** Each level in brackets within the one before. */
const nested = (levels: number, wrap: (inner: string, level: number) => string): string =>
  Array.from({length: levels}, (_, level) => level).reduce(wrap, 'madrid');

test.each([
  ['words', nested(99, (inner, level) => (level % 2 === 0 ? `night OR (${inner})` : `rabat (${inner})`))],
  [
    'words and conditions',
    nested(99, (inner, level) => (level % 2 === 0 ? `has:image OR (${inner})` : `a (${inner})`)),
  ],
  ['conditions', nested(99, (inner, level) => (level % 2 === 0 ? `has:image OR (${inner})` : `after:2022 (${inner})`))],
  ['negations', nested(24, inner => `-(night -(${inner}))`)],
  ['negated conditions', nested(24, inner => `-(has:image OR -(${inner}))`)],
  ['many words', `${'rabat OR '.repeat(400)}zebra`],
  ['many conditions', `${'has:image OR '.repeat(300)}madrid`],
  ['many words left out', '-night '.repeat(500)],
  ['many letters', `"${'a '.repeat(1900)}"`],
])('a query as deep or long as the grammar takes is answered: %s', (_, query) => {
  expect(found(three, parseQuery(query)).ranked).toEqual(scanned(three, parseQuery(query)).ranked);
});
