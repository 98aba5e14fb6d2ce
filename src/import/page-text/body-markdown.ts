/** The article's lines as Markdown: paragraphs, headings between them, lists, verses, pictures where they stood. */
import {markdownText} from '../markdown-text.ts';
import type {JudgedLine} from './judged-lines.ts';
import {endsSentence} from './line-shape.ts';
import {pictureMarkdown, pictureOfIcon} from './picture-lines.ts';

const bullet = /^(?:[•·◦▪▫‣●○∙⁃■□]\s*|[-*+]\s+)(?=\S)/;
const numbered = /^(\d{1,3})([.)])\s+(?=\S)/;

/** `* * *`, `___`: the text goes on to something else. */
const rule = /^(?:[*•·~=_-]\s*){3,40}$/;

/** A heading is a few words without an end. */
const mostHeadingWords = 12;
const longestHeading = 90;
const headingStart = /^[\p{Lu}\p{Lo}\p{Nd}]/u;
const headingEnd = /[:;,.\-–—]$/;

/** Longer lines within a block are paragraphs, shorter ones verses, or the lines of an address. */
const longestVerse = 70;

interface Reading {
  readonly lines: readonly JudgedLine[];
  /** Whether blank lines stand between its paragraphs: then lines without one between them belong together. */
  readonly hasGaps: boolean;
}

const isHeading = ({lines, hasGaps}: Reading, place: number): boolean => {
  const [line, before, next] = [lines[place], lines[place - 1], lines[place + 1]];
  if (line?.kind !== 'label' || line.words === 0 || line.words > mostHeadingWords) return false;
  if (line.text.length > longestHeading || !headingStart.test(line.text) || headingEnd.test(line.text)) return false;
  if (next?.kind !== 'prose' || before === undefined || before.kind === 'label' || endsSentence(line.text))
    return false;
  return !hasGaps || line.isAfterGap;
};

/** Takes what fits from `place` on: its Markdown, and how many lines it took. */
type Take = (reading: Reading, place: number) => {readonly markdown: string; readonly count: number} | undefined;

/** How many lines from `place` on fit one after the other. */
const stretch = (
  lines: readonly JudgedLine[],
  place: number,
  fits: (line: JudgedLine, nth: number) => boolean,
): number => {
  let end = place;
  for (let line = lines[end]; line !== undefined && fits(line, end - place); line = lines[end]) end++;
  return end - place;
};

const list: Take = ({lines}, place) => {
  const mark = bullet.exec(lines[place]?.text ?? '')?.[0];
  if (mark === undefined) return undefined;
  const count = stretch(lines, place, ({text}) => text.startsWith(mark));
  if (count < 2) return undefined;
  const items = lines.slice(place, place + count).map(({text}) => `- ${markdownText(text.slice(mark.length))}`);
  return {markdown: items.join('\n'), count};
};

const numberedList: Take = ({lines}, place) => {
  const first = Number(numbered.exec(lines[place]?.text ?? '')?.[1] ?? Number.NaN);
  const count = stretch(lines, place, ({text}, nth) => Number(numbered.exec(text)?.[1] ?? Number.NaN) === first + nth);
  if (count < 2) return undefined;
  const items = lines.slice(place, place + count).map(({text}) => {
    const [mark = '', number, sign] = numbered.exec(text) ?? [];
    return `${number}${sign} ${markdownText(text.slice(mark.length))}`;
  });
  return {markdown: items.join('\n'), count};
};

/** Lines of one block, all of them short: each where its author ended it. */
const verses: Take = ({lines, hasGaps}, place) => {
  const isBlockStart = place === 0 || lines[place]?.isAfterGap === true;
  if (!hasGaps || !isBlockStart) return undefined;
  const count = stretch(lines, place, ({isAfterGap}, nth) => nth === 0 || !isAfterGap);
  const block = lines.slice(place, place + count);
  const isVerse = block.every(
    ({text, kind}) => text.length <= longestVerse && kind !== 'picture' && !bullet.test(text),
  );
  if (count < 2 || !isVerse) return undefined;
  return {markdown: markdownText(block.map(({text}) => text).join('\n')), count};
};

const picture: Take = ({lines}, place) => {
  const line = lines[place];
  if (line?.kind !== 'picture') return undefined;
  const said = pictureOfIcon(line.text);
  const next = lines[place + 1];
  // An icon's picture has the name that stands right below, if any does.
  if (said !== undefined && next?.kind === 'picture' && pictureOfIcon(next.text) === undefined) {
    return {markdown: pictureMarkdown({src: next.text, ...said}), count: 2};
  }
  return {markdown: pictureMarkdown(said === undefined ? {src: line.text} : said), count: 1};
};

const takes: readonly Take[] = [
  picture,
  ({lines}, place) => (rule.test(lines[place]?.text ?? '') ? {markdown: '---', count: 1} : undefined),
  list,
  numberedList,
  (reading, place) =>
    isHeading(reading, place)
      ? {markdown: `## ${markdownText(reading.lines[place]?.text ?? '')}`, count: 1}
      : undefined,
  verses,
];

/** Markdown of the lines, blocks divided by blank lines. */
export const bodyMarkdown = (reading: Reading): string => {
  const blocks: string[] = [];
  let place = 0;
  while (place < reading.lines.length) {
    let taken: ReturnType<Take>;
    for (const take of takes) {
      taken = take(reading, place);
      if (taken !== undefined) break;
    }
    const {markdown, count} = taken ?? {markdown: markdownText(reading.lines[place]?.text ?? ''), count: 1};
    if (markdown !== '') blocks.push(markdown);
    place += count;
  }
  return blocks.join('\n\n');
};
