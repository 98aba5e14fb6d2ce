/** Articles as JSON, the same fields in the same order everywhere; what an article lacks is `null`, or an empty list. */
import type {Article, ArticleImage} from '../core/article.ts';
import type {NewsDate} from '../core/dates.ts';
import {escapeJson} from '../core/sanitize.ts';
import type {ListedArticle} from './list-fields.ts';

/** Rises when a field changes its meaning or goes away; new fields may come without. */
const version = 1;

/** One document on lines of its own, without anything that a terminal would act on. */
export const renderJson = (content: Readonly<Record<string, unknown>>): string =>
  `${escapeJson(JSON.stringify({version, ...content}, null, 2))}\n`;

const image = ({src, alt, caption, credit}: ArticleImage) => ({
  src,
  alt: alt ?? null,
  caption: caption ?? null,
  credit: credit ?? null,
});

const date = (value: NewsDate | undefined): string | null => value?.iso ?? null;

/** What `list` tells of an article. */
export const articleJson = ({summary, reference, state, length: {words, minutes}}: ListedArticle) => {
  const article = summary();
  return {
    id: reference,
    title: article.title,
    standfirst: article.standfirst ?? null,
    section: article.section ?? null,
    authors: article.authors,
    source: {name: article.source?.name ?? null, url: article.source?.url ?? null},
    published: date(article.published),
    updated: date(article.updated),
    saved: date(article.saved),
    lang: article.lang ?? null,
    tags: article.tags,
    image: article.image === undefined ? null : image(article.image),
    words,
    minutes,
    state: {read: state.isRead, starred: state.isStarred},
    // As the file system has it: JSON writes what a terminal would act on as \uXXXX.
    path: article.path,
    problems: article.problems.map(({message, line}) => ({message, line: line ?? null})),
  };
};

export interface ArticleContent {
  readonly text: string;
  readonly links: readonly unknown[];
  readonly images: readonly ArticleImage[];
  readonly related: readonly {readonly id: string; readonly score: number; readonly reasons: readonly string[]}[];
}

/** What `read` tells of an article, beyond that. */
export const articleContentJson = (article: Article, {text, links, images, related}: ArticleContent) => ({
  markdown: article.body,
  text,
  links,
  images: images.map(image),
  related,
});
