/** Other articles of a section, nearest in time first, from the table of articles. */
import {type Article, articleDate} from '../../../core/article.ts';
import {identityOf} from '../../../core/related/article-terms.ts';
import {fold} from '../../../core/tokens.ts';
import type {Database} from '../../sqlite.ts';
import {textOf} from '../stored-text.ts';
import type {Blob} from './blobs.ts';
import type {ArticleAtRow} from './linked-articles.ts';

interface Neighbour {
  readonly id: number;
  readonly article: string;
  readonly library: string;
  readonly time: number | null;
}

interface StoredNeighbour {
  readonly id: number;
  readonly name: Blob;
  readonly folder: Blob;
  readonly moment: number | null;
}

const columns = `
  SELECT id, CAST(article AS BLOB) AS name, CAST(library AS BLOB) AS folder, CAST(time AS REAL) AS moment FROM articles WHERE hidden = 0 AND section = ?`;

export const createSectionNeighbours = (database: Database, recordAt: ArticleAtRow) => {
  // One after the other through the index: `DISTINCT` would look at every article.
  const sections = database.prepare(`
    WITH RECURSIVE names(name) AS (
      SELECT min(section) FROM articles WHERE hidden = 0
      UNION ALL
      SELECT (SELECT min(section) FROM articles WHERE hidden = 0 AND section > name) FROM names WHERE name IS NOT NULL
    ) SELECT CAST(name AS BLOB) AS spelling FROM names WHERE name IS NOT NULL`);
  const ways = {
    before: database.prepare(`${columns} AND time < ? ORDER BY time DESC, article LIMIT ?`),
    after: database.prepare(`${columns} AND time >= ? ORDER BY time, article LIMIT ?`),
    undated: database.prepare(`${columns} AND time IS NULL ORDER BY article LIMIT ?`),
    any: database.prepare(`${columns} ORDER BY article LIMIT ?`),
  };

  return (article: Article, limit: number): readonly Article[] => {
    if (article.section === undefined || limit <= 0) return [];
    const section = fold(article.section);
    const spellings = sections
      .all<{spelling: Blob}>()
      .map(({spelling}) => textOf(spelling))
      .filter(spelling => fold(spelling) === section);
    const own = identityOf(article);
    const time = articleDate(article)?.time;
    // One more, since the article itself may be among them.
    const most = limit + 1;
    const stored = spellings.flatMap(name =>
      time === undefined
        ? ways.any.all<StoredNeighbour>(name, most)
        : [
            ...ways.before.all<StoredNeighbour>(name, time, most),
            ...ways.after.all<StoredNeighbour>(name, time, most),
            ...ways.undated.all<StoredNeighbour>(name, most),
          ],
    );
    const found = stored.map(
      ({id, name, folder, moment}): Neighbour => ({id, article: textOf(name), library: textOf(folder), time: moment}),
    );
    const distance = (other: Neighbour): number =>
      time === undefined || other.time === null ? Number.POSITIVE_INFINITY : Math.abs(time - other.time);
    return found
      .filter(other => `${other.library}\n${other.article}` !== own)
      .map(other => ({other, distance: distance(other)}))
      .sort((a, b) =>
        a.distance === b.distance ? (a.other.article < b.other.article ? -1 : 1) : a.distance - b.distance,
      )
      .slice(0, limit)
      .flatMap(({other}) => recordAt(other.id) ?? []);
  };
};
