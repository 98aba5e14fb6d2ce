/** An export that somebody unpacked, read as if it were still an archive. */
import {statSync} from 'node:fs';
import {join} from 'node:path';
import type {Archive} from '../../import/exports/archive.ts';
import {readSourceFile} from '../../store/import/source-file.ts';
import type {Source} from './sources.ts';

export const unpackedArchive = ({path, paths}: Extract<Source, {kind: 'export'}>): Archive => ({
  members: paths.map(name => ({name, size: statSync(join(path, name)).size})),
  skipped: [],
  read: async ({name}) => readSourceFile(join(path, name)),
});
