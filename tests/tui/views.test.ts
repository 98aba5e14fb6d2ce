import {expect, test} from 'vitest';
import type {View} from '../../src/core/config.ts';
import {AppError} from '../../src/core/errors.ts';
import {field} from '../../src/core/sanitize.ts';
import {stripStyles} from '../../src/core/text/style-state.ts';
import type {Size, Step} from '../../src/tui/state.ts';
import {update} from '../../src/tui/update.ts';
import {masthead} from '../../src/tui/view/masthead.ts';
import {createViewSearch} from '../../src/tui/view-search.ts';
import {article} from '../support/articles.ts';
import {answered, effectsOf, frontPage, loaded, play, shownIds} from './play.ts';

const a = article('a', {section: 'One', body: 'rabat', published: '2022-07-09'});
const b = article('b', {section: 'One', body: 'ceuta', published: '2022-07-08'});
const c = article('c', {section: 'Two', body: 'rabat', published: '2022-07-07'});
const three = [a, b, c];

const view = (name: string, query: string): View => ({name: field(name), query});
const morocco = view('Morocco', 'rabat');
const fresh = view('New', 'is:unread rabat');

const tabs = ({state}: Step): string =>
  stripStyles(masthead(state))
    .replace(/^ newsprint /, '')
    .replace(/ *\S+ (?:articles? · \d+ )?unread $/, '')
    .trim()
    .replaceAll(/ {2,}/g, ' | ');

const page = (views: readonly View[], size: Size = {columns: 120, rows: 24}) => answered(frontPage(three, size, views));

test('views are tabs behind the sections: each shows its search, and beyond it all is there again', () => {
  const shown = play(page([morocco]), 'shift-tab');
  expect(shown.state.list.view).toBe('Morocco');
  expect(effectsOf(shown, 'find-articles').map(({question}) => question.query)).toEqual(['rabat']);
  expect(shownIds(play(shown, 'tab').state).toSorted()).toEqual(['a', 'b', 'c']);
  expect(play(shown, 'tab').state.list.view).toBeUndefined();
});

test('a tab tells how much of it is unread; a view has no number before the library has answered', () => {
  const start = frontPage(three, {columns: 120, rows: 24}, [morocco]);
  expect(tabs(start)).toBe('All 3 | One 2 | Two 1 | Morocco');
  expect(tabs(answered(start))).toBe('All 3 | One 2 | Two 1 | Morocco 2');
});

test('the numbers follow what is marked, by hand, by opening, all at once and by another newsprint', () => {
  const start = page([morocco]);
  const marked = play(start, 'm');
  expect(tabs(marked)).toBe('All 2 | One 1 | Two 1 | Morocco 1');
  // The short article shows its end at once.
  expect(tabs(play(start, 'enter', 'q'))).toBe('All 2 | One 1 | Two 1 | Morocco 1');
  expect(tabs(play(start, 'tab', 'A'))).toBe('All 1 | One | Two 1 | Morocco 1');
  expect(tabs(play(start, 'A'))).toBe('All | One | Two | Morocco');
  expect(tabs(play(marked, {type: 'marks-changed', marks: start.state.marks, undone: 1}))).toBe(tabs(start));
  // Marks alone do not change what a search without `is:` finds.
  expect(effectsOf(marked, 'find-views')).toEqual(effectsOf(start, 'find-views'));
});

test('a view of what is unread counts on when articles are marked unread again', () => {
  const start = play(page([fresh]), 'A');
  expect(tabs(start)).toBe('All | One | Two | New');
  expect(tabs(play(start, 'm', 'G', 'm'))).toBe('All 2 | One 1 | Two 1 | New 2');
});

test('beside a view the tab of all leads to all, and counts it', () => {
  const shown = play(page([morocco, fresh]), 'shift-tab', 'shift-tab', 'A');
  expect(shownIds(shown.state)).toEqual(['a', 'c']);
  expect(tabs(shown)).toBe('All 1 | Morocco | New');
});

test('a search counts what it found of each section', () => {
  expect(tabs(play(page([]), '/', ...'ceuta'))).toBe('All 1 | One 1');
});

test('another state of the library is asked again, and has no numbers of views until then', () => {
  const start = page([morocco]);
  const changed = loaded(a, b);
  expect(tabs(update(start.state, changed))).toBe('All 2 | One 2 | Morocco');
  expect(tabs(play(start, changed))).toBe('All 2 | One 2 | Morocco 1');
  const indexed = play(start, {type: 'progressed', text: field('indexing')}, {type: 'progressed', text: undefined});
  expect(effectsOf(indexed, 'find-views')).toHaveLength(2);
});

test.each([
  [120, 'All 3 | One 2 | Two 1 | Morocco 2 | New 2'],
  [72, 'All | One | Two | Morocco | New'],
  [50, 'All | One | Two | Morocco ›'],
])('in %i columns numbers go before names do: %s', (columns, wanted) => {
  expect(tabs(page([morocco, fresh], {columns, rows: 24}))).toBe(wanted);
});

test('a window with room for a part of the tabs only still tells numbers, a narrow one names', () => {
  const many = Array.from({length: 12}, (_, i) => article(`a${i}`, {section: `Section ${i}`}));
  expect(tabs(frontPage(many, {columns: 90, rows: 24}))).toMatch(/^All 12 \| Section 0 1 \| /);
  expect(tabs(frontPage(many, {columns: 60, rows: 24}))).toMatch(/^All \| Section 0 \| /);
});

test('where there are more tabs than room, it says on which side', () => {
  const many = Array.from({length: 12}, (_, i) => article(`a${i}`, {section: `Section ${i}`}));
  const start = frontPage(many, {columns: 60, rows: 24});
  expect(tabs(start)).toMatch(/^All .* ›$/);
  expect(tabs(play(start, 'shift-tab'))).toMatch(/^‹ .*[^›]$/);
  expect(tabs(play(start, ...Array.from({length: 6}, () => 'tab')))).toMatch(/^‹ .* ›$/);
});

test('views are looked into one at a time; one that is asked for again meanwhile is told once, as it is by then', async () => {
  const asked: string[] = [];
  const told: [string, number][] = [];
  let count = 0;
  const search = createViewSearch(
    async ({name}) => {
      asked.push(name);
      // Something is marked while the first one is looked into.
      if (asked.length === 1) void search.find([fresh, morocco]);
      return new Int32Array(++count);
    },
    (name, positions) => told.push([name, positions.length]),
  );
  await search.find([fresh, morocco]);
  expect(asked).toEqual(['New', 'Morocco', 'New']);
  expect(told).toEqual([
    ['Morocco', 2],
    ['New', 3],
  ]);
});

test('a view that cannot be answered leaves the others theirs', async () => {
  const told: string[] = [];
  const search = createViewSearch(
    async ({name}) => {
      if (name === 'New') throw new AppError('usage', 'no such field');
      return new Int32Array(1);
    },
    name => told.push(name),
  );
  await search.find([fresh, morocco]);
  expect(told).toEqual(['Morocco']);
});
