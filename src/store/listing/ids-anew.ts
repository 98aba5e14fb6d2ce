/** Gives ids where files came or went: another one may have the id that a file wants, or have left it. */
import type {KeptFiles} from '../../core/listing/compose.ts';
import {entryAt, flags, hasFlag, type ListedLibrary, type Listing} from '../../core/listing/listing.ts';
import type {SafeField} from '../../core/sanitize.ts';
import {giveIds} from '../article-ids.ts';
import {fileAt} from './article-at.ts';
import {positionsOf, type Survey, type Wanted} from './survey.ts';

/** Whether no file that is new can want an id that another one has. */
const areIdsFree = (from: Listing, wanted: readonly Wanted[]): boolean => {
  if (from.libraries.length > 1) return false;
  for (let position = 0; position < from.length; position++) {
    if (hasFlag(from, position, flags.unusualId)) return false;
  }
  const lines = Buffer.from(from.lines.buffer, from.lines.byteOffset, from.lines.length);
  const seen = new Set<string>();
  return wanted.every(({id, before}) => {
    if (before !== undefined) return true;
    const isTaken = id === '' || seen.has(id) || lines.indexOf(`\n${id}\t`) !== -1 || lines.indexOf(`${id}\t`) === 0;
    seen.add(id);
    return !isTaken;
  });
};

/** A file, and what is done with the id it gets. */
interface Claim {
  readonly relativePath: string;
  readonly library: number;
  readonly settle: (id: SafeField) => void;
}

const byPath = (a: Claim, b: Claim): number => (a.relativePath < b.relativePath ? -1 : 1);

/** Every file gets its id anew. One whose id is another now has to be read again: what is kept of it tells of the old one. */
const withIdsAnew = (survey: Survey, libraries: readonly ListedLibrary[]): Survey => {
  const {kept} = survey;
  const libraryOf = (folder: number): number => survey.folders[folder]?.library ?? 0;
  const isKept = new Uint8Array(kept?.from.length ?? 0);
  const wanted: Wanted[] = [];
  const claims: Claim[] = survey.wanted.map(one => ({
    relativePath: one.file.relativePath,
    library: libraryOf(one.folder),
    settle: id => wanted.push({...one, id}),
  }));
  for (const position of kept?.positions ?? []) {
    const {from, folders} = kept as KeptFiles;
    const folder = folders[from.columns.folder[position] ?? 0] ?? 0;
    const library = libraryOf(folder);
    const file = fileAt(from, position);
    const settle = (id: SafeField): void => {
      if (id === entryAt(from, position).id) isKept[position] = 1;
      else wanted.push({file, folder, library: libraries[library] as ListedLibrary, id, before: position});
    };
    claims.push({relativePath: file.relativePath, library, settle});
  }
  for (const [library] of libraries.entries()) {
    const own = claims.filter(claim => claim.library === library).sort(byPath);
    const ids = giveIds(own);
    for (const claim of own) claim.settle(ids.get(claim) as SafeField);
  }
  return {...survey, kept: kept && {...kept, positions: positionsOf(isKept)}, wanted};
};

/** The same files with the ids that a fresh look at all of them would give. */
export const withIds = (survey: Survey, libraries: readonly ListedLibrary[]): Survey => {
  const {kept, wanted} = survey;
  if (kept === undefined) return withIdsAnew(survey, libraries);
  const known = wanted.filter(({before}) => before !== undefined).length;
  const areSameFiles = known === wanted.length && kept.positions.length + known === kept.from.length;
  return areSameFiles || areIdsFree(kept.from, wanted) ? survey : withIdsAnew(survey, libraries);
};
