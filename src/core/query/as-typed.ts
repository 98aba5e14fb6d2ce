/** A query that is still being typed. */

import type {Query} from '../query.ts';
import type {QueryNode} from './query-node.ts';

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

/** Whether its last word, at the very end, is a single letter or digit of ASCII so far. */
export const onlyBegun = ({text}: Query): boolean => /(?:^|[\s(])[\w]$/.test(text);
