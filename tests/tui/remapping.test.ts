import {expect, test} from 'vitest';
import {stripStyles} from '../../src/core/text/style-state.ts';
import {createKeymap} from '../../src/tui/keymap.ts';
import {modeOf} from '../../src/tui/mode.ts';
import type {Step} from '../../src/tui/state.ts';
import {helpLines} from '../../src/tui/view/help.ts';
import {listPane} from '../../src/tui/view/list-pane.ts';
import {statusLine} from '../../src/tui/view/status.ts';
import {article} from '../support/articles.ts';
import {effectsOf, frontPage, play, selectedId} from './play.ts';

const three = ['a', 'b', 'c'].map((id, index) =>
  article(id, {published: `2022-07-0${9 - index}`, body: '# One\n\nWords.\n\n# Two\n\nMore words.'}),
);

const page = (keys: Readonly<Record<string, readonly string[]>>): Step => {
  const {state, effects} = frontPage(three, {columns: 100, rows: 24});
  const keymap = createKeymap(new Map(Object.entries(keys)));
  return {state: {...state, settings: {...state.settings, keymap}}, effects};
};

const status = ({state}: Step): string => stripStyles(statusLine(state, modeOf(state)));

test('an action has the keys that it was given, and not those it had', () => {
  const start = page({down: ['n', 'ctrl-n'], 'next-unread': ['N'], open: ['o'], browse: []});
  expect(selectedId(play(start, 'n', 'ctrl-n').state)).toBe('c');
  expect(selectedId(play(start, 'j', 'down').state)).toBe('a');
  expect(play(start, 'enter').state.reading).toBeUndefined();
  expect(play(start, 'o').state.reading?.article.id).toBe('a');
});

test('quit on q is what it was: an article is still left by it', () => {
  const start = page({quit: ['q']});
  expect(modeOf(play(start, 'enter', 'q').state)).toBe('list');
  expect(effectsOf(play(start, 'q'), 'quit')).toHaveLength(1);
});

test('^C leaves, whatever was said of leaving', () => {
  const start = page({quit: [], 'quit-anywhere': []});
  expect(effectsOf(play(start, 'q', 'Q'), 'quit')).toEqual([]);
  for (const keys of [[], ['enter'], ['r'], ['?']]) {
    expect(effectsOf(play(start, ...keys, 'ctrl-c'), 'quit')).toHaveLength(1);
  }
});

test('the key that opens a panel or the help closes it too', () => {
  const start = page({contents: ['c'], help: ['H']});
  expect(modeOf(play(start, 'enter', 'c').state)).toBe('panel');
  expect(modeOf(play(start, 'enter', 'c', 'c').state)).toBe('article');
  expect(modeOf(play(start, 'H').state)).toBe('help');
  expect(modeOf(play(start, 'H', 'H').state)).toBe('list');
});

test('the hints tell the keys as they are, and none of what has no key', () => {
  expect(status(page({}))).toMatch(/^ j\/k move {3}enter read {3}r related/);
  const front = page({down: ['n'], up: [], open: ['ctrl-o'], related: [], help: ['f']});
  expect(status(front)).toMatch(/^ n move {3}\^O read {3}\/ search .* f help *$/);
  expect(status(play(page({'next-article': ['>'], 'previous-article': ['<']}), 'enter'))).toContain(
    '>/< next/previous',
  );
  expect(status(play(page({close: ['x']}), 'r'))).toMatch(/x close {3}\? help/);
});

test('what is said of keys names those that there are', () => {
  const nothing = (keys: Readonly<Record<string, readonly string[]>>) =>
    stripStyles(listPane(play(page(keys), '/', ...'xyzzy', 'enter').state)[0] ?? '').trim();
  expect(nothing({clear: ['C']})).toContain('C clears the search.');
  expect(nothing({clear: []})).toBe('Nothing matches “xyzzy”.');
  expect(play(page({undo: ['z']}), 'A').state.notice?.text).toBe('marked 3 articles read; z takes it back');
  expect(play(page({undo: []}), 'A').state.notice?.text).toBe('marked 3 articles read');
  const found = play(
    page({'next-match': ['>'], 'previous-match': ['<'], leave: ['x']}),
    'enter',
    '/',
    ...'words',
    'enter',
  );
  expect(status(found)).toMatch(/>\/< next\/previous {3}x end/);
});

test('the help lists the keys as they are', () => {
  const {state} = page({group: ['b'], 'half-page-down': ['x'], edit: []});
  const lines = helpLines(state.settings, state.size).map(line => stripStyles(line));
  expect(lines.filter(line => line.includes('group by day'))).toEqual([expect.stringMatching(/^ +b +group by day/)]);
  // The front page lost b to the groups; elsewhere it still turns back.
  const pageUp = lines.filter(line => / {2}a page up/.test(line));
  expect(pageUp.map(line => line.trim().split(/ {2,}/)[0])).toEqual(['PgUp ^B', 'b PgUp ^B']);
  expect(lines.filter(line => line.includes('half a page down'))).toEqual([
    expect.stringMatching(/^ +x +half a page down$/),
  ]);
  expect(lines.join('\n')).not.toContain('$EDITOR');
});
