import {expect, test} from 'vitest';
import {createLinkResolver} from '../../src/core/links.ts';
import {createRelatedSearch} from '../../src/tui/related-search.ts';
import {article, libraryOf} from '../support/articles.ts';

test('what belongs to an article is never more than there are digits, and nothing stands there twice', async () => {
  const others = Array.from({length: 20}, (_, i) => article(`other-${i}`, {section: 'Politics'}));
  const subject = article('subject', {section: 'Politics', related: others.slice(0, 7).map(({id}) => id)});
  const library = libraryOf(subject, ...others);
  const {related, more} = await createRelatedSearch(library, createLinkResolver(library)).find(subject);
  expect([related.length, more.length]).toEqual([5, 4]);
  expect(new Set([...related.map(entry => entry.article), ...more]).size).toBe(9);
});
