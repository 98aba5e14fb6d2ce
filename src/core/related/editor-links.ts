/** What editors say belongs together: `related:` in the front matter, and links in the text, seen from both ends. */
import type {Article, ArticleSummary} from '../article.ts';
import {linksOfBody} from '../body-links.ts';
import {listedAddresses} from '../links/handles.ts';
import type {ResolveLink} from '../links.ts';
import {identityOf, numericIdentityOf} from './article-terms.ts';
import type {EditorChoices} from './ranking.ts';

export interface EditorLinks {
  choicesOf(article: Article): EditorChoices;
}

/** The articles that addresses lead to from `from`, each once, itself left out. */
export const articlesAt = (
  addresses: readonly string[],
  from: Article,
  resolveLink: ResolveLink,
): readonly ArticleSummary[] => {
  const found = new Map<string, ArticleSummary>();
  const own = identityOf(from);
  for (const address of addresses) {
    const target = resolveLink(address, from);
    if (target.kind !== 'article') continue;
    const key = identityOf(target.article);
    if (key !== own && !found.has(key)) found.set(key, target.article);
  }
  return [...found.values()];
};

/** Reads the links of all `articles` at the first question. */
export const createEditorLinks = (articles: readonly Article[], resolveLink: ResolveLink): EditorLinks => {
  const listedBy = (article: Article) => articlesAt(listedAddresses(article), article, resolveLink);
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

  return {
    choicesOf: article => ({
      listed: listedBy(article).map(numericIdentityOf),
      'links-to': linkedFrom(article).map(numericIdentityOf),
      'linked-from': [...(backlinks().get(identityOf(article)) ?? [])].map(numericIdentityOf),
    }),
  };
};
