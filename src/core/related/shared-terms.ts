/** Says in a few words what two articles have in common. */
import type {Article} from '../article.ts';
import {textOfBody} from '../body-text.ts';
import {field, type SafeField} from '../sanitize.ts';
import {isCalendarWord} from './calendar.ts';
import {type Phrase, type PhraseKind, type Phrases, phrasesOf} from './phrases.ts';
import {sharedRuns} from './unspaced-phrases.ts';

/** How much more a reader learns from one kind than from another of the same rarity. */
const value: Readonly<Record<PhraseKind, number>> = {name: 3, tag: 2, capital: 2, pair: 1.5, word: 1};
/** Two texts that each use a common word once have it by chance. */
const chance = 0.3;

const most = 3;
/** Of a book and another book, so many of the best are looked at. */
const considered = 200;
/** Nothing is added that says less than this part of the best. */
const leastPart = 0.35;
/** What nearly every article of the language has says nothing. */
const leastRarity = 0.1;
const longest = 60;

interface Candidate {
  readonly key: string;
  readonly text: string;
  readonly worth: number;
  /** A single word in small letters, which tells less than any name, tag or pair. */
  readonly isWord: boolean;
}

export interface SharedTerms {
  /** Up to three, best first, in the spelling of `article`; none when there is nothing worth saying. */
  sharedBy(article: Article, other: Article): readonly SafeField[];
}

/** Words cut to what they have in common with their plural. */
const stemsOf = (key: string): readonly string[] => key.split(' ').map(word => word.replace(/(?<=...)(?:es|s|e)$/, ''));

/** `Federal Reserve` stands for `Federal Reserve Board` where both articles have that too. */
const completed = (candidate: Candidate, candidates: readonly Candidate[]): Candidate =>
  candidates.reduce(
    (best, other) =>
      other.key.length > best.key.length &&
      other.worth > candidate.worth / 2 &&
      ` ${other.key} `.includes(` ${candidate.key} `)
        ? other
        : best,
    candidate,
  );

/** The best that say different things: no word comes twice. */
const pick = (found: Candidate[], isFit: (candidate: Candidate) => boolean): readonly SafeField[] => {
  found.sort((a, b) => b.worth - a.worth || (a.key < b.key ? -1 : 1));
  const candidates = found.slice(0, considered);
  const said = new Set<string>();
  const picked: Candidate[] = [];
  const least = (candidates[0]?.worth ?? 0) * leastPart;
  for (const next of candidates) {
    if (picked.length === most || next.worth < least) break;
    const candidate = completed(next, candidates);
    const stems = stemsOf(candidate.key);
    if (stems.some(stem => said.has(stem)) || !isFit(candidate)) continue;
    for (const stem of stems) said.add(stem);
    picked.push(candidate);
  }
  // Beside a name a mere word reads like noise.
  const telling = picked.filter(({isWord}) => !isWord);
  return (telling.length > 0 ? telling : picked).map(({text}) => field(text));
};

const weaker = (one: Phrase, other: Phrase): PhraseKind =>
  value[one.kind] < value[other.kind] ? one.kind : other.kind;

const worthOf = (one: Phrase, other: Phrase): number => {
  const kind = weaker(one, other);
  const isByChance = value[kind] < value.tag && Math.max(one.count, other.count) < 2;
  const often = 1 + Math.log(Math.max(1, Math.min(one.count, other.count)));
  return value[kind] * often * (isByChance ? chance : 1);
};

/** How rare each text is among the articles of an article's language, 0 for what all have. */
export type Rarities = (texts: readonly string[], article: Article) => readonly number[];

export const createSharedTerms = (raritiesOf: Rarities): SharedTerms => {
  /** Of the article last asked for: it is compared with several. */
  let last: {readonly article: Article; readonly phrases: Phrases} | undefined;
  const phrases = (article: Article): Phrases => {
    if (last?.article !== article) last = {article, phrases: phrasesOf(article)};
    return last.phrases;
  };

  return {
    sharedBy: (article, other) => {
      const candidates: Candidate[] = [];
      const suggest = (candidate: Candidate): void => {
        if (candidate.text.length <= longest) candidates.push(candidate);
      };
      const ours = phrases(article);
      for (const [key, their] of phrasesOf(other, ours)) {
        const our = ours.get(key);
        if (our === undefined) continue;
        suggest({key, text: our.text, worth: worthOf(our, their), isWord: weaker(our, their) === 'word'});
      }
      for (const [text, count] of sharedRuns(textOfBody(article.body), textOfBody(other.body))) {
        const isWord = text.length <= 2;
        suggest({key: text, text, worth: (isWord ? value.word : value.name) * (1 + Math.log(count)), isWord});
      }
      const rarities = raritiesOf(
        candidates.map(({text}) => text),
        article,
      );
      const telling = candidates
        .map((candidate, at) => ({candidate, rarity: rarities[at] ?? 0}))
        .filter(({rarity}) => rarity >= leastRarity)
        .map(({candidate, rarity}) => ({...candidate, worth: candidate.worth * rarity}));
      return pick(telling, ({key}) => !key.split(' ').some(word => isCalendarWord(word)));
    },
  };
};
