/** `newsprint list`: which articles there are. */
import {nearestWord} from '../core/edit-distance.ts';
import {AppError, exitCodes} from '../core/errors.ts';
import {linesOf, visiblePositions} from '../core/listing/listing.ts';
import {type SortKey, sortKeys, sortPositions} from '../core/listing/sort.ts';
import type {Marks} from '../core/marks.ts';
import type {Query} from '../core/query.ts';
import {renderListLines, renderListTable} from '../render/list.ts';
import {defaultFields, type ListField, listFields} from '../render/list-fields.ts';
import type {Command, Invocation, OptionValues} from './command.ts';
import {marksAt, readMarks} from './kept-state.ts';
import {listedAt} from './listed.ts';
import {problemsAt} from './listed-problems.ts';
import {countOption, hasOption, textOption} from './options.ts';
import {type OutputForm, outputForm, styling} from './output.ts';
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
    const query = await readQuery(args.join(' '));
    const session = await openSession(invocation);
    const {listing, settings} = session;
    const form = outputForm(invocation);
    const showsState = fields?.includes('state') === true || form === 'json';
    const marks = readMarks(io, settings, showsState || query?.asksForState === true);
    const all = hasOption(options, 'all');
    const fitting =
      query === undefined
        ? visiblePositions(listing, {all})
        : session.index().matching(query, {now: io.now(), ...marksAt(listing, marks), all});
    const order = {key: sortKey(options), isReversed: hasOption(options, 'reverse')};
    const sorted = sortPositions(listing, fitting, order, positions => session.index().summaries(positions));
    const positions = sorted.subarray(0, countOption(options, 'limit'));
    if (form === 'plain' && fields === undefined)
      for (const lines of linesOf(listing, positions)) io.output.write(lines);
    else await print({positions, fields, form, marks}, invocation, session);
    const ending = reportProblems(invocation, {
      ...problemsAt(session, positions, invocation),
      failures: listing.failures,
    });
    if (positions.length > 0) return ending;
    tell(io, sorted.length > 0 ? '--limit 0 leaves nothing to list' : whyEmpty(query, session));
    return exitCodes['nothing-found'];
  },
};

/**
 * The query language is loaded only when something is asked: it is a third of what a list would load.
 * @throws {QueryError} for a mistake in it
 */
const readQuery = async (words: string): Promise<Query | undefined> => {
  const text = words.trim();
  if (text === '') return undefined;
  const {parseQuery} = await import('../core/query.ts');
  return parseQuery(text);
};

const sortKey = (options: OptionValues): SortKey => sortKeys.find(key => key === textOption(options, 'sort')) ?? 'date';

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

interface Printing {
  readonly positions: Int32Array;
  readonly fields: readonly ListField[] | undefined;
  readonly form: OutputForm;
  readonly marks: Marks;
}

const print = async (
  {positions, fields, form, marks}: Printing,
  invocation: Invocation,
  session: Session,
): Promise<void> => {
  const {output} = invocation.io;
  const listed = Array.from(positions, position => listedAt(session, position, marks));
  if (form === 'json') {
    const {articleJson, renderJson} = await import('../render/json.ts');
    output.write(renderJson({articles: listed.map(articleJson)}));
  } else if (form === 'styled') {
    output.write(renderListTable(listed, fields, await styling(invocation, session.settings)));
  } else {
    output.write(renderListLines(listed, fields ?? defaultFields));
  }
};

const whyEmpty = (query: Query | undefined, {listing, origin}: Session): string => {
  if (listing.length === 0) {
    const where = listing.libraries.map(({path}) => path).join(', ');
    return `no articles in ${where} (${origin}); put Markdown files there: see "newsprint help format"`;
  }
  return query === undefined ? 'all articles are hidden; --all shows them' : `no article fits ${query.text}`;
};
