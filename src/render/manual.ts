/** A manual as data, so that the help on the screen and the man page say the same; and the manual as text. */
import {width as widthOf} from '../core/text/width.ts';
import {wrap} from '../core/text/wrap.ts';

export interface ManualRow {
  readonly term: string;
  readonly text: string;
}

export type ManualPart =
  | {readonly kind: 'paragraph'; readonly text: string}
  | {readonly kind: 'rows'; readonly rows: readonly ManualRow[]}
  /** Shown as they are. */
  | {readonly kind: 'lines'; readonly lines: readonly string[]};

export interface ManualSection {
  readonly title: string;
  readonly parts: readonly ManualPart[];
}

export const paragraph = (text: string): ManualPart => ({kind: 'paragraph', text});
export const rows = (pairs: readonly (readonly [term: string, text: string])[]): ManualPart => ({
  kind: 'rows',
  rows: pairs.map(([term, text]) => ({term, text})),
});
export const lines = (...all: readonly string[]): ManualPart => ({kind: 'lines', lines: all});

const indent = 2;
/** A term that is wider gets a line of its own. */
const widestTerm = 30;
/** Below this a text beside its term would be a ribbon. */
const narrowestText = 24;

/** @param width columns; a word that is longer goes over */
export const renderManual = (sections: readonly ManualSection[], {width}: {readonly width: number}): string =>
  `${sections
    .map(({title, parts}) =>
      [title, ...parts.flatMap((part, index) => [...(index === 0 ? [] : ['']), ...partLines(part, width)])].join('\n'),
    )
    .join('\n\n')}\n`;

const partLines = (part: ManualPart, width: number): readonly string[] => {
  switch (part.kind) {
    case 'paragraph':
      return indented(wrap(part.text, width - indent), indent);
    case 'lines':
      return indented(part.lines, indent);
    case 'rows':
      return rowLines(part.rows, width);
    default:
      return part satisfies never;
  }
};

const rowLines = (all: readonly ManualRow[], width: number): readonly string[] => {
  const widths = all.map(({term}) => widthOf(term)).filter(columns => columns <= widestTerm);
  const termWidth = Math.max(0, ...widths);
  const isBeside = width - indent - termWidth - 2 >= narrowestText;
  return all.flatMap(({term, text}) => {
    if (!isBeside || widthOf(term) > termWidth) {
      const below = isBeside ? indent + termWidth + 2 : 2 * indent;
      return [`${' '.repeat(indent)}${term}`, ...indented(wrap(text, width - below), below)];
    }
    const [first = '', ...more] = wrap(text, width - indent - termWidth - 2);
    return [
      `${' '.repeat(indent)}${term}${' '.repeat(termWidth - widthOf(term))}  ${first}`.trimEnd(),
      ...indented(more, indent + termWidth + 2),
    ];
  });
};

const indented = (all: readonly string[], columns: number): readonly string[] =>
  all.map(line => `${' '.repeat(columns)}${line}`.trimEnd());
