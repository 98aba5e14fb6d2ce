import {expect, test} from 'vitest';
import {createAnswers} from '../../src/core/library-questions.ts';
import {createRelatedSearch} from '../../src/tui/related-search.ts';
import {article} from '../support/articles.ts';
import {listingOf, memoryIndexOf} from '../support/listing.ts';

const linking = article('linking', {section: 'Politics', body: 'See [the other](linked.md).'});
const linked = article('linked', {section: 'Politics'});
const neighbours = Array.from({length: 8}, (_, i) =>
  article(`neighbour-${i}`, {section: 'Politics', body: `Text ${i}.`}),
);
const all = [linking, linked, ...neighbours];
const listing = listingOf(...all);
const answers = createAnswers(listing, memoryIndexOf(listing, all), () => undefined);
const newSearch = () => createRelatedSearch({belonging: async (article, counts) => answers.belonging(article, counts)});

test('what is related comes with more of the section, nothing twice, and never more than there are digits', async () => {
  const found = await newSearch().find(linking);
  const related = found?.related.map(entry => entry.article) ?? [];
  expect(related[0]).toBe(linked);
  const suggested = [...related, ...(found?.more ?? [])];
  expect(new Set(suggested).size).toBe(suggested.length);
  expect(suggested).not.toContain(linking);
  expect(suggested.length).toBeLessThanOrEqual(9);
});

test('articles that were passed by are not looked into; the last ones asked about are', async () => {
  const search = newSearch();
  const found = await Promise.all([linking, linked, ...neighbours].map(one => search.find(one)));
  expect(found.slice(0, -3).every(answer => answer === undefined)).toBe(true);
  expect(found.slice(-3).every(answer => answer !== undefined)).toBe(true);
});
