/** `newsprint list`: which articles there are. */
import type {Article} from '../core/article.ts';
import {nearestWord} from '../core/edit-distance.ts';
import {AppError, exitCodes} from '../core/errors.ts';
import {sortArticles, sortKeys, visibleArticles} from '../core/library.ts';
import {stateOf} from '../core/marks.ts';
import type {QueryOptions} from '../core/query.ts';
import {renderListLines, renderListTable} from '../render/list.ts';
import {defaultFields, type ListedArticle, type ListField, listFields} from '../render/list-fields.ts';
import type {Command, Invocation, OptionValues} from './command.ts';
import {readMarks} from './kept-state.ts';
import {countOption, hasOption, textOption} from './options.ts';
import {outputForm, styling} from './output.ts';
import {reportProblems, tell} from './report.ts';
import {openSession, type Session} from './session.ts';

export const list: Command = {
  name: 'list',
  summary: 'list articles',
  args: [{name: 'query', isRequired: false, repeats: true, completes: 'query'}],
  options: [
    {
      name: 'fields',
      value: 'names',
      summary: `fields to print, comma-separated: ${listFields.join(', ')}`,
    },
    {name: 'sort', value: 'key', choices: sortKeys, summary: 'order'},
    {name: 'reverse', summary: 'reverse the order'},
    {name: 'limit', value: 'count', isCount: true, summary: 'at most this many'},
    {name: 'all', summary: 'drafts and hidden articles too'},
  ],
  run: async invocation => {
    const {args, options, io} = invocation;
    const fields = chosenFields(options);
    const wanted = await readWanted(args.join(' '));
    const session = await openSession(invocation);
    const {library, referenceOf, settings} = session;
    const showsState = fields?.includes('state') === true || outputForm(invocation) === 'json';
    const marks = await readMarks(io, settings, showsState || wanted.asksForState);
    const visible = visibleArticles(library.articles, {all: hasOption(options, 'all') || wanted.asksForHidden});
    const sorted = sortArticles(visible.filter(wanted.compile({now: io.now(), ...marks})), sortKey(options), {
      reverse: hasOption(options, 'reverse'),
    });
    const articles = sorted.slice(0, countOption(options, 'limit'));
    await print(
      articles.map(article => ({article, reference: referenceOf(article), state: stateOf(marks, article)})),
      fields,
      invocation,
      session,
    );
    const ending = reportProblems(invocation, {articles, failures: library.failures});
    if (articles.length > 0) return ending;
    tell(io, sorted.length > 0 ? '--limit 0 leaves nothing to list' : whyEmpty(wanted, session));
    return exitCodes['nothing-found'];
  },
};

/** What the words of the command line ask for. */
interface Wanted {
  readonly text: string;
  readonly asksForHidden: boolean;
  readonly asksForState: boolean;
  compile(options: QueryOptions): (article: Article) => boolean;
}

/**
 * The query language is loaded only when something is asked: it is a third of what a list would load.
 * @throws {QueryError} for a mistake in it
 */
const readWanted = async (words: string): Promise<Wanted> => {
  const text = words.trim();
  if (text === '') return {text, asksForHidden: false, asksForState: false, compile: () => () => true};
  const {compileQuery, parseQuery} = await import('../core/query.ts');
  const query = parseQuery(text);
  return {...query, text, compile: options => compileQuery(query, options)};
};

const sortKey = (options: OptionValues) => sortKeys.find(key => key === textOption(options, 'sort')) ?? sortKeys[0];

/** @throws {AppError} for a field that there is not */
const chosenFields = (options: OptionValues): readonly ListField[] | undefined => {
  const names = textOption(options, 'fields')
    ?.split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
  return names?.map(name => {
    const known = listFields.find(candidate => candidate === name.toLowerCase());
    if (known !== undefined) return known;
    const near = nearestWord(name, listFields);
    const guess = near === undefined ? '' : `did you mean ${near}? `;
    throw new AppError('usage', `there is no field "${name}"`, {hint: `${guess}fields are ${listFields.join(', ')}`});
  });
};

const print = async (
  listed: readonly ListedArticle[],
  fields: readonly ListField[] | undefined,
  invocation: Invocation,
  {settings}: Session,
): Promise<void> => {
  const {output} = invocation.io;
  const form = outputForm(invocation);
  if (form === 'json') {
    const {articleJson, renderJson} = await import('../render/json.ts');
    output.write(renderJson({articles: listed.map(articleJson)}));
  } else if (form === 'styled') {
    output.write(renderListTable(listed, fields, await styling(invocation, settings)));
  } else {
    output.write(renderListLines(listed, fields ?? defaultFields));
  }
};

const whyEmpty = ({text}: Wanted, {library, origin}: Session): string => {
  const {articles, folders} = library;
  if (articles.length === 0) {
    const where = folders.map(({path}) => path).join(', ');
    return `no articles in ${where} (${origin}); put Markdown files there: see "newsprint help format"`;
  }
  if (text === '') return 'all articles are hidden; --all shows them';
  return `no article fits ${text}`;
};
