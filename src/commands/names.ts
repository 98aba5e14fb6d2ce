/** `newsprint names`: the people and places that articles name. */
import type {Article} from '../core/article.ts';
import {exitCodes} from '../core/errors.ts';
import {positionOf} from '../core/listing/find-keys.ts';
import {flags, hasFlag} from '../core/listing/listing.ts';
import type {NameTotal} from '../core/names/name-index.ts';
import {renderTable, tabbedLines} from '../render/list.ts';
import {createArticleSource} from './article-source.ts';
import type {Command, Invocation} from './command.ts';
import {marksAt, readMarks} from './kept-state.ts';
import {countOption, textOption} from './options.ts';
import {outputForm, styling} from './output.ts';
import {reportProblems, tell} from './report.ts';
import type {Session} from './session.ts';
import type {Settings} from './settings.ts';

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
    const session = await source.session();
    const of = textOption(options, 'of');
    const found =
      of === undefined
        ? await namesOfAll(invocation, session)
        : await namesOfOne((await source.find(of)).article, session);
    const isTerminal = outputForm(invocation) === 'styled';
    const shown = found.slice(0, countOption(options, 'limit') ?? (isTerminal ? limitOnTerminal : undefined));
    await print(shown, invocation, session.settings);
    const ending = reportProblems(invocation, {articles: [], failures: session.listing.failures});
    if (shown.length > 0) return ending;
    tell(io, found.length > 0 ? '--limit 0 leaves nothing to list' : 'nobody and nothing is named');
    return exitCodes['nothing-found'];
  },
};

/**
 * Of all articles, or of those that a query finds: their names are added up.
 * @throws {QueryError} for a mistake in the query
 */
const namesOfAll = async (
  {args, io}: Invocation,
  {index, listing, read, settings}: Session,
): Promise<readonly NameTotal[]> => {
  const text = args.join(' ');
  const {names} = index();
  if (text.trim() === '') return names.allNames({});
  const {parseQuery} = await import('../core/query.ts');
  const query = parseQuery(text);
  const marks = readMarks(io, settings, query.asksForState);
  const totals = new Map<string, NameTotal>();
  const {mentionsOf} = await import('../core/names.ts');
  for (const position of index().matching(query, {now: io.now(), ...marksAt(listing, marks)})) {
    // What is hidden is in no count of names.
    const isHidden = hasFlag(listing, position, flags.hidden);
    for (const {key, text, count} of isHidden ? mentionsOf(read(position)) : names.namesIn(position)) {
      const known = totals.get(key) ?? {key, text, articles: 0, mentions: 0};
      totals.set(key, {...known, articles: known.articles + 1, mentions: known.mentions + count});
    }
  }
  const {mostNamedFirst} = await import('../core/names/name-index.ts');
  return [...totals.values()].sort(mostNamedFirst);
};

/** In its order, with how often it names each, and how many articles do: itself among them, though it may be in no library. */
const namesOfOne = async (article: Article, {listing, index}: Session): Promise<readonly NameTotal[]> => {
  const {names} = index();
  const position = positionOf(listing, article);
  const known = position === undefined ? [] : names.namesIn(position);
  if (known.length > 0) return known.map(({count, ...name}) => ({...name, mentions: count}));
  const {mentionsOf} = await import('../core/names.ts');
  const others = (key: string): number => names.allNames({matching: key}).find(name => name.key === key)?.articles ?? 0;
  return mentionsOf(article).map(({count, ...name}) => ({...name, articles: others(name.key) + 1, mentions: count}));
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
