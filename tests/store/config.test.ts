import {execFileSync} from 'node:child_process';
import {chmodSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {loadConfig} from '../../src/store/config.ts';
import {keyNames} from '../../src/tui/input.ts';
import {modeNames} from '../../src/tui/key-rows.ts';
import {keyTable as rows} from '../../src/tui/keymap.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsprint-config-'));
afterAll(() => rmSync(folder, {recursive: true}));

const keyTable = async () => ({rows, names: keyNames, placeNames: modeNames});

const load = async (text: string) => {
  const path = join(folder, 'config.yaml');
  writeFileSync(path, text);
  const {config, warnings} = await loadConfig(path, {themes: ['ansi', 'none'], keyTable});
  return {config, warnings: warnings.map(({line, message}) => `${line ?? '-'}: ${message}`)};
};

const whole = `
libraries:
  - ~/news
  - {name: work, path: /srv/work}
theme: none
measure: 66
group: day
`;

test('what is right is used', async () => {
  expect(await load(whole)).toEqual({
    config: {
      libraries: [{path: '~/news'}, {name: 'work', path: '/srv/work'}],
      theme: 'none',
      measure: 66,
      group: 'day',
    },
    warnings: [],
  });
});

test.each([
  ['no file at all', join(folder, 'missing', 'config.yaml')],
  ['a file in place of its folder', join(import.meta.filename, 'config.yaml')],
])('%s is no mistake', async (_, path) => {
  expect(await loadConfig(path, {themes: ['ansi'], keyTable})).toEqual({config: {}, warnings: []});
});

test.each([
  ['', []],
  ['# nothing\n', []],
  ['theme:\n', []],
  ['theem: none\nmeasure: 66\n', ['1: unknown key "theem"; did you mean theme?']],
  ['measure: 66\n\nfont: big\n', ['3: unknown key "font"; keys are libraries, theme, measure, group, views, keys']],
  ['measure: 66\ntheme: solarized\n', ['2: theme should be one of ansi, none, not "solarized"']],
  ['theme: [none]\nmeasure: 66\n', ['1: theme should be one of ansi, none, not ["none"]']],
  ['libraries:\n  - ~/a\n  - 7\n', ['3: a library is a folder, or {name, path}, not 7']],
  ['theme: &a [none, *a]\n', ['1: theme should be one of ansi, none, not ["none","…"]']],
  ['measure: {a: {b: c}}\n', ['1: measure should be a whole number from 20 to 200, not {"a":"…"}']],
  ['group: week\n', ['1: group should be one of none, day, section, not "week"']],
  ['libraries: {a: b}\n', ['1: libraries should be a list of folders, not {"a":"b"}']],
  ['just words\n', ['1: should hold settings like "theme: ansi"']],
])('%j warns %j', async (text, warnings) => {
  expect((await load(text)).warnings).toEqual(warnings);
});

const morocco = {name: 'Morocco', query: 'tag:morocco newer:30d'};

test.each([
  ['a map', 'views:\n  Morocco: "tag:morocco newer:30d"\n', [morocco]],
  [
    'a map with sorts',
    'views:\n  Morocco: {query: tag:morocco newer:30d, sort: title}\n',
    [{...morocco, sort: 'title'}],
  ],
  [
    'a map with groups',
    'views:\n  Morocco: {query: tag:morocco newer:30d, group: day}\n',
    [{...morocco, group: 'day'}],
  ],
  [
    'a list',
    'views:\n  - name: Morocco\n    query: tag:morocco newer:30d\n    sort: date\n',
    [{...morocco, sort: 'date'}],
  ],
  ['their order', 'views: {b: x, a: y}\n', ['b x', 'a y'].map(pair => ({name: pair[0], query: pair[2]}))],
  ['digits', 'views: {2022: 2022}\n', [{name: '2022', query: '2022'}]],
  ['what shows everything', 'views: {All: ""}\n', [{name: 'All', query: ''}]],
])('views are read: %s', async (_, text, views) => {
  expect(await load(text)).toEqual({config: {views}, warnings: []});
});

test.each([
  ['views:\n  A: "x"\n  B: "is:red"\n', '3: the query of the view "B": is: does not take "red"'],
  [
    'views:\n  - {name: A, query: x}\n  - {name: B, query: x, sort: titel}\n',
    '3: the view "B" has an unknown sort "titel"; did you mean title?',
  ],
  [
    'views:\n  - {name: A, query: x}\n  - {name: B, query: x, sort: [a]}\n',
    '3: the view "B" has an unknown sort ["a"]; orders are ',
  ],
  [
    'views:\n  - {name: A, query: x}\n  - {name: B, query: x, group: dya}\n',
    '3: the view "B" has an unknown group "dya"; did you mean day?',
  ],
  [
    'views:\n  - {name: A, query: x}\n  # none\n  - {query: x}\n',
    '4: a view is {name, query, sort, group}, not {"query":"x"}',
  ],
  ['views:\n  A: x\n  B: [x]\n', '3: the view "B" should be a query, or {query, sort, group}, not ["x"]'],
  ['views:\n  - {name: A, query: x}\n  - {name: A, query: y}\n', '3: there are two views "A"; the first one is used'],
])('a mistake in a view takes only that one: %j', async (text, warning) => {
  const {config, warnings} = await load(text);
  expect(config).toEqual({views: [{name: 'A', query: 'x'}]});
  expect(warnings).toEqual([expect.stringContaining(warning)]);
});

test('views that are neither a list nor a map are none', async () => {
  expect(await load('theme: none\nviews: morocco\n')).toEqual({
    config: {theme: 'none'},
    warnings: ['2: views should be names with their queries, not "morocco"'],
  });
});

test('what a view is called passes the gate', async () => {
  const {config, warnings} = await load('views:\n  "A\\e[31m\\nB": x\n  "\\e[2J": "is:red"\n');
  expect(config.views?.map(({name}) => name)).toEqual([expect.stringMatching(/^A[^\p{Cc}]*B$/u)]);
  expect(warnings.join('')).not.toMatch(/\p{Cc}/u);
});

test.each([19, 201, 66.5, '"66"', -1, 'wide'])('a measure of %s is none', async measure => {
  const {config, warnings} = await load(`measure: ${measure}\ntheme: none\n`);
  expect(config).toEqual({theme: 'none'});
  expect(warnings).toEqual([expect.stringMatching(/^1: measure should be a whole number from 20 to 200, not /)]);
});

test.each([
  ['one folder without a list', 'libraries: ~/news\n', {libraries: [{path: '~/news'}]}],
  ['a setting after a broken one', 'libraries: [a\ntheme: none\nmeasure: 66\n', {theme: 'none', measure: 66}],
  ['a setting before a broken one', 'theme: none\nlibraries:\n\t- a\n', {theme: 'none'}],
  ['settings given twice', 'theme: none\ntheme: ansi\nmeasure: 66\n', {theme: 'ansi', measure: 66}],
  [
    'a file with a byte order mark and Windows lines',
    '\ufefftheme: none\r\nmeasure: 66\r\n',
    {theme: 'none', measure: 66},
  ],
])('%s is used', async (_, text, config) => {
  expect((await load(text)).config).toEqual(config);
});

test('broken YAML is told with its line', async () => {
  expect((await load('theme: none\nlibraries: [a\nmeasure: 66\n')).warnings).toEqual([
    expect.stringMatching(/^3: is no YAML: /),
  ]);
});

test('what the file holds cannot act on the terminal', async () => {
  const {warnings} = await load('"\\e[2J\\u202Ex": 1\ntheme: "\\e]0;x\\a"\n');
  expect(warnings.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
  expect(warnings).toHaveLength(2);
});

test.skipIf(process.getuid?.() === 0)('a file without permission is a warning', async () => {
  const path = join(folder, 'secret.yaml');
  writeFileSync(path, whole);
  chmodSync(path, 0);
  expect((await loadConfig(path, {themes: ['ansi'], keyTable})).warnings).toEqual([
    {message: expect.stringContaining('cannot be read')},
  ]);
});

test('a pipe in place of the file is not waited for', async () => {
  const path = join(folder, 'pipe.yaml');
  execFileSync('mkfifo', [path]);
  expect((await loadConfig(path, {themes: ['ansi'], keyTable})).warnings).toEqual([
    {message: 'cannot be read: no regular file'},
  ]);
});

test.each([
  ['keys: {open: [enter, l], quit: q}\n', {open: ['enter', 'l'], quit: ['q']}],
  ['keys:\n  page-up: page-up\n  group: b\n', {'page-up': ['page-up'], group: ['b']}],
  ['keys: {edit: none, browse: [], narrower: "-"}\n', {edit: [], browse: [], narrower: ['-']}],
  ['keys: {find: [ctrl-f, ctrl-f], page-down: space}\n', {find: ['ctrl-f'], 'page-down': ['space']}],
  ['keys: {quit-anywhere: [ctrl-c, ctrl-q]}\n', {'quit-anywhere': ['ctrl-c', 'ctrl-q']}],
  ['keys:\n', undefined],
])('keys are read: %j', async (text, keys) => {
  const {config, warnings} = await load(text);
  expect(config.keys && Object.fromEntries(config.keys)).toEqual(keys);
  expect(warnings).toEqual([]);
});

test.each([
  ['  opne: x', '2: unknown action "opne"; did you mean open?'],
  ['  sing: x', '2: unknown action "sing"; "newsprint help keys" names them'],
  ['  __proto__: x', '2: unknown action "__proto__"; "newsprint help keys" names them'],
  ['  open: Enter', '2: unknown key "Enter" for open; did you mean enter?'],
  ['  open: gg', '2: unknown key "gg" for open; a key is one character, or enter, '],
  ['  open: ctrl-i', '2: unknown key "ctrl-i" for open; to a terminal it is the same as another key'],
  ['  open: " "', '2: unknown key " " for open; a key is one character, or '],
  ['  open: "\\e"', '2: unknown key "\\u001b" for open; '],
  ['  open: "\\u202E"', '2: unknown key '],
  ['  open: 1', '2: 1 cannot be a key for open; digits go to the entries of a panel'],
  ['  open: 11', '2: unknown key 11 for open; '],
  ['  open: ctrl-c', '2: ctrl-c cannot be a key for open; it is always quit-anywhere'],
  ['  open:', '2: open should have a key, a list of keys, or none, not null'],
  ['  open: {a: b}', '2: open should have a key, a list of keys, or none, not {"a":"b"}'],
])('a mistake in a key is told with its line, and the usual keys stay: %j', async (line, warning) => {
  const {config, warnings} = await load(`keys:\n${line}\n  quit: x\n`);
  expect(config.keys && Object.fromEntries(config.keys)).toEqual({quit: ['x']});
  expect(warnings).toEqual([expect.stringContaining(warning)]);
  expect(warnings.join('')).not.toMatch(/\p{Cc}|\u202E/u);
});

test.each([
  // Of the page, up goes on with its other keys.
  ['keys:\n  quit: x\n  group: b\n', ['3: b is group now, and no longer page-up (front page)']],
  ['keys:\n  related: d\n', ['2: d is related now, and no longer half-page-down (article)']],
  ['keys: {open: x, edit: x}\n', ['1: x was given to open already, and is not edit too (front page)']],
  ['keys:\n  group: b\n  page-up: page-up\n', []],
  ['keys: {browse: e, edit: o}\n', []],
  // What closes a panel because it opens it was never asked for.
  [
    'keys: {contents: j, down: [J, down], next-article: ctrl-j}\n',
    [expect.stringContaining('unknown key "ctrl-j"'), '1: J is down now, and no longer next-article'],
  ],
])('an action that loses a key to another one is told: %j', async (text, warnings) => {
  expect((await load(text)).warnings).toEqual(warnings);
});

test('keys that are no map are none', async () => {
  expect(await load('theme: none\nkeys: [q]\n')).toEqual({
    config: {theme: 'none'},
    warnings: ['2: keys should be actions with their keys, like {open: [enter, l]}, not ["q"]'],
  });
});
