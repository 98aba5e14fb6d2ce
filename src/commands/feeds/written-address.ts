/** Addresses as people write them: with the scheme `feed`, or without any. */
import {AppError} from '../../core/errors.ts';
import type {Fetched} from '../../net/fetch-address.ts';
import {withoutHost} from './without-host.ts';

/** What browsers once handed to programs is an address, too. */
const withoutFeedScheme = (written: string): string =>
  written
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'https://');

/** A host with a dot in its name, or one in the own network: `localhost`, `nas:8080`, `[::1]`. Else it is a path, or has a scheme. */
const hasNoScheme = (address: string): boolean =>
  /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?|localhost(?::\d+)?|[a-z0-9-]+:\d+|\[[0-9a-f:.]+\](?::\d+)?)(?:[/?#]|$)/i.test(
    address,
  );

export interface Asked {
  readonly address: string;
  readonly answer: Fetched;
}

/**
 * Without a scheme it is asked for by https, and where that cannot be reached by http.
 * @throws {AppError} as asking does; of what was tried in vain it names each way
 */
export const askForWritten = async (
  written: string,
  fetchAddress: (address: string) => Promise<Fetched>,
): Promise<Asked> => {
  const ask = async (address: string): Promise<Asked> => ({address, answer: await fetchAddress(address)});
  const address = withoutFeedScheme(written);
  if (!hasNoScheme(address)) return ask(address);
  const first = await orFailure(ask(`https://${address}`));
  if (!(first instanceof AppError)) return first;
  const second = await orFailure(ask(`http://${address}`));
  if (!(second instanceof AppError)) return second;
  const host = URL.canParse(`https://${address}`) ? new URL(`https://${address}`).host : address;
  const [byHttps, byHttp] = [first, second].map(({message}) => withoutHost(message, `https://${address}`));
  const reasons = byHttps === byHttp ? `${byHttp}, by https and by http` : `by https ${byHttps}, by http ${byHttp}`;
  throw new AppError('io', `${host}: ${reasons}`, {cause: second, ...(second.hint && {hint: second.hint})});
};

/** A network that fails may do so in one way only. @throws everything else */
const orFailure = async (asked: Promise<Asked>): Promise<Asked | AppError> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof AppError && error.code === 'io') return error;
    throw error;
  }
};
