import fc from 'fast-check';
import {expect, test} from 'vitest';
import {rankingTerms} from '../../src/core/query/ranking.ts';
import {searchText} from '../../src/core/query/search-text.ts';
import {snippetOf} from '../../src/core/query/snippet.ts';
import {findSought} from '../../src/core/query/sought.ts';
import {parseQuery} from '../../src/core/query.ts';
import {field} from '../../src/core/sanitize.ts';
import {width} from '../../src/core/text/width.ts';

const soughtBy = (query: string) => {
  const {root} = parseQuery(query);
  return root === undefined ? [] : rankingTerms(root).map(({sought}) => sought);
};

/** The snippet with its hits in brackets. */
const shown = (text: string, query: string, columns?: number): string => {
  const {text: line, hits} = snippetOf(text, soughtBy(query), columns);
  return hits.reduceRight(
    (marked, {start, end}) => `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`,
    line as string,
  );
};

test.each([
  ['They met in Rabat.', 'rabat', 'They met in [Rabat].'],
  ['Señor GONZÁLEZ of Łódź', 'gonzalez lodz', 'Señor [GONZÁLEZ] of [Łódź]'],
  ['A road — map of roads', '"road map" roa*', 'A [road — map] of [roads]'],
  ['co\u00adoperation', 'cooperation', '[cooperation]'],
  ['新iPad北京市へ', '北京', '新iPad[北京]市へ'],
  ['新iPad北京市へ', '京', '新iPad北[京]市へ'],
  ['新iPad北京市へ', '京市 新', '[新]iPad北[京市]へ'],
  ['서울에서 만났다', '서울', '[서울]에서 만났다'],
  ['x² + y²', 'x2', '[x²] + y²'],
  ['Rabat, Rabat and -Madrid', 'rabat -madrid', '[Rabat], [Rabat] and -Madrid'],
  ['no such word', 'rabat', 'no such word'],
  ['', 'rabat', ''],
])('%s, looking for %s: %s', (text, query, expected) => {
  expect(shown(text, query)).toBe(expected);
});

const filler = (count: number) =>
  Array.from({length: count}, (_, number) => `Sentence number ${number} is dull.`).join(' ');

test('the stretch begins with a sentence', () => {
  expect(shown(`${filler(40)} They met in Rabat. ${filler(40)}`, 'rabat', 60)).toBe(
    'Sentence number 39 is dull. They met in [Rabat]. Sentence…',
  );
});

test('the stretch with most of the words is taken, wherever it is', () => {
  const text = `Rabat is a city. ${filler(60)}\n\nMadrid too.\n\n${filler(30)} So Rabat and Madrid agreed. ${filler(20)}`;
  expect(shown(text, 'rabat madrid', 70)).toContain('So [Rabat] and [Madrid] agreed.');
});

test('a hit far into a long sentence is shown with the words before it', () => {
  const long = Array.from({length: 100}, (_, number) => `word${number}`).join(' ');
  expect(shown(`${long} rabat ${long}`, 'rabat', 60)).toMatch(/^…word95 .*word99 \[rabat\] word0.*…$/);
});

test('lines become one, without tabs and what a terminal would act on', () => {
  expect(shown('a\tRabat\u001b[2J\n\nand \u202eMadrid\u2066', 'rabat madrid')).toBe('a [Rabat] and [Madrid]');
});

const piece = fc.constantFrom(
  'Rabat',
  'rabat',
  'Łódź',
  '北京市',
  '京',
  'a',
  'e\u0301',
  '\u2067',
  '\u00ad',
  '👩‍👩‍👧',
  'ไทย',
  '. ',
  ' ',
  '\n',
  '。',
  '—',
  'x'.repeat(300),
  '\u001b[31m',
);

test('a snippet is safe, keeps to its columns, and its hits are what was looked for', () => {
  fc.assert(
    fc.property(
      fc.array(piece, {maxLength: 80}).map(all => all.join('')),
      fc.constantFrom('rabat', 'rab*', 'lodz', '北京', '京', 'rabat 北京', 'ไ'),
      fc.integer({min: 10, max: 160}),
      (text, query, columns) => {
        const {text: line, hits} = snippetOf(text, soughtBy(query), columns);
        expect(field(line)).toBe(line);
        expect(width(line)).toBeLessThanOrEqual(columns);
        let end = 0;
        for (const hit of hits) {
          expect(hit.start).toBeGreaterThanOrEqual(end);
          expect(
            soughtBy(query).some(sought => findSought(sought, searchText(line.slice(hit.start, hit.end))) !== -1),
          ).toBe(true);
          end = hit.end;
        }
        expect(end).toBeLessThanOrEqual(line.length);
      },
    ),
    {numRuns: 500},
  );
});
