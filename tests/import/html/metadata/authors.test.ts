import {expect, test} from 'vitest';
import {cleanAuthors} from '../../../../src/import/html/metadata/authors.ts';

const site = {site: 'The Daily Lamp', host: 'dailylamp.example'};

test.each([
  ['By Ann Lee', ['Ann Lee']],
  ['Written by Ann Lee and Bo Ek', ['Ann Lee', 'Bo Ek']],
  ['Ann Lee, Bo Ek & Cy Oda', ['Ann Lee', 'Bo Ek', 'Cy Oda']],
  ['Por Inés Robledo y Tomás Vega', ['Inés Robledo', 'Tomás Vega']],
  ['Von Jürgen Groß und Eva Blau', ['Jürgen Groß', 'Eva Blau']],
  ['Par Zoé Blanc et Luc Noir', ['Zoé Blanc', 'Luc Noir']],
  ['作者：王小明', ['王小明']],
  ['بقلم سلمى الحداد', ['سلمى الحداد']],
  ['ANN LEE', ['Ann Lee']],
  ['Ann Lee, Science Editor', ['Ann Lee']],
  ['Ann Lee (Reuters)', ['Ann Lee']],
  ['Ann Lee Monday, 4 May 2020', ['Ann Lee']],
  ['Reuters', ['Reuters']],
  ['Nora Quill. Harbour Agency', ['Nora Quill', 'Harbour Agency']],
  ['J. P. Lee', ['J. P. Lee']],
  ['The Ports and Fisheries ministries', []],
  ['Staff Reports', []],
  ['Editorial', []],
  ['Ann Lee | Harbour Agency | 3 May', ['Ann Lee', 'Harbour Agency']],
  ['https://dailylamp.example/ann', []],
  ['@annlee', []],
  ['The Daily Lamp', []],
  ['admin', []],
  ['', []],
])('%s', (written, names) => {
  expect(cleanAuthors([written], site)).toEqual(names);
});

test('each is named once', () => {
  expect(cleanAuthors(['Ann Lee', 'ann lee', 'By Ann Lee and Bo Ek'], site)).toEqual(['Ann Lee', 'Bo Ek']);
});
