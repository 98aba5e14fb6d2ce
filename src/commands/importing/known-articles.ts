/** Which articles a library has already, as an import asks: by their addresses and by what they say. */
import type {Article} from '../../core/article.ts';
import {late} from '../../core/late.ts';
import {addressKey, withoutAmp} from '../../core/links/web-address.ts';
import {positionsOfTitle} from '../../core/listing/find-titles.ts';
import {entryAt, hashAt, type Listing} from '../../core/listing/listing.ts';
import {field, type SafeField, type SafeUrl, url} from '../../core/sanitize.ts';
import {pathAt} from '../../store/listing/article-at.ts';
import type {Session} from '../session.ts';

/** An article that is there, by its id and the absolute path of its file. */
export interface KnownArticle {
  readonly id: SafeField;
  readonly path: string;
}

export interface KnownArticles {
  /** Those that are known by one of the addresses; each address as it was asked for. */
  byAddresses(addresses: readonly string[]): ReadonlyMap<string, KnownArticle>;
  /** One with this title and this text. */
  byText(title: SafeField, body: string): KnownArticle | undefined;
  /** One whose file has this content, see `contentHash`. */
  byHash(hash: string): KnownArticle | undefined;
  /** One that was written just now. */
  add(article: KnownArticle & Said): void;
}

/** What an article is known by. */
interface Said {
  readonly address?: string;
  readonly title: SafeField;
  readonly body: string;
}

const textKey = (title: string, body: string): string => `${title}\n${body.trim()}`;

/** An article that is nowhere, whose only use is to have links. */
const linkingTo = (addresses: readonly SafeUrl[]): Article => ({
  ...{id: field(''), library: field(''), path: '', title: field(''), titleFrom: 'words'},
  ...{authors: [], tags: [], related: [], isHidden: false, problems: []},
  body: addresses.map(address => `<${address}>`).join('\n\n'),
});

/** @param session undefined for a library that is not there yet */
export const createKnownArticles = (session: Session | undefined): KnownArticles => {
  const addresses = new Map<string, KnownArticle>();
  const texts = new Map<string, KnownArticle>();
  const hashes = late(() => (session === undefined ? new Map<string, number>() : positionsByHash(session.listing)));

  /** The links of an article find their goals without a look at all the others; so do these. */
  const inLibrary = (wanted: readonly SafeUrl[]): ReadonlyMap<string, KnownArticle> =>
    new Map(
      session === undefined || session.listing.length === 0
        ? []
        : session
            .index()
            .linkedBy(linkingTo([...new Set([...wanted, ...wanted.map(withoutAmp)])]))
            .flatMap(({id, path, source}) => (source?.url === undefined ? [] : [[addressKey(source.url), {id, path}]])),
    );

  return {
    byAddresses: asked => {
      const wanted = asked.flatMap(written => {
        const address = url(written);
        return address === undefined ? [] : [{written, address, key: addressKey(address)}];
      });
      const unknown = wanted.filter(({key}) => !addresses.has(key));
      const found = unknown.length === 0 ? undefined : inLibrary(unknown.map(({address}) => address));
      return new Map(
        wanted.flatMap(({written, key}) => {
          const known = addresses.get(key) ?? found?.get(key);
          return known === undefined ? [] : [[written, known]];
        }),
      );
    },
    byText: (title, body) => {
      const written = texts.get(textKey(title, body));
      if (written !== undefined) return written;
      const article =
        session &&
        positionsOfTitle(session.listing, title)
          .map(session.read)
          .find(known => known.body.trim() === body.trim());
      return article && {id: article.id, path: article.path};
    },
    byHash: hash => {
      const position = hashes().get(hash);
      if (position === undefined || session === undefined) return undefined;
      return {id: entryAt(session.listing, position).id, path: pathAt(session.listing, position)};
    },
    add: ({id, path, address, title, body}) => {
      const safe = url(address ?? '');
      if (safe !== undefined) addresses.set(addressKey(safe), {id, path});
      texts.set(textKey(title, body), {id, path});
    },
  };
};

const positionsByHash = (listing: Listing): ReadonlyMap<string, number> =>
  new Map(Array.from({length: listing.length}, (_, position) => [hashAt(listing, position), position]));
