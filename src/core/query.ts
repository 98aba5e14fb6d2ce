/** Queries, the same in every place that takes one: read once, then asked of each article. */
import type {Article} from './article.ts';
import type {NamesOf} from './query/columns.ts';
import {type ArticleTest, compileNode} from './query/meaning.ts';
import {readQuery} from './query/parser.ts';
import type {QueryNode} from './query/query-node.ts';

export interface Query {
  /** As typed. */
  readonly text: string;
  /** Absent: an empty query, which every article fits. */
  readonly root?: QueryNode;
  /** Whether it asks for hidden articles, which are left out otherwise. */
  readonly asksForHidden: boolean;
}

/** @throws {QueryError} that says what is wrong, and where */
export const parseQuery = (text: string): Query => {
  const root = readQuery(text);
  return root === undefined ? {text, asksForHidden: false} : {text, root, asksForHidden: asksForHidden(root)};
};

const asksForHidden = (node: QueryNode): boolean =>
  node.kind === 'has' ? node.what === 'hidden' : 'nodes' in node && node.nodes.some(asksForHidden);

export interface QueryOptions {
  /** What `newer:` counts back from. */
  readonly now?: Date;
  /** What `name:` looks at. */
  readonly namesOf?: NamesOf;
}

/**
 * Compile once, ask many: the words of each article are kept for the next query.
 * @throws {QueryError} for what the grammar knows but nothing can answer yet
 */
export const compileQuery = ({text, root}: Query, {now, namesOf}: QueryOptions = {}): ArticleTest =>
  root === undefined ? () => true : compileNode(root, {text, now, namesOf});

export const matchesQuery = (query: Query, article: Article, options: QueryOptions = {}): boolean =>
  compileQuery(query, options)(article);
