/** What a query means: a test for articles. */
import {type Article, articleDate} from '../article.ts';
import {namesOf as namesOfText} from '../names.ts';
import {type Column, columnTexts, fieldColumns, type NamesOf, wordColumns} from './columns.ts';
import {dayBefore} from './periods.ts';
import {QueryError} from './query-error.ts';
import type {QueryNode} from './query-node.ts';
import {findSought, type Sought, soughtOf} from './sought.ts';

export type ArticleTest = (article: Article) => boolean;

export interface QueryContext {
  /** The query as typed, to point at. */
  readonly text: string;
  /** What `newer:` counts back from. */
  readonly now: Date | undefined;
  /** What `is:` asks; absent where nobody knows. */
  readonly isRead?: ArticleTest | undefined;
  readonly isStarred?: ArticleTest | undefined;
  /** What `name:` looks at, if not the names in the text. */
  readonly namesOf: NamesOf | undefined;
}

/** @throws {QueryError} for what the grammar knows but nothing can answer yet */
export const compileNode = (node: QueryNode, context: QueryContext): ArticleTest => {
  switch (node.kind) {
    case 'and': {
      const tests = node.nodes.map(part => compileNode(part, context));
      return article => tests.every(test => test(article));
    }
    case 'or': {
      const tests = node.nodes.map(part => compileNode(part, context));
      return article => tests.some(test => test(article));
    }
    case 'not': {
      const test = compileNode(node.node, context);
      return article => !test(article);
    }
    case 'text':
      return findsIn(wordColumns, soughtOf(node.term), context);
    case 'field': {
      const {column, extent} = fieldColumns[node.field];
      return findsIn([column], soughtOf(node.term, extent), context);
    }
    case 'has':
      return has[node.what];
    case 'after':
      return isOnOrAfter(node.day);
    case 'before':
      return article => (articleDate(article)?.day ?? '9999') < node.day;
    case 'newer':
      if (context.now === undefined) throw new QueryError('newer: cannot be asked for here', context.text, node.span);
      return isOnOrAfter(dayBefore(context.now, node.period));
    case 'is':
      return compileState(node, context);
    default:
      return node satisfies never;
  }
};

const isOnOrAfter =
  (day: string): ArticleTest =>
  article =>
    (articleDate(article)?.day ?? '') >= day;

const compileState = ({state, span}: Extract<QueryNode, {kind: 'is'}>, context: QueryContext): ArticleTest => {
  const test = state === 'starred' ? context.isStarred : context.isRead;
  if (test === undefined) throw new QueryError('is: cannot be asked for here', context.text, span);
  return state === 'unread' ? article => !test(article) : test;
};

const has: Readonly<Record<Extract<QueryNode, {kind: 'has'}>['what'], ArticleTest>> = {
  // The picture of the front matter, or any in the body: the article model takes the first of those.
  image: article => article.image !== undefined,
  problem: article => article.problems.length > 0,
  hidden: article => article.isHidden,
};

const findsIn = (
  columns: readonly Column[],
  sought: Sought | undefined,
  {namesOf = namesOfText}: QueryContext,
): ArticleTest => {
  // The parser lets no term through that nothing can fit.
  if (sought === undefined) return () => false;
  const textOf = columnTexts(namesOf);
  return article => columns.some(column => findSought(sought, textOf(article, column)) !== -1);
};
