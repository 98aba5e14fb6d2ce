/** `newsprint` without a command: the reader, where there is a terminal for it, else what a script would want. */
import {resolve} from 'node:path';
import {nearestWord} from '../core/edit-distance.ts';
import {AppError} from '../core/errors.ts';
import {isFolder} from '../store/paths.ts';
import {isAddress} from './address.ts';
import type {CommandLine} from './arguments.ts';
import type {Command, Io} from './command.ts';
import {list} from './list.ts';
import {hasOption, listOption} from './options.ts';
import {read} from './read.ts';

export const bare: Command = {
  name: '',
  summary: 'open the reader: on the library, or on an article, a .md file, a folder, an https:// address, or - (stdin)',
  args: [{name: 'target', isRequired: false, repeats: false, completes: 'article'}],
  options: [],
  run: async invocation => {
    const {openReader} = await import('./open.ts');
    return openReader(invocation);
  },
};

export interface Meaning {
  readonly command: Command;
  readonly line: CommandLine;
}

/**
 * What a line without a command asks for: `list`, `read`, or the reader.
 * @throws {AppError} for more than one target
 */
export const meaningOfBare = (line: CommandLine, io: Io): Meaning => {
  const {args, options} = line;
  const [target] = args;
  if (args.length > 1) {
    throw new AppError('usage', `there is no command "${target}"`, {
      hint: '"newsprint help" lists the commands; "newsprint read" prints several articles',
    });
  }
  const isForScripts = hasOption(options, 'plain') || hasOption(options, 'json');
  const isReader = !isForScripts && hasReaderTerminal(io, target);
  if (target !== undefined && isFolder(resolve(io.cwd, target))) {
    const folder: CommandLine = {
      ...line,
      args: [],
      options: {...options, library: [...listOption(options, 'library'), target]},
    };
    return {command: isReader ? bare : list, line: folder};
  }
  if (isReader) return {command: target !== undefined && isAddress(target) ? addressed : bare, line};
  return {command: target === undefined ? list : read, line};
};

/** Brings in what stands at an address before it is read. */
const addressed: Command = {
  ...bare,
  run: async invocation => {
    const {openAddress} = await import('./importing/open-address.ts');
    return openAddress(invocation, bare);
  },
};

/** The reader needs a screen that it can draw on and keys; with the article on stdin it takes the keys from the terminal itself. */
const hasReaderTerminal = ({stdin, output, env}: Io, target: string | undefined): boolean =>
  output.isTerminal && env.TERM !== 'dumb' && (target === '-' || stdin.isTTY);

/** What to say to a word that is neither a command nor an article: both may have been meant. */
export const unknownWord = (
  word: string,
  notFound: AppError,
  {options}: CommandLine,
  commands: readonly Command[],
): AppError => {
  const names = commands.map(({name}) => name).filter(name => name !== '');
  const near = nearestWord(word, names);
  const command = near === undefined ? '"newsprint help" lists the commands' : `did you mean the command ${near}?`;
  const hint = `${command}; ${notFound.hint ?? '"newsprint list" lists the articles'}`;
  // A script that asks for --plain or --json asks for an article: `newsprint --plain x` is `newsprint read --plain x`.
  const code = hasOption(options, 'plain') || hasOption(options, 'json') ? 'nothing-found' : 'usage';
  return new AppError(code, `"${word}" is neither a command nor an article`, {hint});
};
