/** Which lines of the run are the article's: all but those of the page between its paragraphs. */
import type {LineRun} from './article-run.ts';
import {dateInText, wordsBesideDate} from './date-in-text.ts';
import type {JudgedLine, LineKind} from './judged-lines.ts';

const dropped: ReadonlySet<LineKind> = new Set(['interface', 'box', 'end', 'byline', 'headline', 'credit', 'caption']);

/** A paragraph this long ends a box; what is shorter may be another article's headline that ends with a mark. */
const endsBox = 14;

/** Pictures, and lines this long, are compared with those before them; shorter ones may come again. */
const repeatedWords = 4;

/** A day by itself stands above what happened on it; one with more words says when the page was made. */
const isDayHeading = (line: JudgedLine, next: JudgedLine | undefined): boolean => {
  const date = dateInText(line.text);
  return (
    date !== undefined && /^[\s,.]*$/.test(date.rest) && wordsBesideDate(date.rest) === 0 && next?.kind === 'prose'
  );
};

/** @param run as it begins with the text */
export const bodyLines = (lines: readonly JudgedLine[], {start, end}: LineRun): JudgedLine[] => {
  const kept: JudgedLine[] = [];
  const seen = new Set<string>();
  let isInBox = false;
  for (let place = start; place < end; place++) {
    const line = lines[place];
    if (line === undefined) break;
    if (line.kind === 'box') isInBox = true;
    else if (line.kind === 'prose' && line.words >= endsBox) isInBox = false;
    if (isInBox || dropped.has(line.kind)) continue;
    if (line.kind === 'date' && !isDayHeading(line, lines[place + 1])) continue;
    if (line.kind === 'picture' || line.words >= repeatedWords) {
      if (seen.has(line.text)) continue;
      seen.add(line.text);
    }
    kept.push(line);
  }
  return kept;
};
