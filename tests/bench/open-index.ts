/**
 * What the rows about questions ask. THE PLACE TO CONNECT THE INDEX: for now these answer from a library that is read whole;
 * whoever has the index opens it here, and nothing else in the bench changes.
 */
import type {Article} from '../../src/core/article.ts';
import {createLinkResolver} from '../../src/core/links.ts';
import {compileQuery, parseQuery} from '../../src/core/query.ts';
import {createRelatedness} from '../../src/core/related.ts';
import {createTheme} from '../../src/render/theme.ts';
import {loadLibrary} from '../../src/store/library.ts';
import {startState} from '../../src/tui/start.ts';
import type {Size, State} from '../../src/tui/state.ts';

/**
 * @param _cacheFolder where newsprint keeps the index: `<XDG_CACHE_HOME>/newsprint`
 * @returns what answers a query with how many articles fit it
 */
export const openSearch = (folder: string, _cacheFolder: string): ((query: string) => number) => {
  const {articles} = loadLibrary([{path: folder}]);
  return text => {
    const test = compileQuery(parseQuery(text));
    return articles.filter(test).length;
  };
};

/** @returns what answers with how many articles (ten at most) are related to the one with this path below the library */
export const openRelated = (folder: string, _cacheFolder: string): ((path: string) => number) => {
  const library = loadLibrary([{path: folder}]);
  const relatedness = createRelatedness(library, {resolveLink: createLinkResolver(library)});
  for (const _ of relatedness.prepare());
  const byPath = new Map(library.articles.map(article => [article.path, article]));
  return path => relatedness.relatedTo(byPath.get(`${folder}/${path}`) as Article, 10).length;
};

/** @returns the state of the reader on the front page of the library */
export const openFrontPage = (folder: string, _cacheFolder: string, size: Size): State => {
  const settings = {theme: createTheme('ansi', 2), measure: 72, hyperlinks: true, today: new Date()};
  return startState({library: loadLibrary([{path: folder}]), article: undefined, settings, size}).state;
};
