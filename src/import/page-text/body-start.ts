/** Where the text begins in the run that was found: behind what stands between the headline and the first paragraph. */
import type {LineRun} from './article-run.ts';
import type {JudgedLine, LineKind} from './judged-lines.ts';
import {pictureOfIcon} from './picture-lines.ts';

/** Words of prose before which a byline, a date or a row of buttons can still belong to the head, and the part of all they are at most. */
const mostWords = 60;
const mostPart = 0.4;

const headKinds: ReadonlySet<LineKind> = new Set(['byline', 'date', 'headline']);

const isOfHead = (lines: readonly JudgedLine[], place: number): boolean => {
  const line = lines[place];
  if (line === undefined) return false;
  if (headKinds.has(line.kind)) return true;
  if (line.kind === 'picture') return pictureOfIcon(line.text) !== undefined;
  // One button alone may stand between paragraphs.
  return (
    line.kind === 'interface' && (lines[place - 1]?.kind === 'interface' || lines[place + 1]?.kind === 'interface')
  );
};

/** The longest label that is dropped before the first paragraph: counts, topics, the name of an agency. */
const mostLabelWords = 3;

/** How many lines may stand between the first paragraph and the run, which began anew behind them. */
const mostLost = 6;

const textKinds: ReadonlySet<LineKind> = new Set(['prose', 'label', 'picture', 'caption', 'credit']);

/** Where a run that began too late begins: at the first short paragraph behind the head's last line, if nothing but text follows it. */
const withFirstParagraphs = (lines: readonly JudgedLine[], start: number): number => {
  let first = start;
  for (let place = start - 1; place >= Math.max(0, start - mostLost); place--) {
    const line = lines[place];
    if (line?.kind === 'prose') first = place;
    if (line === undefined || isOfHead(lines, place)) return first;
    if (!textKinds.has(line.kind)) return line.kind === 'interface' ? first : start;
  }
  return start;
};

/** The place of the first line of the text; at or before the run's. */
export const bodyStart = (lines: readonly JudgedLine[], run: LineRun): number => {
  const {end} = run;
  const start = withFirstParagraphs(lines, run.start);
  let total = 0;
  for (let place = start; place < end; place++) if (lines[place]?.kind === 'prose') total += lines[place]?.words ?? 0;
  const limit = Math.min(mostWords, total * mostPart);
  let first = start;
  let words = 0;
  for (let place = start; place < end && words <= limit; place++) {
    const line = lines[place];
    if (isOfHead(lines, place)) first = place + 1;
    else if (line?.kind === 'prose') words += line.words;
  }
  while (first < end && lines[first]?.kind === 'label' && (lines[first]?.words ?? 0) <= mostLabelWords) first++;
  return first;
};
