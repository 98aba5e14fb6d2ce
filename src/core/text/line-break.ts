/** Where text without spaces may go on in the next line. */
import {late} from '../late.ts';
import {clusters, isNarrow} from './width.ts';

/** Closing brackets, commas and stops, small kana, signs of repetition: nothing that begins a line (kinsoku shori, JIS X 4051). */
const neverFirst =
  /^[、。，．・：；？！）」』】〕〉》〗｝］｠”’ー々〻ゝゞヽヾ〜…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％,.;:?!)\]}%"'\u00a0\u202f»ฯๆ\u0f0d-\u0f14\u104a\u104b\u1361-\u1368។-៚]/;

/** Opening brackets and currency signs: nothing that ends a line. */
const neverLast = /[「『（【〔〈《〖｛［｟‘“([{"'\u00a0\u202f«$€£¥￥]$/;

/** Scripts without spaces between words. */
const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f]/;

/** Below this nothing is wide by itself; a wide cluster there is a conjunct of an Indic script, whose words hold together. */
const firstWide = 0x2300;

/** Korean has spaces between its words, and they hold together. */
const hangul = /^[\u1100-\u11ff\uac00-\ud7a3]/;

/** Signs that part syllables or words in place of a space: Tibetan tsheg, Ethiopic word space. */
const wordPoint = /[\u0f0b\u1361]$/;

/** `Intl.Segmenter` is quadratic in its input on Node 20; it never gets more than this many code units. */
const longestLook = 256;

const segmenter = late(() => new Intl.Segmenter('th', {granularity: 'word'}));

/** Offsets at which a word of an unspaced script begins. A word at the end of a look is looked at again with what follows it. */
const wordStarts = (text: string): ReadonlySet<number> => {
  const starts = new Set<number>();
  let from = 0;
  while (from < text.length) {
    const look = text.slice(from, from + longestLook);
    const words = [...segmenter().segment(look)];
    const isLast = from + look.length >= text.length;
    if (!isLast && words.length > 1) words.pop();
    for (const {index} of words) starts.add(from + index);
    const last = words.at(-1);
    from += isLast || last === undefined ? look.length : last.index + last.segment.length;
  }
  return starts;
};

const letter = late(() => /\p{L}/u);
const isLetter = (character: string): boolean =>
  character < '\x80' ? /[A-Za-z]/.test(character) : letter().test(character);

const opening = late(() => /[\p{Ps}\p{Pi}]/u);
const isOpening = (character: string): boolean =>
  character < '\x80' ? '([{"\''.includes(character) : opening().test(character);

/** How far back a hyphen looks for the beginning of its word. */
const longestCompound = 64;

/** Whether a line may end behind the dash that stands before `at`: in compounds and between clauses, not in options, ranges or addresses. */
export const breaksAfterDash = (text: string, at: number): boolean => {
  const dash = text.charCodeAt(at - 1);
  if (dash !== 0x2d && dash !== 0x2014 && dash !== 0x2010) return false;
  if (!isLetter(text.charAt(at)) || !isLetter(text.charAt(at - 2))) return false;
  if (dash !== 0x2d) return true;
  const [word = ''] = /\S*$/.exec(text.slice(Math.max(0, at - longestCompound), at)) ?? [];
  const first = word.charAt(0);
  return (isLetter(first) || isOpening(first)) && !/[/@\\=]/.test(word);
};

/** What must stay on one line, as its length in code units and its columns. */
export type VisitPiece = (length: number, columns: number) => void;

/**
 * Visits the pieces of a stretch of text without spaces, between which a line may end: ideographs, words of unspaced
 * scripts, parts of compounds, or the whole stretch.
 */
export const pieces = (text: string, visit: VisitPiece): void => {
  const isSimple = isNarrow(text);
  if (isSimple && !/[-\u2010\u2014]/.test(text)) {
    visit(text.length, text.length);
    return;
  }
  const starts = unspaced.test(text) ? wordStarts(text) : undefined;
  let length = 0;
  let width = 0;
  let at = 0;
  let before = '';
  let wasIdeograph = false;
  clusters(text, (cluster, columns) => {
    const isIdeograph = columns === 2 && (cluster.codePointAt(0) ?? 0) >= firstWide && !hangul.test(cluster);
    const isPlace =
      isIdeograph || wasIdeograph || starts?.has(at) || wordPoint.test(before) || breaksAfterDash(text, at);
    if (length > 0 && columns > 0 && isPlace && !neverFirst.test(cluster) && !neverLast.test(before)) {
      visit(length, width);
      length = 0;
      width = 0;
    }
    length += cluster.length;
    width += columns;
    at += cluster.length;
    before = cluster;
    wasIdeograph = isIdeograph;
    return undefined;
  });
  if (length > 0) visit(length, width);
};
