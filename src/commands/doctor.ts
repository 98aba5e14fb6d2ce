/** `newsprint doctor`: what newsprint found, and what is wrong with it. */
import {existsSync} from 'node:fs';
import {AppError, exitCodes} from '../core/errors.ts';
import type {Library} from '../core/library.ts';
import {field} from '../core/sanitize.ts';
import {isUtf8, supportsHyperlinks} from '../render/color-level.ts';
import type {Diagnosis, Finding} from '../render/doctor.ts';
import type {Command, Invocation} from './command.ts';
import {hasOption} from './options.ts';
import {colorDecision, outputForm, terminalColumns} from './output.ts';
import {errorLine} from './report.ts';
import {chooseLibrary, openLibrary, readSettings, type Settings} from './session.ts';

export const doctor: Command = {
  name: 'doctor',
  summary: 'what newsprint found: paths, library, problems in articles, terminal',
  args: [],
  options: [],
  run: async invocation => {
    const {io, options} = invocation;
    const settings = await readSettings(io);
    const {origin, folders} = chooseLibrary(invocation, settings);
    const {library, error} = openOrFail(invocation, settings);
    const diagnosis: Diagnosis = {
      newsprint: {version: io.version, node: io.nodeVersion, platform: io.platform},
      paths: pathsOf(settings),
      config: {exists: existsSync(settings.paths.config), warnings: warningsOf(settings)},
      origin,
      libraries: librariesOf(library),
      failures: [
        ...library.failures,
        ...(error === undefined
          ? []
          : [{path: field(folders.map(({path}) => path).join(', ')), message: field(errorLine(error))}]),
      ],
      problems: problemsOf(library),
      terminal: terminalOf(invocation),
    };
    io.output.write(await rendered(diagnosis, invocation));
    if (error !== undefined) return error.exitCode;
    const isPartial = library.failures.length > 0 || (hasOption(options, 'strict') && diagnosis.problems.length > 0);
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
const openOrFail = (invocation: Invocation, settings: Settings): {library: Library; error?: AppError} => {
  try {
    return {library: openLibrary(invocation, settings).library};
  } catch (error) {
    if (error instanceof AppError) return {library: {articles: [], failures: [], folders: []}, error};
    throw error;
  }
};

const pathsOf = ({paths}: Settings): Diagnosis['paths'] => ({
  config: field(paths.config),
  articles: field(paths.articles),
  state: field(paths.stateFolder),
  cache: field(paths.cacheFolder),
});

const warningsOf = ({paths, warnings}: Settings): readonly Finding[] =>
  warnings.map(warning => ({path: field(paths.config), ...warning}));

const librariesOf = ({articles, folders}: Library): Diagnosis['libraries'] =>
  folders.map(({name, path}) => {
    const own = articles.filter(({library}) => library === name);
    return {name, path: field(path), articles: own.length, hidden: own.filter(({isHidden}) => isHidden).length};
  });

const problemsOf = ({articles}: Library): readonly Finding[] =>
  articles.flatMap(({path, problems}) => problems.map(problem => ({path: field(path), ...problem})));

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
