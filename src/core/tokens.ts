/**
 * Text as search and relatedness see it: folded (case, accents and ligatures gone) and cut into words. Scripts that put
 * no spaces between words (Chinese, Japanese, Thai…), and Korean, whose particles cling to the word, give pairs of
 * characters instead.
 */
import {late} from './late.ts';

/** Letters that Unicode does not take apart into a base letter and an accent. Keys are lower case. */
const foldedLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
  ſ: 's',
  ς: 'σ',
  // Arabic: the forms of yeh and kaf that Persian keyboards type, alef maksura and teh marbuta as people search for them.
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
};
const unfolded = /[ßæœøłđðþħŧŋıĸſςىیکة]/g;

/**
 * Accents and vowel points that are left out when comparing: of Latin, Greek, Cyrillic, Hebrew and Arabic. Marks of the
 * Indian and South-East Asian scripts are vowels and stay. With them go what only steers how letters join: the soft
 * hyphen, zero-width (non-)joiners and the Arabic tatweel.
 */
const accents =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u0640\u00ad\u200b-\u200d\u2060\ufeff]/g;

/**
 * Small letters, ideographs, syllables and punctuation that stay as they are, whatever stands beside them: most texts in
 * Arabic, Chinese, Japanese, Korean and Russian, or words of these. To have Unicode look at them takes ten times as long.
 */
const unchanging =
  /^[\0-\x7f\u0430-\u0438\u043a-\u044f\u0627\u0628\u062a-\u063a\u0641-\u0648\u064a\u2012-\u2015\u2018-\u201f\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\uac00-\ud7a3]*$/;

/** Text for comparing: lower case, without accents, ligatures and width variants spelled out. `González`, `GONZALEZ` and `gonzalez` fold to the same. */
export const fold = (text: string): string => {
  const lower = text.toLowerCase();
  if (unchanging.test(lower)) {
    return lower;
  }
  return lower
    .normalize('NFKD')
    .toLowerCase()
    .replace(accents, '')
    .replace(unfolded, letter => foldedLetters[letter] ?? letter)
    .normalize('NFC');
};

const wordPattern = late(() => /[\p{L}\p{N}\p{M}]+/gu);

/** Scripts whose words are not told apart by spaces (and Hangul, see above). The second pattern is the quick look for them. */
const unspaced = late(
  () =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]+/gu,
);
const maybeUnspaced = /[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u2e80-\ufaff\uff66-\uffdc\ud840-\ud8ff]/;

/** A run of characters as pairs that overlap; one character by itself. */
export const pushPairs = (run: string, into: string[]): void => {
  const characters = Array.from(run);
  if (characters.length === 1) {
    into.push(run);
  }
  for (let i = 0; i + 1 < characters.length; i++) {
    into.push(`${characters[i]}${characters[i + 1]}`);
  }
};

/** What takes the pieces of a word in turn: stretches of unspaced scripts, and what stands between them. */
export interface PieceSink {
  spaced(piece: string): void;
  unspaced(run: string): void;
}

const cutMixed = (word: string, into: PieceSink): void => {
  let from = 0;
  for (const match of word.matchAll(unspaced())) {
    if (match.index > from) {
      into.spaced(word.slice(from, match.index));
    }
    into.unspaced(match[0]);
    from = match.index + match[0].length;
  }
  if (from < word.length) {
    into.spaced(word.slice(from));
  }
};

/** Reports a word of folded text in pieces; most are one. */
export const cutWord = (word: string, into: PieceSink): void => {
  if (maybeUnspaced.test(word)) {
    cutMixed(word, into);
  } else {
    into.spaced(word);
  }
};

/** The words of a text in order, folded; `北京市` gives 北京 and 京市. Apostrophes and hyphens part words. */
export const words = (text: string): string[] => wordsOfFolded(fold(text));

/** The same for text that is folded already. */
export const wordsOfFolded = (folded: string): string[] => {
  const found: string[] = folded.match(wordPattern()) ?? [];
  if (!maybeUnspaced.test(folded)) {
    return found;
  }
  const cut: string[] = [];
  const into: PieceSink = {
    spaced: piece => void cut.push(piece),
    unspaced: run => pushPairs(run, cut),
  };
  for (const word of found) {
    cutWord(word, into);
  }
  return cut;
};

/** The stretches of a text that are written without spaces, as they stand. */
export const unspacedRuns = (text: string): readonly string[] =>
  maybeUnspaced.test(text) ? (text.match(unspaced()) ?? []) : [];
