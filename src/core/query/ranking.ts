/** What the order of search results goes by: which terms of a query count, and how much a hit weighs where it stands. */
import {type Column, fieldColumns, wordColumns} from './columns.ts';
import type {QueryNode} from './query-node.ts';
import {type Sought, soughtOf} from './sought.ts';

/** A word in the title says more than one in the body, and so on. */
export const columnWeights: Readonly<Record<Column, number>> = {
  title: 8,
  standfirst: 4,
  body: 1,
  authors: 2,
  tags: 3,
  section: 1,
  source: 1,
  lang: 1,
  names: 1,
};

/** A phrase, and the columns in which it is looked for. */
export interface SoughtIn {
  readonly sought: Sought;
  readonly columns: readonly Column[];
}

/** @returns undefined for all but terms */
export const termOf = (node: QueryNode): SoughtIn | undefined => {
  if (node.kind === 'text') return soughtIn(wordColumns, soughtOf(node.term));
  if (node.kind !== 'field') return undefined;
  const {column, extent} = fieldColumns[node.field];
  return soughtIn([column], soughtOf(node.term, extent));
};

// The parser lets no term through that nothing can fit.
const soughtIn = (columns: readonly Column[], sought: Sought | undefined): SoughtIn | undefined =>
  sought === undefined ? undefined : {sought, columns};

/** Words and words of the title. The other fields choose: an article is not more `section:politics` than another. */
export const rankingTerm = (node: QueryNode): SoughtIn | undefined =>
  node.kind === 'text' || (node.kind === 'field' && node.field === 'title') ? termOf(node) : undefined;

/** The terms that count, each once, in the query's order; nothing that is excluded does. */
export const rankingTerms = (node: QueryNode): readonly SoughtIn[] => [
  ...new Map(allTerms(node).map(term => [keyOf(term), term])).values(),
];

const keyOf = ({sought: {tokens, isOpen}, columns}: SoughtIn): string => [columns, tokens, isOpen].join(' ');

const allTerms = (node: QueryNode): readonly SoughtIn[] => {
  if (node.kind === 'and' || node.kind === 'or') return node.nodes.flatMap(allTerms);
  if (node.kind === 'not') return node.node.kind === 'not' ? allTerms(node.node.node) : [];
  const term = rankingTerm(node);
  return term === undefined ? [] : [term];
};
