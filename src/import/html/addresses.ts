/** Addresses of a page, made absolute and held to the schemes that lead to something to read. */
import {field, url} from '../../core/sanitize.ts';

const scheme = /^[a-z][a-z\d+.-]*:/i;

/** How much of an address is looked at. */
const longest = 8192;

/**
 * @param schemes with their colon: `https:`
 * @returns the address, absolute where there is a base to resolve it against, else as it was written; undefined for one
 *   of another scheme, or that cannot be read
 */
export const resolveAddress = (
  written: string,
  base: string | undefined,
  schemes: readonly string[] = ['http:', 'https:', 'mailto:'],
): string | undefined => {
  const address = written.length > longest ? '' : written.replace(/[\t\r\n]/g, '').trim();
  if (address === '') return undefined;
  const isAbsolute = scheme.test(address);
  if (!isAbsolute && base === undefined)
    return address.startsWith('//') ? resolveAddress(`https:${address}`, undefined, schemes) : field(address);
  try {
    const resolved = isAbsolute ? new URL(address) : new URL(address, base);
    return schemes.includes(resolved.protocol) ? url(resolved.href) : undefined;
  } catch {
    return undefined;
  }
};

/** Example: `example.org` of `https://www.example.org/a`; the same for all parts of a site. */
export const siteOf = (address: string): string => new URL(address).hostname.split('.').slice(-2).join('.');
