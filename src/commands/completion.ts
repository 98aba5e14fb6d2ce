/** `newsprint completion`: the script that completes commands, options and articles in a shell. */
import {nearestWord} from '../core/edit-distance.ts';
import {AppError, exitCodes} from '../core/errors.ts';
import {helpTopics, shells} from '../render/topics.ts';
import type {Command} from './command.ts';
import {sharedOptions} from './options.ts';

export const completion: Command = {
  name: 'completion',
  summary: 'print the script that completes commands, options and articles in a shell',
  args: [{name: shells.join('|'), isRequired: true, repeats: false, completes: 'shell'}],
  options: [],
  run: async ({args: [name = ''], io}) => {
    const shell = shells.find(candidate => candidate === name);
    if (shell === undefined) {
      const near = nearestWord(name, shells);
      const hint = near === undefined ? `one of ${shells.join(', ')}` : `did you mean ${near}?`;
      throw new AppError('usage', `no completion for the shell "${name}"`, {hint});
    }
    const [{renderCompletion}, {commands}] = await Promise.all([
      import('../render/completion.ts'),
      import('./table.ts'),
    ]);
    io.output.write(
      renderCompletion(shell, {
        commands: commands.filter(command => command.name !== ''),
        shared: sharedOptions,
        topics: helpTopics,
      }),
    );
    return exitCodes.done;
  },
};
