import {expect, test} from 'vitest';
import {isOtherLanguage, languageOf, languageTag} from '../../../src/import/page-text/languages.ts';

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

test.each([
  ['en', 'The ferry between the two islands will run again from Monday, after a winter in which the wall was rebuilt.'],
  [
    'es',
    'El barco que une las dos islas volverá a navegar desde el lunes, después de un invierno en el que se levantó el muro.',
  ],
  [
    'fr',
    'Le bateau qui relie les deux îles reprendra la mer dès lundi, après un hiver passé à reconstruire le mur avec les pierres du port.',
  ],
  [
    'pt',
    'O barco que liga as duas ilhas volta a navegar na segunda, depois de um inverno em que o muro foi erguido com as pedras do porto, e não mais pela estrada.',
  ],
  [
    'de',
    'Die Fähre zwischen den beiden Inseln fährt ab Montag wieder, nach einem Winter, in dem die Mauer mit den Steinen der alten aufgebaut wurde.',
  ],
  [
    'it',
    'Il traghetto che unisce le due isole riprende lunedì, dopo un inverno in cui il muro è stato rifatto con le pietre della vecchia diga che non è più.',
  ],
  [
    'ca',
    'El vaixell que uneix les dues illes tornarà a navegar dilluns, amb els passatgers que han esperat tot un hivern per les pedres del mur i per aquest port.',
  ],
  ['ar', 'تعود العبارة بين الجزيرتين إلى العمل ابتداء من يوم الاثنين بعد شتاء أعيد فيه بناء الجدار.'],
  ['fa', 'کشتی میان دو جزیره پس از زمستانی که در آن دیوار بندر بازسازی شد از روز دوشنبه کار خود را آغاز می‌کند.'],
  ['he', 'המעבורת בין שני האיים תשוב לפעול ביום שני.'],
  ['el', 'Το πλοίο ανάμεσα στα δύο νησιά ξεκινά πάλι τη Δευτέρα.'],
  ['ja', '二つの島を結ぶフェリーが月曜日から再び運航する。'],
  ['zh', '连接两个岛屿的渡轮将于星期一恢复航行。'],
  ['ko', '두 섬을 잇는 배가 월요일부터 다시 다닌다.'],
  ['th', 'เรือข้ามฟากระหว่างสองเกาะจะกลับมาวิ่งอีกครั้งในวันจันทร์'],
  [
    'ru',
    'Паром между двумя островами снова пойдёт с понедельника, после зимы, за которую была отстроена стена. Это был долгий срок.',
  ],
  ['uk', 'Пором між двома островами знову піде з понеділка, після зими, за яку відбудували стіну її гавані.'],
  [
    'bg',
    'Корабът между двата острова тръгва отново от понеделник, след зима, през която стената беше построена още веднъж.',
  ],
])('the language is %s', (tag, text) => {
  expect(languageTag(text)).toBe(tag);
});

test.each([
  'Carlos Vega, Amal Idrissi, Rio de la Plata',
  'OK',
  '2022',
  'Паром',
  'Трајект између два острва поново креће од понедељка.',
  'Feribotul dintre insule',
])('no language is made of %j', text => {
  expect(languageTag(text)).toBeUndefined();
});
