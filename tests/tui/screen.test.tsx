import {render} from 'ink-testing-library';
import {expect, test} from 'vitest';
import {stripStyles} from '../../src/core/text/style-state.ts';
import {Screen} from '../../src/tui/components/screen.tsx';
import {articleKey, type Size, type Step} from '../../src/tui/state.ts';
import {article} from '../support/articles.ts';
import {frontPage, play} from './play.ts';

const rabat = article('rabat', {
  title: 'Rabat and Madrid',
  section: 'Politics',
  published: '2026-07-06',
  standfirst: 'Senior officials met',
  body: 'The text of the article.',
});
const plan = article('plan', {
  title: 'The plan',
  section: 'Politics',
  published: '2021-07-04',
  problem: 'no valid YAML',
});
const wide: Size = {columns: 100, rows: 24};

/** What a reader sees after each step, played one after the other into one screen. */
const frames = (...steps: readonly Step[]): readonly string[] => {
  const [first, ...rest] = steps;
  if (first === undefined) return [];
  const screen = render(<Screen state={first.state} />);
  for (const {state} of rest) screen.rerender(<Screen state={state} />);
  screen.unmount();
  return steps.map((_, i) => stripStyles(screen.frames[i] ?? ''));
};

test('the front page shows sections, marks, dates, and the selected article beside the list', () => {
  const [frame = ''] = frames(frontPage([rabat, plan], wide));
  expect(frame).toMatch(/newsprint +All 2 +Politics 2 +2 articles · 2 unread/);
  expect(frame).toMatch(/▸● Rabat and Madrid +6 Jul +│ POLITICS/);
  expect(frame).toMatch(/ ! The plan +4 Jul 2021 +│ Rabat and Madrid/);
  expect(frame).toContain('│ Senior officials met');
  expect(frame.split('\n').at(-1)).toMatch(/j\/k move +enter read .*\? help/);
});

test('the preview says what is wrong with a file; without a preview the last line does', () => {
  const [beside = ''] = frames(play(frontPage([rabat, plan], wide), 'j'));
  expect(beside).toContain('│ ! line 2: no valid YAML');
  const [below = ''] = frames(play(frontPage([rabat, plan], {columns: 80, rows: 24}), 'j'));
  expect(below.split('\n').at(-1)).toContain('! line 2: no valid YAML');
});

test('a list without entries says why, and what to do about it', () => {
  const draft = article('draft', {isHidden: true});
  const reasons = frames(
    frontPage([]),
    frontPage([draft]),
    play(frontPage([rabat]), 'm', '.'),
    play(frontPage([rabat]), '/', ...'xyzzy', 'enter'),
  ).map(frame => /No articles|drafts or hidden|is read|Nothing matches/.exec(frame)?.[0]);
  expect(reasons).toEqual(['No articles', 'drafts or hidden', 'is read', 'Nothing matches']);
});

test('a query wider than the window shows its end, cut between characters', () => {
  const family = '👩‍👩‍👧';
  const typed = play(frontPage([rabat], {columns: 21, rows: 10}), '/', {type: 'paste', text: family.repeat(30)});
  const [frame = ''] = frames(typed);
  const line = frame.split('\n').at(-1) ?? '';
  expect(line).toContain(family.repeat(7));
  expect(line.replaceAll(family, '')).not.toMatch(/\p{Emoji_Presentation}|\p{Cs}|\uFFFD/u);
});

test('frames follow the state: reading, what is related, and back', () => {
  const opened = play(frontPage([rabat, plan], wide), 'enter');
  const found = play(opened, {
    type: 'related-found',
    key: articleKey(rabat),
    found: {related: [{article: plan, score: 1, reasons: [{kind: 'links-to'}]}], more: []},
  });
  const [reading = '', related = '', back = ''] = frames(opened, found, play(found, 'q'));
  expect(reading).toContain('The text of the article.');
  expect(reading).not.toContain('Related');
  expect(related).toMatch(/1 The plan +this article links to it/);
  expect(back).toContain('▸  Rabat and Madrid');
});
