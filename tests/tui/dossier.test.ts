import {expect, test} from 'vitest';
import type {NamingArticle} from '../../src/core/library-questions.ts';
import {nameKey} from '../../src/core/names.ts';
import {field} from '../../src/core/sanitize.ts';
import {stripStyles} from '../../src/core/text/style-state.ts';
import type {DossierName} from '../../src/tui/dossier.ts';
import {panelEntries} from '../../src/tui/panels.ts';
import {articleKey, type Event, type State} from '../../src/tui/state.ts';
import {panelPane} from '../../src/tui/view/panel-pane.ts';
import {article} from '../support/articles.ts';
import {effectsOf, frontPage, loaded, play} from './play.ts';

const summit = article('summit', {published: '2022-07-06', body: 'Pedro Sánchez came to Rabat. Then Sánchez left.'});
const port = article('port', {published: '2022-07-05', body: 'Nobody knows it. The port of Rabat is new.'});

const name = (text: string, count: number, articles?: number): DossierName => ({
  key: nameKey(text),
  text: field(text),
  count,
  ...(articles !== undefined && {articles}),
});
const namesFound = (...found: readonly DossierName[]): Event => ({type: 'names-found', key: articleKey(summit), found});
const naming: readonly NamingArticle[] = [
  {article: port, sentence: {text: field('The port of Rabat is new.'), names: [{start: 12, end: 17}]}},
];
const namingFound: Event = {type: 'naming-found', name: 'rabat', found: naming};

const shown = (state: State) =>
  state.panel === undefined ? [] : panelEntries(state, state.panel).map(({text, note}) => [text, note]);
const pane = (state: State, columns = 60): readonly string[] =>
  state.panel === undefined ? [] : panelPane(state, state.panel, columns);
const lines = (state: State, columns?: number) => pane(state, columns).map(line => stripStyles(line).trimEnd());

const asked = play(frontPage([summit, port]), 'w');
const full = play(asked, namesFound(name('Pedro Sánchez', 2, 1), name('Rabat', 1, 2)));

test('w asks who and what is named, and says so until it is known', () => {
  expect(effectsOf(asked, 'find-names')).toEqual([{type: 'find-names', article: summit}]);
  expect(lines(asked.state)).toContain('Looking for names…');
  expect(play(asked, 'w').state.panel).toBeUndefined();
});

test('the names of the article stand with their counts, as far as they are known', () => {
  expect(shown(play(asked, namesFound(name('Pedro Sánchez', 2), name('Rabat', 1))).state)).toEqual([
    ['Pedro Sánchez', '2 times'],
    ['Rabat', ''],
  ]);
  expect(shown(full.state)).toEqual([
    ['Pedro Sánchez', '2 times, only here'],
    ['Rabat', 'in 2 articles'],
  ]);
  expect(effectsOf(play({state: full.state, effects: []}, 'w', 'w'), 'find-names')).toEqual([]);
});

test('a name leads to the articles that name it, and these to their pages', () => {
  const opened = play(full, '2');
  expect(effectsOf(opened, 'find-naming')).toEqual([{type: 'find-naming', name: 'rabat'}]);
  const found = play(opened, namingFound);
  expect(lines(found.state)[0]).toBe('Articles that name Rabat');
  expect(lines(found.state)).toContain('   The port of Rabat is new.');
  expect(pane(found.state).join('\n')).toContain(found.state.settings.theme.style.match('Rabat'));
  expect(play(found, '1').state).toMatchObject({reading: {article: port}, panel: undefined});
});

test('Esc goes back to the names, at the one that was chosen, and then to the article', () => {
  const back = play(full, 'j', 'enter', namingFound, 'escape');
  expect(back.state.panel).toMatchObject({kind: 'names', selected: 1});
  expect(play(back, 'escape').state.panel).toBeUndefined();
});

test('a long sentence takes no more than three lines, and none is too wide', () => {
  const text = field(`${'and on it went '.repeat(20)}in Rabat ${'and on it went '.repeat(20)}`);
  const start = text.indexOf('Rabat');
  const long: Event = {
    ...namingFound,
    found: [{article: port, sentence: {text, names: [{start, end: start + 5}]}}],
  } as Event;
  const drawn = lines(play(full, '2', long).state, 30);
  expect(drawn.filter(line => line.includes('on it went'))).toHaveLength(3);
  expect(Math.max(...drawn.map(line => line.length))).toBeLessThanOrEqual(30);
});

test('what was found is forgotten with the library that it is about', () => {
  const again = play(full, loaded(summit), 'w');
  expect(effectsOf(again, 'find-names')).toHaveLength(2);
});
