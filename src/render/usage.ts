/** How a command is written on the command line: its usage line, its options. */
import type {ArgumentSpec, CommandSpec, OptionSpec} from '../core/command-spec.ts';

const argument = ({name, isRequired, repeats}: ArgumentSpec): string => {
  const dots = repeats ? '...' : '';
  return isRequired ? `<${name}>${dots}` : `[${name}${dots}]`;
};

/** `newsprint list [query...]`. */
export const usageLine = ({name, args}: CommandSpec): string =>
  ['newsprint', ...(name === '' ? [] : [name]), ...args.map(argument)].join(' ');

/** `--sort <key>`, `-h, --help`. */
export const optionLabel = ({name, short, value}: OptionSpec): string =>
  `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` <${value}>`}`;

/** What an option does, and which values it takes where they can be listed. */
export const optionSummary = ({summary, choices}: OptionSpec): string =>
  choices === undefined ? summary : `${summary} (${choices.join(', ')})`;
