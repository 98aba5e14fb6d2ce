/** What the build runs to write the man page. */
import {version} from '../package.json';
import {manPage} from './commands/man-page.ts';

export const manual = (): string => manPage({version});
