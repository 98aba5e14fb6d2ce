import {expect, test} from 'vitest';
import {authorsOfLine, isByline} from '../../../src/import/page-text/byline.ts';

test.each([
  ['By Ann Lee', ['Ann Lee']],
  ['by Ann Lee and Bo Chen', ['Ann Lee', 'Bo Chen']],
  ['By ANN LEE, BO CHEN and CARLA DÍAZ', ['ANN LEE', 'BO CHEN', 'CARLA DÍAZ']],
  ['By Ann Lee, Staff Writer', ['Ann Lee']],
  ['By A. Reporter', ['A. Reporter']],
  ['By Ann Lee, Wednesday, 20 November 2019 08:05 GMT', ['Ann Lee']],
  ['by Ann December 6, 2017', ['Ann']],
  ['By Ann Lee | Example News', ['Ann Lee']],
  ['Written by Ludwig van den Berg', ['Ludwig van den Berg']],
  ['Por Lucía Campos y Juan de la Torre', ['Lucía Campos', 'Juan de la Torre']],
  ['Von Jörg Weiß und Anna Maier', ['Jörg Weiß', 'Anna Maier']],
  ['Par Chloé Dubois', ['Chloé Dubois']],
  ['Di Paolo Verdi', ['Paolo Verdi']],
  ['Door Jan de Vries', ['Jan de Vries']],
  ['Av Kari Nordmann', ['Kari Nordmann']],
  ['Автор: Анна Иванова', ['Анна Иванова']],
  ['بقلم سلمى بناني', ['سلمى بناني']],
  ['文：山田花子', ['山田花子']],
  ['作者：李明', ['李明']],
  ['홍길동 기자', ['홍길동']],
])('%j', (line, authors) => {
  expect(authorsOfLine(line)).toEqual(authors);
  expect(isByline(line)).toBe(true);
});

test.each([
  'By the time the wall fell it was winter',
  'By 2030 the sea will be higher.',
  'By Monday, the ferry had not come back.',
  'Von hier an wird es steil.',
  'Para todos los que esperaban',
  'Bystanders saw the wall fall',
  'Por fin ha vuelto el barco',
  'By continuing you agree to our terms',
])('nobody is named by %j', line => {
  expect(authorsOfLine(line)).toEqual([]);
  expect(isByline(line)).toBe(false);
});

test('an agency is a byline, and no person', () => {
  expect(isByline('By Reuters')).toBe(true);
  expect(authorsOfLine('By Reuters')).toEqual([]);
});
