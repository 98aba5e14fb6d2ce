/** The fields that `list` can print of an article. */
import type {ArticleSummary} from '../core/article.ts';
import type {ArticleState} from '../core/marks.ts';
import type {ReadingTime} from '../core/reading-time.ts';
import {field, type SafeField} from '../core/sanitize.ts';

/** What is known of an article in a list without asking further. */
export interface ListedArticle {
  /** What finds it again: its id, with the name of its library where two have the same. */
  readonly reference: SafeField;
  readonly title: SafeField;
  readonly section?: SafeField;
  /** `YYYY-MM-DD` */
  readonly day?: string;
  readonly path: string;
  readonly length: ReadingTime;
  readonly state: ArticleState;
  /** All that it says of itself, which may have to be fetched. */
  summary(): ArticleSummary;
}

type FieldText = (listed: ListedArticle) => string | undefined;

const fieldTexts = {
  id: ({reference}) => reference,
  date: ({day}) => day,
  section: ({section}) => section,
  title: ({title}) => title,
  authors: ({summary}) => summary().authors.join(', '),
  tags: ({summary}) => summary().tags.join(', '),
  source: ({summary}) => summary().source?.name ?? summary().source?.url,
  url: ({summary}) => summary().source?.url,
  words: ({length}) => String(length.words),
  minutes: ({length}) => String(length.minutes),
  state: ({state: {isRead, isStarred}}) => [isRead ? 'read' : 'unread', ...(isStarred ? ['starred'] : [])].join(', '),
  path: ({path}) => field(path),
} as const satisfies Record<string, FieldText>;

export type ListField = keyof typeof fieldTexts;
export const listFields = Object.keys(fieldTexts) as readonly ListField[];

export const defaultFields = ['id', 'date', 'section', 'title'] as const satisfies readonly ListField[];

/** One line without tabs; empty where the article has nothing there. */
export const listFieldText = (listed: ListedArticle, name: ListField): string => fieldTexts[name](listed) ?? '';
