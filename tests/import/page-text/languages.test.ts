import {expect, test} from 'vitest';
import {isOtherLanguage, languageOf} from '../../../src/import/page-text/languages.ts';

const english = languageOf(
  'The ferry between the two islands will run again from Monday, after a winter in which the wall was rebuilt.',
);
const spanish = languageOf(
  'El barco que une las dos islas volverá a navegar desde el lunes, después de un invierno en el que se levantó el muro.',
);
const arabic = languageOf('تعود العبارة بين الجزيرتين إلى العمل ابتداء من يوم الاثنين.');

test.each([
  ['Los ministros de ambos países en la capital', english],
  ['Der Hafen und die Mauer in der Nacht', english],
  ['The wall of the harbour at night', spanish],
  ['The wall of the harbour at night', arabic],
  ['ميناء الجزيرة ليلا', english],
  ['Гавань ночью', english],
])('%j is in another language', (line, text) => {
  expect(isOtherLanguage(line, text)).toBe(true);
});

test.each([
  ['The wall of the harbour at night', english],
  ['Rio de Janeiro waits', english],
  ['Boats on the Rio de la Plata', english],
  ['Carlos Vega', english],
  ['El puerto de noche', spanish],
  ['2022', english],
  ['ميناء الجزيرة ليلا', arabic],
])('%j need not be', (line, text) => {
  expect(isOtherLanguage(line, text)).toBe(false);
});
