/** A manual as a man page, in the macros of man(7). */
import type {ManualPart, ManualSection} from './manual.ts';

export interface ManPageHead {
  readonly name: string;
  readonly summary: string;
  readonly version: string;
}

export const renderManPage = ({name, summary, version}: ManPageHead, sections: readonly ManualSection[]): string =>
  [
    `.TH "${name.toUpperCase()}" "1" "" "${name} ${version}" "User commands"`,
    '.SH NAME',
    `${roff(name)} \\- ${roff(summary)}`,
    ...sections.flatMap(({title, parts}) => [`.SH "${roff(title.toUpperCase())}"`, ...parts.flatMap(partLines)]),
    '',
  ].join('\n');

const partLines = (part: ManualPart): readonly string[] => {
  switch (part.kind) {
    case 'paragraph':
      return ['.PP', roff(part.text)];
    case 'lines':
      return ['.PP', '.nf', ...part.lines.map(roff), '.fi'];
    case 'rows':
      return part.rows.flatMap(({term, text}) => ['.TP', `.B ${roff(term)}`, roff(text)]);
    default:
      return part satisfies never;
  }
};

const specials: Readonly<Record<string, string>> = {
  '\\': '\\e',
  '-': '\\-',
  '^': '\\(ha',
  '"': '\\(dq',
  '~': '\\(ti',
  '`': '\\(ga',
};

/** A line that begins with a dot or an apostrophe would be a request: `\&` is nothing, and keeps it text. */
const roff = (text: string): string =>
  text.replace(/[\\^~`"-]/g, character => specials[character] ?? character).replace(/^[.']/, '\\&$&');
