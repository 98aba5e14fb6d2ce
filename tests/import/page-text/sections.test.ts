import {expect, test} from 'vitest';
import {judgeLines} from '../../../src/import/page-text/judged-lines.ts';
import {pageLines} from '../../../src/import/page-text/page-lines.ts';
import {sectionOfPage, tagsOfPage} from '../../../src/import/page-text/sections.ts';

const judged = (...lines: string[]) => judgeLines(pageLines(lines.join('\n')));

test.each([
  ['More in Politics', 'Politics'],
  ['More stories in World News', 'World News'],
  ['Más en Política', 'Política'],
  ['Mais em Esportes', 'Esportes'],
  ['Mehr aus Wirtschaft', 'Wirtschaft'],
  ['Altro in Cultura', 'Cultura'],
  ['المزيد في سياسة', 'سياسة'],
  ['政治の記事一覧', '政治'],
  ['Home › Politics › Border rules', 'Politics'],
])('%j names the section', (line, section) => {
  expect(sectionOfPage(judged('Text.', line), 2)).toBe(section);
});

test('of several, the one that the lines above the text have too', () => {
  const lines = ['Sport', 'Headline of the text', 'Some text of it.', 'More in World', 'More in Sport'];
  expect(sectionOfPage(judged(...lines), 2)).toBe('Sport');
  expect(sectionOfPage(judged(...lines.slice(1)), 1)).toBeUndefined();
});

test('a sentence names none', () => {
  expect(sectionOfPage(judged('More in hope than in fear.'), 0)).toBeUndefined();
});

test.each([
  ['Tags: harbour, wall, sea', ['harbour', 'wall', 'sea']],
  ['Etiquetas: puerto; mar', ['puerto', 'mar']],
  ['Schlagwörter: Hafen | Meer', ['Hafen', 'Meer']],
  ['Tags: #harbour #wall', ['harbour', 'wall']],
  ['标签：港口，大海', ['港口', '大海']],
  ['الوسوم: ميناء، بحر', ['ميناء', 'بحر']],
  ['No tags here', []],
])('%j', (line, tags) => {
  expect(tagsOfPage(judged(line))).toEqual(tags);
});
