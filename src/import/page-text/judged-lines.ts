/** What each line of a page's text is, judged by itself and by its neighbours, and how much it speaks for being article text. */
import {fold} from '../../core/tokens.ts';
import {authorsOfLine} from './byline.ts';
import {dateInText, wordsBesideDate} from './date-in-text.ts';
import {
  hasInterfaceOpening,
  hasNotice,
  isBoxHeading,
  isCookieNotice,
  isEndHeading,
  isInterfaceLine,
  phraseOf,
} from './interface-phrases.ts';
import {countWords, endsSentence, isCutOff} from './line-shape.ts';
import type {PageLine} from './page-lines.ts';
import {captionWithCredit, hasIcon, isCreditLine, isPictureName, pictureOfIcon} from './picture-lines.ts';

/**
 * `prose` is a sentence or more; `label` is everything without a sign of being a sentence: a heading, an entry of a menu or a
 * list, another article's headline. `box` is the heading of a box beside or behind the article.
 */
export type LineKind =
  | 'prose'
  | 'label'
  | 'interface'
  | 'box'
  | 'end'
  | 'date'
  | 'byline'
  | 'picture'
  | 'credit'
  | 'caption'
  | 'headline';

export interface JudgedLine extends PageLine {
  readonly kind: LineKind;
  readonly words: number;
}

/** Lines that long are no part of a page's interface, whatever they begin with. */
const mostInterfaceWords = 30;
const mostOpeningWords = 14;

const dateWords = 6;

const isCopyright = /^(?:copyright )?(?:©|ⓒ|\(c\)) ?(?:19|20)\d\d|^copyright\b|all rights reserved/i;

/** Tags and lists run together: a text of that many words has some punctuation. */
const mostUnpointedWords = 40;
const isUnpointed = (text: string): boolean => text.includes(' ') && !/[.,;:!?…，。、؛،।]/.test(text);

const kindOf = (line: PageLine, words: number, phrase: string): LineKind => {
  const {text} = line;
  if (words <= 40 && pictureOfIcon(text) !== undefined) return 'picture';
  if (isPictureName(text)) return 'picture';
  if (words <= 30 && isCopyright.test(text)) return 'end';
  if (isInterfaceLine(phrase)) return 'interface';
  if (isEndHeading(phrase)) return 'end';
  if (isBoxHeading(phrase)) return 'box';
  if (words <= 24) {
    if (words <= mostOpeningWords && hasInterfaceOpening(text, phrase)) return 'interface';
    const date = dateInText(text);
    if (date !== undefined && wordsBesideDate(date.rest) <= dateWords && !/^[(—–-]/.test(text)) return 'date';
    if (isCreditLine(text, words)) return 'credit';
    if (authorsOfLine(text).length > 0) return 'byline';
    if (hasIcon(text)) return 'interface';
  }
  if ((words <= mostInterfaceWords && hasNotice(phrase)) || isCookieNotice(phrase)) return 'interface';
  if (words <= 60 && captionWithCredit(text) !== undefined) return 'caption';
  if (endsSentence(text) && words >= 4 && !(isCutOff(text) && words < 12)) return 'prose';
  return words >= 20 && !(words >= mostUnpointedWords && isUnpointed(text)) ? 'prose' : 'label';
};

const compared = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Judges every line. */
export const judgeLines = (lines: readonly PageLine[]): JudgedLine[] => {
  const first = compared(lines[0]?.text ?? '');
  return lines
    .map((line, place) => {
      const words = countWords(line.text);
      const phrase = line.text.length > 400 ? '' : phraseOf(line.text);
      let kind = kindOf(line, words, phrase);
      if (place > 0 && words >= 3 && line.text.length < 300 && (kind === 'label' || kind === 'prose')) {
        const said = compared(line.text);
        if (said.length > 12 && first.startsWith(said)) kind = 'headline';
      }
      const next = lines[place + 1];
      if ((kind === 'label' || kind === 'prose') && words <= 60 && next !== undefined && !next.isAfterGap) {
        if (isCreditLine(next.text, countWords(next.text))) kind = 'caption';
      }
      return {...line, kind, words};
    })
    .map((line, place, all) => {
      // A button for the comments among other buttons, not the heading of the comments.
      const isButton =
        line.kind === 'end' &&
        ((!line.isAfterGap && all[place - 1]?.kind === 'interface') ||
          (all[place + 1]?.isAfterGap === false && all[place + 1]?.kind === 'interface'));
      return isButton && !isCopyright.test(line.text) ? {...line, kind: 'interface'} : line;
    });
};
