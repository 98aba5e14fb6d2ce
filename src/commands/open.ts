/** `newsprint` and `newsprint <target>` on a terminal: the reader. */
import {existsSync, openSync, readFileSync, realpathSync, statSync} from 'node:fs';
import {basename, resolve} from 'node:path';
import {ReadStream} from 'node:tty';
import type {Article} from '../core/article.ts';
import {AppError, type ExitCode} from '../core/errors.ts';
import {findArticle} from '../core/find-article.ts';
import {findablesOf, type ListedLibrary, type Listing, nameAt} from '../core/listing/listing.ts';
import {supportsHyperlinks} from '../render/color-level.ts';
import {createTheme, themeNames} from '../render/theme.ts';
import {isSmall} from '../store/index/open-library.ts';
import {articleFromBytes, loadArticle} from '../store/library.ts';
import {pathAt} from '../store/listing/article-at.ts';
import {keptListing, type ListingOptions, openListing} from '../store/listing/open.ts';
import {createKeymap, standardKeymap} from '../tui/keymap.ts';
import {loosePosition} from '../tui/library.ts';
import type {LibraryListener} from '../tui/services.ts';
import {readAll} from './article-source.ts';
import type {Invocation, Io} from './command.ts';
import {guardedExpression} from './guarded-expression.ts';
import {openState} from './kept-state.ts';
import {browse, edit} from './launch.ts';
import {textOption} from './options.ts';
import {colorDecision} from './output.ts';
import {createFeedService} from './reader/feeds.ts';
import {createReaderLibrary} from './reader/library.ts';
import {createLocalService} from './reader/local-service.ts';
import {createMarkService, readMarks} from './reader/marks.ts';
import {createRemoteService} from './reader/remote-service.ts';
import {followRenames} from './renames.ts';
import {tell} from './report.ts';
import {openLibraries} from './session.ts';
import {openSettings, type Settings} from './settings.ts';

const standardMeasure = 72;

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

/** What the reader begins with: an article of the library, by its position, or one from elsewhere. */
interface Opening {
  readonly loose: Article | undefined;
  readonly position: number | undefined;
}

/** Where links lead; a path that is not there stays as it is. */
const realPath = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
};

/** A file that is in the library is that article; any other joins it for the run, so that one can come back to it. */
const openingOfFile = (path: string, listing: Listing): Opening => {
  const name = basename(path);
  for (let position = 0; position < listing.length; position++) {
    const known = nameAt(listing, position) === name ? pathAt(listing, position) : undefined;
    if (known !== undefined && (known === path || realPath(known) === realPath(path)))
      return {loose: undefined, position};
  }
  return {loose: loadArticle(path), position: loosePosition};
};

/** @throws AppError for a target that is no file and fits no article, or several */
const openingOf = async (target: string | undefined, listing: Listing, io: Io): Promise<Opening> => {
  if (target === undefined) return {loose: undefined, position: undefined};
  if (target === '-') return {loose: piped(await readAll(io.stdin), 'stdin'), position: loosePosition};
  const path = resolve(io.cwd, target);
  if (isPipe(path)) return {loose: piped(readFileSync(path), 'pipe'), position: loosePosition};
  if (isFile(path)) return openingOfFile(path, listing);
  return {loose: undefined, position: findArticle(findablesOf(listing), target).position};
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

const readerSettings = (invocation: Invocation, settings: Settings) => {
  const {level, isColorless} = colorDecision(invocation);
  const wanted = textOption(invocation.options, 'theme') ?? settings.config.theme;
  const name = themeNames.find(candidate => candidate === wanted) ?? 'ansi';
  return {
    theme: createTheme(isColorless ? 'none' : name, level),
    measure: settings.config.measure ?? standardMeasure,
    hyperlinks: supportsHyperlinks(invocation.io.env),
    today: invocation.io.now(),
    group: settings.config.group ?? 'none',
    keymap: settings.config.keys === undefined ? standardKeymap : createKeymap(settings.config.keys),
  };
};

/** Milliseconds that reading a library may hold up the first screen; what is left of it is read behind it. */
const patience = 400;

/** What is known of the library so soon; a library that was read before is shown as it was then. */
const firstListing = (
  libraries: readonly ListedLibrary[],
  options: ListingOptions,
  needsAll: boolean,
): {readonly listing: Listing; readonly isWhole: boolean; readonly mayBeRenamed: boolean} => {
  const kept = needsAll ? undefined : keptListing(libraries, options);
  if (kept !== undefined && !isSmall(kept)) return {listing: kept, isWhole: true, mayBeRenamed: false};
  const until = options.now() + patience;
  const opening = openListing(libraries, options);
  for (;;) {
    const step = opening.next();
    if (step.done) return {...step.value, isWhole: true};
    if (!needsAll && options.now() > until) {
      return {listing: step.value.listing(), isWhole: false, mayBeRenamed: false};
    }
  }
};

/** @throws AppError for a missing library, and for a target that cannot be found */
export const openReader = async (invocation: Invocation): Promise<ExitCode> => {
  const {args, io} = invocation;
  const [target] = args;
  const settings = await openSettings(io);
  const libraries = openLibraries(invocation, settings);
  const listingOptions = {
    ...{cacheFolder: settings.paths.cacheFolder, version: io.version},
    now: () => io.now().getTime(),
  };
  // An article that is asked for by name may be a new one.
  const {listing, isWhole, mayBeRenamed} = firstListing(libraries, listingOptions, target !== undefined);
  const {loose, position} = await openingOf(target, listing, io);
  const stdin = keyboard(target, io);
  // What is to be told while the reader has the terminal is told behind it.
  const warnings: string[] = [];
  const state = openState(io, settings, message => void warnings.push(message));
  if (mayBeRenamed) followRenames(listing, state);
  const library = createReaderLibrary(listing, loose, state);
  const published = (found: Listing, listener: LibraryListener): void => {
    const next = createReaderLibrary(found, loose, state);
    listener.changed(next, readMarks(state, next));
  };
  const service =
    isWhole && isSmall(listing)
      ? createLocalService({libraries, listing, listingOptions, published})
      : createRemoteService(io.threadFile, {libraries, listingOptions, published}, found =>
          followRenames(found, state),
        );
  const {runReader} = await import('../tui/app.tsx');
  try {
    return await runReader({
      library,
      marks: readMarks(state, library),
      position,
      views: settings.config.views ?? [],
      settings: readerSettings(invocation, settings),
      stdin,
      stdout: io.stdout,
      services: {
        library: service,
        feeds: createFeedService(invocation, settings),
        marks: createMarkService(state, () => io.now().getTime()),
        browse: (url, lend) => browse(url, {env: io.env, platform: io.platform, stdin, stdout: io.stdout}, lend),
        edit: path => edit(path, {env: io.env, stdin, stdout: io.stdout}),
        compileExpression: guardedExpression,
        lendTerminal: use => io.lendTerminal(use),
        suspend: () => io.suspend(),
        watchStops: listener => io.watchStops(listener),
        onExit: cleanup => io.onExit(cleanup),
        now: () => io.now(),
      },
      // Ink's own name for it, which its other programs know.
      isLinear: io.env.INK_SCREEN_READER === 'true',
    });
  } finally {
    state.close();
    for (const warning of warnings) tell(io, warning);
  }
};
