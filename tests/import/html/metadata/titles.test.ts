import {expect, test} from 'vitest';
import {cleanTitle, isSite} from '../../../../src/import/html/metadata/titles.ts';

const names = {site: 'The Daily Lamp', host: 'www.dailylamp.example'};

test.each([
  ['A bell rings | The Daily Lamp', 'A bell rings'],
  ['A bell rings - Daily Lamp', 'A bell rings'],
  ['The Daily Lamp: A bell rings', 'The Daily Lamp: A bell rings'],
  ['The Daily Lamp – A bell rings', 'A bell rings'],
  ['A bell rings | Local | The Daily Lamp', 'A bell rings | Local'],
  ['Bells – a history', 'Bells – a history'],
  ['鐘が鳴る｜The Daily Lamp', '鐘が鳴る'],
  ['The Daily Lamp', 'The Daily Lamp'],
  ['  A\n bell   rings ', 'A bell rings'],
])('%s', (written, title) => {
  expect(cleanTitle(written, names, {headings: [], isPageTitle: false})).toBe(title);
});

test.each([
  ['A bell rings again - Somewhere Else', [], 'A bell rings again'],
  ['A bell rings again - Somewhere Else', ['A bell rings again'], 'A bell rings again'],
  ['Bells - lamps - walls - doors', [], 'Bells - lamps - walls'],
  ['Bells | Lamps', [], 'Bells | Lamps'],
])('the title of a page: %s', (written, headings, title) => {
  expect(cleanTitle(written, {}, {headings, isPageTitle: true})).toBe(title);
});

test('a site goes by its name and by its host', () => {
  expect(['Daily Lamp', 'DAILYLAMP', 'dailylamp.example', 'Lamp'].map(name => isSite(name, names))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
