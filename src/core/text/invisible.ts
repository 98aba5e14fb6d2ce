/** Characters that show nothing by themselves (joiners, directional marks, tags) and piles of combining marks: which of them stay. */

/** Most combining marks that are kept on one letter. Burmese syllables come closest, with six. */
const mostMarks = 8;

/** Scripts whose letters take another shape beside a joiner, by block: from Arabic to the Brahmic scripts and Mongolian. */
const shaping =
  '\\u0600-\\u0dff\\u0f00-\\u109f\\u1780-\\u18af\\u1a20-\\u1aad\\u1b00-\\u1c4f\\ua800-\\ua8df\\ua980-\\ua9df\\uaa60-\\uaa7f' +
  '\\ufb50-\\ufdff\\ufe70-\\ufefc\\u{10a00}-\\u{10aff}\\u{10d00}-\\u{10d3f}\\u{11000}-\\u{11fff}\\u{1e900}-\\u{1e95f}';

/** Those of them where a joiner also acts at the edge of a word. */
const cursive = '\\u0600-\\u08ff\\u1800-\\u18af\\ufb50-\\ufdff\\ufe70-\\ufefc\\u{1e900}-\\u{1e95f}';

/** A flag spelt with tags, as a whole (🏴󠁧󠁢󠁷󠁬󠁳󠁿). */
const tagFlag = '\\u{1f3f4}[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{1,8}\\u{e007f}';

/** Format characters with a visible shape, which stand before numbers. */
const numberSigns = '\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u{110bd}\\u{110cd}';

interface Patterns {
  readonly format: RegExp;
  readonly joiner: RegExp;
}

let patterns: Patterns | undefined;

/** Made on first need: most text is clean and never gets here. The first group holds what stays. */
const compile = (): Patterns => ({
  // Joiners, isolates and directional marks are judged by their own rules.
  format: new RegExp(
    `(${tagFlag}|[${numberSigns}\\u061c\\u200c-\\u200f\\u2066-\\u2069])|[\\p{Cf}\\u{e0000}-\\u{e00ff}\\u{e01f0}-\\u{e0fff}]`,
    'gu',
  ),
  joiner: new RegExp(
    `((?<=[${shaping}])[\\u200c\\u200d](?=[${shaping}])|(?<=[${cursive}])\\u200d|\\u200d(?=[${cursive}])` +
      '|(?<=\\p{Extended_Pictographic}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]?)\\u200d(?=\\p{Extended_Pictographic}))|[\\u200c\\u200d]',
    'gu',
  ),
});

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Takes out what is invisible and has no work to do. What stays: joiners within a script or an emoji that needs them,
 * directional marks where there is right-to-left text, flags spelt with tags, isolates (they are balanced elsewhere).
 */
export const dropInvisible = (text: string): string => {
  patterns ??= compile();
  const visible = text.replace(patterns.format, '$1').replace(/([\u200c\u200d])[\u200c\u200d]+/g, '$1');
  const joined = visible.replace(patterns.joiner, '$1');
  return rightToLeft.test(joined) ? joined : joined.replace(/[\u061c\u200e\u200f]/g, '');
};

const pile = new RegExp(`((?:\\p{M}[\\u200c\\u200d]?){${mostMarks}})[\\p{M}\\u200c\\u200d]+`, 'gu');

/** Leaves at most eight marks on a letter; more would be drawn over the lines around it. */
export const capMarks = (text: string): string =>
  text.replace(pile, (_, kept: string) => kept.replace(/[\u200c\u200d]$/, ''));
