/** What is written as a link's address, taken apart: which dialect, which page, which place in it. */

export interface Reference {
  /** `address`: absolute, with a scheme or a host; `path`: relative to the file or the library; the others as `ResolveLink` says. */
  readonly kind: 'address' | 'path' | 'wiki' | 'ref';
  /** Decoded, without query and anchor; empty for the same article. */
  readonly path: string;
  /** Decoded, without its `#`; empty when there is none. */
  readonly anchor: string;
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    // A bare `%`: it was never encoded.
    return text;
  }
};

const split = (text: string, mark: string): [string, string] => {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
};

export const parseReference = (written: string): Reference => {
  const dialect = /^(wiki|ref):/.exec(written)?.[1];
  const [page, anchor] = split(dialect === undefined ? written : written.slice(dialect.length + 1), '#');
  if (dialect === 'wiki') return {kind: 'wiki', path: page.trim(), anchor: anchor.trim()};
  if (dialect === 'ref') return {kind: 'ref', path: page.trim(), anchor: anchor.trim()};
  const isAddress = /^(?:[a-z][a-z\d+.-]*:|[/\\]{2})/i.test(page);
  return {kind: isAddress ? 'address' : 'path', path: decoded(split(page, '?')[0]), anchor: decoded(anchor)};
};
