/** Errors of SQLite, told apart by their result codes. */

/** Result codes of SQLite (https://www.sqlite.org/rescode.html) that say what happened to us. */
export const sqliteCodes = {
  permission: 3,
  busy: 5,
  locked: 6,
  memory: 7,
  readOnly: 8,
  disk: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  format: 24,
  noDatabase: 26,
} as const;

/** The result code of an error of SQLite, without what refines it; undefined for every other error. */
export const sqliteCode = (error: unknown): number | undefined => {
  if (!(error instanceof Error)) return undefined;
  if ('rawCode' in error && typeof error.rawCode === 'number') return error.rawCode & 0xff;
  // Of a file that can't be opened at all, the message alone says so.
  return /^ConnectionFailed\(.*: 14"?\)$/s.test(error.message) ? sqliteCodes.cannotOpen : undefined;
};
