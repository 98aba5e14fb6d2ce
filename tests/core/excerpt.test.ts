import {expect, test} from 'vitest';
import {excerptOf} from '../../src/core/excerpt.ts';
import {article} from '../support/articles.ts';

test('the preview begins with the text, a paragraph each, without its markup', () => {
  const body =
    '# One\n\nThe *first* paragraph, with a [link](a.md)\nin **two** lines &amp; an entity.\n\n- an item\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n*https://example.org/a*\n';
  expect(excerptOf(article('x', {body}))).toEqual([
    'One',
    'The first paragraph, with a link in two lines & an entity.',
    'an item',
    'a | b |',
    '1 | 2 |',
  ]);
});

test('what an entity hides does not pass', () => {
  expect(excerptOf(article('x', {body: 'A&#27;[31mB &#x202e;C'})).join('')).not.toMatch(/[\u001B\u202E]/);
});

test('of a long article only the beginning is read: moving past it does not hold up the keys', () => {
  const long = article('x', {body: 'A paragraph of a long article.\n\n'.repeat(50_000)});
  expect(excerptOf(long)[0]).toBe('A paragraph of a long article.');
  expect(excerptOf(long).length).toBeLessThan(500);
});
