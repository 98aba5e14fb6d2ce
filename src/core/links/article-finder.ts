/** Finds articles by how other articles speak of them: by path, by name, by title, by the address they were saved from. */
import type {Article} from '../article.ts';
import {withoutDate} from '../dates.ts';
import type {Library} from '../library.ts';
import type {SafeField} from '../sanitize.ts';
import {fold} from '../tokens.ts';
import {addressKey} from './web-address.ts';

export interface ArticleFinder {
  /** `path` is relative to the folder of `from`, or with a leading slash to the folder of its library; the extension may be left out. */
  byPath(path: string, from: Article): Article | undefined;
  /** `path` is an id, a file name, or the last segments of either; with or without extension, whatever its case. A leading date may be left out of a bare name. */
  byName(path: string, from: Article): Article | undefined;
  byTitle(title: string, from: Article): Article | undefined;
  bySource(key: string): Article | undefined;
}

const withoutExtension = (path: string): string =>
  path.replace(/\.(?:md|markdown|html?)$/i, '').replace(/(?:^|\/)index$/i, '');

/** Segments of a path with `.` and `..` worked out; `..` above the root stays at the root. */
const segmentsOf = (path: string): string[] => {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments;
};

/** A path without its extension, in lower case. */
export const keyOfPath = (path: string): string => withoutExtension(segmentsOf(path).join('/')).toLowerCase();
export const lastSegment = (key: string): string => key.slice(key.lastIndexOf('/') + 1);
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

const endsWithSegments = (key: string, suffix: string): boolean => key === suffix || key.endsWith(`/${suffix}`);

const addTo = (index: Map<string, Article[]>, key: string, article: Article): void => {
  const known = index.get(key);
  if (known === undefined) index.set(key, [article]);
  else if (known.at(-1) !== article) known.push(article);
};

/** Of several that fit: one of the same folder, then of the same library, then the one highest up, as Obsidian has it. */
const nearest = (articles: readonly Article[], from: Article): Article | undefined => {
  const home = folderOf(from.path);
  const distance = ({path, library, id}: Article) =>
    (folderOf(path) === home ? 0 : library === from.library ? 1e6 : 2e6) + id.split('/').length;
  return articles.reduce<Article | undefined>(
    (best, article) =>
      best === undefined ||
      distance(article) < distance(best) ||
      (distance(article) === distance(best) && article.id < best.id)
        ? article
        : best,
    undefined,
  );
};

export const createArticleFinder = ({articles, folders}: Library): ArticleFinder => {
  const paths = new Map<string, Article>();
  const names = new Map<string, Article[]>();
  const titles = new Map<string, Article[]>();
  const sources = new Map<string, Article>();
  const roots = new Map<SafeField, string>(folders.map(({name, path}) => [name, path]));

  for (const article of articles) {
    const key = keyOfPath(article.path);
    paths.set(key, article);
    for (const name of [lastSegment(key), lastSegment(article.id.toLowerCase())]) {
      addTo(names, name, article);
      addTo(names, withoutDate(name), article);
    }
    addTo(titles, fold(article.title), article);
    if (article.source?.url !== undefined) {
      const source = addressKey(article.source.url);
      if (!sources.has(source)) sources.set(source, article);
    }
  }

  return {
    byPath: (path, from) => {
      const base = path.startsWith('/') ? `${roots.get(from.library) ?? ''}/` : folderOf(from.path);
      return paths.get(keyOfPath(base + path));
    },
    byName: (path, from) => {
      // Jekyll's permalinks have the date as folders: /2022/07/06/name.html.
      const key = keyOfPath(path).replace(/^(?:\d{1,4}\/){1,3}/, '');
      const candidates = names.get(lastSegment(key)) ?? [];
      return nearest(
        key.includes('/')
          ? candidates.filter(
              ({path: file, id}) => endsWithSegments(keyOfPath(file), key) || endsWithSegments(id.toLowerCase(), key),
            )
          : candidates,
        from,
      );
    },
    byTitle: (title, from) => nearest(titles.get(fold(title)) ?? [], from),
    bySource: key => sources.get(key),
  };
};
