/** What `newsprint mark` does: marks articles by name or by query, and takes that back. */
import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import type {Article} from '../core/article.ts';
import {AppError, type ExitCode, exitCodes} from '../core/errors.ts';
import {addressKey} from '../core/links/web-address.ts';
import {entryAt, hashAt} from '../core/listing/listing.ts';
import type {MarkChange} from '../core/mark-changes.ts';
import {type ArticleKey, type ArticleState, stateOf} from '../core/marks.ts';
import {pathAt} from '../store/listing/article-at.ts';
import type {ReadingState} from '../store/reading-state.ts';
import {type ArticleSource, createArticleSource} from './article-source.ts';
import {type ArticleTraits, traitsOf} from './article-traits.ts';
import type {Invocation, OptionValues} from './command.ts';
import {confirm} from './confirm.ts';
import {countedArticles} from './counted.ts';
import {findAll, worst} from './find-all.ts';
import {marksAt, openState} from './kept-state.ts';
import {hasOption, textOption} from './options.ts';
import {outputForm} from './output.ts';
import {showError, tell} from './report.ts';

interface Marking {
  readonly option: string;
  readonly opposite: string;
  readonly state: Partial<ArticleState>;
  /** What the articles are then. */
  readonly adjective: string;
}

const markings: readonly Marking[] = [
  {option: 'read', opposite: 'unread', state: {isRead: true}, adjective: 'read'},
  {option: 'unread', opposite: 'read', state: {isRead: false}, adjective: 'unread'},
  {option: 'star', opposite: 'unstar', state: {isStarred: true}, adjective: 'starred'},
  {option: 'unstar', opposite: 'star', state: {isStarred: false}, adjective: 'not starred'},
];

export const runMark = async (invocation: Invocation): Promise<ExitCode> => {
  const {args, options, io} = invocation;
  const chosen = markings.filter(({option}) => hasOption(options, option));
  const query = textOption(options, 'query');
  checkOptions(args, options, chosen);
  const source = createArticleSource(invocation);
  const state = await openState(io, await source.settings());
  try {
    if (hasOption(options, 'undo')) return undo(state, invocation);
    if (query !== undefined) return await markFitting(query, chosen, {source, state, invocation});
    return await markNamed(args, chosen, {source, state, invocation});
  } finally {
    state.close();
  }
};

const example = 'newsprint mark border-rules --read';

/** @throws {AppError} for options that don't go together, and without any */
const checkOptions = (names: readonly string[], options: OptionValues, chosen: readonly Marking[]): void => {
  const wrong = (message: string, hint: string): AppError => new AppError('usage', message, {hint});
  const hasQuery = textOption(options, 'query') !== undefined;
  if (hasOption(options, 'undo')) {
    if (names.length > 0 || hasQuery || chosen.length > 0)
      throw wrong('--undo stands alone', 'it takes the last "newsprint mark" back');
    return;
  }
  const clash = chosen.find(({opposite}) => hasOption(options, opposite));
  if (clash !== undefined)
    throw wrong(`--${clash.option} and --${clash.opposite} exclude each other`, `say one: ${example}`);
  if (chosen.length === 0) throw wrong('mark needs --read, --unread, --star or --unstar', example);
  if (names.length > 0 && hasQuery) throw wrong('--query stands in place of names', 'say one of them');
  if (names.length === 0 && !hasQuery) throw wrong('mark needs an article, or --query', example);
  if (names.includes('-')) throw wrong('what comes in on stdin cannot be marked', 'name an article, or its file');
};

interface Context {
  readonly source: ArticleSource;
  readonly state: ReadingState;
  readonly invocation: Invocation;
}

const markNamed = async (
  names: readonly string[],
  chosen: readonly Marking[],
  {source, state, invocation}: Context,
): Promise<ExitCode> => {
  const {io} = invocation;
  const {found, errors} = await findAll(names, source);
  for (const error of errors) showError(io, error);
  if (found.length === 0) return worst(errors);
  const articles: Markable[] = [];
  for (const [index, {article}] of found.entries()) {
    const path = resolve(io.cwd, names[index] ?? '');
    articles.push(existsSync(path) ? await known(path, article, source) : markable(article));
  }
  apply(articles, chosen, {state, invocation});
  return errors.length > 0 ? exitCodes.partial : exitCodes.done;
};

/** An article that was named by its file has its marks under the id that the library gives it. */
const known = async (path: string, article: Article, source: ArticleSource): Promise<Markable> => {
  const {listing} = await source.session();
  for (let position = 0; position < listing.length; position++) {
    if (pathAt(listing, position) === path) return {...entryAt(listing, position), traits: traitsOf(article)};
  }
  return markable(article);
};

/** An article to be marked, and what finds it again when its file is renamed. */
interface Markable extends ArticleKey {
  readonly traits: ArticleTraits;
}

const markable = (article: Article): Markable => ({
  id: article.id,
  library: article.library,
  traits: traitsOf(article),
});

const markFitting = async (
  text: string,
  chosen: readonly Marking[],
  {source, state, invocation}: Context,
): Promise<ExitCode> => {
  const {io, options} = invocation;
  const {parseQuery} = await import('../core/query.ts');
  const query = parseQuery(text);
  const marks = state.marks();
  const {listing, index} = await source.session();
  const positions = index().matching(query, {now: io.now(), ...marksAt(listing, marks)});
  const fitting = index()
    .summaries(positions)
    .map(({id, library, source: from}, at): Markable => {
      const hash = hashAt(listing, positions[at] ?? 0);
      return {id, library, traits: {hash, ...(from?.url !== undefined && {source: addressKey(from.url)})}};
    });
  if (fitting.length === 0) {
    tell(io, `no article fits ${text}`);
    return exitCodes['nothing-found'];
  }
  const pending = fitting.filter(article => !isSo(stateOf(marks, article), chosen));
  if (pending.length > 0 && !hasOption(options, 'yes')) {
    const answer = await confirm(`mark ${countedArticles(pending.length)} ${adjectives(chosen)}?`, io);
    if (answer === 'cannot ask')
      throw new AppError('usage', `${countedArticles(pending.length)} would be marked ${adjectives(chosen)}`, {
        hint: '--yes marks them without asking',
      });
    if (answer === 'no') {
      tell(io, 'nothing was marked');
      return exitCodes.done;
    }
  }
  apply(fitting, chosen, {state, invocation});
  return exitCodes.done;
};

const isSo = (state: ArticleState, chosen: readonly Marking[]): boolean =>
  chosen.every(
    ({state: {isRead = state.isRead, isStarred = state.isStarred}}) =>
      isRead === state.isRead && isStarred === state.isStarred,
  );

const apply = (
  articles: readonly Markable[],
  chosen: readonly Marking[],
  {state, invocation}: Omit<Context, 'source'>,
): void => {
  const wanted: Partial<ArticleState> = Object.assign({}, ...chosen.map(one => one.state));
  const marks = state.marks();
  const changes = articles
    .filter(article => !isSo(stateOf(marks, article), chosen))
    .map(({library, id, traits}): MarkChange => ({key: {library, id}, ...wanted, ...traits}));
  const count = state.change(changes, {isKept: true}).length;
  report(
    count,
    `marked ${countedArticles(count)} ${adjectives(chosen)}`,
    `already ${adjectives(chosen)}: nothing was changed`,
    invocation,
  );
};

const undo = (state: ReadingState, invocation: Invocation): ExitCode => {
  const count = state.undoLast();
  if (count === undefined) {
    tell(invocation.io, 'there is no "newsprint mark" to take back');
    return exitCodes['nothing-found'];
  }
  report(
    count,
    `took back the marks of ${countedArticles(count)}`,
    'all of them were changed again since: nothing was taken back',
    invocation,
  );
  return exitCodes.done;
};

const report = (count: number, done: string, nothing: string, invocation: Invocation): void => {
  if (outputForm(invocation) === 'json')
    invocation.io.output.write(`${JSON.stringify({version: 1, changed: count})}\n`);
  tell(invocation.io, count > 0 ? done : nothing);
};

const adjectives = (chosen: readonly Marking[]): string => chosen.map(({adjective}) => adjective).join(' and ');
