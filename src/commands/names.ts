/** `newsprint names`: the people and places that articles name. */
import type {Article} from '../core/article.ts';
import {exitCodes} from '../core/errors.ts';
import {type Library, visibleArticles} from '../core/library.ts';
import type {NameTotal} from '../core/names/name-index.ts';
import {renderTable, tabbedLines} from '../render/list.ts';
import {createArticleSource} from './article-source.ts';
import type {Command, Invocation} from './command.ts';
import {countOption, textOption} from './options.ts';
import {outputForm, styling} from './output.ts';
import {reportProblems, tell} from './report.ts';
import type {Settings} from './session.ts';

/** As many as one looks through; scripts get all. */
const limitOnTerminal = 50;

export const names: Command = {
  name: 'names',
  summary: 'the people and places that articles name',
  args: [{name: 'query', isRequired: false, repeats: true, completes: 'query'}],
  options: [
    {name: 'of', value: 'article', summary: 'only those of this article, and how often it names them'},
    {name: 'limit', value: 'count', isCount: true, summary: `at most this many; ${limitOnTerminal} on a terminal`},
  ],
  run: async invocation => {
    const {options, io} = invocation;
    const source = createArticleSource(invocation);
    const {library, settings} = await source.session();
    const articles = await wantedArticles(invocation, library);
    const of = textOption(options, 'of');
    const article = of === undefined ? undefined : (await source.find(of)).article;
    const found = await namesOfArticles(articles, article);
    const isTerminal = outputForm(invocation) === 'styled';
    const shown = found.slice(0, countOption(options, 'limit') ?? (isTerminal ? limitOnTerminal : undefined));
    await print(shown, invocation, settings);
    const ending = reportProblems(invocation, {articles: article ? [article] : articles, failures: library.failures});
    if (shown.length > 0) return ending;
    tell(io, found.length > 0 ? '--limit 0 leaves nothing to list' : 'nobody and nothing is named');
    return exitCodes['nothing-found'];
  },
};

/** @throws {QueryError} for a mistake in the query */
const wantedArticles = async ({args, io}: Invocation, {articles}: Library): Promise<readonly Article[]> => {
  const {compileQuery, parseQuery} = await import('../core/query.ts');
  const query = parseQuery(args.join(' '));
  const fits = compileQuery(query, {now: io.now()});
  return visibleArticles(articles, {all: query.asksForHidden}).filter(fits);
};

/** Of one article: in its order, with how often it names each, and how many of the others do. */
const namesOfArticles = async (
  articles: readonly Article[],
  one: Article | undefined,
): Promise<readonly NameTotal[]> => {
  const {createNameIndex} = await import('../core/names/name-index.ts');
  const index = createNameIndex(one === undefined || articles.includes(one) ? articles : [one, ...articles]);
  if (one === undefined) return index.allNames({});
  return index.namesIn(one).map(({count, ...name}) => ({...name, mentions: count}));
};

const print = async (found: readonly NameTotal[], invocation: Invocation, settings: Settings): Promise<void> => {
  const {output} = invocation.io;
  const form = outputForm(invocation);
  if (form === 'json') {
    const {renderJson} = await import('../render/json.ts');
    output.write(renderJson({names: found.map(({text, articles, mentions}) => ({name: text, articles, mentions}))}));
    return;
  }
  const rows = found.map(({text, articles, mentions}) => [text, String(articles), String(mentions)]);
  if (form === 'plain') {
    output.write(tabbedLines(rows));
    return;
  }
  const number = {role: 'muted', align: 'right', least: Number.POSITIVE_INFINITY} as const;
  output.write(renderTable(rows, [{role: 'headline', least: 10}, number, number], await styling(invocation, settings)));
};
