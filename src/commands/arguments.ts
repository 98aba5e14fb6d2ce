/** Reads a command line against the tables of commands and options. */
import type {CommandSpec, OptionSpec} from '../core/command-spec.ts';
import {nearestWord} from '../core/edit-distance.ts';
import {AppError} from '../core/errors.ts';
import type {OptionValues} from './command.ts';
import {sharedOptions} from './options.ts';

export interface CommandLine {
  /** The first word, if it is a command; a word behind `--` never is. */
  readonly command: string | undefined;
  /** The words that are no options, without the command. */
  readonly args: readonly string[];
  readonly options: OptionValues;
}

/**
 * Options may stand anywhere; `--` ends them. What an option is worth to the command is checked by `checkOptions`.
 * @throws {AppError} for unknown options, and values that are missing, needless or wrong
 */
export const readCommandLine = (argv: readonly string[], commands: readonly CommandSpec[]): CommandLine => {
  const specs = optionsByName([...sharedOptions, ...commands.flatMap(({options}) => options)]);
  const words: string[] = [];
  const options: Record<string, string | true | readonly string[]> = {};
  let command: string | undefined;
  let isEnded = false;
  for (let at = 0; at < argv.length; at++) {
    const written = argv[at] ?? '';
    if (isEnded || written === '-' || !written.startsWith('-')) {
      const isCommand =
        command === undefined &&
        words.length === 0 &&
        !isEnded &&
        commands.some(({name}) => name !== '' && name === written);
      if (isCommand) command = written;
      else words.push(written);
    } else if (written === '--') {
      isEnded = true;
    } else {
      for (const {name, inline} of namedOptions(written, specs)) {
        const spec = specs.get(name);
        if (spec === undefined) throw unknownOption(written, command, [...specs.keys()]);
        const isBelow = spec.value !== undefined && inline === undefined;
        const given = isBelow ? {next: argv[++at]} : {inline};
        options[spec.name] = optionValue(spec, given, options[spec.name]);
      }
    }
  }
  return {command, args: words, options};
};

interface NamedOption {
  /** Empty for a letter that stands for none. */
  readonly name: string;
  /** What is written behind `=`. */
  readonly inline: string | undefined;
}

/** `--name`, `--name=value`, or letters: `-Vh` is two options. No letter stands for an option with a value. */
const namedOptions = (written: string, specs: ReadonlyMap<string, OptionSpec>): NamedOption[] => {
  if (written.startsWith('--')) {
    const end = written.indexOf('=');
    return [
      end === -1
        ? {name: written.slice(2), inline: undefined}
        : {name: written.slice(2, end), inline: written.slice(end + 1)},
    ];
  }
  return [...written.slice(1)].map(letter => {
    const spec = [...specs.values()].find(({short}) => short === letter);
    return {name: spec?.name ?? '', inline: undefined};
  });
};

/** @throws {AppError} for an option of another command, and for words that the command lacks or has no use for */
export const checkUse = (spec: CommandSpec, {args, options}: CommandLine, commands: readonly CommandSpec[]): void => {
  const own = optionsByName([...sharedOptions, ...spec.options]);
  const foreign = Object.keys(options).find(name => !own.has(name));
  if (foreign !== undefined) {
    const owners = commands.filter(command => command.options.some(({name}) => name === foreign)).map(({name}) => name);
    const command = spec.name === '' ? 'the reader' : spec.name;
    throw new AppError('usage', `--${foreign} is no option of ${command}`, {hint: `it is one of ${owners.join(', ')}`});
  }
  const missing = spec.args.find((arg, index) => arg.isRequired && args.length <= index);
  if (missing !== undefined) {
    throw new AppError('usage', `${spec.name} needs <${missing.name}>`, {hint: `see: newsprint help ${spec.name}`});
  }
  const extra = spec.args.some(arg => arg.repeats) ? undefined : args[spec.args.length];
  if (extra !== undefined) {
    throw new AppError('usage', `${spec.name} has no use for "${extra}"`, {hint: `see: newsprint help ${spec.name}`});
  }
};

const optionsByName = (specs: readonly OptionSpec[]): ReadonlyMap<string, OptionSpec> =>
  new Map(specs.map(spec => [spec.name, spec]));

interface GivenValue {
  /** Behind `=`. */
  readonly inline?: string | undefined;
  /** The word that follows. */
  readonly next?: string | undefined;
}

const optionValue = (
  spec: OptionSpec,
  {inline, next}: GivenValue,
  before: string | true | readonly string[] | undefined,
) => {
  const {name, repeats = false} = spec;
  if (spec.value === undefined) {
    if (inline !== undefined) throw new AppError('usage', `--${name} takes no value`);
    return true;
  }
  const value = inline ?? next ?? '';
  // A word with a dash is the next option, unless it is given as --name=-word; a dash alone is stdin.
  if (value === '' || (inline === undefined && value.startsWith('-') && value !== '-')) {
    throw new AppError('usage', `--${name} needs a value`, {hint: expectation(spec)});
  }
  checkValue(spec, value);
  return repeats ? [...(Array.isArray(before) ? before : []), value] : value;
};

const expectation = ({name, value, choices, isCount}: OptionSpec): string => {
  if (choices !== undefined) return `one of ${choices.join(', ')}`;
  return isCount === true ? 'a whole number, 0 or more' : `--${name} <${value}>`;
};

const checkValue = (spec: OptionSpec, value: string): void => {
  const {choices, isCount} = spec;
  const isRight = choices === undefined ? isCount !== true || /^\d{1,9}$/.test(value) : choices.includes(value);
  if (isRight) return;
  const near = choices === undefined ? undefined : nearestWord(value, choices);
  const guess = near === undefined ? '' : `did you mean ${near}? `;
  throw new AppError('usage', `--${spec.name} does not take "${value}"`, {hint: `${guess}${expectation(spec)}`});
};

const unknownOption = (written: string, command: string | undefined, names: readonly string[]): AppError => {
  const [given = ''] = written.split('=');
  if (!written.startsWith('--')) {
    const line = ['newsprint', command ?? 'list', '--', written].join(' ');
    return new AppError('usage', `unknown option ${written}`, {
      hint: `a word that begins with a dash goes behind --: ${line}`,
    });
  }
  const near = nearestWord(given.slice(2), names);
  const hint =
    near === undefined ? `see: newsprint help${command === undefined ? '' : ` ${command}`}` : `did you mean --${near}?`;
  return new AppError('usage', `unknown option ${given}`, {hint});
};
