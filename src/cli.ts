/** One run of newsprint: reads the command line, runs the command, shows what went wrong. Knows the process through `Io` only. */
import {isAddress} from './commands/address.ts';
import {type CommandLine, checkUse, readCommandLine} from './commands/arguments.ts';
import {meaningOfBare, unknownWord} from './commands/bare.ts';
import type {Io} from './commands/command.ts';
import {hasOption} from './commands/options.ts';
import {showError} from './commands/report.ts';
import {commands} from './commands/table.ts';
import {AppError, type ExitCode, exitCodes} from './core/errors.ts';

/** @returns the exit status; a bug is thrown */
export const run = async (argv: readonly string[], io: Io): Promise<ExitCode> => {
  try {
    const line = readCommandLine(argv, commands);
    if (hasOption(line.options, 'help')) return await showHelpOf(line, io);
    if (hasOption(line.options, 'version')) {
      io.output.write(`newsprint ${io.version}\n`);
      return exitCodes.done;
    }
    return await runLine(line, io);
  } catch (error) {
    const expected = error instanceof AppError ? error : ofSystem(error);
    if (expected === undefined) throw error;
    showError(io, expected);
    return expected.exitCode;
  }
};

const showHelpOf = async ({command}: CommandLine, io: Io): Promise<ExitCode> => {
  const {showHelp} = await import('./commands/help.ts');
  await showHelp(command, io);
  return exitCodes.done;
};

const runLine = async (line: CommandLine, io: Io): Promise<ExitCode> => {
  const named = commands.find(({name}) => name !== '' && name === line.command);
  const {
    command,
    line: {args, options},
  } = named === undefined ? meaningOfBare(line, io) : {command: named, line};
  checkUse(command, {command: command.name, args, options}, commands);
  try {
    return await command.run({args, options, io});
  } catch (error) {
    const word = line.args[0];
    const isUnknown =
      named === undefined &&
      word !== undefined &&
      word !== '-' &&
      !isAddress(word) &&
      error instanceof AppError &&
      error.code === 'nothing-found';
    throw isUnknown ? unknownWord(word, error, line, commands) : error;
  }
};

/** Failures of the disk and the network that nobody foresaw are the system's, not bugs. */
const ofSystem = (error: unknown): AppError | undefined =>
  error instanceof Error && 'syscall' in error && 'code' in error
    ? new AppError('io', error.message, {cause: error})
    : undefined;
