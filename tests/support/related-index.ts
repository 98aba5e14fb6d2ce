/** A database in memory with the articles that a test names, indexed for what is related. */
import type {Article} from '../../src/core/article.ts';
import type {Library} from '../../src/core/library.ts';
import {relatedPart} from '../../src/store/index/related.ts';
import {createIndexRelatedness, type IndexRelatedness} from '../../src/store/index/relatedness.ts';
import {articlesSchema} from '../../src/store/index/schema.ts';
import {prepareInsert} from '../../src/store/index/sync.ts';
import {type Database, openDatabase} from '../../src/store/sqlite.ts';

export interface RelatedIndex {
  readonly database: Database;
  /** In one transaction. @returns the row of each */
  add(...articles: readonly Article[]): readonly number[];
  remove(...rows: readonly number[]): void;
  settle(): void;
  relatedness(options?: {readonly useExplicitLinks?: boolean}): IndexRelatedness;
}

export const createRelatedIndex = (folders: Library['folders']): RelatedIndex => {
  const database = openDatabase(':memory:');
  database.exec(articlesSchema);
  database.exec(relatedPart.schema);
  const writer = relatedPart.open(database);
  const read = relatedPart.createReader();
  const insert = prepareInsert(database);
  let version = 1;
  const remove = database.prepare('DELETE FROM articles WHERE id = ?');
  const articles = new Map<number, Article>();

  const addOne = (article: Article): number => {
    const row = insert(version++, article);
    writer.write(row, read(article));
    articles.set(row, article);
    return row;
  };

  return {
    database,
    add: (...added) =>
      database.transaction(() => {
        const rows = added.map(addOne);
        writer.flush?.();
        return rows;
      }),
    remove: (...rows) =>
      database.transaction(() => {
        for (const row of rows) {
          writer.remove(row);
          remove.run(row);
          articles.delete(row);
        }
        writer.flush?.();
      }),
    settle: () => database.transaction(() => writer.settle?.()),
    relatedness: (options = {}) => {
      const articleAt = (row: number) => articles.get(row);
      return createIndexRelatedness(database, {folders, recordAt: articleAt, loadArticle: articleAt, ...options});
    },
  };
};
