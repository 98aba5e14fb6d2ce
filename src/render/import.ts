/** What an import did, or would do: lines for scripts, and for a terminal an entry for each article. */
import type {SafeField} from '../core/sanitize.ts';
import {width as widthOf} from '../core/text/width.ts';
import {wrap} from '../core/text/wrap.ts';
import {longDate} from './dates.ts';
import {tabbedLines} from './list.ts';
import type {Theme} from './theme.ts';

export interface ImportedFile {
  /** `present`: the library has it already, at that path. */
  readonly kind: 'written' | 'present';
  readonly id: SafeField;
  readonly path: SafeField;
  readonly title: SafeField;
  readonly section?: SafeField;
  /** `YYYY-MM-DD` */
  readonly day?: string;
  /** How it begins. */
  readonly preview?: readonly SafeField[];
}

/** A feed that was subscribed to. Empty for what is not known. */
export interface ImportedFeed {
  readonly address: SafeField;
  readonly title: SafeField;
  readonly section: SafeField;
}

/** `kind TAB path TAB day TAB section TAB title`, a line each; of a feed the kind is `feed`, and its address the path. */
export const renderImportLines = (files: readonly ImportedFile[], feeds: readonly ImportedFeed[]): string =>
  tabbedLines([
    ...files.map(({kind, path, day = '', section = '', title}) => [kind, path, day, section, title]),
    ...feeds.map(({address, title, section}) => ['feed', address, '', section, title]),
  ]);

export interface ImportOptions {
  /** Columns; 0 breaks no line. */
  readonly width: number;
  readonly theme: Theme;
  /** Whether nothing was written, and previews are to be shown. */
  readonly isDry: boolean;
}

const indent = '  ';

/** Lines of a preview. */
const mostLines = 4;

/** Title, and below it section, date and where it is. */
export const renderImports = (
  files: readonly ImportedFile[],
  feeds: readonly ImportedFeed[],
  {width, theme, isDry}: ImportOptions,
): string => {
  const {headline, muted, caption} = theme.style;
  const lines = (text: string, margin: string): readonly string[] =>
    (width === 0 ? [text] : wrap(text, Math.max(1, width - widthOf(margin)))).map(line => `${margin}${line}`);
  const entry = (file: ImportedFile): readonly string[] => {
    const {kind, id, path, title, section, day, preview = []} = file;
    const isNew = kind === 'written';
    const details = [...(day === undefined ? [] : [longDate({day})]), ...(section === undefined ? [] : [section])];
    const place = isNew ? (isDry ? path : id) : `already there: ${id}`;
    const shown = isDry && isNew ? preview : [];
    return [
      ...lines(headline(title), ''),
      // A path that is to be copied has a line of its own.
      ...(isDry ? [details.join(' · '), place] : [[...details, place].join(' · ')])
        .filter(Boolean)
        .flatMap(text => lines(muted(text), indent)),
      ...shown.flatMap(text => lines(caption(text), indent)).slice(0, mostLines),
    ];
  };
  const feedEntry = ({address, title, section}: ImportedFeed): readonly string[] => [
    ...lines(headline(title || address), ''),
    ...lines(muted([section, title && address].filter(Boolean).join(' · ')), indent).filter(line => line.trim() !== ''),
  ];
  const entries = [...files.map(entry), ...feeds.map(feedEntry)];
  return entries.map(entryLines => `${entryLines.join('\n')}\n`).join(isDry ? '\n' : '');
};

/** One file as `--json` tells of it. */
export const importedFileJson = ({id, path, title, section, day}: ImportedFile) => ({
  ...{id, path, title, section: section ?? null, date: day ?? null},
});
