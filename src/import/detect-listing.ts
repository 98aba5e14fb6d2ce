/**
 * What a folder or an archive is, by the names in it: the export of a service, or a folder of articles that needs no
 * importing, since a library can be it as it stands.
 */
import {omnivoreMetadata} from './exports/omnivore.ts';
import {readeckBookmark} from './exports/readeck.ts';

/** Exports that are read, unpacked or not. */
export type ListingExport = 'omnivore' | 'readeck' | 'pocket';

/** Folders that are libraries already. `markdown`: most files of it are Markdown. */
export type ArticleFolder = 'obsidian' | 'hugo' | 'jekyll' | 'markdown';

/** Names of files with `/` between segments; folders end in `/` or are left out. */
export type Listing = readonly string[];

const any = (names: Listing, pattern: RegExp): boolean => names.some(name => pattern.test(name));

const markdownFile = /\.(?:md|markdown|mkd|mdown)$/i;

/** What stands beside the files of any folder. */
const ignored = /(?:^|\/)(?:\.[^/]+|__MACOSX|node_modules|Thumbs\.db|desktop\.ini)(?:\/|$)/i;

/** Pictures and the like are part of what articles are made of. */
const attachment = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|pdf|mp[34]|m4a|ogg|webm|mov|css|js|ico|woff2?)$/i;

const isMostlyMarkdown = (names: Listing): boolean => {
  const files = names.filter(name => !name.endsWith('/') && !ignored.test(name) && !attachment.test(name));
  const articles = files.filter(name => markdownFile.test(name));
  return articles.length > 0 && articles.length * 2 > files.length;
};

interface Recogniser<Kind> {
  readonly kind: Kind;
  readonly fits: (names: Listing) => boolean;
}

const exports: readonly Recogniser<ListingExport>[] = [
  {kind: 'omnivore', fits: names => any(names, omnivoreMetadata)},
  {kind: 'readeck', fits: names => any(names, readeckBookmark)},
  {kind: 'pocket', fits: names => any(names, /(?:^|\/)part_\d{6}\.csv$/) || any(names, /(?:^|\/)ril_export\.html$/)},
];

const articleFolders: readonly Recogniser<ArticleFolder>[] = [
  {kind: 'obsidian', fits: names => any(names, /^\.obsidian\//)},
  {
    kind: 'hugo',
    fits: names =>
      any(names, /^(?:hugo|config)\.(?:toml|ya?ml|json)$|^config\/_default\//) && any(names, /^content\/.*\.md$/i),
  },
  {kind: 'jekyll', fits: names => any(names, /^_config\.ya?ml$/) && any(names, /^(?:.*\/)?_(?:posts|drafts)\//)},
  {kind: 'markdown', fits: isMostlyMarkdown},
];

/** Archives often hold one folder that holds all. */
const withoutTopFolder = (names: Listing): Listing => {
  const top = names.find(name => !ignored.test(name))?.split('/')[0];
  if (top === undefined) return names;
  const inside = names.filter(name => !/^__MACOSX\//.test(name));
  return inside.every(name => name.startsWith(`${top}/`))
    ? inside.map(name => name.slice(top.length + 1)).filter(name => name !== '')
    : names;
};

/** @returns the service whose export the names are of */
export const detectExport = (names: Listing): ListingExport | undefined => exports.find(({fits}) => fits(names))?.kind;

/** @returns what kind of library the names are of already, nothing for what is none */
export const detectArticleFolder = (names: Listing): ArticleFolder | undefined => {
  const inside = withoutTopFolder(names);
  return articleFolders.find(({fits}) => fits(names) || fits(inside))?.kind;
};
