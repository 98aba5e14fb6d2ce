/** `newsprint unsubscribe`: takes feeds off those that are fetched. */
import type {Command} from './command.ts';

export const unsubscribe: Command = {
  name: 'unsubscribe',
  summary: 'unsubscribe from a feed, by its address or title; its articles stay',
  args: [{name: 'feed', isRequired: true, repeats: true}],
  options: [],
  run: async invocation => {
    const {runUnsubscribe} = await import('./feeds/unsubscribe.ts');
    return runUnsubscribe(invocation);
  },
};
