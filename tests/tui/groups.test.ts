import {expect, test} from 'vitest';
import type {View} from '../../src/core/config.ts';
import {field} from '../../src/core/sanitize.ts';
import {stripStyles} from '../../src/core/text/style-state.ts';
import type {Size, Step} from '../../src/tui/state.ts';
import {listPane} from '../../src/tui/view/list-pane.ts';
import {statusLine} from '../../src/tui/view/status.ts';
import {article} from '../support/articles.ts';
import {frontPage, loaded, play, selectedId, shownIds} from './play.ts';

// Today is 23 November 2026.
const four = [
  article('new', {section: 'Sport', published: '2026-11-23'}),
  article('last', {section: 'News', published: '2026-11-22'}),
  article('also', {section: 'News', published: '2026-11-22'}),
  article('old', {published: '2024-02-29'}),
  article('undated', {section: 'News'}),
];

const lines = ({state}: Step): readonly string[] =>
  listPane(state)
    .map(line => stripStyles(line).trimEnd())
    .filter(line => line !== '');

const byDay = [
  ' ── Today · 1',
  '▸● new',
  ' ── Yesterday · 2',
  ' ● also',
  ' ● last',
  ' ── Thursday, 29 February 2024 · 1',
  ' ● old',
  ' ── No date · 1',
  ' ● undated',
];

test('v groups by day, by section, and not', () => {
  const start = frontPage(four);
  const days = play(start, 'v');
  expect(lines(days)).toEqual(byDay);
  const sections = play(days, 'v');
  expect(lines(sections).map(line => line.replace(/ {3,}.*/, ''))).toEqual([
    ' ── News · 3',
    ' ● also',
    ' ● last',
    ' ● undated',
    ' ── Sport · 1',
    '▸● new',
    ' ── No section · 1',
    ' ● old',
  ]);
  expect(lines(play(sections, 'v'))).toEqual(lines(start));
});

test('the selection passes headings over, both ways, and stops at the ends', () => {
  const days = play(frontPage(four), 'v');
  const walk = (...keys: string[]) => selectedId(play(days, ...keys).state);
  expect(['j', 'jj', 'jjj', 'jjjj', 'jjjjj'].map(keys => walk(...keys))).toEqual([
    'also',
    'last',
    'old',
    'undated',
    'undated',
  ]);
  expect(['', 'k', 'kk', 'kkk', 'kkkk', 'kkkkk'].map(keys => walk('G', ...keys))).toEqual([
    'undated',
    'old',
    'last',
    'also',
    'new',
    'new',
  ]);
  expect(walk('G', 'g')).toBe('new');
});

const small: Size = {columns: 80, rows: 10};
const hundred = Array.from({length: 100}, (_, i) =>
  article(`a${String(i).padStart(2, '0')}`, {published: `2026-10-${10 + Math.floor(i / 5)}`, section: `S${i % 3}`}),
);

test.each(['space', 'ctrl-d'])(
  '%s goes through every article of a long list: what was last is still shown, or next',
  key => {
    let step = play(frontPage(hundred, small), 'v');
    const seen = new Set<string>();
    for (let presses = 0; presses < 60; presses++) {
      for (const line of lines(step)) seen.add(line.slice(3));
      step = play(step, key);
    }
    expect(selectedId(step.state)).toBe(shownIds(step.state).at(-1));
    for (const {id} of hundred) expect(seen).toContain(id);
  },
);

test.each([['j'], ['space'], ['ctrl-d'], ['n']])(
  'wherever %s leads, the selected row shows, below its heading where it is the first',
  key => {
    let step = play(frontPage(hundred, small), 'v', 'v');
    for (let presses = 0; presses < 100; presses++) {
      step = play(step, key);
      expect(lines(step).filter(line => line.startsWith('▸'))).toHaveLength(1);
    }
    const up = play(step, 'g');
    expect(lines(up)[0]).toBe(' ── S0 · 34');
    expect(lines(up)[1]).toContain('▸');
  },
);

test('days show while the list is sorted by date, either way round; by any other order there are sections only', () => {
  const days = play(frontPage(four), 'v');
  expect(lines(play(days, 'S')).filter(line => line.startsWith(' ──'))).toEqual([
    ' ── Thursday, 29 February 2024 · 1',
    ' ── Yesterday · 2',
    ' ── Today · 1',
    ' ── No date · 1',
  ]);
  const titles = play(days, 's', 's');
  expect(titles.state.list.sort).toBe('title');
  expect(lines(titles).filter(line => line.startsWith(' ──'))).toEqual([]);
  expect(statusLine(titles.state, 'list')).toContain('sorted by title; by date the days show again');
  expect(lines(play(titles, 'v', 's', 's', 's', 's', 's', 's')).filter(line => line.startsWith(' ──'))).toHaveLength(3);
  // Asking for days asks for their order.
  const again = play(titles, 'v', 'v', 'v');
  expect(again.state.list.sort).toBe('date');
  expect(lines(again)).toContain(' ── Yesterday · 2');
});

test('an article written late in another zone stands under the day that its date says', () => {
  const at = (day: string, iso: string) => ({iso, day, time: Date.parse(iso)});
  const west = {...article('west'), published: at('2026-11-22', '2026-11-22T23:00:00-05:00')};
  const east = {...article('east'), published: at('2026-11-23', '2026-11-23T01:00:00Z')};
  const early = {...article('early'), published: at('2026-11-22', '2026-11-22T08:00:00Z')};
  const days = play(frontPage([west, east, early]), 'v');
  expect(lines(days).filter(line => line.startsWith(' ──'))).toEqual([' ── Today · 1', ' ── Yesterday · 2']);
  expect(shownIds(days.state)).toEqual(['east', 'west', 'early']);
});

test('searching, hiding what is read, sections and another state of the library keep the groups', () => {
  const days = play(frontPage(four), 'v');
  expect(lines(play(days, '/', ...'last', 'enter'))).toEqual([' ── Yesterday · 1', '▸● last']);
  expect(lines(play(days, 'm', '.'))[0]).toBe(' ── Yesterday · 2');
  expect(lines(play(days, 'tab'))).toEqual([
    ' ── Yesterday · 2',
    '▸● also',
    ' ● last',
    ' ── No date · 1',
    ' ● undated',
  ]);
  expect(lines(play(days, loaded(...four.slice(1)))).slice(0, 2)).toEqual([' ── Yesterday · 2', '▸● also']);
  expect(lines(play(frontPage([]), 'v'))).toEqual(lines(frontPage([])));
});

test('next and previous article go on in the order that the list shows', () => {
  const opened = play(frontPage(four), 'v', 'v', 'g', 'enter', 'J', 'J', 'J');
  expect(opened.state.reading?.article.id).toBe('new');
});

test('a view is grouped as it says; what is chosen there stays there, and what is chosen elsewhere counts elsewhere', () => {
  const grouped: View = {name: field('News'), query: 'section:news', group: 'section'};
  const plain: View = {name: field('All of it'), query: ''};
  const start = play(frontPage(four, undefined, [grouped, plain]), 'v', 'shift-tab');
  const group = (...keys: string[]) => play(start, ...keys).state.list.group;
  expect(group()).toBe('day');
  expect(group('shift-tab')).toBe('section');
  expect(group('shift-tab', 'v')).toBe('none');
  expect(group('shift-tab', 'v', 'tab')).toBe('day');
  expect(group('shift-tab', 'escape')).toBe('day');
  expect(group('v', 'shift-tab', 'shift-tab')).toBe('section');
  expect(group('v', 'v', 'tab')).toBe('none');
});

test('in a narrow window the day is told shorter, before it is cut', () => {
  expect(lines(play(frontPage(four, {columns: 30, rows: 24}), 'v'))).toContain(' 29 Feb 2024 · 1');
});

test('for a screen reader a heading is its words', () => {
  expect(lines(play(frontPage(four, {columns: 80, rows: 24, isLinear: true}), 'v'))[0]).toBe(' Today · 1');
});

test('at midnight today becomes yesterday', () => {
  const days = play(frontPage(four), 'v', {type: 'day-began', today: new Date('2026-11-24T12:00:00Z')});
  expect(
    lines(days)
      .filter(line => line.startsWith(' ──'))
      .slice(0, 2),
  ).toEqual([' ── Yesterday · 1', ' ── Sunday, 22 November 2026 · 2']);
});
