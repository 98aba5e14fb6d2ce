import {expect, test} from 'vitest';
import {sectionOf} from '../../../../src/import/html/metadata/sections.ts';

test.each([
  ['as it is written', ['Open sea'], [], 'Open sea'],
  ['in capitals, as any word', ['HARBOUR'], [], 'Harbour'],
  ['in capitals, as the page writes it elsewhere', ['EU TRADE'], ['EU trade'], 'EU trade'],
  ['a name of capitals', ['U.S.'], [], 'U.S.'],
  ['in small letters', ['news'], [], 'News'],
  ['in Japanese', ['地域'], [], '地域'],
  ['the first that tells anything', ['All', 'Front Page', 'Boats'], [], 'Boats'],
  ['none, where all hold anything', ['Uncategorized', 'Home'], [], undefined],
  ['no address', ['https://example.org/boats', 'Boats'], [], 'Boats'],
  ['no sentence', ['x'.repeat(70)], [], undefined],
])('%s', (_, written, others, section) => {
  expect(sectionOf(written, others)).toBe(section);
});
