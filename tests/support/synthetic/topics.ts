/** What synthetic articles are about: a topic has a language, a section, a time, words of its own, and people and places. */
import {type Language, languages} from './languages.ts';
import {createRandom, itemAt, type Random} from './random.ts';
import {personOf, placeOf, vocabularyOf} from './vocabulary.ts';

export const sections = [
  ...['Politics', 'World', 'Economy', 'Science', 'Culture', 'Sport', 'Health', 'Technology', 'Climate', 'Travel'],
  ...['Opinion', 'Letters'],
] as const;

export interface Topic {
  readonly language: Language;
  readonly section: (typeof sections)[number];
  /** The day in the middle of what is written about it, counted from the first of the library. */
  readonly day: number;
  readonly words: readonly string[];
  readonly people: readonly {readonly full: string; readonly last: string}[];
  readonly places: readonly string[];
  /** Names as a text calls them. */
  readonly names: readonly string[];
  readonly tags: readonly string[];
  readonly authors: readonly string[];
}

/** Ten years, from the first of January 2015. */
export const days = 3_650;

/** Multiples of the golden ratio leave no gaps, so that few topics are of many languages, too. */
const languageOf = (number: number): Language => itemAt(languages, (number * 0.618_033_988_75) % 1);

/** Some people and places belong to one topic, some turn up in many. */
const numbers = (random: Random, count: number, own: number, shared: number): number[] =>
  Array.from({length: count}, (_, n) => (n % 3 === 0 ? random.rank(shared) : 1_000_000 + own * 100 + n));

/** @param number of the topic: the same one is the same topic in every library of this seed */
export const topicOf = (seed: number, number: number): Topic => {
  const random = createRandom(seed, 4, number);
  const language = languageOf(number);
  const vocabulary = vocabularyOf(language);
  const beyond = language.common.length;
  const words = Array.from({length: 40}, () => vocabulary[beyond + random.below(language.madeUp)] as string);
  const people = numbers(random, 7, number, 200).map(person => personOf(language, person));
  const places = numbers(random, 4, number, 80).map(place => placeOf(language, place));
  return {
    language,
    section: sections[number % sections.length] as Topic['section'],
    day: random.below(days),
    words,
    people,
    places,
    names: [...people.map(({full}) => full), ...places, ...people.map(({last}) => last)],
    tags: [places[1] as string, ...words.slice(0, 5)],
    authors: Array.from({length: 3}, () => personOf(language, 2_000_000 + random.below(400)).full),
  };
};
