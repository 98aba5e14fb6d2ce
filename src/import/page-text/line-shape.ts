/** What a line looks like, whatever its language: how many words, how it ends, how its words begin. */
import {late} from '../../core/late.ts';

const word = late(() => /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu);

/** Whether there is anything to read in it. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Scripts that put no spaces between words. Korean does, and is not among them. */
const unspaced = late(
  () =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu,
);
const maybeUnspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ufaff\uff66-\uffdc\ud840-\ud8ff]/;

/** Words of Chinese and Japanese have two characters on average, those of Thai and its neighbours a few more. */
const charactersPerWord = 2;

/** Longer lines are counted up to here. */
const longestCounted = 3000;

/** How many words a line has; in scripts without spaces about how many. */
export const countWords = (line: string): number => {
  const text = line.slice(0, longestCounted);
  let count = text.match(word())?.length ?? 0;
  if (maybeUnspaced.test(text)) {
    const characters = text.match(unspaced())?.length ?? 0;
    const runs =
      text.match(/[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\uff66-\uff9f]+/g)?.length ?? 0;
    count = Math.max(count - runs, 0) + Math.ceil(characters / charactersPerWord);
  }
  return count;
};

const sentenceEnd = /[.!?…。．！？｡؟۔।॥።]["'”’»›“‘)\]」』】〉》）*]*(?:\s?\[\d+\])*$/u;

/** Whether it ends like a sentence, closing quotes and brackets aside. */
export const endsSentence = (text: string): boolean => sentenceEnd.test(text.slice(-24));

/** Whether it was cut off, as teasers are. */
export const isCutOff = (text: string): boolean => /(?:…|\.\.\.?)$/.test(text);

/** Whether a character is of a script that puts no spaces between words, or of its punctuation. */
export const isUnspaced = (character: string): boolean =>
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff9f]/.test(character);
