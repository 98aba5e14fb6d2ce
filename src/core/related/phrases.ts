/** What an article could be said to share with another: its names, pairs of words and words, as they are written there. */

import type {Article} from '../article.ts';
import {textOfBody} from '../body-text.ts';
import {late} from '../late.ts';
import {fold, words} from '../tokens.ts';
import {isStopWord} from './stop-words.ts';

/** In ascending order of how much they tell. A `capital` is a single word that has one within a sentence. */
const kinds = ['word', 'pair', 'capital', 'tag', 'name'] as const;
export type PhraseKind = (typeof kinds)[number];

export interface Phrase {
  /** As it is written in the article. Hostile. */
  readonly text: string;
  readonly kind: PhraseKind;
  /** How often it stands there. */
  readonly count: number;
}

/** By their folded words with spaces between. */
export type Phrases = ReadonlyMap<string, Phrase>;

/** A word with what may stand inside it; addresses and file names come out as one token, to be passed over. */
const token = late(() => /[\p{L}\p{N}\p{M}\u200c\u200d]+(?:[-'’.@_/:\\&=][\p{L}\p{N}\p{M}\u200c\u200d]+)*/gu);
const litter = /[.@_/:\\=]/;
const capital = late(() => /^\p{Lu}/u);
const letters = late(() => /\p{L}{2}/u);
/** Too short to tell anything, unless capitals make it an abbreviation. */
const short = /^[a-z]{1,3}$/;
const compound = /[-'’&]/;
/** What ends a sentence, or opens a quotation that begins like one. */
const sentenceEnd = /[.!?:;…۔؟。！？“"«([|]/;
const connectors: ReadonlySet<string> = new Set(
  'of for de del della di da do dos du des la las los von van der den bin ibn al el'.split(' '),
);
const longestName = 6;

interface Word {
  readonly text: string;
  readonly folded: string;
  /** Follows the word before it with nothing but a space between. */
  readonly isJoined: boolean;
  readonly isFirst: boolean;
  readonly isCapital: boolean;
  readonly isContent: boolean;
}

const foldToken = (text: string): string => (compound.test(text) ? words(text).join(' ') : fold(text));

/** What most words are: letters of ASCII only, of which less has to be asked. */
const plain = /^[A-Za-z]+$/;
const possessive = /['’]s$/;
const sign = /[@#/]$/;

const isTelling = (text: string, folded: string): boolean =>
  folded.length > 1 && !short.test(text) && !isStopWord(folded);

const readWord = (text: string, {isJoined, isFirst}: Pick<Word, 'isJoined' | 'isFirst'>): Word => {
  if (plain.test(text)) {
    const folded = text.toLowerCase();
    const isCapital = text.charCodeAt(0) < firstSmall;
    return {text, folded, isJoined, isFirst, isCapital, isContent: isTelling(text, folded)};
  }
  const folded = foldToken(text);
  const isContent = isTelling(text, folded) && letters().test(text);
  return {text, folded, isJoined, isFirst, isCapital: capital().test(text), isContent};
};

const firstSmall = 0x61;

const wordsOfLine = (line: string): Word[] => {
  const found: Word[] = [];
  let end = 0;
  let isCut = true;
  for (const match of line.matchAll(token())) {
    const [written] = match;
    const between = line.slice(end, match.index);
    const isSpace = between === ' ';
    end = match.index + written.length;
    if (litter.test(written) || (!isSpace && sign.test(between))) {
      isCut = true;
      continue;
    }
    const text = possessive.test(written) ? written.slice(0, -2) : written;
    const isFirst = found.length === 0 || (!isSpace && sentenceEnd.test(between));
    found.push(readWord(text, {isJoined: !isCut && isSpace, isFirst}));
    isCut = text !== written;
  }
  return found;
};

/** Headlines In Title Case say nothing about names. */
const isTitleCase = (line: readonly Word[]): boolean => {
  const long = line.filter(({text}) => text.length > 3);
  return line.length > 3 && long.filter(({isCapital}) => isCapital).length > long.length * 0.7;
};

/** The end of the name that begins at `from`: capitalised words, and small ones such as `de` between them. */
const endOfName = (line: readonly Word[], from: number): number => {
  let end = from + 1;
  for (let i = end; i < line.length && i < from + longestName; i++) {
    const word = line[i];
    if (!word?.isJoined) break;
    if (word.isCapital) end = i + 1;
    else if (!connectors.has(word.folded)) break;
  }
  return end;
};

type Add = (phrase: readonly Word[], kind: PhraseKind) => void;

/** A name and the names within it: one article says `Federal Reserve`, the other `Federal Reserve Board`. */
const addName = (name: readonly Word[], add: Add): void => {
  for (const [from, first] of name.entries()) {
    if (isStopWord(first.folded) || !first.isCapital) continue;
    for (let to = from + 1; to < name.length; to++) {
      const last = name[to];
      if (last?.isCapital && !isStopWord(last.folded)) add(name.slice(from, to + 1), 'name');
    }
    // At the start of a sentence every word is capitalised.
    if (name.length === 1 && first.isContent && !first.isFirst) add([first], 'capital');
  }
};

const addNames = (line: readonly Word[], add: Add): void => {
  for (let from = 0; from < line.length; ) {
    const end = line[from]?.isCapital ? endOfName(line, from) : from;
    addName(line.slice(from, end), add);
    from = Math.max(end, from + 1);
  }
};

const addWords = (line: readonly Word[], add: Add): void => {
  let before: Word | undefined;
  for (const word of line) {
    if (word.isContent) {
      add([word], 'word');
      const isName = word.isCapital && before?.isCapital;
      if (before?.isContent && word.isJoined && !isName) add([before, word], 'pair');
    }
    before = word;
  }
};

const isLower = (text: string): boolean => text === text.toLowerCase();

/** What also stands in lower case is no name: `Usability` began a sentence, `Open Data` a headline. */
const merge = (known: Phrase, added: Phrase): Phrase => {
  const isKnownLower = isLower(known.text);
  const preferred =
    isKnownLower === isLower(added.text)
      ? kinds.indexOf(added.kind) > kinds.indexOf(known.kind)
        ? added
        : known
      : isKnownLower
        ? known
        : added;
  return {text: preferred.text, kind: preferred.kind, count: known.count + added.count};
};

/** @param among when given, others are left out */
export const phrasesOf = (article: Article, among?: Phrases): Phrases => {
  const phrases = new Map<string, Phrase>();
  const add: Add = (phrase, kind) => {
    const [first] = phrase;
    if (first === undefined) return;
    // Most are a single word.
    const isOne = phrase.length === 1;
    const key = isOne ? first.folded : phrase.map(({folded}) => folded).join(' ');
    if (among !== undefined && !among.has(key)) return;
    const text = isOne ? first.text : phrase.map(word => word.text).join(' ');
    // A capital is counted as the word that it is.
    const added = {text, kind, count: kind === 'capital' ? 0 : 1};
    const known = phrases.get(key);
    phrases.set(key, known === undefined ? added : merge(known, added));
  };
  for (const text of [article.title, article.standfirst ?? '', textOfBody(article.body)]) {
    for (const line of text.split('\n')) {
      const found = wordsOfLine(line);
      addWords(found, add);
      if (!isTitleCase(found)) addNames(found, add);
    }
  }
  for (const tag of article.tags) {
    const key = words(tag).join(' ');
    if (among !== undefined && !among.has(key)) continue;
    const known = phrases.get(key);
    phrases.set(key, {
      text: known?.text ?? tag,
      kind: known?.kind === 'name' ? 'name' : 'tag',
      count: known?.count ?? 1,
    });
  }
  return phrases;
};
