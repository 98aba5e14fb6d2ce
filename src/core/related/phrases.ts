/** What an article could be said to share with another: its names, pairs of words and words, as they are written there. */
import type {Article} from '../article.ts';
import {textOfBody} from '../body-text.ts';
import {words} from '../tokens.ts';
import {isStopWord} from './stop-words.ts';

/** In ascending order of how much they tell. */
export type PhraseKind = 'word' | 'pair' | 'capital' | 'tag' | 'name';

export interface Phrase {
  /** As it is written in the article. Hostile. */
  readonly text: string;
  readonly kind: PhraseKind;
  readonly count: number;
}

/** By their folded words with spaces between. */
export type Phrases = ReadonlyMap<string, Phrase>;

const rank: Readonly<Record<PhraseKind, number>> = {word: 0, pair: 1, capital: 2, tag: 3, name: 4};

/** A word with what may stand inside it; addresses and file names come out as one token, to be passed over. */
const token = /[\p{L}\p{N}\p{M}]+(?:[-'’.@_/:\\&=][\p{L}\p{N}\p{M}]+)*/gu;
const litter = /[.@_/:\\=]/;
const capital = /^\p{Lu}/u;
const letters = /\p{L}{2}/u;
/** What ends a sentence, or opens a quotation that begins like one. */
const sentenceEnd = /[.!?:;…۔؟。！？\n"“«([|]/;
const connectors = new Set('of de del della di da do dos du des la las los von van der den bin ibn al el'.split(' '));
const longestName = 6;

interface Word {
  readonly text: string;
  readonly folded: string;
  /** Follows the word before it with nothing but a space between. */
  readonly isJoined: boolean;
  readonly isFirst: boolean;
  readonly isCapital: boolean;
}

const wordsOfLine = (line: string): Word[] => {
  const found: Word[] = [];
  let end = 0;
  let isAfterLitter = true;
  for (const match of line.matchAll(token)) {
    const between = line.slice(end, match.index);
    end = match.index + match[0].length;
    if (litter.test(match[0]) || /[@#/]$/.test(between)) {
      isAfterLitter = true;
      continue;
    }
    const text = match[0].replace(/['’]s$/, '');
    found.push({
      text,
      folded: words(text).join(' '),
      isJoined: !isAfterLitter && /^ +$/.test(between) && text.length > 0,
      isFirst: found.length === 0 || sentenceEnd.test(between),
      isCapital: capital.test(text),
    });
    isAfterLitter = text !== match[0];
  }
  return found;
};

/** Headlines In Title Case say nothing about names. */
const isTitleCase = (line: readonly Word[]): boolean => {
  const long = line.filter(({text}) => text.length > 3);
  return line.length > 3 && long.filter(({isCapital}) => isCapital).length > long.length * 0.7;
};

const isContent = ({folded, text}: Word): boolean => folded.length > 2 && letters.test(text) && !isStopWord(folded);

/** The end of the name that begins at `from`: capitalised words, and small ones such as `de` between them. */
const endOfName = (line: readonly Word[], from: number): number => {
  let end = from + 1;
  for (let i = end; i < line.length && i < from + longestName; i++) {
    const word = line[i];
    if (word === undefined || !word.isJoined) break;
    if (word.isCapital) end = i + 1;
    else if (!connectors.has(word.folded)) break;
  }
  return end;
};

const phraseOf = (line: readonly Word[]): string => line.map(({text}) => text).join(' ');
const keyOf = (line: readonly Word[]): string => line.map(({folded}) => folded).join(' ');

type Add = (key: string, text: string, kind: PhraseKind) => void;

const addName = (name: readonly Word[], add: Add): void => {
  const from = name.findIndex(({folded}) => !isStopWord(folded));
  const [first, second] = name.slice(Math.max(0, from));
  if (first === undefined || from === -1) return;
  if (second !== undefined) add(keyOf(name.slice(from)), phraseOf(name.slice(from)), 'name');
  // At the start of a sentence every word is capitalised.
  else if (isContent(first)) add(first.folded, first.text, first.isFirst ? 'word' : 'capital');
};

const addNames = (line: readonly Word[], add: Add): void => {
  for (let from = 0; from < line.length; ) {
    const end = line[from]?.isCapital ? endOfName(line, from) : from;
    if (end > from) addName(line.slice(from, end), add);
    from = Math.max(end, from + 1);
  }
};

const addWords = (line: readonly Word[], add: Add): void => {
  for (const [i, word] of line.entries()) {
    if (!isContent(word)) continue;
    add(word.folded, word.text, 'word');
    const before = line[i - 1];
    if (word.isJoined && before !== undefined && isContent(before)) {
      add(keyOf([before, word]), phraseOf([before, word]), 'pair');
    }
  }
};

const isLower = (text: string): boolean => text === text.toLowerCase();

/** What also stands in lower case is no name: `Usability` began a sentence, `Open Data` a headline. */
const merge = (known: Phrase, added: Phrase): Phrase => {
  const count = known.count + added.count;
  const preferred =
    isLower(known.text) !== isLower(added.text)
      ? isLower(known.text)
        ? known
        : added
      : rank[added.kind] > rank[known.kind]
        ? added
        : known;
  return {text: preferred.text, kind: preferred.kind, count};
};

export const phrasesOf = (article: Article): Phrases => {
  const phrases = new Map<string, Phrase>();
  const add: Add = (key, text, kind) => {
    // Names are counted by the words and pairs in them.
    const added = {text, kind, count: rank[kind] > rank.pair ? 0 : 1};
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
    const known = phrases.get(key);
    phrases.set(key, {
      text: known?.text ?? tag,
      kind: known?.kind === 'name' ? 'name' : 'tag',
      count: known?.count ?? 1,
    });
  }
  return phrases;
};
