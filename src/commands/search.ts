/** `newsprint search`: which articles fit a query, the best first, with the text around what was found. */
import {articleDate} from '../core/article.ts';
import {exitCodes} from '../core/errors.ts';
import {sortArticles, sortKeys} from '../core/library.ts';
import type {ScoredArticle} from '../core/query/bm25.ts';
import type {Query} from '../core/query.ts';
import {tabbedLines} from '../render/list.ts';
import type {SearchResult} from '../render/search.ts';
import type {Command, Invocation, OptionValues} from './command.ts';
import {countOption, hasOption, textOption} from './options.ts';
import {type OutputForm, outputForm, styling} from './output.ts';
import {reportProblems, tell} from './report.ts';
import {openSession, type Session} from './session.ts';

/** A screen or two; scripts get all. */
const standardLimit = 20;

export const search: Command = {
  name: 'search',
  summary: 'full-text search, the best first, with the text around what was found',
  args: [{name: 'query', isRequired: true, repeats: true, completes: 'query'}],
  options: [
    {name: 'sort', value: 'key', choices: sortKeys, summary: 'order; by how well they fit unless given'},
    {
      name: 'limit',
      value: 'count',
      isCount: true,
      summary: `at most this many; ${standardLimit} unless given, with --plain and --json all`,
    },
    {name: 'all', summary: 'drafts and hidden articles too'},
  ],
  run: async invocation => {
    const {args, options, io} = invocation;
    const [{parseQuery}, {searchIn}] = await Promise.all([
      import('../core/query.ts'),
      import('../core/query/search.ts'),
    ]);
    const query = parseQuery(args.join(' '));
    const session = await openSession(invocation);
    const {articles, failures} = session.library;
    const ask = searchIn(articles, {now: io.now()});
    const form = outputForm(invocation);
    const found = sorted(ask(query, {all: hasOption(options, 'all')}), options);
    const shown = found.slice(0, countOption(options, 'limit') ?? (form === 'styled' ? standardLimit : undefined));
    await print(await resultsOf(shown, query, session), form, invocation, session);
    const ending = reportProblems(invocation, {articles: shown.map(({article}) => article), failures});
    if (shown.length > 0) {
      if (form === 'styled' && shown.length < found.length) {
        tell(io, `${found.length - shown.length} more fit; --limit ${found.length} shows all`);
      }
      return ending;
    }
    tell(io, found.length > 0 ? '--limit 0 leaves nothing to show' : whyNothing(query, session));
    return exitCodes['nothing-found'];
  },
};

/** By the key asked for, else as they come. */
const sorted = (found: readonly ScoredArticle[], options: OptionValues): readonly ScoredArticle[] => {
  const key = sortKeys.find(name => name === textOption(options, 'sort'));
  if (key === undefined) return found;
  const scores = new Map(found.map(({article, score}) => [article, score]));
  const articles = found.map(({article}) => article);
  return sortArticles(articles, key).map(article => ({article, score: scores.get(article) ?? 0}));
};

interface Result extends SearchResult {
  readonly score: number;
}

const resultsOf = async (
  found: readonly ScoredArticle[],
  {root}: Query,
  {referenceOf}: Session,
): Promise<readonly Result[]> => {
  const [{rankingTerms}, {snippetOf}, {findHits}, {shownTextOfBody}] = await Promise.all([
    import('../core/query/ranking.ts'),
    import('../core/query/snippet.ts'),
    import('../core/query/placed-tokens.ts'),
    import('../core/body-text.ts'),
  ]);
  const sought = root === undefined ? [] : rankingTerms(root).map(term => term.sought);
  return found.map(({article, score}) => ({
    article,
    score,
    reference: referenceOf(article),
    titleHits: findHits(article.title, sought),
    snippet: snippetOf(shownTextOfBody(article.body), sought),
  }));
};

const print = async (
  results: readonly Result[],
  form: OutputForm,
  invocation: Invocation,
  {settings}: Session,
): Promise<void> => {
  const {output} = invocation.io;
  if (form === 'json') {
    const {articleJson, renderJson} = await import('../render/json.ts');
    const articles = results.map(({snippet, score, ...listed}) => ({
      ...articleJson(listed),
      snippet: snippet.text,
      score,
    }));
    output.write(renderJson({articles}));
  } else if (form === 'styled') {
    const {renderSearchResults} = await import('../render/search.ts');
    output.write(renderSearchResults(results, await styling(invocation, settings)));
  } else {
    output.write(tabbedLines(results.map(line)));
  }
};

const line = ({article, reference, snippet}: Result): readonly string[] => [
  reference,
  articleDate(article)?.day ?? '',
  article.section ?? '',
  article.title,
  snippet.text,
];

const whyNothing = ({text}: Query, {library: {articles, folders}}: Session): string => {
  if (articles.length === 0) return `no articles in ${folders.map(({path}) => path).join(', ')}`;
  const isOneWord = !/[\s"*:]/.test(text);
  return `no article fits ${text}${isOneWord ? `; ${text}* also finds words that begin with it` : ''}`;
};
