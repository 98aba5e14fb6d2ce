/** Several articles that a command line names: those that are found, and why others are not. */
import {AppError, type ExitCode, exitCodes} from '../core/errors.ts';
import type {ArticleSource, FoundArticle} from './article-source.ts';

export interface FoundAll {
  readonly found: readonly FoundArticle[];
  readonly errors: readonly AppError[];
}

/** @throws {AppError} when only one is named, and that is not found */
export const findAll = async (names: readonly string[], source: ArticleSource): Promise<FoundAll> => {
  const found: FoundArticle[] = [];
  const errors: AppError[] = [];
  for (const name of names) {
    try {
      found.push(await source.find(name));
    } catch (error) {
      if (!(error instanceof AppError) || names.length === 1) throw error;
      errors.push(error);
    }
  }
  return {found, errors};
};

/** How a run ends that found nothing: as its gravest failure. */
export const worst = (errors: readonly AppError[]): ExitCode =>
  errors.reduce(
    (gravest: ExitCode, {exitCode}) => (gravest < exitCode ? exitCode : gravest),
    exitCodes['nothing-found'],
  );
