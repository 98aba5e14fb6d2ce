import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {checkUse, readCommandLine} from '../../src/commands/arguments.ts';
import {sharedOptions} from '../../src/commands/options.ts';
import {commands} from '../../src/commands/table.ts';
import {fieldHelp} from '../../src/core/query/fields.ts';
import {parseQuery} from '../../src/core/query.ts';
import {width} from '../../src/core/text/width.ts';
import {manual} from '../../src/manual.ts';
import {commandHelp, keysHelp, overview, queryHelp, remappingHelp} from '../../src/render/help.ts';
import {formatHelp} from '../../src/render/help-format.ts';
import {type ManualSection, renderManual} from '../../src/render/manual.ts';
import {keyRows, remappingNames} from '../../src/tui/key-rows.ts';
import {standardKeymap} from '../../src/tui/keymap.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsprint-manual-'));
afterAll(() => rmSync(folder, {recursive: true}));

const topics: Readonly<Record<string, readonly ManualSection[]>> = {
  overview: overview(commands, sharedOptions),
  keys: [...keysHelp(keyRows(standardKeymap)), remappingHelp(remappingNames)],
  query: queryHelp,
  ...Object.fromEntries(commands.map(command => [command.name, commandHelp(command, sharedOptions)])),
};

const examples = commands.flatMap(({name, examples: all = []}) => all.map(([line]) => [name, line] as const));

const unbroken = (text: string): string => text.replace(/\s+/g, ' ');

/** Words as a shell parts them. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

test.each(['import', 'subscribe', 'fetch', 'feeds'])('the help on %s says what it takes, and gives examples', name => {
  const command = commands.find(one => one.name === name);
  const text = unbroken(renderManual(topics[name] ?? [], {width: 80}));
  expect(command?.about?.length).toBeGreaterThan(0);
  for (const paragraph of command?.about ?? []) expect(text).toContain(paragraph);
  for (const [line, does] of command?.examples ?? []) expect(text).toContain(`${line} ${does}`);
});

test.each(examples)('an example of %s is understood: %s', (name, example) => {
  const [, ...argv] = wordsOf(example.slice(example.indexOf('newsprint ')));
  const line = readCommandLine(argv, commands);
  expect(line.command).toBe(name);
  const command = commands.find(one => one.name === name);
  if (command !== undefined) checkUse(command, {...line, command: name}, commands);
});

test.each([20, 32, 40, 60, 80, 100])(
  'at %i columns no line of help is wider, but for what may not be broken',
  columns => {
    for (const sections of Object.values(topics)) {
      const kept = new Set(
        sections.flatMap(({parts}) =>
          parts.flatMap(part =>
            part.kind === 'lines' ? part.lines : part.kind === 'rows' ? part.rows.map(({term}) => term) : [],
          ),
        ),
      );
      for (const line of renderManual(sections, {width: columns}).split('\n')) {
        if (!kept.has(line.trim())) expect(width(line)).toBeLessThanOrEqual(columns);
      }
    }
  },
);

test('the help on keys has every row of the table of keys', () => {
  const text = renderManual(topics.keys ?? [], {width: 200});
  for (const {label} of standardKeymap.rows) expect(text).toContain(label);
});

test('every example of a field is a query', () => {
  for (const {example} of Object.values(fieldHelp)) expect(() => parseQuery(example)).not.toThrow();
});

test('the help on the format names every field', () => {
  const text = renderManual(formatHelp, {width: 80});
  for (const name of [
    'title',
    'standfirst',
    'section',
    'authors',
    'published',
    'tags',
    'image',
    'related',
    'draft: true',
  ])
    expect(text).toContain(name);
});

const hasMan = spawnSync('man', ['--version']).status === 0;

test.skipIf(!hasMan)('man shows the manual without a warning, and it has every command and option', () => {
  const path = join(folder, 'newsprint.1');
  writeFileSync(path, manual());
  const {stdout, stderr, status} = spawnSync('man', ['--warnings', '-l', path], {
    encoding: 'utf8',
    env: {...process.env, MANWIDTH: '200', LC_ALL: 'C.UTF-8', MANPAGER: 'cat', PAGER: 'cat'},
  });
  expect([status, stderr]).toEqual([0, '']);
  const text = stdout.replace(/.\u0008/g, '').replace(/\u001b\[[\d;]*m/g, '');
  for (const {name, options, about = [], examples: given = []} of commands) {
    expect(text).toContain(name);
    for (const option of options) expect(text).toContain(`--${option.name}`);
    for (const paragraph of about) expect(unbroken(text)).toContain(paragraph);
    for (const [line] of given) expect(text).toContain(line);
  }
  expect(text).toContain('newsprint list \'title:"road map"\'');
});
