/** `newsprint help`: the commands, one command, or one of the topics. */
import {nearestWord} from '../core/edit-distance.ts';
import {AppError, exitCodes} from '../core/errors.ts';
import type {ManualSection} from '../render/manual.ts';
import {type HelpTopic, helpTopics} from '../render/topics.ts';
import type {Command, Io} from './command.ts';
import {sharedOptions} from './options.ts';
import {terminalColumns} from './output.ts';

export const help: Command = {
  name: 'help',
  summary: 'how to use newsprint: its commands, the keys of the reader, the format of articles, queries',
  args: [{name: [...helpTopics, '<command>'].join('|'), isRequired: false, repeats: false, completes: 'topic'}],
  options: [],
  run: async ({args: [name], io}) => {
    await showHelp(name, io);
    return exitCodes.done;
  },
};

/** Longer lines are hard to read. */
const widest = 100;

/** @param name a command or a topic; absent for the overview */
export const showHelp = async (name: string | undefined, io: Io): Promise<void> => {
  const [sections, {renderManual}] = await Promise.all([sectionsFor(name), import('../render/manual.ts')]);
  const columns = io.output.isTerminal ? Math.min(widest, terminalColumns(io)) : 80;
  io.output.write(renderManual(sections, {width: columns}));
};

const sectionsFor = async (name: string | undefined): Promise<readonly ManualSection[]> => {
  const [{commandHelp, overview}, {commands}] = await Promise.all([import('../render/help.ts'), import('./table.ts')]);
  if (name === undefined) return overview(commands, sharedOptions);
  const topic = helpTopics.find(candidate => candidate === name);
  if (topic !== undefined) return topics[topic]();
  const command = commands.find(candidate => candidate.name === name && name !== '');
  if (command !== undefined) return commandHelp(command, sharedOptions);
  const names = [...helpTopics, ...commands.map(candidate => candidate.name).filter(candidate => candidate !== '')];
  const near = nearestWord(name, names);
  const hint = near === undefined ? `there is help on ${names.join(', ')}` : `did you mean ${near}?`;
  throw new AppError('usage', `no help on "${name}"`, {hint});
};

const topics: Readonly<Record<HelpTopic, () => Promise<readonly ManualSection[]>>> = {
  keys: async () => {
    const [{keysHelp, remappingHelp}, {keyRows, remappingNames}, {standardKeymap}] = await Promise.all([
      import('../render/help.ts'),
      import('../tui/key-rows.ts'),
      import('../tui/keymap.ts'),
    ]);
    return [...keysHelp(keyRows(standardKeymap)), remappingHelp(remappingNames)];
  },
  format: async () => (await import('../render/help-format.ts')).formatHelp,
  query: async () => (await import('../render/help.ts')).queryHelp,
};
