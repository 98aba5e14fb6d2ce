/**
 * Errors that are told to a person. What can be expected (a wrong option, a missing article, an unreadable folder) is an
 * `AppError`: one line, and a hint on what to do. Everything else is a bug.
 */

/** What kinds of failure there are, and the exit status each one ends the program with. */
export const exitCodes = {
  done: 0,
  'nothing-found': 1,
  usage: 2,
  'ambiguous-article': 2,
  partial: 3,
  bug: 70,
  io: 74,
} as const;

export type ErrorCode = Exclude<keyof typeof exitCodes, 'done'>;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** An expected failure. `message` says what and where, `hint` what would be right; both may still hold foreign text: show them through `field`. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, options: {hint?: string; cause?: unknown} = {}) {
    super(message, {cause: options.cause});
    this.code = code;
    this.hint = options.hint;
  }

  get exitCode(): ExitCode {
    return exitCodes[this.code];
  }
}
