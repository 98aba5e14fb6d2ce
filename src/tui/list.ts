/** The front page's entries: which articles, in which order, and where the selection is. */
import {articleDate} from '../core/article.ts';
import {dayNumber, groupByDay, groupBySection, listedDays, noDay} from '../core/listing/groups.ts';
import {flags, type Listing} from '../core/listing/listing.ts';
import type {SafeField} from '../core/sanitize.ts';
import {fold} from '../core/tokens.ts';
import {layoutOf} from './layout.ts';
import {entryOf, findPosition, loosePosition, type ReaderLibrary} from './library.ts';
import {isMarked} from './marks.ts';
import {rowCount, rowOf} from './rows.ts';
import {type ArticleKey, articleKey, type ListQuestion, type ListState, type SectionTab, type State} from './state.ts';
import {clamp, scrollTo} from './viewport.ts';

/** What is chosen among the articles that were found. */
export type ListChoice = Pick<ListState, 'section' | 'hidesRead' | 'group' | keyof ListQuestion>;

const standard = new WeakMap<Listing, Int32Array>();

/** What shows when nothing is asked for: all that is not hidden, the newest first. */
export const visible = ({listing, loose}: ReaderLibrary): Int32Array => {
  const known = standard.get(listing);
  if (known !== undefined) return known;
  const all = new Int32Array(listing.length + 1);
  let size = 0;
  if (loose !== undefined) all[size++] = loosePosition;
  // By hand: the first frame waits for this, and nothing is compiled yet.
  const {flags: bits} = listing.columns;
  for (let position = 0; position < listing.length; position++) {
    if (((bits[position] as number) & flags.hidden) === 0) all[size++] = position;
  }
  const positions = all.slice(0, size);
  standard.set(listing, positions);
  return positions;
};

const sectionIndex = ({listing}: ReaderLibrary, position: number): number => listing.columns.section[position] ?? -1;

/** The fullest first, as a paper puts its main parts in front; equals by name. */
const tabsOf = (library: ReaderLibrary, found: Int32Array): readonly SectionTab[] => {
  const {sections, columns} = library.listing;
  const counts = new Map<SafeField, number>();
  const bySection = new Uint32Array(sections.length);
  for (let at = 0; at < found.length; at++) {
    const section = columns.section[found[at] as number] ?? -1;
    if (section >= 0) bySection[section] = (bySection[section] ?? 0) + 1;
  }
  for (const [section, {display}] of sections.entries()) {
    const count = bySection[section] ?? 0;
    if (count > 0) counts.set(display, (counts.get(display) ?? 0) + count);
  }
  const fullest = [...counts].sort(([a, count], [b, other]) => other - count || (fold(a) < fold(b) ? -1 : 1));
  return [undefined, ...fullest.map(([section]) => section)];
};

/** Whether the list is in the order of dates, so that a day stands together. */
export const isByDate = ({query, sort}: ListQuestion): boolean =>
  sort === 'date' || (sort === 'relevance' && query.trim() === '');

/** The number of the section of each article: the index of its tab; where it has none, how many tabs there are. */
const sectionNumbers = ({listing, loose}: ReaderLibrary, tabs: readonly SectionTab[]) => {
  const numbers = new Map(tabs.map((section, index) => [section, index]));
  const numberOf = (section: SectionTab): number =>
    section === undefined ? tabs.length : (numbers.get(section) ?? tabs.length);
  const bySection = listing.sections.map(({display}) => numberOf(display));
  const {section} = listing.columns;
  return (position: number): number =>
    position === loosePosition ? numberOf(loose?.section) : (bySection[section[position] ?? -1] ?? tabs.length);
};

const grouped = (
  library: ReaderLibrary,
  entries: Int32Array,
  tabs: readonly SectionTab[],
  choice: ListChoice,
): Pick<ListState, 'entries' | 'groups'> => {
  if (choice.group === 'section') return groupBySection(entries, sectionNumbers(library, tabs), tabs.length + 1);
  if (choice.group === 'none' || !isByDate(choice)) return {entries, groups: undefined};
  const days = listedDays(library.listing);
  const looseDay = dayNumber(library.loose && articleDate(library.loose)?.day);
  const dayOf = (position: number): number => (position === loosePosition ? looseDay : (days[position] ?? noDay));
  return groupByDay(entries, dayOf, {first: choice.isReversed ? 'oldest' : 'newest'});
};

/** The entries with their groups, and the masthead's tabs, for what was found and chosen. */
export const listFor = (
  {library, marks}: Pick<State, 'library' | 'marks'>,
  matches: Int32Array | undefined,
  choice: ListChoice,
): Pick<ListState, 'entries' | 'groups' | 'tabs'> => {
  const found = matches ?? visible(library);
  const tabs = tabsOf(library, found);
  // A section that the query leaves empty, or that is gone from the library, would hide what is found elsewhere.
  const only = tabs.find(tab => tab === choice.section);
  const {sections} = library.listing;
  const entries =
    only === undefined && !choice.hidesRead
      ? found
      : found.filter(
          position =>
            (only === undefined || sections[sectionIndex(library, position)]?.display === only) &&
            !(choice.hidesRead && isMarked(marks, position, 'isRead')),
        );
  return {...grouped(library, entries, tabs, choice), tabs};
};

/** Moves the selection to an entry and scrolls the list as little as that needs. */
export const select = (state: State, index: number): State => {
  const {list, size} = state;
  const selected = clamp(index, 0, Math.max(0, list.entries.length - 1));
  const row = rowOf(list, selected);
  const top = scrollTo(list.top, layoutOf(size).listHeight, rowCount(list), {first: row, margin: 1});
  return {...state, list: {...list, selected, top}};
};

/** Selects an article where the list has it; else leaves the selection. */
export const selectPosition = (state: State, position: number): State => {
  const index = state.list.entries.indexOf(position);
  return index < 0 ? state : select(state, index);
};

export const selectedKey = ({library, list}: State): ArticleKey | undefined => {
  const position = list.entries[list.selected];
  return position === undefined ? undefined : articleKey(entryOf(library, position));
};

/** The first entry of a list, from the selected one on, that is in another list too: its index there, or -1. */
const indexOfSurvivor = ({entries, selected}: ListState, others: Int32Array): number => {
  const indices = new Map(Array.from(others, (position, index) => [position, index]));
  for (const position of entries.subarray(selected)) {
    const index = indices.get(position);
    if (index !== undefined) return index;
  }
  return -1;
};

/**
 * Makes the entries anew, keeping the selected article selected where it is still there. Where it is not, another section
 * begins at its first entry; anything else goes on at the next one that is left.
 */
export const relist = (state: State, choice: Partial<ListChoice> = {}): State => {
  const list = {...state.list, ...choice};
  const made = listFor(state, list.matches, list);
  const relisted: State = {...state, list: {...list, ...made}};
  const kept = state.list.entries[state.list.selected];
  const index = kept === undefined ? -1 : made.entries.indexOf(kept);
  if (index >= 0) return select(relisted, index);
  if ('section' in choice) return select(relisted, 0);
  const next = indexOfSurvivor(state.list, made.entries);
  return select(relisted, next >= 0 ? next : list.selected);
};

/** The list over what was found: the selected article stays selected where it is among it, else the first is. */
export const showMatches = (state: State, matches: Int32Array | undefined): State => {
  const list = {...state.list, matches};
  const made = listFor(state, matches, list);
  const kept = state.list.entries[state.list.selected];
  const relisted: State = {...state, list: {...list, ...made}};
  return select(relisted, Math.max(0, kept === undefined ? 0 : made.entries.indexOf(kept)));
};

/** The list over another state of the library: what was selected is selected again, wherever it is by now. */
export const relistLibrary = (before: State, after: State): State => {
  const {list, library} = before;
  const matches = undefined;
  const shown: State = {...after, list: {...list, matches, ...listFor(after, matches, list)}};
  for (let index = list.selected; index < Math.min(list.entries.length, list.selected + 100); index++) {
    const position = findPosition(after.library, entryOf(library, list.entries[index] ?? 0));
    const found = position === undefined ? -1 : shown.list.entries.indexOf(position);
    if (found >= 0) return select(shown, found);
  }
  return select(shown, list.selected);
};
