/** What editors say belongs together: `related:` in the front matter, and links in the text, seen from both ends. */
import type {Article} from '../article.ts';
import {linksOfBody} from '../body-links.ts';
import type {ResolveLink} from '../links.ts';

export interface EditorLinks {
  /** What `article` lists as related, in its order. */
  listedBy(article: Article): readonly Article[];
  linkedFrom(article: Article): readonly Article[];
  /** Articles that list it or link to it. */
  linkingTo(article: Article): readonly Article[];
}

/** The same for two readings of one file. */
export const identityOf = ({library, id}: Article): string => `${library}\n${id}`;

const articlesAt = (addresses: readonly string[], from: Article, resolveLink: ResolveLink): readonly Article[] => {
  const found = new Set<Article>();
  for (const address of addresses) {
    const target = resolveLink(address, from);
    if (target.kind === 'article' && identityOf(target.article) !== identityOf(from)) found.add(target.article);
  }
  return [...found];
};

/** Reads the links of all `articles` at the first question. */
export const createEditorLinks = (articles: readonly Article[], resolveLink: ResolveLink): EditorLinks => {
  const listedBy = (article: Article) =>
    // An id or a name is what a wiki link holds; a path with its extension is looked up by that too.
    articlesAt(
      article.related.map(reference => `wiki:${reference}`),
      article,
      resolveLink,
    );
  const linkedFrom = (article: Article) => articlesAt(linksOfBody(article.body), article, resolveLink);

  let lazyBacklinks: Map<string, Set<Article>> | undefined;
  const backlinks = () => {
    if (lazyBacklinks !== undefined) return lazyBacklinks;
    lazyBacklinks = new Map();
    for (const article of articles) {
      for (const target of [...listedBy(article), ...linkedFrom(article)]) {
        const key = identityOf(target);
        const known = lazyBacklinks.get(key);
        if (known === undefined) lazyBacklinks.set(key, new Set([article]));
        else known.add(article);
      }
    }
    return lazyBacklinks;
  };

  return {listedBy, linkedFrom, linkingTo: article => [...(backlinks().get(identityOf(article)) ?? [])]};
};
