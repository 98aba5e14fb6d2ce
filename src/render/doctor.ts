/** What `doctor` found, as text and as lines for scripts. */
import type {SafeField} from '../core/sanitize.ts';
import {tabbedLines} from './list.ts';
import {type ManualSection, paragraph, renderManual, rows} from './manual.ts';

export interface Finding {
  readonly path: SafeField;
  readonly line?: number;
  readonly message: SafeField;
}

export interface FoundLibrary {
  readonly name: SafeField;
  readonly path: SafeField;
  readonly articles: number;
  readonly hidden: number;
}

export interface Diagnosis {
  readonly newsprint: {readonly version: string; readonly node: string; readonly platform: string};
  readonly paths: Readonly<Record<string, SafeField>>;
  readonly config: {readonly exists: boolean; readonly warnings: readonly Finding[]};
  /** Who named the libraries. */
  readonly origin: string;
  readonly libraries: readonly FoundLibrary[];
  /** Files and folders that could not be read, and a library that is not there. */
  readonly failures: readonly Finding[];
  /** Feeds whose last fetch failed; `path` is the address. */
  readonly feeds: readonly Finding[];
  /** What is wrong with articles that are listed nevertheless. */
  readonly problems: readonly Finding[];
  readonly terminal: TerminalFacts;
}

export interface TerminalFacts {
  readonly stdin: boolean;
  readonly stdout: boolean;
  readonly term: SafeField;
  readonly columns: number;
  readonly rows: number;
  readonly colors: string;
  readonly utf8: boolean;
  readonly hyperlinks: boolean;
}

const terminalLabels: Readonly<Record<keyof TerminalFacts, string>> = {
  stdin: 'stdin is a terminal',
  stdout: 'stdout is a terminal',
  term: 'TERM',
  columns: 'columns',
  rows: 'rows',
  colors: 'colours',
  utf8: 'UTF-8',
  hyperlinks: 'hyperlinks',
};

const terminalPairs = (facts: TerminalFacts): readonly (readonly [label: string, value: string])[] =>
  (Object.keys(terminalLabels) as (keyof TerminalFacts)[]).map(name => [terminalLabels[name], yesNo(facts[name])]);

const placeOf = ({path, line}: Finding): string => (line === undefined ? path : `${path}:${line}`);

const findingRows = (findings: readonly Finding[]) =>
  rows(findings.map(finding => [placeOf(finding), finding.message]));

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const yesNo = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);

const librarySection = ({libraries, origin}: Diagnosis): ManualSection => ({
  title: `Library (${origin})`,
  parts: [
    rows(
      libraries.map(({name, path, articles, hidden}) => [
        name,
        `${path}: ${counted(articles, 'article', 'articles')}${hidden === 0 ? '' : `, ${hidden} of them hidden`}`,
      ]),
    ),
  ],
});

const findingSection = (title: string, findings: readonly Finding[]): readonly ManualSection[] =>
  findings.length === 0 ? [] : [{title: `${title} (${findings.length})`, parts: [findingRows(findings)]}];

export const renderDiagnosis = (diagnosis: Diagnosis, {width}: {readonly width: number}): string => {
  const {newsprint, paths, config, libraries, failures, feeds, problems, terminal} = diagnosis;
  const isWell = failures.length + feeds.length + problems.length + config.warnings.length === 0;
  return renderManual(
    [
      {title: `newsprint ${newsprint.version}`, parts: [paragraph(`Node ${newsprint.node} on ${newsprint.platform}`)]},
      {
        title: 'Paths',
        parts: [
          rows(
            Object.entries(paths).map(([name, path]) => [
              name,
              name === 'config' && !config.exists ? `${path} (not there)` : path,
            ]),
          ),
        ],
      },
      ...(libraries.length === 0 ? [] : [librarySection(diagnosis)]),
      ...findingSection('Configuration', config.warnings),
      ...findingSection('Could not be read', failures),
      ...findingSection('Feeds that failed', feeds),
      ...findingSection('Problems in articles', problems),
      {title: 'Terminal', parts: [rows(terminalPairs(terminal))]},
      ...(isWell ? [{title: 'All is well', parts: []}] : []),
    ],
    {width},
  );
};

/** A fact a line: what kind, about what, and what of it. */
export const renderDiagnosisLines = (diagnosis: Diagnosis): string => {
  const {newsprint, paths, config, origin, libraries, failures, feeds, problems, terminal} = diagnosis;
  const findings = (kind: string, all: readonly Finding[]) =>
    all.map(finding => [kind, placeOf(finding), finding.message]);
  return tabbedLines([
    ...Object.entries(newsprint).map(([name, value]) => ['program', name, value]),
    ...Object.entries(paths).map(([name, path]) => ['path', name, path]),
    ['origin', 'library', origin],
    ...libraries.map(({name, path, articles, hidden}) => ['library', name, path, String(articles), String(hidden)]),
    ...findings('config', config.warnings),
    ...findings('failure', failures),
    ...findings('feed', feeds),
    ...findings('problem', problems),
    ...terminalPairs(terminal).map(([label, value]) => ['terminal', label, value]),
  ]);
};
