/** What the arguments of `import` name: files, the files of folders and patterns, stdin, addresses. */
import {readdirSync, statSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {AppError} from '../../core/errors.ts';
import {detectArticleFolder, detectExport} from '../../import/detect-listing.ts';
import {isAddress} from '../address.ts';

/** `name`: as it is told of. `path`: absolute. */
export type Source =
  | {readonly kind: 'file'; readonly name: string; readonly path: string}
  | {readonly kind: 'address'; readonly name: string; readonly address: string}
  | {readonly kind: 'stdin'; readonly name: string}
  /** An export that was unpacked; `paths` are those of its files, below it. */
  | {readonly kind: 'export'; readonly name: string; readonly path: string; readonly paths: readonly string[]}
  /** A folder of articles as they are wanted: it needs no import. */
  | {readonly kind: 'library'; readonly name: string; readonly path: string};

/** Folders below folders, no deeper. */
const deepest = 64;

export interface SourceOptions {
  readonly cwd: string;
  /** Whether a folder of articles is to be imported although it need not be. */
  readonly isInsisted: boolean;
}

/**
 * The sources that one argument names, in the order of their names.
 * @throws {AppError} `nothing-found` for a file that is not there, errors of the file system
 */
export const sourcesOf = async (argument: string, {cwd, isInsisted}: SourceOptions): Promise<readonly Source[]> => {
  if (argument === '') throw new AppError('usage', 'an empty name is no source', {hint: 'a variable may be empty'});
  if (argument === '-') return [{kind: 'stdin', name: 'stdin'}];
  if (isAddress(argument)) return [{kind: 'address', name: argument, address: argument}];
  const path = resolve(cwd, argument);
  const stat = statSync(path, {throwIfNoEntry: false});
  if (stat === undefined) return fitting(argument, cwd);
  if (!stat.isDirectory()) return [{kind: 'file', name: argument, path}];
  const paths = pathsBelow(path);
  const files = paths.filter(below => !below.endsWith('/'));
  if (detectExport(files) !== undefined) return [{kind: 'export', name: argument, path, paths: files}];
  if (!isInsisted && detectArticleFolder(paths) !== undefined) return [{kind: 'library', name: argument, path}];
  return files.map(below => ({kind: 'file', name: join(argument, below), path: join(path, below)}));
};

/** A pattern that the shell left alone, or a name that is wrong. */
const fitting = async (pattern: string, cwd: string): Promise<readonly Source[]> => {
  if (/[*?[{]/.test(pattern)) {
    const {glob} = await import('tinyglobby');
    const found = await glob(pattern, {cwd, absolute: false, expandDirectories: false});
    if (found.length > 0) return found.sort().map(name => ({kind: 'file', name, path: resolve(cwd, name)}));
  }
  throw new AppError('nothing-found', `there is no file ${pattern}`, {
    hint: 'import takes files, folders, addresses that begin with https://, and - for stdin',
  });
};

/** Files and folders below a folder, `/` between segments and at the end of folders; without what is hidden but `.obsidian`, which tells whose folder it is. */
const pathsBelow = (folder: string): readonly string[] => {
  const found: string[] = [];
  const walk = (below: string, depth: number): void => {
    const entries = readdirSync(join(folder, below), {withFileTypes: true});
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = below + entry.name;
      const isDirectory = entry.isDirectory();
      const isHidden = entry.name.startsWith('.') || entry.name === 'node_modules';
      if (isDirectory && (!isHidden || below === '')) found.push(`${path}/`);
      if (isHidden) continue;
      if (isDirectory && depth < deepest) walk(`${path}/`, depth + 1);
      else if (entry.isFile() || (entry.isSymbolicLink() && isLinkedFile(join(folder, path)))) found.push(path);
    }
  };
  walk('', 0);
  return found;
};

const isLinkedFile = (path: string): boolean => statSync(path, {throwIfNoEntry: false})?.isFile() ?? false;
