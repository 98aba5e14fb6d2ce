import fc from 'fast-check';
import {expect, test} from 'vitest';
import {listedArticle} from '../../src/commands/listed.ts';
import {field} from '../../src/core/sanitize.ts';
import {articleContentJson, articleJson, renderJson} from '../../src/render/json.ts';
import {article} from '../support/articles.ts';

/** The order is part of the contract: people read it, and diff it. */
const fields =
  'id title standfirst section authors source published updated saved lang tags image words minutes state path problems';

test('an article has every field, whatever it lacks', () => {
  const bare = articleJson(listedArticle(article('a'), field('a'), {isRead: true, isStarred: false}));
  expect(Object.keys(bare).join(' ')).toBe(fields);
  expect(Object.values(bare)).not.toContain(undefined);
  const full = {...bare, ...articleContentJson(article('a'), {text: '', links: [], images: [], related: []})};
  expect(Object.keys(full).slice(-5)).toEqual(['markdown', 'text', 'links', 'images', 'related']);
});

test('what is written says what was given, and holds nothing that a terminal acts on', () => {
  const hostile = fc.array(
    fc.constantFrom(
      '\u001b[2J',
      '\u009b',
      '\u007f',
      '\u202e',
      '\u2066',
      '\u2028',
      '\ufeff',
      '\u0000',
      '\ud800',
      'a',
      '"',
      '\\',
      '😀',
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        hostile.map(all => all.join('')),
        fc.string({unit: 'binary'}),
      ),
      text => {
        const json = renderJson({text});
        expect(json).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/,
        );
        expect(JSON.parse(json)).toEqual({version: 1, text});
      },
    ),
  );
});
