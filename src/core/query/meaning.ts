/** What a query means: a test for articles. */
import {type Article, articleDate} from '../article.ts';
import {namesOf} from '../names.ts';
import {words} from '../tokens.ts';
import {everythingIn} from './article-text.ts';
import {dayBefore} from './periods.ts';
import {QueryError} from './query-error.ts';
import type {QueryNode, Term, TermField} from './query-node.ts';
import {findsWords, searchable} from './word-search.ts';

export type ArticleTest = (article: Article) => boolean;

export interface QueryContext {
  /** The query as typed, to point at. */
  readonly text: string;
  /** What `newer:` counts back from. */
  readonly now: Date | undefined;
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
    case 'text': {
      const test = soughtBy(node.term);
      return article => everythingIn(article).some(test);
    }
    case 'field':
      return compileField(node);
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
      throw new QueryError('what was read is not remembered yet, so it cannot be asked for', context.text, node.span);
    default:
      return node satisfies never;
  }
};

const isOnOrAfter =
  (day: string): ArticleTest =>
  article =>
    (articleDate(article)?.day ?? '') >= day;

const has: Readonly<Record<Extract<QueryNode, {kind: 'has'}>['what'], ArticleTest>> = {
  // The picture of the front matter, or any in the body: the article model takes the first of those.
  image: article => article.image !== undefined,
  problem: article => article.problems.length > 0,
  hidden: article => article.isHidden,
};

const soughtBy = ({form, text}: Term): ((text: string) => boolean) => findsWords({text, isPrefix: form === 'prefix'});

/** Tests text for the term's words, anywhere in it. */
const containsTerm = (term: Term): ((text: string) => boolean) => {
  const finds = soughtBy(term);
  return text => finds(searchable(text));
};

/** Words with a space around each, for comparing short texts whole. */
const spaced = (text: string): string => ` ${words(text).join(' ')} `;

/** Tests text for being the term, from its first word to its last. */
const isTerm = (term: Term): ((text: string) => boolean) => {
  const sought = spaced(term.text);
  return term.form === 'prefix' ? text => spaced(text).startsWith(sought.trimEnd()) : text => spaced(text) === sought;
};

/** A language is also its regions: `lang:pt` is `pt-BR` too. */
const isLanguage = (term: Term): ((text: string) => boolean) => {
  const sought = spaced(term.text);
  return text => spaced(text).startsWith(term.form === 'prefix' ? sought.trimEnd() : sought);
};

interface FieldTest {
  /** The texts of an article that are looked at; each is tested by itself. */
  of(article: Article): readonly (string | undefined)[];
  readonly by: (term: Term) => (text: string) => boolean;
}

const fieldTests: Readonly<Record<TermField, FieldTest>> = {
  section: {of: article => [article.section], by: isTerm},
  tag: {of: article => article.tags, by: isTerm},
  author: {of: article => article.authors, by: containsTerm},
  title: {of: article => [article.title], by: containsTerm},
  source: {of: ({source}) => [source?.name, source?.url], by: containsTerm},
  lang: {of: article => [article.lang], by: isLanguage},
  name: {of: namesOf, by: containsTerm},
};

const compileField = (node: Extract<QueryNode, {kind: 'field'}>): ArticleTest => {
  const {of, by} = fieldTests[node.field];
  const test = by(node.term);
  return article => of(article).some(text => text !== undefined && test(text));
};
