/** `newsprint doctor`: what newsprint found, and what is wrong with it. */
import {existsSync} from 'node:fs';
import {AppError, exitCodes} from '../core/errors.ts';
import {flags, hasFlag, type Listing, libraryAt} from '../core/listing/listing.ts';
import {field} from '../core/sanitize.ts';
import {isUtf8, supportsHyperlinks} from '../render/color-level.ts';
import type {Diagnosis, Finding} from '../render/doctor.ts';
import type {Command, Invocation} from './command.ts';
import type {FeedsDiagnosis} from './feeds/diagnosis.ts';
import {hasOption} from './options.ts';
import {colorDecision, outputForm, terminalColumns} from './output.ts';
import {errorLine} from './report.ts';
import {chooseLibrary, openLibrary, type Session} from './session.ts';
import {readSettings, type Settings} from './settings.ts';

export const doctor: Command = {
  name: 'doctor',
  summary: 'what newsprint found: paths, library, problems in articles, terminal',
  args: [],
  options: [],
  run: async invocation => {
    const {io, options} = invocation;
    const settings = await readSettings(io);
    const {origin, folders} = chooseLibrary(invocation, settings);
    const {session, error} = openOrFail(invocation, settings);
    const failures = session?.listing.failures ?? [];
    const feeds = await feedsOf(settings);
    const diagnosis: Diagnosis = {
      newsprint: {version: io.version, node: io.nodeVersion, platform: io.platform},
      paths: pathsOf(settings),
      config: {exists: existsSync(settings.paths.config), warnings: [...warningsOf(settings), ...feeds.warnings]},
      origin,
      libraries: session === undefined ? [] : librariesOf(session.listing),
      failures: [
        ...failures,
        ...(error === undefined
          ? []
          : [{path: field(folders.map(({path}) => path).join(', ')), message: field(errorLine(error))}]),
      ],
      feeds: feeds.failures,
      problems: session === undefined ? [] : problemsOf(session),
      terminal: terminalOf(invocation),
    };
    io.output.write(await rendered(diagnosis, invocation));
    if (error !== undefined) return error.exitCode;
    const isPartial = failures.length > 0 || (hasOption(options, 'strict') && diagnosis.problems.length > 0);
    return isPartial ? exitCodes.partial : exitCodes.done;
  },
};

const rendered = async (diagnosis: Diagnosis, invocation: Invocation): Promise<string> => {
  const form = outputForm(invocation);
  if (form === 'json') {
    const {renderJson} = await import('../render/json.ts');
    return renderJson({...diagnosis});
  }
  const {renderDiagnosis, renderDiagnosisLines} = await import('../render/doctor.ts');
  return form === 'plain'
    ? renderDiagnosisLines(diagnosis)
    : renderDiagnosis(diagnosis, {width: terminalColumns(invocation.io)});
};

/** A library that is not there is a finding too: the rest of what is known helps to see why. */
const openOrFail = (invocation: Invocation, settings: Settings): {session?: Session; error?: AppError} => {
  try {
    return {session: openLibrary(invocation, settings)};
  } catch (error) {
    if (error instanceof AppError) return {error};
    throw error;
  }
};

const pathsOf = ({paths}: Settings): Diagnosis['paths'] => ({
  config: field(paths.config),
  feeds: field(paths.feeds),
  articles: field(paths.articles),
  state: field(paths.stateFolder),
  cache: field(paths.cacheFolder),
});

/** Most have no feeds, and load nothing for them. */
const feedsOf = async (settings: Settings): Promise<FeedsDiagnosis> => {
  const {feeds} = settings.paths;
  if (!existsSync(feeds)) return {warnings: [], failures: []};
  const {diagnoseFeeds} = await import('./feeds/diagnosis.ts');
  return diagnoseFeeds(settings);
};

const warningsOf = ({paths, warnings}: Settings): readonly Finding[] =>
  warnings.map(warning => ({path: field(paths.config), ...warning}));

const positionsThat = (listing: Listing, fits: (position: number) => boolean): readonly number[] =>
  Array.from({length: listing.length}, (_, position) => position).filter(fits);

const librariesOf = (listing: Listing): Diagnosis['libraries'] =>
  listing.libraries.map(library => {
    const own = positionsThat(listing, position => libraryAt(listing, position) === library);
    const hidden = own.filter(position => hasFlag(listing, position, flags.hidden)).length;
    return {name: library.name, path: field(library.path), articles: own.length, hidden};
  });

/** Those that have problems are read to say which. */
const problemsOf = ({listing, read}: Session): readonly Finding[] =>
  positionsThat(listing, position => hasFlag(listing, position, flags.problem)).flatMap(position => {
    const {path, problems} = read(position);
    return problems.map(problem => ({path: field(path), ...problem}));
  });

const terminalOf = (invocation: Invocation): Diagnosis['terminal'] => {
  const {io} = invocation;
  const {level, isColorless} = colorDecision(invocation);
  return {
    stdin: io.stdin.isTTY === true,
    stdout: io.output.isTerminal,
    term: field(io.env.TERM ?? ''),
    columns: io.output.columns ?? 0,
    rows: io.output.isTerminal ? io.stdout.rows : 0,
    colors: isColorless ? 'none' : (['none', '16', '256', 'truecolor'][level] ?? 'none'),
    utf8: isUtf8(io.env),
    hyperlinks: supportsHyperlinks(io.env),
  };
};
