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

export const commandHelp = (command: CommandSpec, shared: readonly OptionSpec[]): readonly ManualSection[] => [
  {title: 'Usage', parts: [lines(usageLine(command)), paragraph(`${sentence(command.summary)}`)]},
  ...(command.options.length === 0 ? [] : [{title: 'Options', parts: [optionRows(command.options)]}]),
  optionsSection(shared),
];

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
