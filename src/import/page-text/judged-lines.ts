/** What each line of a page's text is, judged by its looks, its words and the lines beside it. */
import {fold} from '../../core/tokens.ts';
import {isByline} from './byline.ts';
import {dateInText, wordsBesideDate} from './date-in-text.ts';
import {
  hasIcon,
  hasInterfaceOpening,
  hasNotice,
  headsAuthor,
  headsComments,
  isBoxHeading,
  isCookieNotice,
  isCopyright,
  isEndHeading,
  isInterfaceLine,
  phraseOf,
} from './interface-lines.ts';
import {countWords, endsSentence, isCutOff} from './line-shape.ts';
import type {PageLine} from './page-lines.ts';
import {captionWithCredit, isCreditLine, isPictureName, pictureOfIcon} from './picture-lines.ts';

export type LineKind =
  /** A sentence or more. */
  | 'prose'
  /** Without a sign of being a sentence: a heading, an entry of a menu or a list, another article's headline. */
  | 'label'
  /** Of the page: a button, a menu's entry, a notice. */
  | 'interface'
  /** The heading of a box beside or behind the article. */
  | 'box'
  /** The heading of what only comes behind an article, or the page's last line. */
  | 'end'
  | 'date'
  | 'byline'
  /** An image's name, or what its icon stands before. */
  | 'picture'
  | 'credit'
  | 'caption'
  /** The page's first line once more, or its beginning: first lines are titles, mostly with the site's name. */
  | 'headline';

export interface JudgedLine extends PageLine {
  readonly kind: LineKind;
  /** About how many; no more than a few hundred are counted. */
  readonly words: number;
}

/** Up to how many words a line can be what it is tried for. */
const most = {opening: 14, other: 24, notice: 30, icon: 40, caption: 60};

/** With more words beside its date, a line speaks of a day. */
const mostBesideDate = 6;

/** A line without a full stop is text when it has that many words, and no list run together when it has some punctuation. */
const wordsOfText = 20;
const mostUnpointedWords = 40;
const isUnpointed = (text: string): boolean => text.includes(' ') && !/[.,;:!?…，。、؛،।]/.test(text);

/** A teaser's words are cut off; a paragraph may trail off. */
const mostTeaserWords = 12;
const fewestProseWords = 4;

const isDateLine = (text: string): boolean => {
  const date = dateInText(text);
  if (date === undefined) return false;
  // Behind a dash or in brackets: who said something, and when.
  return wordsBesideDate(date.rest) <= (/^[(—–-]/.test(text) ? 0 : mostBesideDate);
};

const isInterface = (text: string, words: number, phrase: string): boolean =>
  isInterfaceLine(phrase) ||
  (words <= most.opening && hasInterfaceOpening(text, phrase)) ||
  (words <= most.notice && hasNotice(phrase)) ||
  isCookieNotice(phrase);

/** In this order: a line is what fits first. */
const kinds: readonly (readonly [LineKind, (text: string, words: number, phrase: string) => boolean])[] = [
  ['picture', (text, words) => words <= most.icon && (pictureOfIcon(text) !== undefined || isPictureName(text))],
  [
    'end',
    (text, words, phrase) => (words <= most.notice && isCopyright(text)) || isEndHeading(phrase) || headsComments(text),
  ],
  ['box', (text, _, phrase) => isBoxHeading(phrase) || headsAuthor(text)],
  ['interface', isInterface],
  ['date', (text, words) => words <= most.other && isDateLine(text)],
  ['credit', isCreditLine],
  ['byline', (text, words) => words <= most.other && isByline(text)],
  ['interface', (text, words) => words <= most.other && hasIcon(text)],
  ['caption', (text, words) => words <= most.caption && captionWithCredit(text) !== undefined],
  ['prose', (text, words) => endsSentence(text) && words >= (isCutOff(text) ? mostTeaserWords : fewestProseWords)],
  ['prose', (text, words) => words >= wordsOfText && !(words >= mostUnpointedWords && isUnpointed(text))],
];

const judged = (line: PageLine): JudgedLine => {
  const {text} = line;
  const words = countWords(text);
  const phrase = phraseOf(text);
  return {...line, words, kind: kinds.find(([, fits]) => fits(text, words, phrase))?.[0] ?? 'label'};
};

const longestHeadline = 300;
const shortestHeadline = 12;

const compared = (text: string): string =>
  text.length > longestHeadline
    ? ''
    : fold(text)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();

const compound = /^[\p{Ll}\p{Nd}]{2,40}[-_][\p{Ll}\p{Nd}]{2,40}$/u;

const isText = ({kind}: JudgedLine): boolean => kind === 'prose' || kind === 'label';

/** A line once more, in the light of those beside it. `first` is the page's first line, as compared. */
const reconsidered = (lines: readonly JudgedLine[], place: number, first: string): LineKind | undefined => {
  const line = lines[place];
  if (line === undefined) return undefined;
  const [before, next] = [lines[place - 1], lines[place + 1]];
  if (isText(line) && place > 0 && first !== '') {
    const said = compared(line.text);
    if (said.length >= shortestHeadline && first.startsWith(said)) return 'headline';
  }
  // One compound alone between pictures' names is one of them.
  if (line.kind === 'label' && compound.test(line.text) && (before?.kind === 'picture' || next?.kind === 'picture'))
    return 'picture';
  // What stands right above a credit is its picture's caption.
  if (isText(line) && line.words <= most.caption && next?.kind === 'credit' && !next.isAfterGap) return 'caption';
  if (line.kind === 'end' && !isCopyright(line.text)) {
    // A button for the comments among other buttons, not the heading of the comments.
    const isBelow = before?.kind === 'interface' && !line.isAfterGap;
    if (isBelow || (next?.kind === 'interface' && !next.isAfterGap)) return 'interface';
  }
  return undefined;
};

/** Judges every line. */
export const judgeLines = (written: readonly PageLine[]): JudgedLine[] => {
  const lines = written.map(judged);
  const first = compared(lines[0]?.text ?? '');
  return lines.map((line, place) => {
    const kind = reconsidered(lines, place, first);
    return kind === undefined ? line : {...line, kind};
  });
};
