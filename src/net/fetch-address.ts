/** What stands at an address: asked for within limits, redirects followed, unpacked. */
import type {Dispatcher} from 'undici';
import {AppError} from '../core/errors.ts';
import {networkError, ownNetworkError} from './network-error.ts';
import {isOwnNetwork} from './own-network.ts';
import {type Answer, ask, type RequestLimits} from './request.ts';
import {retryAfterSeconds} from './retry-after.ts';
import type {TakeTurn} from './turns.ts';
import {acceptedPackings, type Packed, unpack} from './unpack.ts';
import {webAddress, withoutCredentials} from './web-address.ts';

/** What a server said of the version that is known, for it to say whether there is another one. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface FetchRequest {
  /** In small letters. They are told to whatever hosts the redirects lead to. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly validators?: Validators;
  readonly limits?: Partial<RequestLimits>;
  /** Whether somebody else's text names it: then it may not lead into the network of this machine. */
  readonly isFromElsewhere?: boolean;
  /** A host where it may lead even so, wherever that is; as `URL` has its name, without a port. */
  readonly trustedHost?: string;
  /** What it is aborted with is thrown. */
  readonly signal?: AbortSignal;
}

export interface Fetched extends Validators {
  /** As HTTP has it; 304 where it is the version that is known. */
  readonly status: number;
  /** Where it was found at last, without user and password. */
  readonly address: string;
  /** Where to ask from now on: as far as the redirects said that they are for good. */
  readonly permanentAddress?: string;
  readonly contentType?: string;
  /** Seconds. */
  readonly retryAfter?: number;
  /** Unpacked; empty unless the status is 2xx. */
  readonly bytes: Uint8Array;
}

/** What is the same for all requests of a run. */
export interface FetchContext {
  /** To any host, and to those outside of the network of this machine. */
  readonly dispatchers: {readonly anywhere: Dispatcher; readonly elsewhere: Dispatcher};
  readonly takeTurn: TakeTurn;
  /** `newsprint/0.1.0` */
  readonly userAgent: string;
  now(): Date;
}

/** Milliseconds and bytes; `totalTime` is for all redirects together, and waiting for a turn does not count. */
export const standardLimits: RequestLimits = {
  headerTime: 30_000,
  pieceTime: 30_000,
  totalTime: 120_000,
  bytes: 32 * 1024 * 1024,
};

/** As many as browsers follow with patience. */
const mostRedirects = 10;

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const permanent: ReadonlySet<number> = new Set([301, 308]);

/** Longer ones, or such with what no header may hold, are no use. */
const validatorForm = /^[\x20-\x7e\x80-\xff]{1,1024}$/;

/**
 * @throws {AppError} `usage` for what is no http or https address, `io` for what the network or the server fails at:
 *   a name that is not there, a certificate, a limit, a circle of redirects. A status like 404 is no failure here.
 */
export const fetchAddress = async (
  address: string,
  {headers = {}, validators = {}, limits: given, isFromElsewhere = false, trustedHost, signal}: FetchRequest,
  {dispatchers, takeTurn, userAgent, now}: FetchContext,
): Promise<Fetched> => {
  const limits = {...standardLimits, ...given};
  const asked = {accept: '*/*', ...headers, ...conditions(validators), 'accept-encoding': acceptedPackings};
  let timeLeft = limits.totalTime;

  const askInTurn = (url: URL): Promise<Answer> =>
    takeTurn(url.host, async () => {
      // Asked of each place anew: a redirect may lead from a trusted host to any other.
      const isForElsewhere = isFromElsewhere && url.hostname !== trustedHost;
      if (isForElsewhere && isOwnNetwork(url.hostname)) throw ownNetworkError(url.host);
      const began = performance.now();
      try {
        return await ask(new URL(withoutCredentials(url)), {
          dispatcher: isForElsewhere ? dispatchers.elsewhere : dispatchers.anywhere,
          signal,
          headers: {...asked, 'user-agent': userAgent, ...authorization(url)},
          limits: {...limits, totalTime: timeLeft},
        });
      } finally {
        timeLeft = Math.max(1, timeLeft - (performance.now() - began));
      }
    });

  const seen = new Set<string>();
  let url = webAddress(address);
  let permanentUrl: URL | undefined;
  let isPermanent = true;
  for (;;) {
    const answer = await askInTurn(url);
    const location = redirects.has(answer.status) ? answer.header('location') : undefined;
    if (location === undefined) {
      const fetched = await fetchedFrom(answer, url, {limit: limits.bytes, now: now().getTime()});
      return permanentUrl === undefined ? fetched : {...fetched, permanentAddress: permanentUrl.href};
    }
    seen.add(url.href);
    if (seen.size > mostRedirects) throw new AppError('io', `${url.host}: leads on and on, ${mostRedirects} times`);
    const goal = goalOf(location, url);
    if (seen.has(goal.href)) throw new AppError('io', `${url.host}: leads in a circle`);
    isPermanent &&= permanent.has(answer.status);
    if (isPermanent) permanentUrl = goal;
    url = goal;
  }
};

const conditions = ({etag = '', lastModified = ''}: Validators): Record<string, string> => ({
  ...(validatorForm.test(etag) && {'if-none-match': etag}),
  ...(validatorForm.test(lastModified) && {'if-modified-since': lastModified}),
});

const authorization = ({username, password}: URL): Record<string, string> => {
  if (username === '' && password === '') return {};
  const pair = `${decoded(username)}:${decoded(password)}`;
  return {authorization: `Basic ${Buffer.from(pair).toString('base64')}`};
};

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/**
 * Where a redirect leads; user and password come along to the same place only, and a server names none.
 * @throws {AppError} `io` for anything but http and https
 */
const goalOf = (location: string, from: URL): URL => {
  // Headers are read as Latin-1; an address that is not ASCII is UTF-8 all the same.
  const text = Buffer.from(location, 'latin1').toString();
  const resolved = URL.canParse(text, from.href) ? new URL(text, from.href).href : text;
  const goal = webGoal(resolved, from);
  const isSame = goal.origin === from.origin || (goal.protocol === 'https:' && goal.host === from.host);
  goal.username = isSame ? from.username : '';
  goal.password = isSame ? from.password : '';
  return goal;
};

const webGoal = (address: string, {host}: URL): URL => {
  try {
    return webAddress(address);
  } catch (error) {
    throw new AppError('io', `${host}: leads to what is no web address`, {
      hint: 'only http and https addresses are followed',
      cause: error,
    });
  }
};

const fetchedFrom = async (
  {status, header, bytes}: Answer,
  url: URL,
  {limit, now}: {readonly limit: number; readonly now: number},
): Promise<Fetched> => {
  const isWhole = header('content-length') !== undefined || header('transfer-encoding') !== undefined;
  const contentType = header('content-type');
  const retryAfter = retryAfterSeconds(header('retry-after'), now);
  return {
    status,
    address: withoutCredentials(url),
    ...(contentType !== undefined && {contentType}),
    ...(retryAfter !== undefined && {retryAfter}),
    ...validatorsOf(header('etag'), header('last-modified')),
    bytes: await unpacked({bytes, packing: header('content-encoding'), limit, isWhole}, url.host),
  };
};

const validatorsOf = (etag = '', lastModified = ''): Validators => ({
  ...(validatorForm.test(etag) && {etag}),
  ...(validatorForm.test(lastModified) && {lastModified}),
});

const unpacked = async (packed: Packed, host: string): Promise<Uint8Array> => {
  try {
    return await unpack(packed);
  } catch (error) {
    throw networkError(error, host);
  }
};
