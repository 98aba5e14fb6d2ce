import {describe, expect, test} from 'vitest';
import {articleOfPageText} from '../../../src/import/page-text/article-of-page-text.ts';
import {withoutSite} from '../../../src/import/page-text/headline.ts';
import {openingWords} from '../../../src/import/page-text/text-head.ts';

describe('the name of a site behind a title goes', () => {
  const isSite = (name: string) => name === 'Example News';

  test.each([
    ['The wall is finished | Example News', 'The wall is finished'],
    ['The wall is finished - Example News', 'The wall is finished'],
    ['The wall is finished – Example News', 'The wall is finished'],
    ['The wall is finished – at last', 'The wall is finished – at last'],
    ['The sea-wall is finished', 'The sea-wall is finished'],
  ])('%j', (title, own) => {
    expect(withoutSite(title, isSite)).toBe(own);
  });
});

test('a title made of a text’s first words is short, and says that it was cut', () => {
  const title = openingWords(
    'The ferry between the two islands will run again from Monday, after a winter in which it did not.',
  );
  expect(title).toBe('The ferry between the two islands will run again from Monday, after a winter in…');
  expect(openingWords('Short.')).toBe('Short.');
});

test('the words of an address tell the headline from the menus', () => {
  const sentence = 'The ferry was there on Monday, and everybody who had waited for it went on board with their bags.';
  const page = [
    'Search',
    'Ferry news and nothing else here',
    'Harbour wall stands again',
    'All of the ferry on Monday',
    'Share',
    'Menu',
    sentence,
  ];
  const {title} = articleOfPageText(page.join('\n\n'), {
    address: 'https://example.org/2022/harbour-wall-stands-again.html',
  });
  expect(title).toBe('Harbour wall stands again');
});
