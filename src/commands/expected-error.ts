/** What may go wrong with one of many, and stops none of the others. */
import {AppError} from '../core/errors.ts';
import {systemErrorCode, systemReason} from '../store/system-error.ts';

/**
 * A failure that can be told: one of ours as it is, one of the system in words.
 * @param what cannot be done, before the reason: `the article cannot be written`
 * @throws what is a bug
 */
export const expectedError = (error: unknown, what?: string): AppError => {
  if (error instanceof AppError) return error;
  if (systemErrorCode(error) === undefined) throw error;
  const reason = systemReason(error);
  return new AppError('io', what === undefined ? reason : `${what}: ${reason}`, {cause: error});
};
