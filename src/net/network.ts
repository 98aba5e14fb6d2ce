/** The network as a run has it: one dispatcher, one queue, one name to be known by. */
import {createDispatcher, type Environment} from './dispatcher.ts';
import {type Fetched, type FetchRequest, fetchAddress} from './fetch-address.ts';
import {createTurns, type TurnLimits} from './turns.ts';

export interface NetworkOptions {
  /** Names the proxies: `http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`, in small letters or capitals. */
  readonly env: Environment;
  /** Of newsprint: `0.1.0`. */
  readonly version: string;
  readonly turns?: TurnLimits;
  now(): Date;
}

export interface Network {
  fetchAddress(address: string, request?: FetchRequest): Promise<Fetched>;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** @throws {AppError} `usage` for a proxy that there can't be */
export const openNetwork = ({env, version, turns, now}: NetworkOptions): Network => {
  const dispatchers = {
    anywhere: createDispatcher({env}),
    elsewhere: createDispatcher({env, isForElsewhere: true}),
  };
  const context = {dispatchers, takeTurn: createTurns(turns), userAgent: `newsprint/${version}`, now};
  return {
    fetchAddress: (address, request = {}) => fetchAddress(address, request, context),
    close: async () => {
      await Promise.all([dispatchers.anywhere.destroy(), dispatchers.elsewhere.destroy()]);
    },
  };
};
