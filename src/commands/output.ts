/** In which form a run answers, and where: decided once from the options, the environment and what stdout is. */
import {type ColorDecision, decideColor, isForced, supportsHyperlinks} from '../render/color-level.ts';
import type {Theme, ThemeName} from '../render/theme.ts';
import type {Invocation, Io} from './command.ts';
import {colorFlag, countOption, hasOption, textOption} from './options.ts';
import type {Settings} from './settings.ts';

/** `plain` for scripts, `json` for programs, `styled` for eyes. */
export type OutputForm = 'plain' | 'json' | 'styled';

/** `--plain` wins over everything; else a terminal, or who asks for colours, gets styles. */
export const outputForm = ({options, io}: Invocation): OutputForm => {
  if (hasOption(options, 'plain')) return 'plain';
  if (hasOption(options, 'json')) return 'json';
  const flag = colorFlag(options);
  return io.output.isTerminal || flag === 'always' || (flag === 'auto' && isForced(io.env)) ? 'styled' : 'plain';
};

export interface Styling {
  /** Columns of the terminal, or those asked for; 0 when lines shall not be broken. */
  readonly width: number;
  readonly theme: Theme;
  readonly hasHyperlinks: boolean;
}

const standardColumns = 80;

/** Columns of text that are comfortable to read. */
const standardMeasure = 72;

/** Columns for an article's text: those asked for, else the measure as far as the terminal has room. */
export const textColumns = ({options, io}: Invocation, {config}: Settings): number =>
  countOption(options, 'width') ?? Math.min(terminalColumns(io), config.measure ?? standardMeasure);

/** Columns of the terminal: what COLUMNS says, else what the terminal says, else 80. */
export const terminalColumns = ({env, output}: Io): number => {
  const said = Number(env.COLUMNS);
  return Number.isInteger(said) && said > 0 ? said : output.columns || standardColumns;
};

export const colorDecision = ({options, io}: Invocation): ColorDecision =>
  decideColor({env: io.env, isTerminal: io.output.isTerminal, flag: colorFlag(options)});

export const styling = async (invocation: Invocation, {config}: Settings): Promise<Styling> => {
  const {io, options} = invocation;
  const {createTheme, themeNames} = await import('../render/theme.ts');
  const {level, isColorless} = colorDecision(invocation);
  const asked = textOption(options, 'theme') ?? config.theme;
  const name: ThemeName = isColorless ? 'none' : (themeNames.find(known => known === asked) ?? 'ansi');
  return {
    width: countOption(options, 'width') ?? terminalColumns(io),
    theme: createTheme(name, level),
    hasHyperlinks: level > 0 && io.output.isTerminal && supportsHyperlinks(io.env),
  };
};
