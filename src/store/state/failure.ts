/** What can go wrong with the file of the reading state, told apart, and in words. */
import {AppError} from '../../core/errors.ts';
import {sqliteCode, sqliteCodes} from '../sqlite-error.ts';
import {systemErrorCode, systemReason} from '../system-error.ts';

/** The file does not hold what was written into it. */
export class DamageError extends Error {
  override readonly name = 'DamageError';
}

/** Only a newer newsprint knows what is in the file, so it is left alone. */
export class NewerStateError extends AppError {
  constructor(path: string) {
    super('io', `${path} was written by a newer newsprint`, {hint: 'npm install -g newsprint brings the newest'});
  }
}

interface Reason {
  readonly text: string;
  readonly hint: string;
}

const roomHint = 'make room on it and do it again';
const writerHint = 'see who may write there with "ls -ld"';
const busy: Reason = {text: 'another program keeps writing to it', hint: 'do it again'};

const reasons: ReadonlyMap<number | undefined, Reason> = new Map([
  [sqliteCodes.full, {text: 'the disk is full', hint: roomHint}],
  [sqliteCodes.readOnly, {text: 'it may not be written', hint: writerHint}],
  [sqliteCodes.cannotOpen, {text: 'it cannot be opened', hint: writerHint}],
  [sqliteCodes.permission, {text: 'permission denied', hint: writerHint}],
  [sqliteCodes.busy, busy],
  [sqliteCodes.locked, busy],
  [sqliteCodes.disk, {text: 'the disk does not answer as it should', hint: 'see whether it has room and works'}],
  [sqliteCodes.memory, {text: 'there is not enough memory', hint: 'do it again when there is'}],
]);

/** And could not be mended. */
const damaged: Reason = {text: 'its file is damaged', hint: 'move state.db away: a new one is made'};

const reasonOf = (error: unknown): Reason | undefined => {
  const known = reasons.get(sqliteCode(error));
  if (known !== undefined) return known;
  const systemCode = systemErrorCode(error);
  if (systemCode === undefined) return undefined;
  return {text: systemReason(error), hint: systemCode === 'ENOSPC' || systemCode === 'EDQUOT' ? roomHint : writerHint};
};

/** Whether it is about the disk, or who may do what on it, and not about what is in the file. */
export const isOutside = (error: unknown): boolean => error instanceof AppError || reasonOf(error) !== undefined;

const isOneOf = (error: unknown, codes: readonly number[]): boolean => codes.includes(sqliteCode(error) ?? 0);

/** Whether the file may be read by way of a copy, where it can't be opened in its own folder. */
export const isUnwritable = (error: unknown): boolean => isOneOf(error, [sqliteCodes.readOnly, sqliteCodes.cannotOpen]);

export const isCertainDamage = (error: unknown): boolean =>
  error instanceof DamageError || isOneOf(error, [sqliteCodes.corrupt, sqliteCodes.noDatabase, sqliteCodes.format]);

/** What to say of it; the error itself where it is a bug. */
export const toldFailure = (error: unknown, what: string): unknown => {
  if (error instanceof AppError) return error;
  const reason = isCertainDamage(error) ? damaged : reasonOf(error);
  return reason === undefined
    ? error
    : new AppError('io', `${what}: ${reason.text}`, {hint: reason.hint, cause: error});
};
