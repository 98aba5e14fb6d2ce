/** A mistake in a query: what is wrong and where, so that it can be pointed at. */
import {AppError} from '../errors.ts';

/** A piece of the query's text, in UTF-16 units: `start` of its first, `end` behind its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export class QueryError extends AppError {
  /** The whole query, as typed; foreign text. */
  readonly query: string;
  readonly span: Span;

  constructor(message: string, query: string, span: Span, hint?: string) {
    super('usage', message, hint === undefined ? {} : {hint});
    this.query = query;
    this.span = span;
  }
}
