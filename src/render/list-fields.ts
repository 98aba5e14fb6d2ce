/** The fields that `list` can print of an article. */
import {type Article, articleDate} from '../core/article.ts';
import type {ArticleState} from '../core/marks.ts';
import {readingTime} from '../core/reading-time.ts';
import {field, type SafeField} from '../core/sanitize.ts';

export interface ListedArticle {
  readonly article: Article;
  /** What finds it again: its id, with the name of its library where two have the same. */
  readonly reference: SafeField;
  readonly state: ArticleState;
}

type FieldText = (listed: ListedArticle) => string | undefined;

const fieldTexts = {
  id: ({reference}) => reference,
  date: ({article}) => articleDate(article)?.day,
  section: ({article}) => article.section,
  title: ({article}) => article.title,
  authors: ({article}) => article.authors.join(', '),
  tags: ({article}) => article.tags.join(', '),
  source: ({article}) => article.source?.name ?? article.source?.url,
  url: ({article}) => article.source?.url,
  words: ({article}) => String(readingTime(article).words),
  minutes: ({article}) => String(readingTime(article).minutes),
  state: ({state: {isRead, isStarred}}) => [isRead ? 'read' : 'unread', ...(isStarred ? ['starred'] : [])].join(', '),
  path: ({article}) => field(article.path),
} as const satisfies Record<string, FieldText>;

export type ListField = keyof typeof fieldTexts;
export const listFields = Object.keys(fieldTexts) as readonly ListField[];

export const defaultFields = ['id', 'date', 'section', 'title'] as const satisfies readonly ListField[];

/** One line without tabs; empty where the article has nothing there. */
export const listFieldText = (listed: ListedArticle, name: ListField): string => fieldTexts[name](listed) ?? '';
