/** JSON of which nothing is known but that it should be an object, or a list of them. */
import {AppError} from '../../core/errors.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * @param what names it to a person
 * @throws {AppError} for what is no JSON
 */
export const parseJson = (text: string, what: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new AppError('io', `${what} is no JSON: ${error instanceof Error ? error.message : String(error)}`, {
      hint: 'it may have been cut off; export it anew',
      cause: error,
    });
  }
};
