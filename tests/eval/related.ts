/**
 * Measures results on a folder of articles that others wrote: `npm run eval -- <folder> [--json]`. The folder holds
 * `related.json`, `{"directed": {"<path>": ["<path>", …]}}`, and one folder of articles that its paths are relative to.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import type {Article} from '../../src/core/article.ts';
import type {Library} from '../../src/core/library.ts';
import {createTermReader} from '../../src/core/related/article-terms.ts';
import {buildMemoryIndex} from '../../src/core/related/memory-index.ts';
import {rank} from '../../src/core/related/ranking.ts';
import {renderPlainArticle} from '../../src/render/plain-article.ts';
import {loadLibrary} from '../support/load-library.ts';
import {createRelatedIndex} from '../support/related-index.ts';
import {measureRanking} from './ranking-measures.ts';

interface Expected {
  readonly directed: Readonly<Record<string, readonly string[]>>;
}

/** A pair counts both ways; paths that are no article are left out. */
const relevantArticles = ({directed}: Expected, articleAt: (path: string) => Article | undefined) => {
  const relevant = new Map<Article, Set<Article>>();
  const add = (one: Article, other: Article) => {
    relevant.set(one, (relevant.get(one) ?? new Set()).add(other));
  };
  for (const [path, others] of Object.entries(directed)) {
    for (const other of others) {
      const [one, two] = [articleAt(path), articleAt(other)];
      if (one === undefined || two === undefined || one === two) continue;
      add(one, two);
      add(two, one);
    }
  }
  return relevant;
};

/** The hundred best by their texts alone. */
type Rank = (article: Article) => readonly Article[];

const hundred = <Place>(
  places: Iterable<Place>,
  articleAt: (place: Place) => Article | undefined,
): readonly Article[] => {
  const ranked: Article[] = [];
  for (const place of places) {
    const other = articleAt(place);
    if (other !== undefined && ranked.push(other) === 100) break;
  }
  return ranked;
};

const rankInMemory = ({articles}: Library): Rank => {
  const visible = articles.filter(({isHidden}) => !isHidden);
  const read = createTermReader();
  const building = buildMemoryIndex(visible, read);
  let step = building.next();
  while (!step.done) step = building.next();
  const library = step.value;
  return article => hundred(rank(read(article), undefined, library), ({place}) => visible[place]);
};

/** Rows count from 1, in the order in which articles are added; in batches, as the index of a library is made. */
const rankFromIndex = ({articles, folders}: Library): Rank => {
  const index = createRelatedIndex(folders);
  for (let from = 0; from < articles.length; from += 500) index.add(...articles.slice(from, from + 500));
  const relatedness = index.relatedness({useExplicitLinks: false});
  return article => hundred(relatedness.rankedRows(article), row => articles[row - 1]);
};

/**
 * Every article that has a relevant one is a query, hidden ones included. Links and `related:` are switched off, and of a
 * link in the text only its words are read, so that the answer does not leak. Ranks beyond the hundredth count as none.
 */
const measureRelated = (library: Library, folder: string, expected: Expected, rankArticles: Rank) => {
  const byPath = new Map(library.articles.map(article => [relative(folder, article.path), article]));
  return measureRanking(
    relevantArticles(expected, path => byPath.get(path)),
    rankArticles,
  );
};

const isOpened = (article: Article): boolean => {
  try {
    return renderPlainArticle(article, {width: 80}) !== '';
  } catch {
    return false;
  }
};

const measureOpened = ({articles, failures}: Library) => ({
  files: articles.length + failures.length,
  opened: articles.filter(isOpened).length,
  withProblems: articles.filter(({problems}) => problems.length > 0).length,
  dated: articles.filter(({published, saved}) => published !== undefined || saved !== undefined).length,
});

const [root, ...options] = process.argv.slice(2);
const name = root && readdirSync(root, {withFileTypes: true}).find(entry => entry.isDirectory())?.name;
if (!root || !name) {
  process.stderr.write(
    'usage: npm run eval -- <folder> [--json], the folder with related.json and a folder of articles\n',
  );
  process.exit(2);
}

const folder = join(root, name);
const expected: Expected = JSON.parse(readFileSync(join(root, 'related.json'), 'utf8'));
const library = loadLibrary([{path: folder}]);
const results = {
  related: measureRelated(library, folder, expected, rankFromIndex(library)),
  inMemory: measureRelated(library, folder, expected, rankInMemory(library)),
  opening: measureOpened(library),
};

const figure = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(3));
const table = Object.entries(results)
  .flatMap(([group, figures]) =>
    Object.entries(figures).map(([label, value]) => [`${group} ${label}`, figure(value)] as const),
  )
  .map(([label, value]) => `${label.padEnd(24)}${value.padStart(8)}\n`)
  .join('');
process.stdout.write(options.includes('--json') ? `${JSON.stringify(results)}\n` : table);
