/**
 * What the names in a feed mean. An element is known by one name whatever prefix its feed chose: `title` for RSS and RDF,
 * `atom:title`, `dc:creator`, `media:content`; all in small letters, since feeds differ in that, too.
 */

/** Addresses of namespaces without scheme, `www.` and what ends them, by the prefix that they are known by here. */
const known: Readonly<Record<string, readonly string[]>> = {
  '': [
    ...[
      'purl.org/rss/1.0',
      'purl.org/net/rss1.1',
      'my.netscape.com/rdf/simple/0.9',
      'channel.netscape.com/rdf/simple/0.9',
    ],
    ...['backend.userland.com/rss2', 'blogs.law.harvard.edu/tech/rss', 'cyber.law.harvard.edu/rss'],
  ],
  atom: ['w3.org/2005/atom', 'purl.org/atom/ns'],
  rdf: ['w3.org/1999/02/22-rdf-syntax-ns'],
  dc: ['purl.org/dc/elements/1.1', 'purl.org/dc/elements/1.0'],
  dcterms: ['purl.org/dc/terms'],
  content: ['purl.org/rss/1.0/modules/content'],
  media: ['search.yahoo.com/mrss', 'video.search.yahoo.com/mrss'],
  itunes: ['itunes.com/dtds/podcast-1.0.dtd'],
  feedburner: ['rssnamespace.org/feedburner/ext/1.0'],
  xhtml: ['w3.org/1999/xhtml'],
  xml: ['w3.org/xml/1998/namespace'],
};

const prefixes: ReadonlyMap<string, string> = new Map(
  Object.entries(known).flatMap(([prefix, addresses]) => addresses.map(address => [address, prefix] as const)),
);

const knownPrefix = (address: string): string | undefined =>
  prefixes.get(
    address
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/[/#]{1,9}$/, ''),
  );

/** What prefixes mean at one place of a document. */
export interface Scope {
  /** By prefix as it is written, the one it is known by here; inherits from the scope around it. */
  readonly meanings: Readonly<Record<string, string>>;
  /** Names that were looked up before. */
  readonly names: Map<string, string>;
}

const scopeWithin = (meanings: object): Scope & {readonly meanings: Record<string, string>} => ({
  meanings: Object.create(meanings) as Record<string, string>,
  names: new Map(),
});

export const outermostScope = (): Scope => {
  const scope = scopeWithin(Object.create(null) as object);
  scope.meanings[''] = '';
  return scope;
};

/** The vocabulary of a feed's root: its own namespace is taken for the right one, since that is where addresses are mistyped. */
const rootVocabulary: Readonly<Record<string, string>> = {rss: '', channel: '', feed: 'atom', entry: 'atom'};

/** No name is known by this prefix: an element of a namespace that says nothing here, without a prefix of its own. */
const strange = '?';

/**
 * The scope of an element.
 * @param tag its name as written, in small letters
 * @param declared by prefix (none: ''), the address that it declares
 */
export const scopeOf = (
  tag: string,
  declared: ReadonlyMap<string, string>,
  {around, isRoot}: {readonly around: Scope; readonly isRoot: boolean},
): Scope => {
  const colon = tag.indexOf(':');
  const vocabulary = isRoot ? rootVocabulary[tag.slice(colon + 1)] : undefined;
  if (declared.size === 0 && vocabulary === undefined) return around;
  const scope = scopeWithin(around.meanings);
  for (const [prefix, address] of declared) {
    const unknown = prefix !== '' ? prefix : address.trim() === '' || isRoot ? '' : strange;
    scope.meanings[prefix] = knownPrefix(address) ?? unknown;
  }
  if (vocabulary !== undefined) scope.meanings[colon === -1 ? '' : tag.slice(0, colon)] = vocabulary;
  return scope;
};

/** An element's name as it is known here; a prefix that was never declared stands for itself. */
export const elementName = (tag: string, {meanings, names}: Scope): string => {
  const before = names.get(tag);
  if (before !== undefined) return before;
  const colon = tag.indexOf(':');
  const prefix = colon === -1 ? '' : tag.slice(0, colon);
  const meaning = meanings[prefix] ?? prefix;
  const name = meaning === '' ? tag.slice(colon + 1) : `${meaning}:${tag.slice(colon + 1)}`;
  names.set(tag, name);
  return name;
};

/** An attribute's name as it is known here; one without a prefix belongs to no namespace. */
export const attributeName = (name: string, scope: Scope): string =>
  name.includes(':') ? elementName(name, scope) : name;
