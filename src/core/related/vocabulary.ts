/** Texts as sequences of numbered words, so that everything after reading them is arithmetic. */
import {words} from '../tokens.ts';
import {isStopWord} from './stop-words.ts';

/** Stands for a stop word, for a word nobody else has, and for the end of a text: no pair of neighbours reaches across it. */
export const gap = -1;

/** A single letter or digit says nothing; a single ideograph may. */
const isContent = (word: string): boolean => (word.length > 1 || word > '\u2e7f') && !isStopWord(word);

export interface Vocabulary {
  /** Numbers of the words of a text in order, a `gap` at its end. New words get the next number only when they are `learn`ed. */
  read(text: string): Int32Array;
  learn(text: string): Int32Array;
  /** How many words have a number, from 0 up. */
  readonly size: number;
}

export const createVocabulary = (): Vocabulary => {
  const numbers = new Map<string, number>();
  let size = 0;

  const sequenceOf = (text: string, numberOf: (word: string) => number): Int32Array => {
    const found = words(text);
    const sequence = new Int32Array(found.length + 1).fill(gap);
    let place = 0;
    for (const word of found) sequence[place++] = numbers.get(word) ?? numberOf(word);
    return sequence;
  };

  const learnWord = (word: string): number => {
    const number = isContent(word) ? size++ : gap;
    numbers.set(word, number);
    return number;
  };

  return {
    read: text => sequenceOf(text, () => gap),
    learn: text => sequenceOf(text, learnWord),
    get size() {
      return size;
    },
  };
};
