/** What `newsprint prune` does: lists what fits, asks, and moves each file by itself. Nothing is deleted, nothing overwritten. */
import {existsSync, mkdirSync, realpathSync} from 'node:fs';
import {basename, dirname, join, relative, resolve} from 'node:path';
import {AppError, type ExitCode, exitCodes} from '../core/errors.ts';
import {entryAt, type Listing, libraryAt, linesOf, relativePathAt} from '../core/listing/listing.ts';
import {noMarks} from '../core/marks.ts';
import {parseQuery, type Query} from '../core/query.ts';
import {escapeJson, field} from '../core/sanitize.ts';
import {renderListTable} from '../render/list.ts';
import {filePathAt, pathAt} from '../store/listing/article-at.ts';
import {moveFile} from '../store/move-file.ts';
import {systemReason} from '../store/system-error.ts';
import {createTrash} from '../store/trash.ts';
import type {Invocation} from './command.ts';
import {confirm} from './confirm.ts';
import {countedArticles} from './counted.ts';
import {marksAt, readMarks} from './kept-state.ts';
import {listedAt} from './listed.ts';
import {hasOption, textOption} from './options.ts';
import {outputForm, styling} from './output.ts';
import {placed, tell} from './report.ts';
import {openSession, type Session} from './session.ts';

export const runPrune = async (invocation: Invocation): Promise<ExitCode> => {
  const {args, io} = invocation;
  const query = askedFor(args.join(' '));
  // What goes shall fit by what it says now, not by what it said a minute ago.
  const session = await openSession(invocation, {isThorough: true});
  const goal = goalOf(invocation, session);
  const {listing, settings} = session;
  const marks = readMarks(io, settings, query.asksForState);
  const positions = session.index().matching(query, {now: io.now(), ...marksAt(listing, marks)});
  if (positions.length === 0) {
    tell(io, `no article fits ${query.text}`);
    return exitCodes['nothing-found'];
  }
  await show(positions, session, invocation);
  if (!(await isAgreed(positions.length, goal, invocation))) {
    tell(io, 'nothing was moved');
    return exitCodes.done;
  }
  return report(moveAll(positions, listing, goal), goal, invocation);
};

/** @throws {AppError} for a query that everything would fit, and for a mistake in it */
const askedFor = (text: string): Query => {
  const query = parseQuery(text.trim());
  if (query.root !== undefined) return query;
  throw new AppError('usage', 'prune needs a query', {hint: 'newsprint prune is:read -newer:1y'});
};

interface Goal {
  /** `to the trash` */
  readonly name: string;
  /** @throws an error of the file system, or `AppError`; then the file is where it was */
  move(position: number): void;
}

/** @throws {AppError} for a library, or a folder, that it must not be */
const goalOf = ({options, io}: Invocation, {listing, origin, settings}: Session): Goal => {
  if (origin === 'bundled articles') {
    throw new AppError('usage', 'the articles that come with newsprint are not yours to prune', {
      hint: 'name a library with --library <dir>',
    });
  }
  const to = textOption(options, 'to');
  if (to === undefined) {
    const {dataFolder, home} = settings.paths;
    const trash = createTrash({dataHome: dirname(dataFolder), home, platform: io.platform, now: () => io.now()});
    return {name: 'to the trash', move: position => trash(filePathAt(listing, position))};
  }
  const folder = resolve(io.cwd, to);
  const around = listing.libraries.find(
    ({path, file}) => file === undefined && isWithin(realPath(folder), realpathSync(path)),
  );
  if (around !== undefined) {
    throw new AppError('usage', `${folder} lies in the library ${around.path}`, {
      hint: 'what is moved there would still be listed; name a folder elsewhere',
    });
  }
  return {name: `to ${folder}`, move: position => moveBelow(folder, listing, position)};
};

const isWithin = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith('../');
};

/** Where links lead of as much of a path as there is. */
const realPath = (path: string): string =>
  existsSync(path) ? realpathSync(path) : join(realPath(dirname(path)), basename(path));

/** @throws {AppError} for a file that is in the library only by way of a link to another folder: that folder is not the library's */
export const checkPlace = (listing: Listing, position: number): void => {
  if (isWithin(realpathSync(dirname(pathAt(listing, position))), realpathSync(libraryAt(listing, position).path)))
    return;
  throw new AppError('usage', 'a link out of the library leads there');
};

/** Each below the folder as it was below its library. */
const moveBelow = (folder: string, listing: Listing, position: number): void => {
  const from = filePathAt(listing, position);
  const below = join(folder, dirname(relativePathAt(listing, position)));
  mkdirSync(below, {recursive: true});
  const name = Buffer.from(from as string).subarray(Buffer.from(from as string).lastIndexOf(0x2f));
  moveFile(from, Buffer.concat([Buffer.from(below), name]));
};

/** What would be moved; a program reads of it when it is done. */
const show = async (positions: Int32Array, session: Session, invocation: Invocation): Promise<void> => {
  const {output} = invocation.io;
  const form = outputForm(invocation);
  if (form === 'plain') for (const lines of linesOf(session.listing, positions)) output.write(lines);
  if (form !== 'styled') return;
  const listed = Array.from(positions, position => listedAt(session, position, noMarks));
  output.write(renderListTable(listed, undefined, await styling(invocation, session.settings)));
};

/** @throws {AppError} where nobody can be asked */
const isAgreed = async (count: number, {name}: Goal, {options, io}: Invocation): Promise<boolean> => {
  if (hasOption(options, 'yes')) return true;
  const answer = await confirm(`move ${countedArticles(count)} ${name}?`, io);
  if (answer !== 'cannot ask') return answer === 'yes';
  throw new AppError('usage', `${countedArticles(count)} would be moved ${name}`, {
    hint: '--yes moves them without asking',
  });
};

interface Moved {
  readonly moved: readonly {readonly id: string; readonly library: string; readonly path: string}[];
  readonly failed: readonly {readonly path: string; readonly message: string}[];
}

const moveAll = (positions: Int32Array, listing: Listing, {move}: Goal): Moved => {
  const moved: Moved['moved'][number][] = [];
  const failed: Moved['failed'][number][] = [];
  for (const position of positions) {
    const path = field(pathAt(listing, position));
    try {
      checkPlace(listing, position);
      move(position);
      const {id, library} = entryAt(listing, position);
      moved.push({id, library, path});
    } catch (error) {
      failed.push({path, message: field(error instanceof AppError ? error.message : systemReason(error))});
    }
  }
  return {moved, failed};
};

const report = ({moved, failed}: Moved, {name}: Goal, invocation: Invocation): ExitCode => {
  const {io} = invocation;
  if (outputForm(invocation) === 'json')
    io.output.write(`${escapeJson(JSON.stringify({version: 1, moved, failed}))}\n`);
  for (const {path, message} of failed) tell(io, placed(path, `stays where it is: ${message}`));
  tell(io, `moved ${countedArticles(moved.length)} ${name}`);
  return failed.length > 0 ? exitCodes.partial : exitCodes.done;
};
