import {expect, test} from 'vitest';
import {cleanTags, keywordsOf} from '../../../../src/import/html/metadata/tags.ts';

test.each([
  ['each once, whatever its case', ['sea, Sea; ports'], ['sea', 'ports']],
  [
    'what a program found, without what it calls its kind',
    ['Ann Lee PERSON, LOCATION, Bo Ek SPORTS_FIGURE PERSON'],
    ['Ann Lee', 'Bo Ek'],
  ],
  ['settings are none', ['channel_sea, type_news, type=story, tides'], ['tides']],
  ['the parts of addresses as words', ['low-tides', 'cockle-beds', 'sea'], ['low tides', 'cockle beds', 'sea']],
  ['a hyphen of the word itself', ['Low tides', 'sci-fi'], ['Low tides', 'sci-fi']],
  ['nothing that is known otherwise', ['Tides turn', 'The Tidewater Post', 'sea'], ['sea']],
  ['nothing that tells no article from another', ['Latest News', 'sea'], ['sea']],
])('%s', (_, written, tags) => {
  expect(cleanTags(written, {title: 'Tides turn', site: 'The Tidewater Post'})).toEqual(tags);
});

const keywords = (written: string, title: string, plain: string) =>
  keywordsOf({keywords: [written], title, standfirsts: []}, plain);

test('keywords that every page of a site has are left out', () => {
  const ofSite = 'ferries, harbour news, tide tables, marinas, weather, yacht charter, council, taxes';
  expect(keywords(ofSite, 'A gull nests on the quay', 'The council has put up a fence for the gull.')).toEqual([
    'council',
  ]);
});

test('keywords that are every other word of the text are those of the title', () => {
  const words = 'gull, quay, fence, nest, eggs, chicks, mast, rope, ladder, boats, paint, spring';
  expect(keywords(words, 'A gull nests on the quay', words.replaceAll(',', ''))).toEqual(['gull', 'quay']);
});

test('keywords that somebody chose stay, even those that the text does not have', () => {
  expect(keywords('gulls, nesting, birdlife', 'Gulls are nesting', 'Nesting began early.')).toEqual([
    'gulls',
    'nesting',
    'birdlife',
  ]);
});

test('keywords in a script without spaces are found within the text', () => {
  expect(keywords('喫茶店, 株価', '港町の喫茶店', '古い喫茶店がある。')).toEqual(['喫茶店']);
});
