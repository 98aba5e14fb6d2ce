/** Counts as they are told. */

/** `1,234`. */
export const counted = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** `1 article`, `1,234 articles`. */
export const countedArticles = (count: number): string => `${counted(count)} ${count === 1 ? 'article' : 'articles'}`;
