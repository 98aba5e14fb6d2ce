/** A query's tree as text again, in its shortest form; reading it gives the same tree. For the property tests. */

import type {QueryNode, Term} from '../../src/core/query/query-node.ts';
import type {Query} from '../../src/core/query.ts';

export const printQuery = ({root}: Query): string => (root === undefined ? '' : print(root));

const print = (node: QueryNode): string => {
  switch (node.kind) {
    case 'text':
      return printTerm(node.term);
    case 'field':
      return `${node.field}:${printTerm(node.term)}`;
    case 'is':
      return `is:${node.state}`;
    case 'has':
      return `has:${node.what}`;
    case 'after':
    case 'before':
      return `${node.kind}:${node.day}`;
    case 'newer':
      return `newer:${node.period.amount}${node.period.unit}`;
    case 'not':
      return `-${printIn(node.node, ['and', 'or'])}`;
    case 'and':
      return node.nodes.map(part => printIn(part, ['and', 'or'])).join(' ');
    case 'or':
      return node.nodes.map(part => printIn(part, ['or'])).join(' OR ');
    default:
      return node satisfies never;
  }
};

/** Brackets around what would be taken apart otherwise. */
const printIn = (node: QueryNode, inBrackets: readonly QueryNode['kind'][]): string =>
  inBrackets.includes(node.kind) ? `(${print(node)})` : print(node);

const printTerm = ({form, text}: Term): string =>
  form === 'phrase' ? `"${text}"` : form === 'prefix' ? `${text}*` : text;
