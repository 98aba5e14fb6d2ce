/** Characters that show nothing by themselves (joiners, directional marks, tags) and piles of combining marks: which of them stay. */
import {late} from '../late.ts';

/** Most combining marks that are kept on one letter. Burmese syllables come closest, with six. */
const mostMarks = 8;

/** Scripts whose letters take another shape beside a joiner, by block: from Arabic to the Brahmic scripts and Mongolian. */
const shaping =
  '\\u0600-\\u0dff\\u0f00-\\u109f\\u1780-\\u18af\\u1a20-\\u1aad\\u1b00-\\u1c4f\\ua800-\\ua8df\\ua980-\\ua9df\\uaa60-\\uaa7f' +
  '\\ufb50-\\ufdff\\ufe70-\\ufefc\\u{10a00}-\\u{10aff}\\u{10d00}-\\u{10d3f}\\u{11000}-\\u{11fff}\\u{1e900}-\\u{1e95f}';

/** Those of them where a joiner also acts at the edge of a word. */
const cursive = '\\u0600-\\u08ff\\u1800-\\u18af\\ufb50-\\ufdff\\ufe70-\\ufefc\\u{1e900}-\\u{1e95f}';

/** Viramas of the Indic scripts: a joiner behind one asks for a half form, at the end of a word too. */
const viramas = '\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca';

/** A flag spelt with tags, as a whole (🏴󠁧󠁢󠁷󠁬󠁳󠁿). */
const tagFlag = '\\u{1f3f4}[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{1,8}\\u{e007f}';

/** Format characters with a visible shape, which stand before numbers. */
const numberSigns = '\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u{110bd}\\u{110cd}';

/** What may stand between marks without showing. */
const unseen = '\\u061c\\u200c-\\u200f\\u2066-\\u2069';

interface Patterns {
  readonly format: RegExp;
  readonly joiner: RegExp;
  readonly pile: RegExp;
}

/** Made on first need: most text is clean and never gets here. In each the first group holds what stays. */
const compile = (): Patterns => ({
  // Joiners, isolates and directional marks are judged by their own rules.
  format: new RegExp(
    `(${tagFlag}|[${numberSigns}${unseen}])|[\\p{Cf}\\u2065\\ufff0-\\ufff8\\u{e0000}-\\u{e00ff}\\u{e01f0}-\\u{e0fff}]`,
    'gu',
  ),
  joiner: new RegExp(
    `((?<=[${shaping}])[\\u200c\\u200d](?=[${shaping}])|(?<=[${cursive}${viramas}])\\u200d|\\u200d(?=[${cursive}])` +
      '|(?<=\\p{Extended_Pictographic}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]?)\\u200d(?=\\p{Extended_Pictographic}))|[\\u200c\\u200d]',
    'gu',
  ),
  pile: new RegExp(`((?:\\p{M}[${unseen}]*){${mostMarks}})[\\p{M}${unseen}]+`, 'gu'),
});

const patterns = late(compile);

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Takes out what is invisible and never has work to do, and directional marks where no text runs from right to left.
 * Joiners and isolates are left to be judged when everything around them is settled.
 */
export const dropInvisible = (text: string): string => {
  const visible = text.replace(patterns().format, '$1');
  return rightToLeft.test(visible) ? visible : visible.replace(/[\u061c\u200e\u200f]/g, '');
};

/** Leaves at most eight marks on a letter; more would be drawn over the lines around it. */
export const capMarks = (text: string): string => text.replace(patterns().pile, '$1');

/** Leaves a joiner only within a script or an emoji that needs it. */
export const dropJoiners = (text: string): string =>
  text.replace(/([\u200c\u200d])[\u200c\u200d]+/g, '$1').replace(patterns().joiner, '$1');
