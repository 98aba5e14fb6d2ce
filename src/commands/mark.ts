/** `newsprint mark`: articles as read, unread, starred or not, by name or by query. */
import type {Command} from './command.ts';

export const mark: Command = {
  name: 'mark',
  summary: 'mark articles as read, unread, starred or not',
  args: [{name: 'article', isRequired: false, repeats: true, completes: 'article'}],
  options: [
    {name: 'read', summary: 'they are read'},
    {name: 'unread', summary: 'they are not read'},
    {name: 'star', summary: 'they get a star'},
    {name: 'unstar', summary: 'they lose their star'},
    {name: 'query', value: 'query', summary: 'all articles that fit, in place of names'},
    {name: 'yes', summary: 'do not ask before marking all that fit'},
    {name: 'undo', summary: 'take the last "newsprint mark" back'},
  ],
  run: async invocation => {
    const {runMark} = await import('./marking.ts');
    return runMark(invocation);
  },
};
