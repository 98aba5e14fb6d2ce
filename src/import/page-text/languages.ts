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
