/** What the file system says no with, in words. */

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  ELOOP: 'the link leads in a circle',
  ENAMETOOLONG: 'the path is too long',
  EIO: 'the disk does not answer',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EBUSY: 'it is in use',
  ESTALE: 'the network drive has gone',
  ENXIO: 'it is no regular file',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EROFS: 'the disk is read-only',
  EEXIST: 'something is there already',
};

/** The code of an error of the file system, `EACCES`; undefined for every other error. */
export const systemErrorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error
    ? error.code
    : undefined;

/**
 * Why it failed, in words.
 * @throws what it was given, when that is no error of the file system: then it is a bug
 */
export const systemReason = (error: unknown): string => {
  const code = systemErrorCode(error);
  if (code === undefined) throw error;
  return reasons[code] ?? code;
};
