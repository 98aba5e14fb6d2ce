/** The options that all commands share, and how a command reads what was given for its options. */
import type {OptionSpec} from '../core/command-spec.ts';
import type {ThemeName} from '../render/theme.ts';
import type {OptionValues} from './command.ts';

// Written out, since loading the themes to name them would load chalk at every start; a test holds them equal.
export const themeChoices = ['ansi', 'none'] as const satisfies readonly ThemeName[];

const colorChoices = ['auto', 'always', 'never'] as const;
export type ColorFlag = (typeof colorChoices)[number];

// biome-ignore format: a table reads best with one row a line
export const sharedOptions: readonly OptionSpec[] = [
  {name: 'library', value: 'dir', repeats: true, summary: 'folder of articles; may be given several times'},
  {name: 'plain', summary: 'lines for scripts and pipes: never the reader, never an escape sequence'},
  {name: 'json', summary: 'one JSON document'},
  {name: 'width', value: 'columns', isCount: true, summary: 'columns to wrap at; 0 leaves each paragraph on one line'},
  {name: 'theme', value: 'name', choices: themeChoices, summary: 'colours of the terminal'},
  {name: 'color', value: 'when', choices: colorChoices, summary: 'whether to use colours; "always" also into a pipe'},
  {name: 'no-color', summary: 'the same as --color never'},
  {name: 'strict', summary: 'report problems in articles on stderr and exit with 3'},
  {name: 'version', short: 'V', summary: 'print the version'},
  {name: 'help', short: 'h', summary: 'print this help'},
];

export const textOption = (options: OptionValues, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};

export const listOption = (options: OptionValues, name: string): readonly string[] => {
  const value = options[name];
  return value === undefined || value === true ? [] : typeof value === 'string' ? [value] : value;
};

export const hasOption = (options: OptionValues, name: string): boolean => options[name] === true;

/** A number that was checked when the command line was read. */
export const countOption = (options: OptionValues, name: string): number | undefined => {
  const value = textOption(options, name);
  return value === undefined ? undefined : Number(value);
};

export const colorFlag = (options: OptionValues): ColorFlag =>
  hasOption(options, 'no-color') ? 'never' : (colorChoices.find(choice => choice === options.color) ?? 'auto');
