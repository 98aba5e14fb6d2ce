/** More than is taken. */
import {AppError} from '../core/errors.ts';

const [megabyte, kilobyte] = [1024 * 1024, 1024];

const sizeText = (bytes: number): string =>
  bytes >= megabyte ? `${Math.floor(bytes / megabyte)} MB` : `${Math.floor(bytes / kilobyte)} kB`;

/** @param limit in bytes */
export const tooLarge = (limit: number): AppError =>
  new AppError('io', `what it sends is larger than ${sizeText(limit)}`, {hint: 'nothing of it was taken'});
