/** The find in an article, by the keys of somebody who reads. */
import {expect, test} from 'vitest';
import {wordFinder} from '../../src/core/find-text.ts';
import {stripStyles} from '../../src/core/text/style-state.ts';
import {modeOf} from '../../src/tui/mode.ts';
import type {Event, State, Step} from '../../src/tui/state.ts';
import {update} from '../../src/tui/update.ts';
import {articlePane} from '../../src/tui/view/article-pane.ts';
import {statusLine} from '../../src/tui/view/status.ts';
import {article} from '../support/articles.ts';
import {effectsOf, frontPage, loaded, markedIds, play, settings} from './play.ts';

const body = [
  'The first café.',
  ...Array.from({length: 60}, (_, i) => `Paragraph ${i}${i % 20 === 7 ? ' has a Western Sahara in it' : ''}.`),
  `${'word '.repeat(13)}**west**ern sahara over the end of a line.`,
  'The last café.',
].join('\n\n');
const reading = frontPage([article('a', {body})]);
const opened = play(reading, 'enter');

/** What asks to be called again is, until nothing does. */
const settled = (from: Step): Step => {
  let {state} = from;
  for (let turns = 0; turns < 100; turns++) {
    const find = state.reading?.find;
    if (find === undefined) break;
    const next = update(state, {type: 'find-on', requestId: find.requestId});
    state = next.state;
    if (next.effects.length === 0) break;
  }
  return {state, effects: from.effects};
};

const typed = (text: string): string[] => [...text].map(character => (character === ' ' ? 'space' : character));
const find = (text: string, ...more: (string | Event)[]): Step =>
  settled(play(settled(play(opened, '/', ...typed(text))), ...more));

const status = ({state}: Step): string => stripStyles(statusLine(state, modeOf(state))).trim();
const shown = (state: State): string =>
  (state.reading ? articlePane(state, state.reading) : []).map(stripStyles).join('\n');
const paintedLines = ({state}: Step, paint: (text: string) => string): string[] => {
  const [begin = ''] = paint('x').split('x');
  return (state.reading ? articlePane(state, state.reading) : [])
    .filter(line => line.includes(begin))
    .map(line => stripStyles(line).trim());
};
const {match, currentMatch} = settings.theme.style;

test('finds as one types, goes to the first match, and counts', () => {
  const found = find('cafe');
  expect(status(found)).toContain('/cafe');
  expect(status(found)).toContain('1 of 2');
  expect(paintedLines(found, currentMatch)).toEqual(['The first café.']);
});

test('n and N go round through all matches, with lines around them', () => {
  const first = find('western sahara', 'enter');
  expect(status(first)).toContain('1 of 4');
  expect(paintedLines(first, currentMatch)).toEqual(['Paragraph 7 has a Western Sahara in it.']);
  const third = play(first, 'n', 'n');
  expect(paintedLines(third, currentMatch)).toEqual(['Paragraph 47 has a Western Sahara in it.']);
  expect(shown(third.state)).toContain('Paragraph 46.');
  expect(shown(third.state)).toContain('Paragraph 48.');
  const round = play(third, 'n', 'n');
  expect(paintedLines(round, currentMatch)).toEqual(['Paragraph 7 has a Western Sahara in it.']);
  expect(round.state.notice?.text).toContain('top');
  expect(status(play(round, 'j'))).toContain('1 of 4');
  expect(paintedLines(play(first, 'N'), currentMatch)).toHaveLength(2);
});

test('a match over the end of a line and through styles is marked on both lines', () => {
  const last = find('western sahara', 'enter', 'N');
  const lines = paintedLines(last, currentMatch);
  expect(lines[0]).toMatch(/western$/);
  expect(lines[1]).toMatch(/^sahara/);
});

test('all matches in the window are marked, the current one apart', () => {
  const found = find('paragraph', 'enter');
  expect(paintedLines(found, match).length).toBeGreaterThan(3);
  expect(paintedLines(found, currentMatch)).toHaveLength(1);
});

test('a capital asks for its own case', () => {
  expect(status(find('Western'))).toContain('of 3');
  expect(status(find('western'))).toContain('of 4');
});

test('Esc at the prompt leads back to where one was, later it only ends the find', () => {
  const left = find('last caf');
  expect(left.state.reading?.top).not.toEqual(opened.state.reading?.top);
  const cancelled = play(left, 'escape');
  expect(cancelled.state.reading?.top).toEqual(opened.state.reading?.top);
  expect(cancelled.state.reading?.find).toBeUndefined();
  const ended = play(left, 'enter', 'escape');
  expect(ended.state.reading?.top).toEqual(left.state.reading?.top);
  expect(paintedLines(ended, match)).toEqual([]);
  expect(play(ended, 'escape').state.reading).toBeUndefined();
});

test('what is not there is told', () => {
  expect(status(find('nowhere'))).toContain('no match');
  expect(find('nowhere', 'enter').state.prompt).toBeUndefined();
  expect(play(find('nowhere', 'enter'), 'n').state.notice?.text).toContain('nothing here matches nowhere');
});

test('the search begins where one is, and goes round', () => {
  const down = play(opened, 'G');
  const found = settled(play(down, '/', ...typed('western sahara'), 'enter'));
  expect(status(found)).toMatch(/[34] of 4/);
});

test('n without a find opens the next unread article', () => {
  const two = play(frontPage([article('a', {body}), article('b')]), 'enter', 'n');
  expect(two.state.reading?.article.id).toBe('b');
});

test('resizing keeps what was found, without moving', () => {
  const found = find('western sahara', 'enter', 'n');
  const before = shown(found.state);
  const there = settled(play(found, {type: 'resized', size: {columns: 40, rows: 24}}));
  expect(status(there)).toContain('of 4');
  const back = settled(play(there, {type: 'resized', size: {columns: 80, rows: 24}}));
  expect(shown(back.state)).toBe(before);
});

test('a long article is looked through in portions, keys between them', () => {
  const long = article('long', {body: `${'Some words in a paragraph.\n\n'.repeat(4000)}The needle.`});
  const started = play(frontPage([long]), 'enter', '/', ...typed('needle'));
  expect(effectsOf(started, 'find-on').length).toBeGreaterThan(0);
  expect(status(started)).toContain('looking');
  const scrolled = update(started.state, {type: 'key', key: 'escape'});
  expect(scrolled.state.reading?.find).toBeUndefined();
  const find = started.state.reading?.find;
  expect(update(scrolled.state, {type: 'find-on', requestId: find?.requestId ?? -1}).effects).toEqual([]);
  expect(status(settled(started))).toContain('1 of 1');
});

test('an expression is made when it is finished, and what comes too late is dropped', () => {
  const asked = play(opened, '/', ...typed('/caf./'));
  const [compile] = effectsOf(asked, 'compile-expression');
  expect(compile).toMatchObject({source: 'caf.', flags: 'giu'});
  const finder = wordFinder('café') ?? (() => []);
  const late: Event = {type: 'expression-compiled', requestId: (compile?.requestId ?? 0) - 1, finder};
  expect(play(asked, late).state.reading?.find?.finder).toBeUndefined();
  const made = settled(play(asked, {...late, requestId: compile?.requestId ?? -1}));
  expect(status(made)).toContain('1 of 2');
  const onEnter = play(opened, '/', ...typed('/caf.'), 'enter');
  expect(effectsOf(onEnter, 'compile-expression')).toHaveLength(1);
});

test('a paste goes into the prompt', () => {
  expect(status(settled(play(opened, '/', {type: 'paste', text: 'last\ncafé'})))).toContain('1 of 1');
});

test('resizing while there is more to look through moves nothing, now or later, and keeps the current match', () => {
  const fillers = Array.from({length: 3000}, (_, i) => `Filler ${i} with some words in it.`);
  const far = article('far', {body: ['needle one', 'needle two', ...fillers, 'needle three'].join('\n\n')});
  const found = settled(play(settled(play(frontPage([far]), 'enter', '/', ...typed('needle'))), 'enter', 'n'));
  expect(status(found)).toContain('2 of 3');
  const away = play(found, ...Array.from({length: 20}, () => 'space'));
  const resized = settled(play(away, {type: 'resized', size: {columns: 90, rows: 24}}));
  expect(status(resized)).toContain('2 of 3');
  expect(resized.state.reading?.top).toEqual(away.state.reading?.top);
  expect(markedIds(resized.state)).toHaveLength(0);
});

test('Esc at the prompt leads back to where one was, also after a resize', () => {
  const resized = settled(play(find('last caf'), {type: 'resized', size: {columns: 60, rows: 24}}));
  expect(play(resized, 'escape').state.reading?.top).toEqual({block: 0, line: 0});
});

test('ten thousand matches in one block are found and placed', () => {
  const code = article('code', {body: `\`\`\`\n${'ab\n'.repeat(20_000)}\`\`\``});
  expect(status(settled(play(frontPage([code]), 'enter', '/', 'b')))).toContain('of 20000');
});

test('a match over a hundred and fifty thousand lines can be gone to', () => {
  const code = article('code', {body: `\`\`\`\n${'ab\n'.repeat(150_000)}\`\`\``});
  const asked = play(frontPage([code]), 'enter', '/', ...typed('/(?:ab ?)+/'));
  const requestId = effectsOf(asked, 'compile-expression')[0]?.requestId ?? -1;
  const whole: Event = {
    type: 'expression-compiled',
    requestId,
    finder: text => (text.length > 1000 ? [{start: 0, end: text.length}] : []),
  };
  expect(status(settled(play(asked, whole)))).toContain('1 of 1');
});

test('a match below leads on though one stands above in the same paragraph, however far it is', () => {
  const fillers = Array.from({length: 2000}, (_, i) => `Filler ${i}.`);
  const far = article('far', {body: [`needle ${'word '.repeat(4000)}`, ...fillers, 'needle later'].join('\n\n')});
  const found = settled(play(frontPage([far]), 'enter', 'space', 'space', 'space', '/', ...typed('needle')));
  expect(status(found)).toContain('2 of 2');
  expect(paintedLines(found, currentMatch)).toEqual(['needle later']);
});

test('what can find nothing is over at Enter: spaces, and an expression that is none', () => {
  expect(find(' ', 'enter').state.reading?.find).toBeUndefined();
  const asked = play(opened, '/', ...typed('/(/'));
  const failed = (from: Step): Event => {
    const requestId = effectsOf(from, 'compile-expression').at(-1)?.requestId ?? -1;
    return {type: 'expression-compiled', requestId, finder: undefined};
  };
  const typing = play(asked, failed(asked));
  expect(status(typing)).toContain('/(/');
  const entered = play(typing, 'enter');
  expect(play(entered, failed(entered)).state.reading?.find).toBeUndefined();
});

test('when an edit takes the current match away, the next one below is the current one, and nothing moves', () => {
  const before = find('western sahara', 'enter', 'N', 'j');
  expect(status(before)).toContain('4 of 4');
  const edited = article('a', {body: body.replace('**west**ern', 'southern').replace('last', 'Western Sahara')});
  const after = settled(play(before, loaded(edited)));
  expect(status(after)).toContain('4 of 4');
  expect(paintedLines(after, currentMatch)).toEqual(['The Western Sahara café.']);
});
