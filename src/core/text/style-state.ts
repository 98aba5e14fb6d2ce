/** Styles and links within text (SGR and OSC 8 sequences): what is open at a place, and how to close and reopen it. */

/**
 * An escape sequence of any kind; none takes a column. The first group holds the parameters of an SGR, the second the
 * address of an OSC 8, the third what ends that.
 */
const sequence =
  /\x1b\[(?:([\d;:]*)m|[0-?]*[ -/]*[@-~])|\x1b\](?:8;[^;\x07\x1b]*;([^\x07\x1b]*)|[^\x07\x1b]*)(\x07|\x1b\\)/g;

/** The text as it reads: without styles, links and other escape sequences. */
export const stripStyles = (text: string): string => (text.includes('\x1b') ? text.replace(sequence, '') : text);

export interface PlacedSequence {
  /** Where it stands in the text without sequences. */
  readonly at: number;
  readonly sequence: string;
}

/** The escape sequences of a text, in order, with their places in what `stripStyles` leaves of it. */
export const sequencesOf = (text: string): PlacedSequence[] => {
  const found: PlacedSequence[] = [];
  let before = 0;
  for (const match of text.matchAll(sequence)) {
    found.push({at: match.index - before, sequence: match[0]});
    before += match[0].length;
  }
  return found;
};

/** Parameters that end an attribute, by the ones that begin it. Codes of one attribute replace each other; bold and faint don't. */
const endings: readonly (readonly [first: number, last: number, end: number])[] = [
  [1, 2, 22],
  [3, 3, 23],
  [4, 4, 24],
  [5, 6, 25],
  [7, 7, 27],
  [8, 8, 28],
  [9, 9, 29],
  [21, 21, 24],
  [30, 38, 39],
  [40, 48, 49],
  [51, 52, 54],
  [53, 53, 55],
  [58, 58, 59],
  [90, 97, 39],
  [100, 107, 49],
];

const endOf = (code: number): number | undefined => endings.find(([first, last]) => code >= first && code <= last)?.[2];

/** One SGR's parameters, those of an extended colour (`38;5;n`, `38;2;r;g;b`) kept together. */
const parameters = (all: string): string[] => all.match(/[345]8;(?:5;\d*|2;\d*;\d*;\d*)|[\d:]+/g) ?? ['0'];

export interface StyleState {
  /** Takes note of an escape sequence; those that are neither SGR nor OSC 8 change nothing. */
  feed(sequence: string): void;
  /** Sequences that open all that is open now; empty when nothing is. */
  open(): string;
  /** Sequences that close it, the last opened first. */
  close(): string;
}

/** A state with nothing open. */
export const createStyleState = (): StyleState => {
  /** What began each attribute, in order. The key tells bold from faint, which end together. */
  const attributes = new Map<number, {readonly begin: string; readonly end: number}>();
  let link = '';
  let linkEnd = '';

  const set = (parameter: string): void => {
    const code = Number.parseInt(parameter, 10);
    const end = parameter === '4:0' ? undefined : endOf(code);
    if (code === 0) attributes.clear();
    else if (end === undefined) {
      for (const [key, attribute] of attributes) {
        if (attribute.end === (code === 4 ? 24 : code)) attributes.delete(key);
      }
    } else {
      const key = end === 22 ? code : end;
      attributes.delete(key);
      attributes.set(key, {begin: `\x1b[${parameter}m`, end});
    }
  };

  return {
    feed: found => {
      const [match] = found.matchAll(sequence);
      if (match?.[1] !== undefined) parameters(match[1]).forEach(set);
      if (match?.[2] !== undefined) {
        link = match[2] === '' ? '' : found;
        linkEnd = `\x1b]8;;${match[3]}`;
      }
    },
    open: () => link + [...attributes.values()].map(({begin}) => begin).join(''),
    close: () => {
      const ends = new Set([...attributes.values()].reverse().map(({end}) => end));
      return [...ends].map(end => `\x1b[${end}m`).join('') + (link === '' ? '' : linkEnd);
    },
  };
};
