/** The ids of files: which of those that want the same one gets it. */
import {basename} from 'node:path';
import type {Problem} from '../core/article.ts';
import {articleExtension, articleExtensions, idOfPath} from '../core/article-path.ts';
import {field, type SafeField} from '../core/sanitize.ts';
import type {FoundFile} from './scan.ts';

type NamedFile = Pick<FoundFile, 'relativePath'>;

/** The id that a file has unless another one has it. */
export const usualId = ({relativePath}: NamedFile): SafeField => field(idOfPath(relativePath));

/** Which of the files with the same id keeps it: `x.md`, then `x.markdown`, then `x/index.md`. */
const rank = ({relativePath}: NamedFile): number => {
  const extension = articleExtension(relativePath);
  const byExtension = extension === undefined ? articleExtensions.length : articleExtensions.indexOf(extension);
  return basename(relativePath).toLowerCase().startsWith('index.') ? byExtension + 10 : byExtension;
};

/** An id for each file, none twice: where the usual one is taken, the path with its extension, and where that is, a number. */
export const giveIds = <File extends NamedFile>(files: readonly File[]): ReadonlyMap<File, SafeField> => {
  const ids = new Map<File, SafeField>();
  const taken = new Set<SafeField>();
  const ranked = files.map(file => ({file, rank: rank(file)})).sort((a, b) => a.rank - b.rank);
  const give = (file: File, wanted: SafeField): boolean => {
    if (wanted === '' || taken.has(wanted)) return false;
    taken.add(wanted);
    ids.set(file, wanted);
    return true;
  };
  const others = ranked.filter(({file}) => !give(file, usualId(file)));
  for (const {file} of others) {
    const path = field(file.relativePath);
    for (let number = 1; !give(file, number === 1 ? path : field(`${path}~${number}`)); number++);
  }
  return ids;
};

export const idProblems = (file: FoundFile, id: SafeField): Problem[] => {
  const problems: string[] = [];
  if (file.rawPath !== undefined) problems.push('the name of the file is not in UTF-8');
  const usual = usualId(file);
  if (id !== usual) problems.push(usual === '' ? 'the name of the file is empty' : `another file has the id ${usual}`);
  return problems.map(message => ({message: field(message)}));
};
