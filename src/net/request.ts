/** One question and its answer, without following it anywhere. */
import {type Dispatcher, request} from 'undici';
import {AppError} from '../core/errors.ts';
import {networkError} from './network-error.ts';
import {tooLarge} from './too-large.ts';

export interface RequestLimits {
  /** Milliseconds until the answer begins. */
  readonly headerTime: number;
  /** Milliseconds between two pieces of it. */
  readonly pieceTime: number;
  /** Milliseconds for all of it. */
  readonly totalTime: number;
  /** Most bytes, as they are sent. */
  readonly bytes: number;
}

export interface Question {
  readonly dispatcher: Dispatcher;
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: RequestLimits;
  readonly signal: AbortSignal | undefined;
}

export interface Answer {
  readonly status: number;
  /** Of a header that was sent several times the first. */
  header(name: string): string | undefined;
  /** As they were sent; empty where the status says that they are not what was asked for. */
  readonly bytes: Uint8Array;
}

/**
 * @throws {AppError} `io` in words for whatever goes wrong; and what the signal was aborted with
 */
export const ask = async (url: URL, question: Question): Promise<Answer> => {
  const {signal, limits} = question;
  signal?.throwIfAborted();
  const stop = new AbortController();
  const onAbort = (): void => stop.abort(signal?.reason);
  signal?.addEventListener('abort', onAbort, {once: true});
  const late = (message: string): void => stop.abort(new AppError('io', `${url.host}: ${message}`, {hint}));
  const total = setTimeout(() => late('is not done in time'), limits.totalTime);
  let patience = setTimeout(() => late('does not answer'), limits.headerTime);
  const hear = (): void => {
    clearTimeout(patience);
    patience = setTimeout(() => late('stopped in the middle of its answer'), limits.pieceTime);
  };
  try {
    return await answerOf(url, question, {signal: stop.signal, hear});
  } catch (error) {
    if (stop.signal.aborted) throw stop.signal.reason;
    throw networkError(error, url.host);
  } finally {
    for (const timer of [total, patience]) clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
};

const hint = 'try again later';

interface Listening {
  readonly signal: AbortSignal;
  /** Called for every piece of the answer. */
  hear(): void;
}

const answerOf = async (
  url: URL,
  {dispatcher, headers, limits}: Question,
  {signal, hear}: Listening,
): Promise<Answer> => {
  // Its own watches go by whole seconds, and say less.
  const unwatched = {headersTimeout: 0, bodyTimeout: 0};
  const {
    statusCode,
    headers: found,
    body,
  } = await request(url, {dispatcher, headers, signal, method: 'GET', ...unwatched});
  const header = (name: string): string | undefined => {
    const value = found[name];
    return typeof value === 'string' ? value : value?.[0];
  };
  if (statusCode < 200 || statusCode > 299) {
    // Whatever else it says may be as long as it likes.
    body.on('error', () => {}).destroy();
    return {status: statusCode, header, bytes: new Uint8Array()};
  }
  const pieces: Uint8Array[] = [];
  let length = 0;
  hear();
  for await (const piece of body as AsyncIterable<Uint8Array>) {
    hear();
    length += piece.length;
    // Leaving the loop ends the connection.
    if (Number(header('content-length')) > limits.bytes || length > limits.bytes) throw tooLarge(limits.bytes);
    pieces.push(piece);
  }
  return {status: statusCode, header, bytes: Buffer.concat(pieces, length)};
};
