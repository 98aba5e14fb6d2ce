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
  /** Whether it asks what was read or starred. */
  readonly asksForState: boolean;
}

/** @throws {QueryError} that says what is wrong, and where */
export const parseQuery = (text: string): Query => {
  const root = readQuery(text);
  if (root === undefined) return {text, asksForHidden: false, asksForState: false};
  return {text, root, asksForHidden: asksForHidden(root), asksForState: asksForState(root)};
};

const asksForHidden = (node: QueryNode): boolean =>
  node.kind === 'has' ? node.what === 'hidden' : 'nodes' in node && node.nodes.some(asksForHidden);

const asksForState = (node: QueryNode): boolean => {
  if (node.kind === 'not') return asksForState(node.node);
  return node.kind === 'is' || ('nodes' in node && node.nodes.some(asksForState));
};

export interface QueryOptions {
  /** What `newer:` counts back from. */
  readonly now?: Date;
  /** What `is:` asks. */
  readonly isRead?: ArticleTest;
  readonly isStarred?: ArticleTest;
  /** What `name:` looks at, if not the names in the text. */
  readonly namesOf?: NamesOf;
}

/**
 * Compile once, ask many: the words of each article are kept for the next query.
 * @throws {QueryError} for what cannot be answered with these options
 */
export const compileQuery = ({text, root}: Query, {now, isRead, isStarred, namesOf}: QueryOptions = {}): ArticleTest =>
  root === undefined ? () => true : compileNode(root, {text, now, isRead, isStarred, namesOf});
