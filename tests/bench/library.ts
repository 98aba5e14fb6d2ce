/** How quick newsprint is where there is much to read: libraries of ten and of a hundred thousand articles. */
import {keptLibrary} from './kept-library.ts';
import {benchChanges, benchIndex, benchList} from './library-list.ts';
import {benchNewsboat} from './library-newsboat.ts';
import {benchQueries, benchRelated} from './library-questions.ts';
import {benchReader} from './library-reader.tsx';
import type {Row} from './row.ts';

/** More rounds than these tell nothing more of what takes this long. */
const most = 11;

/** @param root the project's folder, built */
export const benchLibrary = async (root: string, wanted: number): Promise<readonly Row[]> => {
  const rounds = Math.min(wanted, most);
  const libraries = {small: keptLibrary(root, 10), large: keptLibrary(root, 10_000), huge: keptLibrary(root, 100_000)};
  return [
    ...(await benchList(root, libraries, rounds)),
    ...(await benchIndex(root, libraries)),
    ...(await benchChanges(root, libraries, rounds)),
    ...(await benchQueries(root, libraries.large, rounds)),
    ...(await benchRelated(root, libraries.large)),
    ...(await benchReader(root, libraries, rounds)),
    ...(await benchNewsboat(root, rounds)),
  ];
};
