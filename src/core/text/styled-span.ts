/** Cutting styled text into lines that each stand by themselves: what is open at a cut is closed there and opened again. */
import {closeIsolates, isolate, trackIsolate} from './isolates.ts';
import {createStyleState, sequencesOf} from './style-state.ts';

/** A part of the text without its escape sequences, in code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The isolates that are open after a piece of text, given those before it. */
const isolatesAfter = (open: string, text: string): string =>
  isolate.test(text) ? [...text].reduce(trackIsolate, open) : open;

/**
 * @param text styled text
 * @param visible the same without escape sequences
 * @param spans parts of `visible` in order, none overlapping
 * @param ending what to put behind each span, in its style
 * @returns a line for each span; sequences between two spans count for the later one
 */
export const cutStyled = (text: string, visible: string, spans: readonly Span[], ending = ''): string[] => {
  const hasIsolates = isolate.test(visible);
  if (text === visible && !hasIsolates) return spans.map(({start, end}) => visible.slice(start, end) + ending);

  const sequences = sequencesOf(text);
  const style = createStyleState();
  let next = 0;
  let isolates = '';
  let seen = 0;

  const feed = (): string => {
    const found = sequences[next]?.sequence ?? '';
    next += 1;
    style.feed(found);
    return found;
  };
  const placeOfNext = (): number => sequences[next]?.at ?? Number.POSITIVE_INFINITY;

  return spans.map(({start, end}) => {
    while (placeOfNext() <= start) feed();
    if (hasIsolates) isolates = isolatesAfter(isolates, visible.slice(seen, start));
    let line = start === end ? '' : style.open() + isolates;
    let at = start;
    while (placeOfNext() < end) {
      const place = placeOfNext();
      line += visible.slice(at, place) + feed();
      at = place;
    }
    line += visible.slice(at, end) + ending;
    if (hasIsolates) isolates = isolatesAfter(isolates, visible.slice(start, end));
    seen = end;
    return start === end ? line : line + closeIsolates(isolates) + style.close();
  });
};
