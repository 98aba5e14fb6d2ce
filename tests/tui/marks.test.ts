import {expect, test} from 'vitest';
import {field} from '../../src/core/sanitize.ts';
import {changesOf, marksOf, noMarks, withMarks} from '../../src/tui/marks.ts';
import {startState} from '../../src/tui/start.ts';
import type {Event} from '../../src/tui/state.ts';
import {listPane} from '../../src/tui/view/list-pane.ts';
import {statusLine} from '../../src/tui/view/status.ts';
import {article} from '../support/articles.ts';
import {effectsOf, frontPage, markedIds, play, readerLibraryOf, selectedId, settings, shownIds} from './play.ts';

const three = ['a', 'b', 'c'].map((id, index) => article(id, {published: `2022-07-0${9 - index}`}));
const kept = (step: ReturnType<typeof play>) =>
  effectsOf(step, 'mark').map(({changes, isUndoable}) => ({
    isUndoable,
    changes: changes.map(({positions, kind, isSo}) => [[...positions], kind, isSo]),
  }));

test('m marks what is selected, keeps it, and goes on to the next', () => {
  const marked = play(frontPage(three), 'm');
  expect(markedIds(marked.state)).toEqual(['a']);
  expect(selectedId(marked.state)).toBe('b');
  expect(kept(marked)).toEqual([{isUndoable: true, changes: [[[0], 'isRead', true]]}]);
  expect(kept(play(marked, 'k', 'm')).at(-1)).toEqual({isUndoable: true, changes: [[[0], 'isRead', false]]});
});

test('a star shows in the list, in an article too it can be given, and taken away', () => {
  const starred = play(frontPage(three), 'j', '*');
  expect(markedIds(starred.state, 'isStarred')).toEqual(['b']);
  expect(listPane(starred.state)[1]).toContain('★');
  expect(selectedId(starred.state)).toBe('b');
  const taken = play(starred, 'enter', '*');
  expect(markedIds(taken.state, 'isStarred')).toEqual([]);
});

test('A marks what the list shows, and nothing else, as one change', () => {
  const sections = [article('a', {section: 'One'}), article('b', {section: 'One'}), article('c', {section: 'Two'})];
  const marked = play(frontPage(sections), 'tab', 'A');
  expect(markedIds(marked.state)).toEqual(['a', 'b']);
  expect(kept(marked)).toEqual([{isUndoable: true, changes: [[[0, 1], 'isRead', true]]}]);
  expect(play(marked, 'A').state.notice?.text).toBe('all of these are read');
});

test('U asks for what was marked to be taken back, and shows it as it was', () => {
  const marked = play(frontPage(three), 'A', 'U');
  expect(effectsOf(marked, 'undo')).toHaveLength(1);
  const undone: Event = {type: 'marks-changed', marks: noMarks(3), undone: 3};
  const after = play(marked, undone);
  expect(markedIds(after.state)).toEqual([]);
  expect(after.state.notice?.text).toBe('took back the marks of 3 articles');
  // What comes from outside is kept already.
  expect(effectsOf(after, 'mark')).toHaveLength(1);
});

test('what was read to its end is kept, but is nothing for U', () => {
  const read = play(frontPage(three), 'enter', 'G');
  expect(kept(read)).toEqual([{isUndoable: false, changes: [[[0], 'isRead', true]]}]);
});

test('the place is kept when an article is left, and when the reader is', () => {
  for (const key of ['q', 'J', 'Q']) {
    const left = play(frontPage(three), 'enter', key);
    expect(effectsOf(left, 'keep-place').map(effect => effect.article.id)).toEqual(['a']);
  }
});

test('an article opens where it was left in an earlier run', () => {
  const long = article('long', {body: Array.from({length: 200}, (_, i) => `Paragraph ${i}.`).join('\n\n')});
  const first = play(frontPage([long]), 'enter', 'space', 'space');
  const place = first.state.reading?.place;
  const library = {...readerLibraryOf(long), recall: () => place};
  const again = startState({
    library,
    marks: noMarks(1),
    position: 0,
    views: [],
    settings,
    size: {columns: 80, rows: 24},
  });
  expect(again.state.reading?.top).toEqual(first.state.reading?.top);
});

test('an answer to an earlier question is dropped', () => {
  const {state} = frontPage(three);
  const asked = {...state, list: {...state.list, query: 'later', asked: 7}};
  const stale: Event = {type: 'articles-found', requestId: 6, positions: Int32Array.of(2)};
  expect(shownIds(play({state: asked, effects: []}, stale).state)).toEqual(['a', 'b', 'c']);
  const answer: Event = {...stale, requestId: 7};
  expect(shownIds(play({state: asked, effects: []}, answer).state)).toEqual(['c']);
});

test('the window coming to the front looks at the library again', () => {
  expect(effectsOf(play(frontPage(three), {type: 'focused'}), 'refresh')).toHaveLength(1);
});

test('changes of marks are what differs, by what it is', () => {
  const before = marksOf(4, [0, 1], [3]);
  const after = withMarks(withMarks(before, [1], 'isRead', false), [2], 'isStarred', true);
  expect(changesOf(before, after).map(({positions, kind, isSo}) => [[...positions], kind, isSo])).toEqual([
    [[1], 'isRead', false],
    [[2], 'isStarred', true],
  ]);
});

test('a search says what it was understood as, and while articles are taken in that more may come', () => {
  const typed = play(frontPage(three), '/', 'a');
  expect(statusLine(typed.state, 'list')).toContain('1 found · a…');
  const going = play(typed, {type: 'progressed', text: field('indexing 1 of 3')});
  expect(statusLine(going.state, 'list')).toContain('1 found so far · indexing 1 of 3');
  // When all is taken in, the question is asked again.
  const done = play(going, {type: 'progressed', text: undefined});
  expect(effectsOf(done, 'find-articles').length).toBe(effectsOf(going, 'find-articles').length + 1);
});
