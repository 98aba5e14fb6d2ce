/** The tree that a query is read into. */
import type {Period} from './periods.ts';
import type {Span} from './query-error.ts';

/** Something to look for, as typed: one word, several in this order, or the beginning of a word. */
export interface Term {
  readonly form: 'word' | 'phrase' | 'prefix';
  readonly text: string;
}

/** Fields that take words. */
export const termFields = ['section', 'tag', 'author', 'source', 'title', 'lang', 'name'] as const;
/** Fields that take a date or a period. */
export const dateFields = ['after', 'before', 'newer'] as const;
/** Fields that take one of a few words. */
export const choiceFields = {
  is: ['unread', 'read', 'starred'],
  has: ['image', 'problem', 'hidden'],
} as const;

export const fieldNames = [...termFields, 'is', 'has', ...dateFields] as const;

export type TermField = (typeof termFields)[number];
export type FieldName = (typeof fieldNames)[number];

export type QueryNode =
  | {readonly kind: 'text'; readonly term: Term; readonly span: Span}
  | {readonly kind: 'field'; readonly field: TermField; readonly term: Term; readonly span: Span}
  | {readonly kind: 'is'; readonly state: (typeof choiceFields.is)[number]; readonly span: Span}
  | {readonly kind: 'has'; readonly what: (typeof choiceFields.has)[number]; readonly span: Span}
  /** `day` is included by `after` and not by `before`; `YYYY-MM-DD`. */
  | {readonly kind: 'after' | 'before'; readonly day: string; readonly span: Span}
  | {readonly kind: 'newer'; readonly period: Period; readonly span: Span}
  | {readonly kind: 'not'; readonly node: QueryNode; readonly span: Span}
  | {readonly kind: 'and' | 'or'; readonly nodes: readonly QueryNode[]; readonly span: Span};
