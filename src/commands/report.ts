/** What a run says besides its results: always on stderr, a line each, through the gate. */
import type {ArticleSummary} from '../core/article.ts';
import {type AppError, type ExitCode, exitCodes} from '../core/errors.ts';
import type {Failure} from '../core/library.ts';
import {QueryError} from '../core/query/query-error.ts';
import {field, inline} from '../core/sanitize.ts';
import {width} from '../core/text/width.ts';
import type {Invocation, Io} from './command.ts';
import {hasOption} from './options.ts';

export const tell = ({stderr}: Pick<Io, 'stderr'>, message: string): void => {
  stderr.write(`newsprint: ${field(message)}\n`);
};

/** An expected failure on one line: what is wrong, and in brackets what would be right. */
export const errorLine = ({message, hint}: AppError): string => (hint === undefined ? message : `${message} (${hint})`);

/** Tells an expected failure; a mistake in a query with the place in it. */
export const showError = (io: Pick<Io, 'stderr'>, error: AppError): void => {
  tell(io, errorLine(error));
  if (error instanceof QueryError) io.stderr.write(pointer(error));
};

/** Columns of a query that are shown on either side of its mistake. */
const shownAround = 30;

/** The query, and below it a mark at the mistake. A tab or a control character takes one column, so that the mark is right. */
const pointer = ({query, span}: QueryError): string => {
  const start = Math.max(0, span.start - shownAround);
  const before = inline(query.slice(start, span.start));
  const after = inline(query.slice(span.start, span.start + shownAround));
  const margin = ' '.repeat(6);
  const mark = '^'.repeat(Math.max(1, Math.min(width(inline(query.slice(span.start, span.end))), shownAround)));
  return `${margin}${before}${after}\n${margin}${' '.repeat(width(before))}${mark}\n`;
};

/** `file:line: message`, or without the line where there is none. */
export const placed = (path: string, message: string, line?: number): string =>
  line === undefined ? `${path}: ${message}` : `${path}:${line}: ${message}`;

/** What a run used, and what it could not. */
export interface Used {
  readonly articles: readonly Pick<ArticleSummary, 'path' | 'id' | 'problems'>[];
  readonly failures: readonly Failure[];
}

/**
 * Tells what could not be read, and with `--strict` also what is wrong with the articles that a run used.
 * @returns how the run ends: `--strict` makes any of this a part that failed
 */
export const reportProblems = ({options, io}: Invocation, {articles, failures}: Used): ExitCode => {
  if (!hasOption(options, 'strict')) {
    const what = failures.length === 1 ? 'a file or folder' : `${failures.length} files or folders`;
    if (failures.length > 0) tell(io, `${what} could not be read; "newsprint doctor" tells which`);
    return exitCodes.done;
  }
  for (const {path, message} of failures) tell(io, placed(path, message));
  const problems = articles.flatMap(({path, id, problems: all}) =>
    all.map(problem => ({...problem, path: path || id})),
  );
  for (const {path, message, line} of problems) tell(io, placed(path, message, line));
  return failures.length + problems.length > 0 ? exitCodes.partial : exitCodes.done;
};
