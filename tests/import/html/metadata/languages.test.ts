import {expect, test} from 'vitest';
import {languageOf} from '../../../../src/import/html/metadata/languages.ts';

const english = 'A village has lit its only road with lamps that live on the sun.';
const arabic = 'أضاءت قرية صغيرة طريقها الوحيد بمصابيح تعمل بالشمس';
const japanese = '港の坂道に立つ小さな喫茶店が、この秋で開店から百年を迎えた。';

test.each([
  ['as it is written', ['en'], english, 'en'],
  ['with a region', ['pt_br'], english, 'pt-BR'],
  ['with a script', ['zh-hant-TW'], '', 'zh-Hant-TW'],
  ['of a list', ['en, es'], english, 'en'],
  ['that is none', ['undefined language', 'und', 'es'], english, 'es'],
  ['that its script denies', ['en', 'ar'], arabic, 'ar'],
  ['that its script denies, with nothing else said', ['en'], arabic, undefined],
  ['that only its script tells', [], japanese, 'ja'],
  ['that nothing tells', [], english, undefined],
])('%s', (_, written, text, language) => {
  expect(languageOf(written, text)).toBe(language);
});
