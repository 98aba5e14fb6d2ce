import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Article} from '../../../src/core/article.ts';
import {createNameIndex, type NamesWanted} from '../../../src/core/names/name-index.ts';
import {createStoredNames, namesPart} from '../../../src/store/index/names.ts';
import {articlesSchema} from '../../../src/store/index/schema.ts';
import {prepareInsert} from '../../../src/store/index/sync.ts';
import {openDatabase} from '../../../src/store/sqlite.ts';
import {article} from '../../support/articles.ts';

/** A database that takes articles as the index does; the row of an article is what `add` says. */
const stored = () => {
  const database = openDatabase(':memory:');
  database.exec(articlesSchema);
  database.exec(namesPart.schema);
  const read = namesPart.createReader();
  const writer = namesPart.open(database);
  const insert = prepareInsert(database);
  return {
    names: createStoredNames(database),
    rows: (table: 'names' | 'mentions') => database.prepare(`SELECT count(*) AS n FROM ${table}`).get<{n: number}>()?.n,
    add: (row: number, one: Article) =>
      database.transaction(() => {
        expect(insert(row, one)).toBe(row);
        writer.write(row, read(one));
        writer.flush?.();
      }),
    remove: (row: number) => database.transaction(() => writer.remove(row)),
  };
};

const first = article('first', {published: '2022-03-01', body: 'They met in Rabat, near the port of Rabat.'});
const both = article('both', {published: '2022-04-01', body: 'Talks in Rabat with Pedro Sánchez.'});
const late = article('late', {published: '2022-05-01', body: 'Nothing but Rabat again.'});

const filled = () => {
  const index = stored();
  for (const [at, one] of [first, both, late].entries()) index.add(at + 1, one);
  return index;
};

describe('the names on disk', () => {
  test('tell which articles name something, the most mentions first, then the newest', () => {
    expect(filled().names.articlesNaming('rabat', 9)).toEqual([
      {article: 1, count: 2},
      {article: 3, count: 1},
      {article: 2, count: 1},
    ]);
    expect(filled().names.articlesNaming('rabat', 1)).toHaveLength(1);
    expect(filled().names.articlesNaming('paris', 9)).toEqual([]);
  });

  test('tell what an article names, and how many others do', () => {
    expect(filled().names.namesIn(2)).toEqual([
      {key: 'rabat', text: 'Rabat', count: 1, articles: 3},
      {key: 'pedro sanchez', text: 'Pedro Sánchez', count: 1, articles: 1},
    ]);
  });

  test.each<[NamesWanted, readonly string[]]>([
    [{}, ['Rabat', 'Pedro Sánchez']],
    [{limit: 1}, ['Rabat']],
    [{least: 2}, ['Rabat']],
    [{matching: 'san'}, ['Pedro Sánchez']],
    [{matching: 'pedro s'}, ['Pedro Sánchez']],
    [{matching: 'abat'}, []],
  ])('are listed: %j', (wanted, names) => {
    expect(
      filled()
        .names.allNames(wanted)
        .map(({text}) => text),
    ).toEqual(names);
  });

  test('go with their article, and the names that nobody names any more', () => {
    const index = filled();
    index.remove(2);
    expect(index.names.allNames({})).toEqual([{key: 'rabat', text: 'Rabat', articles: 2, mentions: 3}]);
    index.remove(1);
    index.remove(3);
    index.remove(4);
    expect([index.rows('names'), index.rows('mentions')]).toEqual([0, 0]);
  });
});

test('the names in memory and those on disk answer the same', () => {
  const name = fc.constantFrom('Rabat', 'Pedro Sánchez', 'Ana Sánchez', 'Sánchez', 'NASA', 'Western Sahara', 'Tangier');
  const parts = fc.record({
    body: fc.array(name, {maxLength: 8}).map(names => names.map(text => `They met in ${text} there.`).join('\n')),
    published: fc.constantFrom('2022-03-01', '2022-04-01', undefined),
  });
  const wanted = fc.record(
    {matching: fc.constantFrom('', 's', 'rab', 'pedro san'), least: fc.nat(3), limit: fc.nat(4)},
    {requiredKeys: []},
  );
  fc.assert(
    fc.property(fc.array(parts, {maxLength: 6}), wanted, fc.nat(5), (given, asked, limit) => {
      const articles = given.map(({published, body}, at) =>
        article(`a${at}`, {body, ...(published !== undefined && {published})}),
      );
      const disk = stored();
      for (const [at, one] of articles.entries()) disk.add(at + 1, one);
      const memory = createNameIndex(articles);
      const totals = disk.names.allNames(asked);
      expect(totals).toEqual(memory.allNames(asked));
      for (const [at, one] of articles.entries()) expect(disk.names.namesIn(at + 1)).toEqual(memory.namesIn(one));
      for (const {key} of totals) {
        expect(disk.names.articlesNaming(key, limit)).toEqual(
          memory
            .articlesNaming(key, limit)
            .map(({article: one, count}) => ({article: articles.indexOf(one) + 1, count})),
        );
      }
    }),
    {numRuns: 60},
  );
});
