/** How much of what is listed is unread: counted in one pass, and again only when the list or the marks are others. */
import type {Listing} from '../core/listing/listing.ts';
import type {SafeField} from '../core/sanitize.ts';
import {loosePosition} from './library.ts';
import {visible} from './list.ts';
import {isMarked, type ReaderMarks, readBit} from './marks.ts';
import type {SectionTab, State} from './state.ts';

interface Counted<Count> {
  readonly marks: ReaderMarks;
  readonly count: Count;
}

/** Keeps the last count of every list: frames are drawn more often than articles are marked. */
const counting = <Count, Context extends readonly unknown[]>(
  count: (positions: Int32Array, marks: ReaderMarks, ...context: Context) => Count,
) => {
  const counted = new WeakMap<Int32Array, Counted<Count>>();
  return (positions: Int32Array, marks: ReaderMarks, ...context: Context): Count => {
    const known = counted.get(positions);
    if (known?.marks === marks) return known.count;
    const fresh = {marks, count: count(positions, marks, ...context)};
    counted.set(positions, fresh);
    return fresh.count;
  };
};

/** Of these articles. */
export const unreadIn = counting((positions, marks): number => {
  const {flags} = marks;
  let unread = 0;
  for (let at = 0; at < positions.length; at++) {
    const position = positions[at] as number;
    const isRead =
      position === loosePosition ? isMarked(marks, position, 'isRead') : (flags[position] as number) & readBit;
    if (!isRead) unread++;
  }
  return unread;
});

/** Of these articles by section; those that differ in spelling only are one. */
const unreadBySection = counting((positions, marks, {sections, columns}: Listing): ReadonlyMap<SafeField, number> => {
  const {flags} = marks;
  const {section: sectionOf} = columns;
  const bySection = new Uint32Array(sections.length);
  for (let at = 0; at < positions.length; at++) {
    const position = positions[at] as number;
    // What joined the library for the run is in none of its sections.
    if (position === loosePosition) continue;
    const section = sectionOf[position] as number;
    if (section >= 0 && !((flags[position] as number) & readBit)) (bySection[section] as number)++;
  }
  const counts = new Map<SafeField, number>();
  for (const [section, {display}] of sections.entries()) {
    counts.set(display, (counts.get(display) ?? 0) + (bySection[section] ?? 0));
  }
  return counts;
});

/** Of what the tab of a section would list; without a section, of what the one of all would. */
export const unreadOfSection = ({library, list, marks}: State, section: SectionTab): number => {
  // Beside a view the tab of all leads out of its search.
  const found = (list.view === undefined ? list.matches : undefined) ?? visible(library);
  return section === undefined
    ? unreadIn(found, marks)
    : (unreadBySection(found, marks, library.listing).get(section) ?? 0);
};

/** Of what a view would list; undefined until the library has answered that. */
export const unreadOfView = ({viewMatches, marks}: State, view: SafeField): number | undefined => {
  const found = viewMatches.get(view);
  return found && unreadIn(found, marks);
};
