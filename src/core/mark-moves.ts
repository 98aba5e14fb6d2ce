/** Which marks belong to articles that have another name now: files get renamed, and whole folders moved. */
import {type ArticleKey, type KeyedMark, keyText} from './marks.ts';

/** An article as it is now. */
export interface KnownArticle {
  readonly key: ArticleKey;
  /** Of the bytes of its file, hexadecimal. */
  readonly hash?: string | undefined;
  /** The `addressKey` of where it is from. */
  readonly source?: string | undefined;
}

export interface MarkMove {
  readonly from: ArticleKey;
  readonly to: ArticleKey;
}

/** The items by what they have in common. Items without it are left out. */
const grouped = <Item>(items: readonly Item[], by: (item: Item) => string | undefined): ReadonlyMap<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = by(item);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
};

/**
 * Marks without an article go to the article with the same content, else to the one from the same address, where there is
 * only one such mark and one such article, and that has no mark of its own.
 * @param marks all there are
 * @param articles all of the libraries that were read: marks of other libraries stay, for those may just be away
 */
export const planMoves = (marks: readonly KeyedMark[], articles: readonly KnownArticle[]): readonly MarkMove[] => {
  const libraries = new Set(articles.map(({key}) => key.library));
  const present = new Set(articles.map(({key}) => keyText(key)));
  const taken = new Set(marks.map(({key}) => keyText(key)));
  let orphans = marks.filter(({key}) => libraries.has(key.library) && !present.has(keyText(key)));
  const moves: MarkMove[] = [];
  for (const trait of ['hash', 'source'] as const) {
    if (orphans.length === 0) break;
    const homes = grouped(articles, article => article[trait]);
    const moved = new Set<KeyedMark>();
    for (const [name, [orphan, ...others]] of grouped(orphans, ({mark}) => mark[trait]?.value)) {
      const [home, ...more] = homes.get(name) ?? [];
      if (orphan === undefined || home === undefined || others.length + more.length > 0) continue;
      if (taken.has(keyText(home.key))) continue;
      taken.add(keyText(home.key));
      moved.add(orphan);
      moves.push({from: orphan.key, to: home.key});
    }
    orphans = orphans.filter(orphan => !moved.has(orphan));
  }
  return moves;
};
