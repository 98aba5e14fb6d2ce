/**
 * A query as SQL over the index: the table `articles`, and the full-text table `words` whose rows have the same numbers.
 * What belongs to words alone is one full-text expression, as large as can be; the rest are conditions on articles.
 * Values are bound, never written into the text.
 */
import {dayBefore} from './periods.ts';
import type {QueryNode} from './query-node.ts';
import {type SoughtIn, termOf} from './ranking.ts';

export interface Sql {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

export interface SqlContext {
  /** What `newer:` counts back from. */
  readonly now: Date;
  /** Rows of the articles that were read, and of those with a star. */
  readonly readRows?: readonly number[];
  readonly starredRows?: readonly number[];
  /** Hidden articles too, even if the query does not ask for them. */
  readonly all?: boolean;
}

/**
 * What a part of a query became: a full-text expression that fits, one that must not fit, or a condition. `depth` counts
 * brackets in brackets.
 */
export type Part =
  | {readonly kind: 'match' | 'except'; readonly expression: string; readonly depth: number}
  | {readonly kind: 'condition'; readonly sql: Sql; readonly depth: number};

type Words = Extract<Part, {kind: 'match' | 'except'}>;

export interface Compilation {
  readonly context: SqlContext;
  /** Conditions that are asked by name, each one only naming those before it. */
  readonly named: Sql[];
}

/** SQLite's parsers give up at about 100 symbols; every level takes three of them at most. */
const deepest = 12;

export const compile = (node: QueryNode, compilation: Compilation): Part => {
  const {context} = compilation;
  switch (node.kind) {
    case 'and':
    case 'or':
      return joined(
        node.kind,
        node.nodes.map(part => compile(part, compilation)),
        compilation,
      );
    case 'not':
      return node.node.kind === 'not' ? compile(node.node.node, compilation) : negated(compile(node.node, compilation));
    case 'text':
    case 'field': {
      const term = termOf(node);
      return term === undefined ? condition('0') : {kind: 'match', expression: termExpression(term), depth: 1};
    }
    case 'has':
      // The columns have these names.
      return condition(node.what);
    case 'after':
      return condition("coalesce(day, '') >= ?", node.day);
    case 'before':
      return condition("coalesce(day, '9999') < ?", node.day);
    case 'newer':
      return condition("coalesce(day, '') >= ?", dayBefore(context.now, node.period));
    case 'is': {
      const rows = (node.state === 'starred' ? context.starredRows : context.readRows) ?? [];
      const among = 'id IN (SELECT value FROM json_each(?))';
      return condition(node.state === 'unread' ? `NOT ${among}` : among, JSON.stringify(rows));
    }
    default:
      return node satisfies never;
  }
};

const condition = (text: string, ...values: readonly (string | number)[]): Part => ({
  kind: 'condition',
  sql: {text, values},
  depth: 1,
});

/** Tokens are letters, digits and marks, so nothing has to be escaped. */
export const termExpression = ({sought: {tokens, isOpen}, columns: among}: SoughtIn): string =>
  `{${among.join(' ')}} : "${tokens.join(' ')}"${isOpen ? ' *' : ''}`;

const negated = (part: Part): Part =>
  part.kind === 'condition'
    ? {...part, sql: {...part.sql, text: `NOT ${part.sql.text}`}}
    : {...part, kind: part.kind === 'match' ? 'except' : 'match'};

const bracketed = (texts: readonly string[], operator: string): string =>
  texts.length === 1 ? (texts[0] ?? '') : `(${[...new Set(texts)].join(` ${operator} `)})`;

const depthOf = (parts: readonly Part[]): number => Math.max(...parts.map(({depth}) => depth)) + 1;

/** One of the same kind for several: by De Morgan, all that must not fit are one that must not. */
const joinedWords = (kind: Words['kind'], operator: 'and' | 'or', parts: readonly Words[]): Words => {
  const isAnd = (operator === 'and') === (kind === 'match');
  return {
    kind,
    expression: bracketed(
      parts.map(({expression}) => expression),
      isAnd ? 'AND' : 'OR',
    ),
    depth: parts.length === 1 ? (parts[0]?.depth ?? 1) : depthOf(parts),
  };
};

/** The brackets of a full-text expression are its own: to SQL it is a value. */
const asCondition = (part: Part): Part =>
  part.kind === 'condition' ? part : {kind: 'condition', sql: conditionOf(part), depth: 1};

/** As few parts as can be that together say the same: full-text expressions become one. */
export const combined = (operator: 'and' | 'or', parts: readonly Part[]): readonly Part[] => {
  const ofKind = (kind: Words['kind']): Words | undefined => {
    const found = parts.filter((part): part is Words => part.kind === kind && part.depth < deepest);
    return found.length === 0 ? undefined : joinedWords(kind, operator, found);
  };
  const others = parts.filter(part => part.kind === 'condition' || part.depth >= deepest).map(asCondition);
  const [match, except] = [ofKind('match'), ofKind('except')];
  if (match !== undefined && except !== undefined && operator === 'and') {
    const expression = `(${match.expression} NOT ${except.expression})`;
    return [{kind: 'match', expression, depth: depthOf([match, except])}, ...others];
  }
  return [...[match, except].filter(part => part !== undefined), ...others];
};

const joined = (operator: 'and' | 'or', parts: readonly Part[], compilation: Compilation): Part => {
  const all = combined(operator, parts);
  const [only] = all;
  if (only !== undefined && all.length === 1) return only;
  const conditions = all.map(conditionOf);
  const texts = conditions.map(({text}) => text);
  const sql = {text: `(${texts.join(operator === 'and' ? ' AND ' : ' OR ')})`, values: valuesOf(conditions)};
  const depth = depthOf(all.map(asCondition));
  return depth < deepest ? {kind: 'condition', sql, depth} : named(sql, compilation);
};

const named = (sql: Sql, {named: all}: Compilation): Part => {
  all.push(sql);
  return condition(`id IN part${all.length}`);
};

export const valuesOf = (parts: readonly Sql[]): readonly (string | number)[] => parts.flatMap(({values}) => values);

export const conditionOf = (part: Part): Sql => {
  if (part.kind === 'condition') return part.sql;
  const fits = 'id IN (SELECT rowid FROM words WHERE words MATCH ?)';
  return {text: part.kind === 'match' ? fits : `NOT ${fits}`, values: [part.expression]};
};
