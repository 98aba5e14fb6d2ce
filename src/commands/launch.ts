/** Starts the programs that the user chose for browsing and editing. Words of a variable become arguments; there is never a shell. */
import {spawn} from 'node:child_process';
import {AppError} from '../core/errors.ts';
import type {SafeUrl} from '../core/sanitize.ts';
import type {Lend} from '../tui/services.ts';

/** What starting a program needs to know: the user's wishes, and the terminal to run on. */
export interface LaunchContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

/** `code --wait "my profile"` → three words. */
const splitWords = (text: string): readonly string[] =>
  [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(match => match[1] ?? match[2] ?? match[3] ?? '');

/** Browsers that draw in the terminal and so need it to themselves. */
const terminalBrowsers = new Set(['w3m', 'lynx', 'links', 'links2', 'elinks', 'browsh', 'carbonyl', 'cha', 'chawan']);

/** What opens an address on each platform, the first that is installed; `wslview` is WSL's. */
const openers: Readonly<Record<string, readonly string[]>> = {
  darwin: ['open'],
  linux: ['wslview', 'xdg-open'],
};

const codeOf = (error: Error): unknown => ('code' in error ? error.code : undefined);

/** Not found, no program, no permission: the user's setting, not a bug. */
const cannotStart = (command: string, error: Error): AppError =>
  new AppError(
    'usage',
    `cannot start "${command}": ${codeOf(error) === 'ENOENT' ? 'there is no such program' : error.message}`,
    {
      hint: 'set VISUAL, EDITOR or BROWSER',
      cause: error,
    },
  );

/** Runs it beside newsprint; `false` when there is no such program. */
const startBeside = (command: string, args: readonly string[]): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {stdio: 'ignore', detached: true});
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
    child.once('error', error => (codeOf(error) === 'ENOENT' ? resolve(false) : reject(cannotStart(command, error))));
  });

/** Runs it on the terminal until it ends. */
const runOnTerminal = (
  command: string,
  args: readonly string[],
  {stdin, stdout}: Pick<LaunchContext, 'stdin' | 'stdout'>,
) =>
  new Promise<void>((resolve, reject) => {
    const child = spawn(command, args, {stdio: [stdin, stdout, 'inherit']});
    child.once('exit', () => resolve());
    child.once('error', error => reject(cannotStart(command, error)));
  });

/** An address behind the words of `BROWSER`, or in place of its `%s`. */
const browserCommand = (browser: string, url: SafeUrl): readonly string[] => {
  const words = splitWords(browser);
  return words.some(word => word.includes('%s')) ? words.map(word => word.replaceAll('%s', url)) : [...words, url];
};

/** @returns `false` where there is no browser to open: over ssh, or without a program that does it */
export const browse = async (url: SafeUrl, context: LaunchContext, lend: Lend): Promise<boolean> => {
  const {BROWSER = '', SSH_CONNECTION, SSH_TTY} = context.env;
  const [command, ...args] = BROWSER.trim() === '' ? [] : browserCommand(BROWSER, url);
  if (command !== undefined) {
    const name = command.slice(command.lastIndexOf('/') + 1);
    if (!terminalBrowsers.has(name)) {
      if (await startBeside(command, args)) return true;
      throw new AppError('usage', `BROWSER names "${command}", and there is no such program`, {
        hint: `the address is ${url}`,
      });
    }
    await lend(() => runOnTerminal(command, args, context));
    return true;
  }
  // A browser started here would open on the far machine, where nobody sees it.
  if (SSH_CONNECTION !== undefined || SSH_TTY !== undefined) return false;
  for (const opener of openers[context.platform] ?? []) if (await startBeside(opener, [url])) return true;
  return false;
};

/** @throws AppError when the editor cannot be found */
export const edit = (path: string, context: Omit<LaunchContext, 'platform'>): Promise<void> => {
  const [command = 'vi', ...args] = splitWords(context.env.VISUAL || context.env.EDITOR || 'vi');
  return runOnTerminal(command, [...args, path], context);
};
