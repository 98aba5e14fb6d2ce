/** What editors say belongs to an article, from the index: the few articles that a link could mean are looked up, and among them the link is resolved. */
import type {Article, ArticleSummary} from '../../../core/article.ts';
import {linksOfBody} from '../../../core/body-links.ts';
import type {Library} from '../../../core/library.ts';
import {handlesOfArticle, handlesOfLink, listedAddresses} from '../../../core/links/handles.ts';
import {createLinkResolver} from '../../../core/links.ts';
import {identityOf, numericIdentityOf} from '../../../core/related/article-terms.ts';
import {articlesAt} from '../../../core/related/editor-links.ts';
import type {EditorChoices} from '../../../core/related/ranking.ts';
import type {TermIndex} from '../../../core/related/term-index.ts';
import type {Database} from '../../sqlite.ts';
import {calledSo, pointingSo} from './handle-terms.ts';
import {createIndexOpener} from './opened-index.ts';

/** A name that so many have, such as that of a folder's own page, tells none of them. */
const mostOfAName = 200;

/** Articles by their rows in the index; undefined for one that is no more. */
export type ArticleAtRow = (row: number) => Article | undefined;

export interface LinkedArticlesOptions {
  readonly folders: Library['folders'];
  /** Its body may be left out. */
  readonly recordAt: ArticleAtRow;
}

const rowsWith = ({documents, find, read}: TermIndex, terms: readonly number[]): ReadonlySet<number> => {
  const rows = new Set<number>();
  for (const found of find(Uint32Array.from(terms).sort())) {
    const postings = read(found);
    if (postings.size > mostOfAName) continue;
    for (let i = 0; i < postings.size; i++) rows.add(documents.rows[postings.documents[i] ?? 0] ?? 0);
  }
  return rows;
};

export const createLinkedArticles = (database: Database, {folders, recordAt}: LinkedArticlesOptions) => {
  const linksOf = database.prepare('SELECT links FROM related_articles WHERE row = ?');

  const recordsAt = (rows: ReadonlySet<number>): readonly Article[] =>
    [...rows].sort((a, b) => a - b).flatMap(row => recordAt(row) ?? []);

  /** Those of another article's links that may lead to one that is called so. */
  const addressesTo = (handles: ReadonlySet<string>, row: number, from: Article): readonly string[] => {
    const addresses: readonly string[] = JSON.parse(linksOf.get<{links: string | null}>(row)?.links ?? '[]');
    return addresses.filter(address => handlesOfLink(address, from).some(handle => handles.has(handle)));
  };

  return (article: Article, index: TermIndex): EditorChoices => {
    const listed = listedAddresses(article);
    const linked = linksOfBody(article.body);
    const own = handlesOfArticle(article);
    const linking: {readonly from: Article; readonly addresses: readonly string[]}[] = [];
    for (const row of rowsWith(index, Array.from(own, pointingSo))) {
      const from = recordAt(row);
      if (from === undefined || identityOf(from) === identityOf(article)) continue;
      linking.push({from, addresses: addressesTo(own, row, from)});
    }
    const handles = new Set([
      ...[...listed, ...linked].flatMap(address => handlesOfLink(address, article)),
      ...linking.flatMap(({from, addresses}) => addresses.flatMap(address => handlesOfLink(address, from))),
    ]);
    const meant = recordsAt(rowsWith(index, Array.from(handles, calledSo)));
    const resolveLink = createLinkResolver({articles: meant, failures: [], folders});
    const isOwn = (other: ArticleSummary): boolean => identityOf(other) === identityOf(article);
    return {
      listed: articlesAt(listed, article, resolveLink).map(numericIdentityOf),
      'links-to': articlesAt(linked, article, resolveLink).map(numericIdentityOf),
      'linked-from': linking
        .filter(({from, addresses}) => articlesAt(addresses, from, resolveLink).some(isOwn))
        .map(({from}) => numericIdentityOf(from)),
    };
  };
};

/** The few articles that the links of one could mean. */
export const createLinkFinder = (database: Database, {recordAt}: Pick<LinkedArticlesOptions, 'recordAt'>) => {
  const open = createIndexOpener(database);
  return (article: Article): readonly Article[] => {
    const addresses = [...listedAddresses(article), ...linksOfBody(article.body)];
    const handles = new Set(addresses.flatMap(address => handlesOfLink(address, article)));
    const rows = rowsWith(open().index, Array.from(handles, calledSo));
    return [...rows].sort((a, b) => a - b).flatMap(row => recordAt(row) ?? []);
  };
};
