/** Finds words in folded text, where they stand: whole, in order, at the beginning of a word. */
import {late} from '../late.ts';
import {fold} from '../tokens.ts';

/** Signs that fold to nothing with a letter or digit in it, in blocks that prose takes its quotes, dashes and arrows from. */
const signs = /[\xa0-\xa9\xab\xac\xae-\xb1\xb4\xb6-\xb8\xbb\xbf\u2010-\u2027\u2030-\u205e\u2190-\u23ff\u2500-\u2775]+/g;
const beyondAscii = /[^\0-\x7f]/;

/** Text to search in. Most is ASCII but for its signs, and lower case is all that it takes: folding the rest costs five times as much. */
export const searchable = (text: string): string => {
  const lower = text.toLowerCase();
  if (!beyondAscii.test(lower)) return lower;
  const unsigned = lower.replace(signs, ' ');
  return beyondAscii.test(unsigned) ? fold(text) : unsigned;
};

const wordCharacter = late(() => /[\p{L}\p{N}\p{M}]/u);
const notWordCharacters = late(() => /[^\p{L}\p{N}\p{M}]*/uy);

/** Scripts without spaces between words, and Korean, whose particles cling to them: there a word may stand anywhere. */
const unspacedScript =
  '\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}';
const unspaced = late(() => new RegExp(`[${unspacedScript}]`, 'u'));
/** Words, cut where the script changes. */
const parts = late(() => new RegExp(`[${unspacedScript}]+|(?:(?![${unspacedScript}])[\\p{L}\\p{N}\\p{M}])+`, 'gu'));

const characterBefore = (text: string, at: number): string => {
  const unit = text.charCodeAt(at - 1);
  return text.slice(unit >= 0xdc00 && unit <= 0xdfff ? at - 2 : at - 1, at);
};

const characterAt = (text: string, at: number): string => {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
};

/** Whether a word may begin or end between these two characters. */
const isBoundary = (before: string, after: string): boolean =>
  !wordCharacter().test(before) || !wordCharacter().test(after) || unspaced().test(before) || unspaced().test(after);

export interface Sought {
  /** As typed. */
  readonly text: string;
  /** Whether only the beginning of its last word is given. */
  readonly isPrefix: boolean;
}

/** A test for text made by `searchable`: whether it has these words, one after the other, with nothing but signs between them. */
export const findsWords = ({text: typed, isPrefix}: Sought): ((text: string) => boolean) => {
  const [first = '', ...others] = fold(typed).match(parts()) ?? [];
  return text => {
    for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1)) {
      if (!isBoundary(characterBefore(text, at), characterAt(text, at))) continue;
      const end = endOfRest(text, at + first.length, others);
      if (end !== undefined && (isPrefix || isBoundary(characterBefore(text, end), characterAt(text, end))))
        return true;
    }
    return false;
  };
};

/** Where the other words end, if they follow. */
const endOfRest = (text: string, from: number, others: readonly string[]): number | undefined => {
  let at = from;
  for (const word of others) {
    const signs = notWordCharacters();
    signs.lastIndex = at;
    const next = at + (signs.exec(text)?.[0].length ?? 0);
    const isApart = next > at || isBoundary(characterBefore(text, at), characterAt(text, at));
    if (!isApart || !text.startsWith(word, next)) return undefined;
    at = next + word.length;
  }
  return at;
};
