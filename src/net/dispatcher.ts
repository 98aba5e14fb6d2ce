/** Who opens the connections, by way of the proxies that the environment names: Node's own `fetch` knows of none. */
import {Agent, type Dispatcher, EnvHttpProxyAgent} from 'undici';
import {AppError} from '../core/errors.ts';
import {lookUpElsewhere} from './own-network.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Milliseconds until a connection has to stand. */
const connectTime = 15_000;

/** As curl has it: small letters first; HTTP_PROXY in capitals may come from a request that runs a program (https://httpoxy.org). */
const namedIn = (env: Environment, name: string): string | undefined =>
  env[name] ||
  (name === 'http_proxy' && env.REQUEST_METHOD !== undefined ? undefined : env[name.toUpperCase()]) ||
  undefined;

/** Without a scheme it is an HTTP proxy. @throws {AppError} `usage` for one that there can't be */
const proxyAddress = (name: string, given: string | undefined): string => {
  if (given === undefined) return '';
  const address = given.includes('://') ? given : `http://${given}`;
  if (URL.canParse(address) && /^(?:https?|socks5?):/i.test(address)) return address;
  throw new AppError('usage', `${name} names no proxy`, {hint: 'one looks like http://proxy.example.org:3128'});
};

export interface DispatcherOptions {
  readonly env: Environment;
  /** Whether it leads out of the network of this machine only. A proxy looks names up itself. */
  readonly isForElsewhere?: boolean;
}

/**
 * One for a run; it is closed at the end.
 * @throws {AppError} `usage` for a proxy that there can't be
 */
export const createDispatcher = ({env, isForElsewhere = false}: DispatcherOptions): Dispatcher => {
  const toProxy = {timeout: connectTime};
  const connect = {...toProxy, ...(isForElsewhere && {lookup: lookUpElsewhere})};
  const all = namedIn(env, 'all_proxy');
  const httpProxy = proxyAddress('http_proxy', namedIn(env, 'http_proxy') ?? all);
  const httpsProxy = proxyAddress('https_proxy', namedIn(env, 'https_proxy') ?? all);
  if (httpProxy === '' && httpsProxy === '') return new Agent({connect});
  // Proxies let nobody through to port 80: plain http is asked of the proxy itself.
  return new EnvHttpProxyAgent({
    ...{connect, proxyTls: toProxy, requestTls: toProxy, proxyTunnel: false},
    ...{httpProxy, httpsProxy, noProxy: namedIn(env, 'no_proxy') ?? ''},
  });
};
