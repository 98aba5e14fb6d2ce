/** `newsprint` and `newsprint <target>` on a terminal: the reader. */
import {existsSync, openSync, readFileSync, realpathSync, statSync} from 'node:fs';
import {basename, resolve} from 'node:path';
import {ReadStream} from 'node:tty';
import type {Article} from '../core/article.ts';
import {AppError, type ExitCode} from '../core/errors.ts';
import {findArticle} from '../core/find-article.ts';
import type {Library} from '../core/library.ts';
import {supportsHyperlinks} from '../render/color-level.ts';
import {createTheme, themeNames} from '../render/theme.ts';
import {articleFromBytes, loadArticle, loadLibrary} from '../store/library.ts';
import type {ReaderServices} from '../tui/services.ts';
import {readAll} from './article-source.ts';
import type {Invocation, Io} from './command.ts';
import {guardedExpression} from './guarded-expression.ts';
import {browse, edit} from './launch.ts';
import {textOption} from './options.ts';
import {colorDecision} from './output.ts';
import {openSession, type Session} from './session.ts';

const standardMeasure = 72;

/** The library to walk through, and the article to begin with. */
interface Opening {
  readonly library: Library;
  readonly article: Article | undefined;
}

/** A file or piped text that is not in the library joins it for the run, so that one can come back to it. */
const joined = (library: Library, article: Article): Opening => {
  const {path} = article;
  const isSame = (other: Article): boolean =>
    other.path === path || (basename(other.path) === basename(path) && realPath(other.path) === realPath(path));
  const known = path === '' ? undefined : library.articles.find(isSame);
  return known === undefined
    ? {library: {...library, articles: [article, ...library.articles]}, article}
    : {library, article: known};
};

/** Where links lead; a path that is not there, or the empty one of piped text, stays as it is. */
const realPath = (path: string): string => {
  try {
    return path === '' ? path : realpathSync(path);
  } catch {
    return path;
  }
};

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

/** What a shell hands over for `<(command)`. */
const isPipe = (path: string): boolean => existsSync(path) && statSync(path).isFIFO();

/** @throws AppError when nothing came in */
const piped = (bytes: Uint8Array, name: string): Article => {
  if (bytes.length > 0) return articleFromBytes(bytes, name);
  throw new AppError('nothing-found', `nothing came in from ${name}`, {
    hint: 'what should have written an article may have failed',
  });
};

/** @throws AppError for a target that is no file and fits no article, or several */
const opening = async (target: string | undefined, library: Library, io: Io): Promise<Opening> => {
  if (target === undefined) return {library, article: undefined};
  if (target === '-') return joined(library, piped(await readAll(io.stdin), 'stdin'));
  const path = resolve(io.cwd, target);
  if (isPipe(path)) return joined(library, piped(readFileSync(path), 'pipe'));
  return isFile(path) ? joined(library, loadArticle(path)) : {library, article: findArticle(library, target)};
};

/** With the article on stdin, keys come from the terminal itself. */
const keyboard = (target: string | undefined, io: Io): NodeJS.ReadStream => {
  if (target !== '-') return io.stdin;
  try {
    return new ReadStream(openSync('/dev/tty', 'r'));
  } catch (cause) {
    throw new AppError('usage', 'no terminal to take keys from', {
      hint: 'newsprint read - prints what comes in',
      cause,
    });
  }
};

const servicesFor = (io: Io, stdin: NodeJS.ReadStream, reload: () => Library): ReaderServices => ({
  loadLibrary: reload,
  browse: (url, lend) => browse(url, {env: io.env, platform: io.platform, stdin, stdout: io.stdout}, lend),
  edit: path => edit(path, {env: io.env, stdin, stdout: io.stdout}),
  compileExpression: guardedExpression,
  lendTerminal: use => io.lendTerminal(use),
  suspend: () => io.suspend(),
  watchStops: listener => io.watchStops(listener),
  onExit: cleanup => io.onExit(cleanup),
  now: () => io.now(),
});

const readerSettings = (invocation: Invocation, {settings}: Session) => {
  const {level, isColorless} = colorDecision(invocation);
  const wanted = textOption(invocation.options, 'theme') ?? settings.config.theme;
  const name = themeNames.find(candidate => candidate === wanted) ?? 'ansi';
  return {
    theme: createTheme(isColorless ? 'none' : name, level),
    measure: settings.config.measure ?? standardMeasure,
    hyperlinks: supportsHyperlinks(invocation.io.env),
    today: invocation.io.now(),
  };
};

/** Piped text is no file: it stays as it is. */
const reloaded = (article: Article): Article => (isFile(article.path) ? loadArticle(article.path) : article);

/** @throws AppError for a missing library, and for a target that cannot be found */
export const openReader = async (invocation: Invocation): Promise<ExitCode> => {
  const {args, io} = invocation;
  const [target] = args;
  const session = await openSession(invocation);
  const {library, article} = await opening(target, session.library, io);
  const stdin = keyboard(target, io);
  const reload = () => {
    const again = loadLibrary(session.library.folders);
    return article === undefined ? again : joined(again, reloaded(article)).library;
  };
  const {runReader} = await import('../tui/app.tsx');
  return runReader({
    library,
    article,
    settings: readerSettings(invocation, session),
    stdin,
    stdout: io.stdout,
    services: servicesFor(io, stdin, reload),
    // Ink's own name for it, which its other programs know.
    isLinear: io.env.INK_SCREEN_READER === 'true',
  });
};
