/** What the help says, as manual sections made from the tables. How it is shown: `manual.ts`, `man.ts`. */
import type {CommandSpec, OptionSpec} from '../core/command-spec.ts';
import {answeredFields} from '../core/query/fields.ts';
import {lines, type ManualSection, paragraph, rows} from './manual.ts';
import {type HelpTopic, helpTopics} from './topics.ts';
import {optionLabel, optionSummary, usageLine} from './usage.ts';

const optionRows = (options: readonly OptionSpec[]) =>
  rows(options.map(option => [optionLabel(option), optionSummary(option)]));

export const commandsSection = (commands: readonly CommandSpec[]): ManualSection => ({
  title: 'Commands',
  parts: [rows(commands.map(command => [usageLine(command), command.summary]))],
});

export const optionsSection = (options: readonly OptionSpec[]): ManualSection => ({
  title: 'Options for all',
  parts: [optionRows(options)],
});

export const overview = (commands: readonly CommandSpec[], shared: readonly OptionSpec[]): readonly ManualSection[] => [
  commandsSection(commands),
  optionsSection(shared),
  {
    title: 'More help',
    parts: [
      rows([
        ['newsprint help <command>', 'a command and its options'],
        ...helpTopics.map(topic => [`newsprint help ${topic}`, topicSummaries[topic]] as const),
      ]),
    ],
  },
];

const topicSummaries: Readonly<Record<HelpTopic, string>> = {
  keys: 'the keys of the reader',
  format: 'how articles are written, and what is read of other formats',
  query: 'how to ask for articles',
};

export const commandHelp = (command: CommandSpec, shared: readonly OptionSpec[]): readonly ManualSection[] => {
  const {summary, about = [], options, examples = []} = command;
  return [
    {title: 'Usage', parts: [lines(usageLine(command)), paragraph(sentence(summary)), ...about.map(paragraph)]},
    ...(options.length === 0 ? [] : [{title: 'Options', parts: [optionRows(options)]}]),
    ...(examples.length === 0 ? [] : [{title: 'Examples', parts: [rows(examples)]}]),
    optionsSection(shared),
  ];
};

/** What there is to say of a command besides its usage and its summary. */
export const commandDetails = ({name, about = [], options, examples = []}: CommandSpec): ManualSection => ({
  title: `Command ${name}`,
  parts: [
    ...about.map(paragraph),
    ...(options.length === 0 ? [] : [optionRows(options)]),
    ...(examples.length === 0 ? [] : [paragraph('Examples:'), rows(examples)]),
  ],
});

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** A row of the table of keys, its keys and places written for people. */
export interface KeyRow {
  readonly group: string;
  readonly keys: string;
  /** Where it counts; empty for everywhere. */
  readonly on: string;
  readonly label: string;
}

export const keysHelp = (keyRows: readonly KeyRow[]): readonly ManualSection[] =>
  [...new Set(keyRows.map(({group}) => group))].map(group => ({
    title: group,
    parts: [
      rows(
        keyRows
          .filter(row => row.group === group)
          .map(({keys, on, label}) => [keys, on === '' ? label : `${label} (${on})`] as const),
      ),
    ],
  }));

export interface RemappingNames {
  readonly actions: readonly string[];
  /** Of keys that are neither characters nor held with Ctrl. */
  readonly keys: readonly string[];
}

/** Names stay whole: a line that is broken at a hyphen would give half of one. */
const packed = (names: readonly string[], columns: number): readonly string[] => {
  const packedLines: string[] = [];
  let line = '';
  for (const name of names) {
    if (line !== '' && line.length + name.length + 2 > columns) {
      packedLines.push(`${line},`);
      line = '';
    }
    line += line === '' ? name : `, ${name}`;
  }
  return [...packedLines, line];
};

/** Of lines that are not wrapped. */
const packedColumns = 70;

/** How keys are changed, and what may be named for it. */
export const remappingHelp = ({actions, keys}: RemappingNames): ManualSection => ({
  title: 'Other keys',
  parts: [
    paragraph('In config.yaml an action is given the keys that it has in place of its own; none takes them away:'),
    lines('keys:', '  open: [enter, l]', '  page-up: page-up', '  browse: b', '  edit: none'),
    paragraph('The actions:'),
    lines(...packed(actions, packedColumns)),
    paragraph(
      'A key is one character, in quotes where YAML would take it for something else ("-", "?", "*"), or ctrl- with a letter, or one of these; digits go to the entries of panels:',
    ),
    lines(...packed(keys, packedColumns)),
  ],
});

export const queryHelp: readonly ManualSection[] = [
  {
    title: 'Words',
    parts: [
      rows([
        ['rabat madrid', 'both words, anywhere in title, standfirst, body, authors or tags'],
        ['"road map"', 'these words in this order'],
        ['secur*', 'words that begin so'],
        ['-rabat, NOT rabat', 'without it'],
        ['rabat OR madrid', 'one of them, or both'],
        ['(ceuta OR melilla) -fence', 'parentheses, as everywhere'],
      ]),
      paragraph('Accents and case make no difference: gonzalez finds González.'),
    ],
  },
  {
    title: 'Fields',
    parts: [rows(answeredFields.map(({example, takes}) => [example, takes]))],
  },
  {
    title: 'On the command line',
    parts: [
      paragraph(
        'The shell takes quotes and parentheses for itself: put such a query in single quotes. Put words that begin with - after --, or write NOT word.',
      ),
      lines(
        `newsprint list 'title:"road map"'`,
        'newsprint list section:politics after:2022-07',
        'newsprint list -- rabat -madrid',
      ),
    ],
  },
];
