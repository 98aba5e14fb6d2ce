import {expect, test} from 'vitest';
import {field} from '../../src/core/sanitize.ts';
import {stripStyles} from '../../src/core/text/style-state.ts';
import {actionFor, standardKeymap} from '../../src/tui/keymap.ts';
import {layoutOf} from '../../src/tui/layout.ts';
import {pageOf} from '../../src/tui/page.ts';
import {pickedOf} from '../../src/tui/page-steps.ts';
import {linesFrom} from '../../src/tui/page-window.ts';
import {panelEntries} from '../../src/tui/panels.ts';
import {articleKey, type Event, type State} from '../../src/tui/state.ts';
import {update} from '../../src/tui/update.ts';
import {article} from '../support/articles.ts';
import {effectsOf, frontPage, loaded, markedIds, play, selectedId, shownIds} from './play.ts';

const rabat = article('rabat', {section: 'Politics', published: '2022-07-06', title: 'Rabat and Madrid'});
const plan = article('plan', {section: 'Politics', published: '2022-07-04', title: 'The autonomy plan'});
const ink = article('ink', {section: 'History', published: '2022-06-30', title: 'Ink and paper'});
const three = [rabat, plan, ink];

const long = (id: string) =>
  article(id, {
    published: '2022-01-01',
    body: Array.from({length: 60}, (_, i) => `Paragraph ${i} of ${id}.`).join('\n\n'),
  });

const linked = article('linked', {
  body: 'See [the plan](plan.md), [the web](https://example.org/x) and [nothing](gone.md).',
});

const noticeOf = ({notice}: State): string => notice?.text ?? '';

const filler = Array.from({length: 40}, (_, i) => `Paragraph ${i}.`).join('\n\n');

const topText = ({reading, ...state}: State): string => {
  const page = reading && pageOf({...state, reading}, reading.article);
  return stripStyles((page && linesFrom(page, reading.top, 1)[0]?.text) ?? '');
};

test('the front page lists newest first and selects the first', () => {
  const {state} = frontPage(three);
  expect(shownIds(state)).toEqual(['rabat', 'plan', 'ink']);
  expect(selectedId(state)).toBe('rabat');
});

test('enter reads the selected article, q goes back to it in the list', () => {
  const opened = play(frontPage(three), 'j', 'enter');
  expect(opened.state.reading?.article).toBe(plan);
  const back = play(opened, 'q');
  expect(back.state.reading).toBeUndefined();
  expect(selectedId(back.state)).toBe('plan');
});

test('q leaves from the list only, Q from anywhere, Esc never', () => {
  expect(effectsOf(play(frontPage(three), 'enter', 'q'), 'quit')).toEqual([]);
  expect(effectsOf(play(frontPage(three), 'q'), 'quit')).toHaveLength(1);
  expect(effectsOf(play(frontPage(three), 'enter', 'Q'), 'quit')).toHaveLength(1);
  expect(effectsOf(play(frontPage(three), 'escape', 'escape'), 'quit')).toEqual([]);
});

test('^C leaves, also from the help', () => {
  expect(effectsOf(play(frontPage(three), '?', 'ctrl-c'), 'quit')).toHaveLength(1);
});

test('J and K walk the list and say where it ends', () => {
  const opened = play(frontPage(three), 'enter', 'J');
  expect(opened.state.reading?.article).toBe(plan);
  const end = play(opened, 'J', 'J');
  expect(end.state.reading?.article).toBe(ink);
  expect(noticeOf(end.state)).toContain('last');
  expect(play(end, 'K').state.reading?.article).toBe(plan);
});

test('the history goes back and forward through everything opened', () => {
  const opened = play(frontPage(three), 'enter', 'J', 'J');
  expect(play(opened, '[').state.reading?.article).toBe(plan);
  expect(play(opened, '[', 'backspace').state.reading?.article).toBe(rabat);
  expect(play(opened, '[', '[', ']').state.reading?.article).toBe(plan);
  expect(noticeOf(play(opened, ']').state)).not.toBe('');
});

test('opening something new forgets what was ahead', () => {
  const branched = play(frontPage(three), 'enter', 'J', '[', 'J', 'J');
  expect(play(branched, ']').state.reading?.article).toBe(ink);
  expect(branched.state.history.entries.map(articleKey)).toEqual([rabat, plan, ink].map(articleKey));
});

test('the place is kept when an article is left and opened again', () => {
  const scrolled = play(frontPage([long('a'), long('b')]), 'enter', 'space', 'space');
  const top = scrolled.state.reading?.top;
  expect(top?.block).toBeGreaterThan(15);
  expect(play(scrolled, 'q', 'enter').state.reading?.top).toEqual(top);
  expect(play(scrolled, 'J', 'K').state.reading?.top).toEqual(top);
});

test('resizing keeps the paragraph that is being read at the top', () => {
  const words = Array.from({length: 40}, (_, i) => `p${i} ${'some words that fill a line or two '.repeat(5)}`);
  const wordy = article('wordy', {body: words.join('\n\n')});
  const scrolled = play(frontPage([wordy]), 'enter', 'space', 'space', 'j');
  const topParagraph = (state: State) => pageOf(state, wordy).blocks[state.reading?.top.block ?? 0]?.raw.split(' ')[0];
  const before = topParagraph(scrolled.state);
  expect(before).toMatch(/^p\d+$/);
  for (const columns of [40, 20, 120, 80]) {
    const resized = play(scrolled, {type: 'resized', size: {columns, rows: 24}});
    expect(topParagraph(resized.state)).toBe(before);
  }
});

test('an article is read at its end, or after ten seconds on it', () => {
  const [first, second] = [long('a'), long('b')];
  const opened = play(frontPage([first, second]), 'enter');
  expect(markedIds(opened.state)).toHaveLength(0);
  expect(markedIds(play(opened, 'G').state)).toEqual([first.id]);
  const [wait] = effectsOf(opened, 'wait');
  expect(wait).toEqual({type: 'wait', ms: 10_000, requestId: wait?.requestId});
  const waited = play(opened, {type: 'read-long-enough', requestId: wait?.requestId ?? -1});
  expect(markedIds(waited.state)).toEqual([first.id]);
});

test('ten seconds on an article that was left meanwhile mark nothing', () => {
  const opened = play(frontPage([long('a'), long('b')]), 'enter');
  const [wait] = effectsOf(opened, 'wait');
  const late = play(opened, 'J', {type: 'read-long-enough', requestId: wait?.requestId ?? -1});
  expect(markedIds(late.state)).toHaveLength(0);
});

test('what m says in an article holds: neither its end nor ten seconds on it mark it again', () => {
  const opened = play(frontPage([rabat]), 'enter');
  expect(markedIds(opened.state)).toHaveLength(1);
  const [wait] = effectsOf(opened, 'wait');
  const unread = play(opened, 'm', 'G', {type: 'resized', size: {columns: 60, rows: 24}});
  expect(markedIds(play(unread, {type: 'read-long-enough', requestId: wait?.requestId ?? -1}).state)).toHaveLength(0);
  expect(markedIds(play(unread, 'q', 'enter').state)).toHaveLength(1);
});

test('m marks read and goes on; n finds the next unread; . hides what is read', () => {
  const marked = play(frontPage(three), 'm');
  expect(markedIds(marked.state)).toEqual([rabat.id]);
  expect(selectedId(marked.state)).toBe('plan');
  expect(selectedId(play(marked, 'm', 'n').state)).toBe('ink');
  expect(shownIds(play(marked, '.').state)).toEqual(['plan', 'ink']);
  expect(shownIds(play(marked, '.', '.').state)).toEqual(['rabat', 'plan', 'ink']);
});

test('tab turns through the sections and back to all', () => {
  const history = play(frontPage(three), 'shift-tab');
  const politics = play(frontPage(three), 'tab');
  const shown = [shownIds(politics.state), shownIds(history.state)];
  expect(shown).toContainEqual(['rabat', 'plan']);
  expect(shown).toContainEqual(['ink']);
  expect(shownIds(play(politics, 'tab', 'tab').state)).toHaveLength(3);
});

test('typing after / filters at once; Enter keeps the filter, Esc clears it', () => {
  const typed = play(frontPage(three), '/', 'i', 'n', 'k');
  expect(shownIds(typed.state)).toEqual(['ink']);
  expect(shownIds(play(typed, 'enter').state)).toEqual(['ink']);
  expect(shownIds(play(typed, 'enter', 'escape').state)).toHaveLength(3);
  expect(shownIds(play(typed, 'escape').state)).toHaveLength(3);
  expect(play(typed, 'enter', 'enter').state.reading?.article).toBe(ink);
});

test('a filter or another section without the selected article begins at its first entry; hiding goes on at the next', () => {
  const many = [1, 2, 3, 4, 5, 6].map(day =>
    article(`a${day}`, {published: `2022-07-0${7 - day}`, section: day % 2 === 0 ? 'Even' : 'Odd'}),
  );
  const atThird = play(frontPage(many), 'j', 'j');
  expect(selectedId(atThird.state)).toBe('a3');
  const even = play(atThird, 'tab');
  expect([shownIds(even.state), selectedId(even.state)]).toEqual([['a2', 'a4', 'a6'], 'a2']);
  expect(selectedId(play(atThird, '/', ...'section:even').state)).toBe('a2');
  const thirdRead = play(frontPage(many), 'm', 'j', 'm', 'k');
  expect(selectedId(play(thirdRead, '.').state)).toBe('a4');
});

test('a section comes back when the filter that left nothing of it is cleared', () => {
  const inHistory = play(frontPage([rabat, ink]), 'tab');
  expect(shownIds(inHistory.state)).toEqual(['ink']);
  const elsewhere = play(inHistory, '/', ...'rabat');
  expect(shownIds(elsewhere.state)).toEqual(['rabat']);
  expect(shownIds(play(elsewhere, 'escape').state)).toEqual(['ink']);
  expect(shownIds(play(elsewhere, 'enter', 'shift-tab').state)).toEqual(['rabat']);
});

test('^Z suspends and ^L redraws while a filter is typed, too', () => {
  const typed = play(frontPage(three), '/', 'i', 'ctrl-z', 'ctrl-l');
  expect(typed.effects.slice(-2)).toEqual([{type: 'suspend'}, {type: 'redraw'}]);
  expect(typed.state.prompt?.text).toBe('i');
});

test('letters typed into the filter are no keys', () => {
  const typed = play(frontPage(three), '/', 'q', 'Q', 'j');
  expect(effectsOf(typed, 'quit')).toEqual([]);
  expect(typed.state.prompt?.text).toBe('qQj');
});

test('a mistake in the query is told and leaves the list as it was', () => {
  const typed = play(frontPage(three), '/', ...'ink');
  const broken = play(typed, 'space', '(');
  expect(shownIds(broken.state)).toEqual(['ink']);
  expect(broken.state.notice?.isError).toBe(true);
});

test('a query that finds nothing in the section shows what it finds elsewhere', () => {
  const politics = play(frontPage(three), '/', ...'section:politics', 'enter');
  expect(shownIds(politics.state)).toEqual(['rabat', 'plan']);
  const inSection = play(frontPage(three), 'tab', '/', ...'ink');
  expect(shownIds(inSection.state)).toEqual(['ink']);
});

test('a paste goes into the prompt as one line and is nothing elsewhere', () => {
  expect(play(frontPage(three), '/', {type: 'paste', text: 'ink\nand'}).state.prompt?.text).toBe('ink and');
  expect(play(frontPage(three), {type: 'paste', text: 'q'}).effects).toEqual(frontPage(three).effects);
});

test('s changes the order, S reverses it, and the selected article stays selected', () => {
  const first = play(frontPage(three), 'S');
  expect(shownIds(first.state)).toEqual(['ink', 'plan', 'rabat']);
  expect(selectedId(first.state)).toBe('rabat');
  const byTitle = play(frontPage(three), ...Array.from({length: 20}, () => 's'));
  expect(noticeOf(byTitle.state)).toContain('sorted by');
});

test('r shows what is related with a number each; a digit opens it', () => {
  const asked = play(frontPage(three), 'r');
  expect(effectsOf(asked, 'find-related')).toEqual([{type: 'find-related', article: rabat}]);
  const found = play(asked, {
    type: 'related-found',
    key: articleKey(rabat),
    found: {related: [{article: ink, score: 1, reasons: [{kind: 'linked-from'}]}], more: [plan]},
  });
  expect(play(found, '1').state.reading?.article).toBe(ink);
  expect(play(found, '2').state.reading?.article).toBe(plan);
  expect(play(found, 'j', 'enter').state.reading?.article).toBe(plan);
  expect(noticeOf(play(found, '7').state)).toContain('7');
  expect(play(found, 'escape').state.panel).toBeUndefined();
});

test('digits typed before anything was found say nothing wrong', () => {
  expect(noticeOf(play(frontPage(three), 'r', '1').state)).toBe('');
});

test('above nine, digits wait for Enter', () => {
  const many = Array.from({length: 12}, (_, i) => article(`more-${i + 1}`));
  const found = play(frontPage([rabat, ...many]), 'g', 'r');
  const subject = found.state.panel?.article;
  expect(subject).toBeDefined();
  if (subject === undefined) return;
  const filled = play(found, {type: 'related-found', key: articleKey(subject), found: {related: [], more: many}});
  expect(play(filled, '1').state.reading).toBeUndefined();
  expect(play(filled, '1', 'enter').state.reading?.article).toBe(many[0]);
  expect(play(filled, '1', '2').state.reading?.article).toBe(many[11]);
  expect(play(filled, '3').state.reading?.article).toBe(many[2]);
});

test('Tab picks the links one after another, Enter follows: into the library, to the web, or says it leads nowhere', () => {
  const opened = play(
    frontPage([linked, plan]),
    ...(selectedId(frontPage([linked, plan]).state) === 'linked' ? [] : ['j']),
    'enter',
  );
  expect(play(opened, 'tab', 'enter').state.reading?.article).toBe(plan);
  const [browse] = effectsOf(play(opened, 'tab', 'tab', 'enter'), 'browse');
  expect(browse?.url).toBe('https://example.org/x');
  expect(noticeOf(play(opened, 'tab', 'tab', 'tab', 'enter').state)).toContain('nowhere');
});

test('a link to a heading leads there, in this article and in another', () => {
  const parts = article('parts', {
    body: `[down](#the-second-part) [none](#nowhere)\n\n${filler}\n\n## The second part\n\n${filler}`,
  });
  const pointing = article('pointing', {body: '[there](parts.md#the-second-part)'});
  const within = play(frontPage([parts]), 'enter', 'tab', 'enter');
  expect(topText(within.state)).toBe('The second part');
  expect(noticeOf(play(frontPage([parts]), 'enter', 'tab', 'tab', 'enter').state)).toContain('nowhere');
  const across = play(frontPage([pointing, parts]), 'G', 'enter', 'tab', 'enter');
  expect(across.state.reading?.article).toBe(parts);
  expect(topText(across.state)).toBe('The second part');
});

test('t lists the headings, marks the one that is read under, and leads to another', () => {
  const parts = article('parts', {body: `${filler}\n\n## One\n\n${filler}\n\n### Two *b*\n\n${filler}`});
  const contents = play(frontPage([parts]), 'enter', 't');
  expect(contents.state.panel?.kind).toBe('contents');
  const there = play(contents, 'j', 'enter');
  expect(there.state.panel).toBeUndefined();
  expect(topText(there.state)).toBe('Two b');
  expect(play(there, 't').state.panel?.selected).toBe(1);
  expect(topText(play(there, 't', '1').state)).toBe('One');
  expect(play(there, 't', 't').state.panel).toBeUndefined();
  expect(play(there, 't', 'escape').state.reading?.article).toBe(parts);
});

test('L lists all links with where they go; a number follows one', () => {
  const opened = play(frontPage([linked, plan]), 'G', 'enter', 'L');
  const panel = opened.state.panel;
  if (panel === undefined) throw new Error('no panel');
  expect(panelEntries(opened.state, panel).map(({text, note}) => [text, note])).toEqual([
    ['the plan', '→ The autonomy plan'],
    ['the web', '→ https://example.org/x'],
    ['nothing', '→ gone.md (nowhere)'],
  ]);
  expect(play(opened, '1').state.reading?.article).toBe(plan);
  expect(effectsOf(play(opened, '2'), 'browse')).toHaveLength(1);
  expect(noticeOf(play(opened, '3').state)).toContain('nowhere');
});

test('a footnote leads to its note and back, and every jump is in the history', () => {
  const noted = article('noted', {body: `A word[^1] here.\n\n${filler}\n\n[^1]: What is noted.`});
  const opened = play(frontPage([noted]), 'enter', 'j');
  const note = play(opened, 'tab', 'enter');
  expect(note.state.reading?.top).not.toEqual(opened.state.reading?.top);
  const back = play(note, 'enter');
  expect(topText(back.state)).toContain('A word');
  expect(play(note, '[').state.reading?.top).toEqual(opened.state.reading?.top);
  expect(play(note, '[', ']').state.reading?.top).toEqual(note.state.reading?.top);
});

test('coming to a heading of another article is one step of the history', () => {
  const parts = article('parts', {body: `${filler}\n\n## Two\n\n${filler}`});
  const pointing = article('pointing', {body: '[there](parts.md#two)'});
  const across = play(frontPage([pointing, parts]), 'G', 'enter', 'tab', 'enter');
  expect(topText(across.state)).toBe('Two');
  expect(play(across, '[').state.reading?.article).toBe(pointing);
  expect(topText(play(across, '[', ']').state)).toBe('Two');
});

test('+ and - change the measure and keep the paragraph, within what the window and reason allow', () => {
  const wordy = article('wordy', {
    body: Array.from({length: 40}, (_, i) => `p${i} ${'some words '.repeat(30)}`).join('\n\n'),
  });
  const opened = play(frontPage([wordy], {columns: 120, rows: 24}), 'enter', 'space', 'space');
  const paragraph = (state: State) => state.reading?.top.block;
  const narrow = play(opened, '-', '-', '-');
  expect(narrow.state.settings.measure).toBe(60);
  expect(paragraph(narrow.state)).toBe(paragraph(opened.state));
  expect(play(narrow, '+').state.settings.measure).toBe(64);
  expect(noticeOf(play(opened, ...Array.from({length: 30}, () => '+')).state)).toContain('no room');
  expect(noticeOf(play(opened, ...Array.from({length: 30}, () => '-')).state)).toContain('no shorter');
});

test('an article that was changed on disk goes on at the same paragraph', () => {
  const before = article('a', {body: Array.from({length: 60}, (_, i) => `Paragraph ${i}.`).join('\n\n')});
  const scrolled = play(frontPage([before]), 'enter', 'space', 'space');
  const changed = article('a', {body: `New.\n\nAnd new.\n\n${before.body}`});
  const reloaded = play(scrolled, loaded(changed));
  expect(topText(reloaded.state)).toBe(topText(scrolled.state));
});

test('o and y take the address of the article, Y its path', () => {
  const clipped = article('linked', {source: 'https://example.org/linked'});
  const opened = play(frontPage([clipped]), 'enter');
  expect(effectsOf(play(opened, 'o'), 'browse')).toEqual([{type: 'browse', url: 'https://example.org/linked'}]);
  expect(effectsOf(play(opened, 'y'), 'copy')).toEqual([
    {type: 'copy', what: 'address', text: 'https://example.org/linked'},
  ]);
  expect(effectsOf(play(opened, 'Y'), 'copy')).toEqual([{type: 'copy', what: 'path', text: '/library/linked.md'}]);
  expect(noticeOf(play(frontPage([plan]), 'o').state)).toContain('no address');
});

test('an article read again from disk goes on at the same place', () => {
  const before = long('a');
  const scrolled = play(frontPage([before]), 'enter', 'space');
  const changed = article('a', {published: '2022-01-01', body: `${before.body}\n\nOne more.`});
  const reloaded = play(scrolled, loaded(changed));
  expect(reloaded.state.reading?.article).toBe(changed);
  expect(reloaded.state.reading?.top).toEqual(scrolled.state.reading?.top);
});

test('an article that vanished from disk leads back to the list', () => {
  const event = loaded(plan);
  const reloaded = play(frontPage(three), 'enter', event);
  expect(reloaded.state.reading).toBeUndefined();
  expect(shownIds(reloaded.state)).toEqual(['plan']);
});

test('when the last article of the chosen section moved to another one, all sections show', () => {
  const inSection = play(frontPage([rabat, ink]), 'tab');
  expect(shownIds(inSection.state)).toEqual(['ink']);
  const reloaded = play(inSection, loaded(rabat, {...ink, section: field('Politics')}));
  expect(shownIds(reloaded.state)).toEqual(['rabat', 'ink']);
});

test('the history goes past an article that vanished from disk', () => {
  const event = loaded(rabat, ink);
  expect(play(frontPage(three), 'enter', 'J', 'J', event, '[').state.reading?.article).toBe(rabat);
});

test('a panel does not outlive the library that it is about', () => {
  const event = loaded(plan);
  expect(play(frontPage(three), 'r', event).state.panel).toBeUndefined();
});

test('an article without a file, from a pipe, is neither edited nor has a path to copy', () => {
  const piped = {...rabat, path: ''};
  for (const key of ['e', 'Y']) {
    const asked = play(frontPage([piped]), 'enter', key);
    expect([...effectsOf(asked, 'edit'), ...effectsOf(asked, 'copy')]).toEqual([]);
    expect(noticeOf(asked.state)).toContain('no file');
  }
});

test('a preview that appears asks what is related: when the window grows, and back from an article', () => {
  const grown = play(frontPage(three), {type: 'resized', size: {columns: 120, rows: 24}});
  expect(effectsOf(grown, 'find-related')).toEqual([{type: 'find-related', article: rabat}]);
  const back = update(play(frontPage(three), 'enter', {type: 'resized', size: {columns: 120, rows: 24}}).state, {
    type: 'key',
    key: 'q',
  });
  expect(back.effects.map(({type}) => type)).toEqual(['keep-place', 'find-related']);
});

test('the problem of a file is told when it is opened', () => {
  const broken = article('broken', {problem: 'front matter is no valid YAML'});
  expect(noticeOf(play(frontPage([broken]), 'enter').state)).toBe('broken: line 2: front matter is no valid YAML');
});

test('every key of the table can be pressed in its mode, on an empty library too', () => {
  const enter: Readonly<Record<string, readonly string[]>> = {
    list: [],
    article: ['enter'],
    panel: ['r'],
    help: ['?'],
  };
  for (const row of standardKeymap.rows) {
    for (const mode of row.on) {
      for (const key of row.keys) {
        expect(actionFor(standardKeymap, mode, key)).toBe(row.action);
        expect(() => play(frontPage(three), ...(enter[mode] ?? []), key)).not.toThrow();
        expect(() => play(frontPage([]), ...(enter[mode] ?? []), key)).not.toThrow();
      }
    }
  }
});

test('what is told goes away with the next key', () => {
  const told = play(frontPage(three), {type: 'told', notice: {text: field('hello'), isError: false}});
  expect(noticeOf(told.state)).toBe('hello');
  expect(noticeOf(play(told, 'j').state)).toBe('');
});

test('what colours code is asked for when code with a language comes into view, once', () => {
  const code = (language: string) =>
    article('code', {body: `${filler}\n\n\`\`\`${language}\nlet x = 1;\n\`\`\`\n\n${filler}`});
  const opened = play(frontPage([code('js')]), 'enter');
  expect(effectsOf(opened, 'load-highlighter')).toEqual([]);
  const there = play(opened, ...Array.from({length: 12}, () => 'space'));
  expect(effectsOf(there, 'load-highlighter')).toHaveLength(1);
  expect(effectsOf(play(frontPage([code('')]), 'enter', 'G', 'g'), 'load-highlighter')).toEqual([]);
});

test('for a screen reader nothing stands beside the list', () => {
  const {state} = frontPage(three, {columns: 120, rows: 24, isLinear: true});
  expect(layoutOf(state.size)).toMatchObject({previewWidth: 0, hasRules: false, listWidth: 120});
});

test('the way back from a note leads to its mention, deep in a paragraph too', () => {
  const body = `${'Many words in one paragraph. '.repeat(200)}The mention[^1] here.\n\n${filler}\n\n[^1]: What is noted.`;
  const deep = article('deep', {body});
  const back = play(frontPage([deep]), 'enter', 'tab', 'enter', 'enter');
  const {reading, ...state} = back.state;
  if (reading === undefined) throw new Error('nothing is read');
  const shown = linesFrom(pageOf({...state, reading}, deep), reading.top, 22).map(({text}) => stripStyles(text));
  expect(shown.join('\n')).toContain('The mention');
  expect(play(back, 'enter').state.reading?.top).toEqual(
    play(frontPage([deep]), 'enter', 'tab', 'enter').state.reading?.top,
  );
});

test('at the lists below an article, one stays at the end when it is read again', () => {
  const read = article('read', {body: filler});
  const found: Event = {type: 'related-found', key: articleKey(read), found: {related: [], more: [plan, ink]}};
  const end = play(frontPage([read, plan, ink]), 'G', 'enter', found, 'G');
  const reloaded = play(end, loaded(read, plan, ink));
  expect(reloaded.state.reading?.top.block).toBeGreaterThan(15);
  expect(play(reloaded, found).state.reading?.top).toEqual(end.state.reading?.top);
});

test('Shift-Tab picks no link below the window', () => {
  const tall = article('tall', {body: `[above](http://a.b)\n\n${'word '.repeat(2000)}[below](http://c.d)`});
  const down = play(frontPage([tall]), 'enter', 'space', 'space', 'shift-tab');
  expect(pickedOf(down.state)?.text).toBe('above');
});
