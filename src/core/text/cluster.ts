/** Grapheme clusters, what a reader takes for one character: where one ends and how many columns it takes. */
import {late} from '../late.ts';
import {isWide} from './wide.ts';

/** Signs that join the consonant after them to the one before: viramas of the scripts that show conjuncts, and the stackers of Burmese and Khmer. */
const viramas =
  '\\u1039\\u17d2\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca\\u1b44\\ua806\\ua8c4\\ua9c0\\u{11046}\\u{110b9}\\u{111c0}\\u{11235}' +
  '\\u{1134d}\\u{11442}\\u{114c2}\\u{115bf}\\u{1163f}\\u{116b6}\\u{11839}\\u{119e0}\\u{11c3f}';

const leadingJamo = '\\u1100-\\u115f\\ua960-\\ua97c';
const vowelJamo = '\\u1160-\\u11a7\\ud7b0-\\ud7c6';
const trailingJamo = '\\u11a8-\\u11ff\\ud7cb-\\ud7fb';
const syllables = '\\uac00-\\ud7a3';

/** Marks, the Thai and Lao AM that stand behind their letter, joiners, halfwidth voicing marks, tags. */
const extending = '\\p{M}\\u0e33\\u0eb3\\u200c\\u200d\\uff9e\\uff9f\\u{e0020}-\\u{e007f}';

/** One emoji of a joined sequence, with its variation selector, keycap or skin tone. */
const pictograph = '\\p{Extended_Pictographic}[\\ufe0e\\ufe0f\\u20e3\\u{1f3fb}-\\u{1f3ff}]{0,4}';

/** Made on first need: these classes take a millisecond or two, and most text has nothing for them. */
const compile = () => ({
  /**
   * Extended grapheme clusters after UAX #29, as an expression because `Intl.Segmenter` takes 12 ms to make and is
   * quadratic in its input on Node 20. Unlike there, a consonant after a virama always belongs to the cluster (there in
   * six scripts, from Unicode 15.1 on), and a cluster has an end: a longer pile of marks is several clusters of no width.
   */
  cluster: new RegExp(
    `(?:\\p{Regional_Indicator}{2}|${pictograph}(?:\\u200d${pictograph}){0,16}` +
      `|[${leadingJamo}]{0,8}[${vowelJamo}${syllables}][${vowelJamo}]{0,8}[${trailingJamo}]{0,8}` +
      `|[${leadingJamo}]{1,8}|[${trailingJamo}]{1,8}|[^])` +
      `(?:[${extending}]|(?<=[${viramas}]\\u200d?)\\p{Lo}){0,32}`,
    'uy',
  ),
  /** Clusters drawn as one picture of two columns, though their first character alone may take one. */
  picture: new RegExp(
    '^(?:[\\d#*]\\ufe0f?\\u20e3|\\p{Regional_Indicator}{2}|(?![\\d#*\\p{Regional_Indicator}])\\p{Emoji}\\ufe0f' +
      '|\\p{Emoji_Modifier_Base}\\ufe0f?\\p{Emoji_Modifier}|\\p{Extended_Pictographic}.*\\u200d\\p{Extended_Pictographic})',
    'su',
  ),
  invisible: /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Cs}]/u,
  spacingMark: /\p{Mc}/u,
  virama: new RegExp(`[${viramas}]`, 'u'),
  hangul: new RegExp(`^[${leadingJamo}${vowelJamo}${trailingJamo}${syllables}]`),
  hangulPart: new RegExp(`[${leadingJamo}][${vowelJamo}][${trailingJamo}]?|[${syllables}].*|.`, 'gsu'),
});

const patterns = late(compile);

/** The cluster that begins at `start`, a code unit inside `text`. */
export const clusterAt = (text: string, start: number): string => {
  const {cluster} = patterns();
  cluster.lastIndex = start;
  return cluster.exec(text)?.[0] ?? text.charAt(start);
};

const columns = (character: string): number => (isWide(character.codePointAt(0) ?? 0) ? 2 : 1);

/** Jamo that form a syllable take its two columns; others stand by themselves. */
const hangulColumns = (text: string): number => {
  const {hangulPart, invisible} = patterns();
  return (text.match(hangulPart) ?? []).reduce(
    (sum, part) => sum + (part.length === 1 && invisible.test(part) ? 0 : columns(part)),
    0,
  );
};

/**
 * As Python's wcwidth counts: what a base takes, and one column more when a spacing mark stands beside it or further
 * consonants are joined to it, however many there are. A spacing mark on a space takes its place.
 */
const scriptColumns = (text: string): number => {
  const {invisible, spacingMark, virama} = patterns();
  let width = 0;
  let isWidened = text.startsWith(' ');
  let isJoined = false;
  for (const character of text) {
    if (invisible.test(character)) {
      if (character !== '\u200d') isJoined = virama.test(character);
    } else if (width > 0 && (isJoined || spacingMark.test(character))) {
      if (!isWidened) width += 1;
      isWidened = true;
      isJoined = false;
    } else {
      width += columns(character);
    }
  }
  return width;
};

/** Columns of one cluster, as `clusterAt` gives it. */
export const clusterWidth = (text: string): number => {
  const {picture, hangul} = patterns();
  if (text.length > 1 && picture.test(text)) return 2;
  return hangul.test(text) ? hangulColumns(text) : scriptColumns(text);
};
