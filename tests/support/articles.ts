/** Builders of articles and libraries, so that a test names only what it is about. */
import type {Article} from '../../src/core/article.ts';
import type {Library} from '../../src/core/library.ts';
import {field, url} from '../../src/core/sanitize.ts';

export interface ArticleParts {
  readonly title?: string;
  readonly standfirst?: string;
  readonly section?: string;
  /** `YYYY-MM-DD` */
  readonly published?: string;
  readonly source?: string;
  readonly related?: readonly string[];
  readonly problem?: string;
  readonly isHidden?: boolean;
  readonly body?: string;
}

const dayOf = (day: string) => ({iso: day, day, time: Date.parse(`${day}T00:00:00Z`)});

/** An article with an id; its title is the id unless told otherwise. */
export const article = (id: string, parts: ArticleParts = {}): Article => {
  const {title = id, standfirst, section, published, source, related = [], problem, isHidden = false} = parts;
  const address = source === undefined ? undefined : url(source);
  return {
    id: field(id),
    library: field('test'),
    path: `/library/${id}.md`,
    title: field(title),
    titleFrom: 'front-matter',
    ...(standfirst !== undefined && {standfirst: field(standfirst)}),
    ...(section !== undefined && {section: field(section)}),
    ...(published !== undefined && {published: dayOf(published)}),
    ...(address !== undefined && {source: {url: address}}),
    authors: [],
    tags: [],
    related: related.map(field),
    isHidden,
    problems: problem === undefined ? [] : [{message: field(problem), line: 2}],
    body: parts.body ?? `The text of ${title}.`,
  };
};

export const libraryOf = (...articles: readonly Article[]): Library => ({
  articles,
  failures: [],
  folders: [{name: field('test'), path: '/library'}],
});
