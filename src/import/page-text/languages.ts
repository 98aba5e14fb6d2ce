/** Telling whether a line is in the language of its text: by script, and in Latin script by the words no language does without. */
import {late} from '../../core/late.ts';

/** Few and frequent. Some are in several languages; what counts is that they are not in the text's own. */
const functionWords: Readonly<Record<string, string>> = {
  en: 'the of and to is for with on by from as at was has have will that this are after over his her its not',
  es: 'de la en un el los las del y que por con su una para se al como más pero desde hasta entre sobre sus ha',
  fr: 'de la en un le les des du et dans pour sur une qui avec est au aux par ses sont leur après ce cette',
  pt: 'de um o os as do da dos das e em no na uma para com não ao mais pelo pela são foi',
  de: 'der die das und den dem ein eine mit von zu im für auf ist des nicht auch nach bei aus wird',
  it: 'la un il lo gli della di che per con una sono nel dal alla dei delle è più anche',
  nl: 'de en het een van op te met voor zijn aan niet dat bij naar ook wordt',
  ca: 'el la de del els les que i en un una per amb és al dels pel aquest seu però més als aquesta ha',
  ro: 'de la și în un o pe cu care din pentru nu sunt este au fost mai că se prin după',
  sv: 'och att det som på är av för med till den har inte om ett men var från efter vid',
  da: 'og det at er på til af for med den som ikke har et fra blev efter mellem også havde',
  nb: 'og det at er på til av for med den som ikke har et fra ble etter mellom også hadde',
  pl: 'w i na z do się nie jest że to po od przez za oraz jak ale dla o ich',
  id: 'yang dan di dengan untuk pada dari ini dalam tidak adalah akan oleh itu juga',
  tr: 've bir bu için ile da olarak daha çok olan',
};

const languagesByWord = late(() => {
  const languages = new Map<string, string[]>();
  for (const [language, words] of Object.entries(functionWords)) {
    for (const word of words.split(' ')) languages.set(word, [...(languages.get(word) ?? []), language]);
  }
  return languages;
});

const scripts = late((): readonly (readonly [string, RegExp])[] => [
  ['latin', /\p{Script=Latin}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
  ['arabic', /\p{Script=Arabic}/gu],
  ['greek', /\p{Script=Greek}/gu],
  ['hebrew', /\p{Script=Hebrew}/gu],
  ['hangul', /\p{Script=Hangul}/gu],
  ['east-asian', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['devanagari', /\p{Script=Devanagari}/gu],
  ['thai', /\p{Script=Thai}/gu],
]);

export interface Language {
  readonly script: string;
  /** How many of its words each language has, only for Latin script. */
  readonly counts: ReadonlyMap<string, number>;
}

/** As much as is needed to tell. */
const longest = 4000;

export const languageOf = (text: string): Language => {
  const part = text.slice(0, longest);
  let script = '';
  let mostLetters = 0;
  for (const [name, pattern] of scripts()) {
    const letters = part.match(pattern)?.length ?? 0;
    if (letters > mostLetters) [script, mostLetters] = [name, letters];
  }
  const counts = new Map<string, number>();
  if (script === 'latin') {
    for (const word of part.toLowerCase().match(/\p{L}+/gu) ?? []) {
      for (const language of languagesByWord().get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  return {script, counts};
};

const mainLanguage = ({counts}: Language): string | undefined => [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];

/** Names have words of other languages in them: one of them proves nothing. */
const leastWords = 2;

/** Whether a line is surely not in the language of its text. */
export const isOtherLanguage = (line: string, text: Language): boolean => {
  const own = languageOf(line);
  if (own.script === '' || text.script === '') return false;
  if (own.script !== text.script) return true;
  const language = mainLanguage(text);
  const main = mainLanguage(own);
  if (language === undefined || main === undefined || main === language) return false;
  return (own.counts.get(main) ?? 0) >= leastWords && (own.counts.get(language) ?? 0) === 0;
};

/** The language that mostly is written in a script; for one with several, the letters that only one of them has. */
const tagsOfScripts: Readonly<Record<string, string | readonly (readonly [string, RegExp])[]>> = {
  greek: 'el',
  hebrew: 'he',
  hangul: 'ko',
  thai: 'th',
  arabic: [
    ['ur', /[ٹڈڑںے]/g],
    ['fa', /[پچژگکی]/g],
    ['ar', /[ةىكيأإ]/g],
  ],
  cyrillic: [
    ['uk', /[іїєґ]/gi],
    ['ru', /[ыэё]/gi],
    ['bg', /ъ/gi],
  ],
  'east-asian': [
    ['ja', /[\u3040-\u30ff]/g],
    ['zh', /[\u4e00-\u9fff]/g],
  ],
};

/** Cyrillic of further languages, which have some of the letters above. */
const otherCyrillic = /[ўљњћђџѓќѕјәғқңөұүһ]/i;
const leastLetters = 3;
/** Part of a script's text that has such letters. */
const leastPart = 0.005;

const tagOfScript = (script: string, text: string): string | undefined => {
  const tags = tagsOfScripts[script];
  if (tags === undefined || typeof tags === 'string') return tags;
  if (script === 'cyrillic' && otherCyrillic.test(text)) return undefined;
  const counts = tags.map(([tag, letters]) => ({tag, count: text.match(letters)?.length ?? 0}));
  // Japanese mixes its own with many Chinese characters.
  if (script === 'east-asian' && (counts[0]?.count ?? 0) > text.length * 0.1) return 'ja';
  const [first, second] = counts.sort((a, b) => b.count - a.count);
  if (first === undefined || first.count < Math.max(leastLetters, text.length * leastPart)) return undefined;
  return first.count > 4 * (second?.count ?? 0) ? first.tag : undefined;
};

/** A language's words among all, and how many more than those of the next: less may be names and quotations. */
const sure = {words: 5, part: 0.12, ahead: 1.3};

/** The language of a text as a BCP 47 tag, where that is beyond doubt. */
export const languageTag = (text: string): string | undefined => {
  const sample = text.slice(0, longest);
  const {script, counts} = languageOf(sample);
  if (script !== 'latin') return tagOfScript(script, sample);
  const all = sample.match(/\p{L}+/gu)?.length ?? 0;
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] < Math.max(sure.words, all * sure.part)) return undefined;
  return first[1] >= (second?.[1] ?? 0) * sure.ahead ? first[0] : undefined;
};
