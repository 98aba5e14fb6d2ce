/** The statements that answer a search from the index: which articles fit, and in what order. */
import type {Query} from '../query.ts';
import {columns} from './columns.ts';
import type {QueryNode} from './query-node.ts';
import {columnWeights, rankingTerm, rankingTerms} from './ranking.ts';
import {
  type Compilation,
  combined,
  compile,
  conditionOf,
  type Sql,
  type SqlContext,
  termExpression,
  valuesOf,
} from './sql.ts';

/** Of all that must hold, the full-text expression and the rest. */
interface Choice {
  readonly expression: string | undefined;
  readonly conditions: readonly Sql[];
}

const choiceOf = (nodes: readonly QueryNode[], compilation: Compilation): Choice => {
  const parts = combined(
    'and',
    nodes.map(node => compile(node, compilation)),
  );
  return {
    // There is one at most: `combined` has joined them.
    expression: parts.flatMap(part => (part.kind === 'match' ? [part.expression] : []))[0],
    conditions: parts.filter(part => part.kind !== 'match').map(conditionOf),
  };
};

const where = (conditions: readonly Sql[]): string =>
  conditions.length === 0 ? '' : ` WHERE ${conditions.map(({text}) => text).join(' AND ')}`;

const visible: Sql = {text: 'NOT hidden', values: []};

/** The column `id`: rows of the articles that fit. */
const rowsOf = ({expression, conditions}: Choice, isHiddenToo: boolean): Sql => {
  const held = isHiddenToo ? conditions : [...conditions, visible];
  const articles = `SELECT id FROM articles${where(held)}`;
  if (expression === undefined) return {text: articles, values: valuesOf(held)};
  const words = 'SELECT rowid AS id FROM words WHERE words MATCH ?';
  // The plus keeps SQLite from asking the full-text table anew for every row of the list.
  if (conditions.length > 0) {
    return {text: `${words} AND +rowid IN (${articles})`, values: [expression, ...valuesOf(held)]};
  }
  return {text: `${words}${isHiddenToo ? '' : exceptHidden}`, values: [expression]};
};

/** Few are: they are read once, and no other row of `articles` at all. */
const exceptHidden = ' AND +rowid NOT IN (SELECT id FROM articles WHERE hidden)';

/** Conditions by name go before the statement that uses them. */
const withNamed = ({named}: Compilation, {text, values}: Sql): Sql => {
  if (named.length === 0) return {text, values};
  const all = named.map((part, index) => `part${index + 1} (id) AS (SELECT id FROM articles WHERE ${part.text})`);
  return {text: `WITH ${all.join(', ')} ${text}`, values: [...valuesOf(named), ...values]};
};

const conjunctsOf = ({root}: Query): readonly QueryNode[] =>
  root === undefined ? [] : root.kind === 'and' ? root.nodes : [root];

const showsHidden = (query: Query, {all = false}: SqlContext): boolean => all || query.asksForHidden;

/** Gives one row: `ids`, the rows of the articles that fit, with commas between, in no order; null for none. */
export const matchingSql = (query: Query, context: SqlContext): Sql => {
  const compilation: Compilation = {context, named: []};
  const rows = rowsOf(choiceOf(conjunctsOf(query), compilation), showsHidden(query, context));
  return withNamed(compilation, {text: `SELECT group_concat(id) AS ids FROM (${rows.text})`, values: rows.values});
};

/** Rounded, so that sums that differ in the order of their parts are equal, as they are to a reader. */
const score = `round(-bm25(words, ${columns.map(column => columnWeights[column]).join(', ')}), 12)`;

/** A word, or several of which one is enough: of these the full-text table counts just the hits that are there. */
const isCountedAsItMatches = (node: QueryNode): boolean =>
  rankingTerm(node) !== undefined || (node.kind === 'or' && node.nodes.every(part => rankingTerm(part) !== undefined));

/** The columns `id` and `score` of the articles that fit. */
const scoredRows = (query: Query, compilation: Compilation): Sql => {
  const isHiddenToo = showsHidden(query, compilation.context);
  const conjuncts = conjunctsOf(query);
  const terms = query.root === undefined ? [] : rankingTerms(query.root);
  if (terms.length === 0) {
    const rows = rowsOf(choiceOf(conjuncts, compilation), isHiddenToo);
    return {text: `SELECT id, 0.0 AS score FROM (${rows.text})`, values: rows.values};
  }
  const scored = `SELECT rowid AS id, ${score} AS score FROM words WHERE words MATCH ?`;
  const counted = conjuncts.filter(isCountedAsItMatches);
  if (counted.flatMap(node => rankingTerms(node)).length === terms.length) {
    const {expression = ''} = choiceOf(counted, compilation);
    const others = conjuncts.filter(node => !counted.includes(node));
    if (others.length === 0) return {text: `${scored}${isHiddenToo ? '' : exceptHidden}`, values: [expression]};
    const rows = rowsOf(choiceOf(others, compilation), isHiddenToo);
    return {text: `${scored} AND +rowid IN (${rows.text})`, values: [expression, ...rows.values]};
  }
  const rows = rowsOf(choiceOf(conjuncts, compilation), isHiddenToo);
  const any = terms.map(termExpression).join(' OR ');
  return {
    text: `WITH fits AS MATERIALIZED (${rows.text}) ${scored} AND +rowid IN fits UNION ALL
      SELECT id, 0.0 FROM fits WHERE id NOT IN (SELECT rowid FROM words WHERE words MATCH ?)`,
    values: [...rows.values, any, any],
  };
};

/**
 * Gives one row: `ids`, as `matchingSql` does but the best first, the newest of equals, and `scores`, theirs.
 * @param limit how many at most
 */
export const rankedSql = (query: Query, context: SqlContext, limit?: number): Sql => {
  const compilation: Compilation = {context, named: []};
  const rows = scoredRows(query, compilation);
  const sorted = `SELECT found.id AS id, found.score AS score FROM (${rows.text}) found JOIN articles ON articles.id = found.id
    ORDER BY found.score DESC, articles.time DESC, articles.article, articles.library LIMIT ?`;
  return withNamed(compilation, {
    text: `SELECT group_concat(id) AS ids, group_concat(score) AS scores FROM (${sorted})`,
    values: [...rows.values, limit ?? -1],
  });
};
