/** Members of an archive as text and JSON, one at a time. */
import {decodeBytes} from '../charset.ts';
import type {DocumentKind} from '../charset-labels.ts';
import type {Archive, Member} from './archive.ts';
import type {ExportedItem} from './exported-item.ts';

export const textOfMember = async (archive: Archive, member: Member, kind: DocumentKind): Promise<string> =>
  decodeBytes(await archive.read(member), {kind}).text;

/** What was left out of the archive when it was opened. */
export const skippedItems = ({skipped}: Archive): readonly ExportedItem[] =>
  skipped.map(({name, why}) => ({kind: 'failed', what: name, why}));

export const failure = (what: string, error: unknown): ExportedItem => ({
  kind: 'failed',
  what,
  why: error instanceof Error ? error.message : String(error),
});
