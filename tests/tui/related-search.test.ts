import {expect, test} from 'vitest';
import {createLinkResolver} from '../../src/core/links.ts';
import {createRelatedSearch} from '../../src/tui/related-search.ts';
import {article, libraryOf} from '../support/articles.ts';

const linking = article('linking', {section: 'Politics', body: 'See [the other](linked.md).'});
const linked = article('linked', {section: 'Politics'});
const neighbours = Array.from({length: 8}, (_, i) =>
  article(`neighbour-${i}`, {section: 'Politics', body: `Text ${i}.`}),
);
const library = libraryOf(linking, linked, ...neighbours);
const newSearch = () => createRelatedSearch(library, createLinkResolver(library));

test('what is related comes with more of the section, nothing twice, and never more than there are digits', async () => {
  const found = await newSearch().find(linking);
  const related = found?.related.map(entry => entry.article) ?? [];
  expect(related[0]).toBe(linked);
  const all = [...related, ...(found?.more ?? [])];
  expect(new Set(all).size).toBe(all.length);
  expect(all).not.toContain(linking);
  expect(all.length).toBeLessThanOrEqual(9);
});

test('articles that were passed by are not looked into; the last ones asked about are', async () => {
  const search = newSearch();
  const answers = await Promise.all([linking, linked, ...neighbours].map(one => search.find(one)));
  expect(answers.slice(0, -3).every(answer => answer === undefined)).toBe(true);
  expect(answers.slice(-3).every(answer => answer !== undefined)).toBe(true);
});
