/** A query in words, for whoever typed it to see what it was understood as. */
import type {Query} from '../query.ts';
import type {QueryNode, Term} from './query-node.ts';

const units = {d: 'days', w: 'weeks', m: 'months', y: 'years'} as const;

const termText = ({form, text}: Term): string =>
  form === 'prefix' ? `${text}…` : form === 'phrase' ? `“${text}”` : text;

type Describer<Kind extends QueryNode['kind']> = (node: QueryNode & {readonly kind: Kind}) => string;

const describers: {readonly [Kind in QueryNode['kind']]: Describer<Kind>} = {
  text: ({term}) => termText(term),
  field: ({field, term}) => `${field} ${termText(term)}`,
  is: ({state}) => state,
  has: ({what}) => (what === 'hidden' ? 'hidden' : `with ${what === 'image' ? 'a picture' : 'a problem'}`),
  after: ({day}) => `from ${day}`,
  before: ({day}) => `before ${day}`,
  newer: ({period: {amount, unit}}) => `of the last ${amount} ${units[unit]}`,
  not: ({node}) => `not ${inner(node)}`,
  and: ({nodes}) => nodes.map(inner).join(' and '),
  or: ({nodes}) => nodes.map(inner).join(' or '),
};

const describe = (node: QueryNode): string => (describers[node.kind] as Describer<QueryNode['kind']>)(node as never);

const inner = (node: QueryNode): string => ('nodes' in node ? `(${describe(node)})` : describe(node));

export const describeQuery = ({root}: Query): string => (root === undefined ? 'everything' : describe(root));
