/** `newsprint search`: which articles fit a query, the best first, with the text around what was found. */
import {exitCodes} from '../core/errors.ts';
import type {RankedPositions} from '../core/library-index.ts';
import {sortKeys, sortPositions} from '../core/listing/sort.ts';
import type {Marks} from '../core/marks.ts';
import type {Query} from '../core/query.ts';
import {tabbedLines} from '../render/list.ts';
import type {ListedArticle} from '../render/list-fields.ts';
import type {SearchResult} from '../render/search.ts';
import {articleAt} from '../store/listing/article-at.ts';
import type {Command, Invocation, OptionValues} from './command.ts';
import {marksAt, readMarks} from './kept-state.ts';
import {listedAt} from './listed.ts';
import {problemsAt} from './listed-problems.ts';
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
    const {parseQuery} = await import('../core/query.ts');
    const query = parseQuery(args.join(' '));
    const session = await openSession(invocation);
    const {listing, settings} = session;
    const form = outputForm(invocation);
    const marks = readMarks(io, settings, query.asksForState || form === 'json');
    const all = hasOption(options, 'all');
    const found = sorted(
      session.index().ranked(query, {now: io.now(), ...marksAt(listing, marks), all}),
      options,
      session,
    );
    const count = found.positions.length;
    const limit = countOption(options, 'limit') ?? (form === 'styled' ? standardLimit : count);
    const shown = found.positions.subarray(0, limit);
    await print(await resultsOf({...found, positions: shown}, query, {session, marks}), form, invocation, session);
    const ending = reportProblems(invocation, {
      ...problemsAt(session, shown, invocation),
      failures: listing.failures,
    });
    if (shown.length > 0) {
      if (form === 'styled' && shown.length < count) {
        tell(io, `${count - shown.length} more fit; --limit ${count} shows all`);
      }
      return ending;
    }
    tell(io, count > 0 ? '--limit 0 leaves nothing to show' : whyNothing(query, session));
    return exitCodes['nothing-found'];
  },
};

/** By the key asked for, else as they come. */
const sorted = (found: RankedPositions, options: OptionValues, {listing, index}: Session): RankedPositions => {
  const key = sortKeys.find(name => name === textOption(options, 'sort'));
  if (key === undefined) return found;
  const scores = new Map(Array.from(found.positions, (position, at) => [position, found.scores[at] ?? 0]));
  const listed = found.positions.toSorted();
  const positions = sortPositions(listing, listed, {key, isReversed: false}, wanted => index().summaries(wanted));
  return {positions, scores: Float64Array.from(positions, position => scores.get(position) ?? 0)};
};

interface Result extends SearchResult, ListedArticle {
  readonly score: number;
}

const resultsOf = async (
  {positions, scores}: RankedPositions,
  {root}: Query,
  {session, marks}: {readonly session: Session; readonly marks: Marks},
): Promise<readonly Result[]> => {
  const [{rankingTerms}, {snippetOf}, {findHits}, {shownTextOfBody}] = await Promise.all([
    import('../core/query/ranking.ts'),
    import('../core/query/snippet.ts'),
    import('../core/query/placed-tokens.ts'),
    import('../core/body-text.ts'),
  ]);
  const sought = root === undefined ? [] : rankingTerms(root).map(term => term.sought);
  return Array.from(positions, (position, at) => {
    const listed = listedAt(session, position, marks);
    const body = articleAt(session.listing, position)?.body ?? '';
    return {
      ...listed,
      score: scores[at] ?? 0,
      titleHits: findHits(listed.title, sought),
      snippet: snippetOf(shownTextOfBody(body), sought),
    };
  });
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

const line = ({reference, day, section, title, snippet}: Result): readonly string[] => [
  reference,
  day ?? '',
  section ?? '',
  title,
  snippet.text,
];

const whyNothing = ({text}: Query, {listing}: Session): string => {
  if (listing.length === 0) return `no articles in ${listing.libraries.map(({path}) => path).join(', ')}`;
  const isOneWord = !/[\s"*:]/.test(text);
  return `no article fits ${text}${isOneWord ? `; ${text}* also finds words that begin with it` : ''}`;
};
