/** Made-up words and names, the same ones in every library. */
import type {Language} from './languages.ts';
import {createRandom, type Random} from './random.ts';

type Letters = Pick<Language, 'onsets' | 'vowels' | 'codas' | 'syllables'>;

/** @param least how many syllables it has at least */
export const madeUpWord = (letters: Letters, random: Random, least = letters.syllables[0]): string => {
  const most = Math.max(least, letters.syllables[1]);
  let word = '';
  for (let left = least + random.below(most - least + 1); left > 0; left--) {
    word += random.pick(letters.onsets) + random.pick(letters.vowels) + random.pick(letters.codas);
  }
  return word;
};

const vocabularies = new Map<Language, readonly string[]>();

const makeVocabulary = (language: Language): readonly string[] => {
  const random = createRandom(1, language.madeUp, language.code.charCodeAt(0), language.code.charCodeAt(1));
  const words = new Set(language.common);
  while (words.size < language.common.length + language.madeUp) words.add(madeUpWord(language, random));
  return [...words];
};

/** All words of a language, the most frequent first. */
export const vocabularyOf = (language: Language): readonly string[] => {
  const known = vocabularies.get(language) ?? makeVocabulary(language);
  vocabularies.set(language, known);
  return known;
};

export const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A person, by number: the same number is the same person. */
export const personOf = (language: Language, number: number): {readonly full: string; readonly last: string} => {
  const random = createRandom(2, number);
  const first = capitalised(madeUpWord(language, random, 1));
  const last = capitalised(madeUpWord(language, random, 2));
  return {full: language.gap === '' ? `${first}${last}` : `${first} ${last}`, last};
};

const placeKinds = ['', '', '', '', 'Port ', 'North ', 'Western ', 'San ', 'New '] as const;

export const placeOf = (language: Language, number: number): string => {
  const random = createRandom(3, number);
  const kind = language.code === 'en' ? random.pick(placeKinds) : '';
  return kind + capitalised(madeUpWord(language, random, 2));
};

const hostLetters = {onsets: [...'bcdfghlmnprstv'], vowels: [...'aeiou'], codas: [''], syllables: [2, 3]} as const;

/** The host of a publisher, by number. */
export const hostOf = (number: number): string => `${madeUpWord(hostLetters, createRandom(5, number))}.example`;
