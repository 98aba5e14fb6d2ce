/**
 * The tables of the README and of the bundled guide to the keys, made from the tables of the code. `npm run documents`
 * writes them into their places; a test holds them equal.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {sharedOptions} from '../commands/options.ts';
import {commands} from '../commands/table.ts';
import type {OptionSpec} from '../core/command-spec.ts';
import {answeredFields} from '../core/query/fields.ts';
import {referenceSections} from '../render/reference.ts';
import {optionLabel, optionSummary, usageLine} from '../render/usage.ts';
import {modeNames} from '../tui/key-rows.ts';
import {type Binding, keyLabel, type Mode, standardKeymap} from '../tui/keymap.ts';

type Row = readonly string[];

const cell = (text: string): string => text.replaceAll('|', '\\|');
const code = (text: string): string => `\`${text}\``;

const table = (head: Row, rows: readonly Row[]): string =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.map(cell).join(' | ')} |`).join('\n');

const bindings = standardKeymap.rows;
const isEverywhere = (row: Binding): boolean => row.on.length === Object.keys(modeNames).length;
const keysOf = (row: Binding): string => row.keys.map(key => code(keyLabel(key))).join(' ');
const keyRow = (row: Binding): Row => [keysOf(row), row.label];

const keyTable = (): string =>
  table(
    ['keys', 'where', 'what'],
    bindings.map(row => [
      keysOf(row),
      isEverywhere(row) ? '' : row.on.map(mode => modeNames[mode]).join(', '),
      row.label,
    ]),
  );

const chapter = (title: string, rows: readonly Binding[]): string =>
  `### ${title}\n\n${table(['keys', 'what'], rows.map(keyRow))}`;

const keyChapters = (): string =>
  [
    chapter('Everywhere', bindings.filter(isEverywhere)),
    ...(Object.keys(modeNames) as readonly Mode[]).map(mode => {
      const name = modeNames[mode];
      const rows = bindings.filter(row => row.on.includes(mode) && !isEverywhere(row));
      return chapter(name.charAt(0).toUpperCase() + name.slice(1), rows);
    }),
  ].join('\n\n');

const optionRow = (option: OptionSpec): Row => [code(optionLabel(option)), optionSummary(option)];

const commandTable = (): string => {
  const usage = table(
    ['command', 'what'],
    commands.map(command => [code(usageLine(command)), command.summary]),
  );
  const withOptions = commands.filter(command => command.options.length > 0);
  const options = withOptions.flatMap(command =>
    command.options.map(option => [code(command.name), ...optionRow(option)]),
  );
  return `${usage}\n\n${table(['command', 'option', 'what'], options)}`;
};

const exitTable = (): string => {
  const section = referenceSections.find(({title}) => title === 'Exit status');
  const rows = section?.parts.flatMap(part => (part.kind === 'rows' ? part.rows : [])) ?? [];
  return table(
    ['status', 'meaning'],
    rows.map(({term, text}) => [term, text]),
  );
};

const queryTable = (): string =>
  table(
    ['example', 'takes'],
    answeredFields.map(({example, takes}) => [code(example), takes]),
  );

/** Which parts of which files are made, by the name of the comments around them. */
const parts: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  'README.md': {
    keys: keyTable,
    commands: commandTable,
    options: () => table(['option', 'what'], sharedOptions.map(optionRow)),
    exit: exitTable,
    query: queryTable,
  },
  'articles/guides/keys.md': {keys: keyChapters},
};

export const documentFiles: readonly string[] = Object.keys(parts);

/** A document with its parts made anew. @throws Error when the comments around a part are missing */
export const renewDocument = (file: string, text: string): string =>
  Object.entries(parts[file] ?? {}).reduce((document, [name, make]) => {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const start = document.indexOf(open);
    const end = document.indexOf(close, start);
    if (start < 0 || end < 0) throw new Error(`${file} has no place for ${name}: ${open} … ${close}`);
    return `${document.slice(0, start + open.length)}\n\n${make()}\n\n${document.slice(end)}`;
  }, text);

/** Writes the parts into the files below a folder. */
export const writeDocuments = (root: string): void => {
  for (const file of documentFiles) {
    const path = resolve(root, file);
    writeFileSync(path, renewDocument(file, readFileSync(path, 'utf8')));
  }
};
