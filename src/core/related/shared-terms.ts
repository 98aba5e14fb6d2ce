/** Says in a few words what two articles have in common. */
import type {Article} from '../article.ts';
import {textOfBody} from '../body-text.ts';
import {field, type SafeField} from '../sanitize.ts';
import {isCalendarWord} from './calendar.ts';
import {type Phrase, type PhraseKind, type Phrases, phrasesOf} from './phrases.ts';
import {sharedRuns} from './unspaced-phrases.ts';

/** How much more a reader learns from one kind than from another of the same rarity. */
const value: Readonly<Record<PhraseKind, number>> = {name: 3, tag: 2, capital: 2, pair: 1.5, word: 1};

const most = 3;
/** Nothing is added that says less than this part of the best. */
const leastPart = 0.4;
const longest = 60;
/** Articles whose phrases are kept: those on screen and those suggested with them. */
const remembered = 200;

interface Candidate {
  readonly key: string;
  readonly text: string;
  readonly worth: number;
}

export interface SharedTerms {
  /** Up to three, best first, in the spelling of `article`; none when there is nothing worth saying. */
  sharedBy(article: Article, other: Article): readonly SafeField[];
}

const contains = (whole: string, part: string): boolean => ` ${whole} `.includes(` ${part} `);

/** The best that say different things: neither `Sahara` nor `the Western Sahara` beside `Western Sahara`. */
const pick = (candidates: Candidate[]): readonly SafeField[] => {
  candidates.sort((a, b) => b.worth - a.worth || (a.key < b.key ? -1 : 1));
  const least = (candidates[0]?.worth ?? 0) * leastPart;
  const picked: Candidate[] = [];
  for (const candidate of candidates) {
    if (picked.length === most || candidate.worth < least) break;
    if (!picked.some(({key}) => contains(key, candidate.key) || contains(candidate.key, key))) picked.push(candidate);
  }
  return picked.map(({text}) => field(text));
};

/** @param rarityOf how rare a text is in the library, 0 for what every article has */
export const createSharedTerms = (rarityOf: (text: string) => number): SharedTerms => {
  const known = new Map<Article, Phrases>();
  const phrases = (article: Article): Phrases => {
    const found = known.get(article) ?? phrasesOf(article);
    if (known.size >= remembered)
      for (const oldest of known.keys()) {
        known.delete(oldest);
        break;
      }
    known.set(article, found);
    return found;
  };

  const isWorthSaying = (key: string, {text, kind}: Phrase, language: string): boolean =>
    text.length <= longest && (kind === 'name' || !key.split(' ').some(word => isCalendarWord(word, language)));

  return {
    sharedBy: (article, other) => {
      const theirs = phrases(other);
      const candidates: Candidate[] = [];
      for (const [key, phrase] of phrases(article)) {
        const their = theirs.get(key);
        if (their === undefined || !isWorthSaying(key, phrase, article.lang ?? '')) continue;
        const kind = value[phrase.kind] < value[their.kind] ? phrase.kind : their.kind;
        const count = 1 + Math.log(1 + Math.min(phrase.count, their.count));
        candidates.push({key, text: phrase.text, worth: value[kind] * rarityOf(phrase.text) * count});
      }
      for (const [text, count] of sharedRuns(textOfBody(article.body), textOfBody(other.body))) {
        const worth = (text.length > 2 ? value.name : value.word) * rarityOf(text) * (1 + Math.log(count + 1));
        candidates.push({key: text, text, worth});
      }
      return pick(candidates);
    },
  };
};
