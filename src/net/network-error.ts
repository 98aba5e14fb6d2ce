/** What the network says no with, in words. */
import {errors} from 'undici';
import {AppError} from '../core/errors.ts';
import {ownNetworkCode} from './own-network.ts';

interface Reason {
  /** What follows the name of the host. */
  readonly text: string;
  readonly hint?: string;
}

const connectionHint = 'look at the connection, or try again later';
const authorityHint = 'an authority of your own is named by NODE_EXTRA_CA_CERTS';
const certificateHint = 'who stands between could read and change what comes; nothing was taken';

const [unknownName, noAnswer, brokenOff, noWay]: readonly Reason[] = [
  {text: 'there is no such host', hint: 'look at how it is spelled, and at the connection'},
  {text: 'does not answer', hint: connectionHint},
  {text: 'broke off the connection', hint: 'try again later'},
  {text: 'cannot be reached from here', hint: connectionHint},
] as const;

/** By what Node, OpenSSL and undici call them. */
const reasons: Readonly<Record<string, Reason | undefined>> = {
  ENOTFOUND: unknownName,
  EAI_AGAIN: {text: 'its name cannot be looked up', hint: connectionHint},
  ECONNREFUSED: {text: 'refuses the connection', hint: 'the server may be down; try again later'},
  ECONNRESET: brokenOff,
  ECONNABORTED: brokenOff,
  EPIPE: brokenOff,
  UND_ERR_SOCKET: brokenOff,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: {text: 'sent less, or more, than it announced', hint: 'try again later'},
  ETIMEDOUT: noAnswer,
  UND_ERR_CONNECT_TIMEOUT: noAnswer,
  EHOSTUNREACH: noWay,
  ENETUNREACH: noWay,
  EADDRNOTAVAIL: noWay,
  UND_ERR_HEADERS_OVERFLOW: {text: 'sends headers without end'},
  UND_ERR_ABORTED: {text: 'is not let through by the proxy', hint: 'see https_proxy and no_proxy'},
  UND_ERR_PRX_TLS: {text: 'cannot be reached: the certificate of the proxy is not valid', hint: 'see https_proxy'},
  UND_ERR_INVALID_ARG: {text: 'is not let through by the proxy', hint: 'see http_proxy, with its user and password'},
  CERT_HAS_EXPIRED: {text: 'has a certificate that has expired', hint: certificateHint},
  CERT_NOT_YET_VALID: {text: 'has a certificate that is not valid yet', hint: 'is the clock of this machine right?'},
  ERR_TLS_CERT_ALTNAME_INVALID: {text: 'has a certificate for another host', hint: certificateHint},
  EPROTO: {text: 'does not speak HTTPS as it should'},
};

const certificateCodes = /CERT|SIGNED|ISSUER|SIGNATURE|^UNABLE_TO_|^CRL_|^INVALID_(?:CA|PURPOSE)/;

const reasonFor = (code: string): Reason => {
  const known = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  if (known !== undefined) return known;
  if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_')) return {text: 'does not speak HTTPS as it should'};
  if (certificateCodes.test(code)) return {text: 'has a certificate that cannot be trusted', hint: authorityHint};
  return {text: `cannot be reached (${code})`, hint: connectionHint};
};

/** What others name leads to where it must not: that is no failure of the network. */
export const ownNetworkError = (host: string): AppError =>
  new AppError('usage', `${host}: is in the network of this machine`, {hint: 'what others name may not lead there'});

/**
 * @param host with its port, where that is not the usual one
 * @throws what it was given, when that has nothing to do with the network: then it is a bug
 */
export const networkError = (error: unknown, host: string): AppError => {
  if (error instanceof AppError) return told(`${host}: ${error.message}`, error.hint, error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (error instanceof errors.HTTPParserError) return told(`${host}: does not answer in HTTP`, undefined, error);
  if (typeof code !== 'string') throw error;
  if (code === ownNetworkCode) return ownNetworkError(host);
  const {text, hint} = reasonFor(code);
  return told(`${host}: ${text}`, hint, error);
};

const told = (message: string, hint: string | undefined, cause: unknown): AppError =>
  new AppError('io', message, {cause, ...(hint !== undefined && {hint})});
