/** `newsprint prune`: takes the files of articles out of the library, to the trash or to a folder. */
import type {Command} from './command.ts';

export const prune: Command = {
  name: 'prune',
  summary: 'move the files of articles that fit to the trash, or to a folder',
  args: [{name: 'query', isRequired: true, repeats: true, completes: 'query'}],
  options: [
    {name: 'to', value: 'dir', summary: 'folder to move them to, in place of the trash'},
    {name: 'yes', summary: 'do not ask before moving them'},
  ],
  run: async invocation => {
    const {runPrune} = await import('./pruning.ts');
    return runPrune(invocation);
  },
};
