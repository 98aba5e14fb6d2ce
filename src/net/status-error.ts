/** What the statuses of HTTP mean to who wanted something. */
import {AppError} from '../core/errors.ts';

interface Meaning {
  readonly text: string;
  readonly hint?: string;
}

const later = 'try again later';

const meanings: Readonly<Record<number, Meaning | undefined>> = {
  400: {text: 'Bad Request'},
  401: {text: 'Unauthorized', hint: 'it wants a user and a password: https://user:password@host/'},
  402: {text: 'Payment Required'},
  403: {text: 'Forbidden', hint: 'the server does not give it to programs, or not to you'},
  404: {text: 'Not Found', hint: 'look at how it is spelled; it may have moved'},
  406: {text: 'Not Acceptable'},
  407: {text: 'Proxy Authentication Required', hint: 'see http_proxy, with its user and password'},
  410: {text: 'Gone', hint: 'it was taken away for good'},
  429: {text: 'Too Many Requests', hint: later},
  451: {text: 'Unavailable For Legal Reasons'},
  500: {text: 'Internal Server Error', hint: later},
  502: {text: 'Bad Gateway', hint: later},
  503: {text: 'Service Unavailable', hint: later},
  504: {text: 'Gateway Timeout', hint: later},
};

/** @returns undefined for a status that says that all is well */
export const statusError = (status: number, address: string): AppError | undefined => {
  if (status >= 200 && status <= 299) return undefined;
  const {text, hint} = meanings[status] ?? {text: ''};
  const host = URL.canParse(address) ? new URL(address).host : address;
  return new AppError('io', `${host}: answers ${status}${text === '' ? '' : ` ${text}`}`, {
    ...(hint !== undefined && {hint}),
  });
};
