/** Addresses that may be asked for: http and https, and nothing else. */
import {AppError} from '../core/errors.ts';

/** Longer ones are refused by most servers. */
const longestAddress = 8192;

/**
 * Without its fragment, which no server is told.
 * @throws {AppError} `usage` for what is no web address
 */
export const webAddress = (address: string): URL => {
  const parsed = address.length <= longestAddress && URL.canParse(address) ? parse(address) : undefined;
  if (parsed === undefined) {
    throw new AppError('usage', `${shortened(address)} is no web address`, {
      hint: 'one looks like https://example.org/',
    });
  }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    throw new AppError('usage', `${shortened(address)} is not asked for`, {hint: 'only http and https addresses are'});
  }
  parsed.hash = '';
  return parsed;
};

/** Of some host names Node says that they can be parsed, and then can't. */
const parse = (address: string): URL | undefined => {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
};

const shortened = (address: string): string => (address.length > 200 ? `${address.slice(0, 199)}…` : address);

/** Without the user and the password that may stand in it: for messages, and for whoever is not the host itself. */
export const withoutCredentials = (url: URL): string => {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return bare.href;
};
