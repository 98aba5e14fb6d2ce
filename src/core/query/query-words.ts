/** Which words of a text a query is about: what a reader wants to see marked. */

import type {Query} from '../query.ts';
import {words} from '../tokens.ts';
import type {QueryNode} from './query-node.ts';

/** Folded words that stand one after the other; of the last, `isPrefix` says that only its beginning is given. */
export interface SoughtWords {
  readonly words: readonly string[];
  readonly isPrefix: boolean;
}

/** The bare words and phrases, and those of `title:`, without what is excluded. */
export const queryWords = ({root}: Query): readonly SoughtWords[] => (root === undefined ? [] : soughtIn(root));

const soughtIn = (node: QueryNode): readonly SoughtWords[] => {
  if (node.kind === 'and' || node.kind === 'or') return node.nodes.flatMap(soughtIn);
  const isShown = node.kind === 'text' || (node.kind === 'field' && node.field === 'title');
  return isShown ? [{words: words(node.term.text), isPrefix: node.term.form === 'prefix'}] : [];
};

/** The query while it is being typed: its last word, if it stands at the very end, is only begun. What is excluded stays: half a word would empty the list. */
export const asTyped = (query: Query): Query => {
  if (query.root === undefined) return query;
  const root = withOpenEnd(query.root, query.text.length);
  return root === query.root ? query : {...query, root};
};

const withOpenEnd = (node: QueryNode, end: number): QueryNode => {
  if (node.span.end !== end) return node;
  if (node.kind === 'and' || node.kind === 'or') {
    return {...node, nodes: node.nodes.map(part => withOpenEnd(part, end))};
  }
  const isWord = (node.kind === 'text' || node.kind === 'field') && node.term.form === 'word';
  return isWord ? {...node, term: {...node.term, form: 'prefix'}} : node;
};
