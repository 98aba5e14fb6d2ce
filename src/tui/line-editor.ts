/** A line of text being typed at a prompt, with the keys that readline taught everybody. */

export interface Line {
  readonly text: string;
  /** Index into `text` in UTF-16 units, always between characters. */
  readonly cursor: number;
}

export const emptyLine: Line = {text: '', cursor: 0};
export const lineOf = (text: string): Line => ({text, cursor: text.length});

const before = (line: Line): string => line.text.slice(0, line.cursor);
const after = (line: Line): string => line.text.slice(line.cursor);

const lastChar = (text: string): string => [...text.slice(-2)].at(-1) ?? '';
const firstChar = (text: string): string => [...text.slice(0, 2)].at(0) ?? '';

const replaceBefore = (line: Line, text: string): Line => ({text: text + after(line), cursor: text.length});

/** Each key costs as much as the line is long; nobody types this much, but a terminal that does not frame its pastes does. In UTF-16 units. */
const longestLine = 2000;

/** What would make the line too long is left out. */
export const insert = (line: Line, text: string): Line =>
  line.text.length + text.length > longestLine ? line : replaceBefore(line, before(line) + text);

type Edit = (line: Line) => Line;

const toStart: Edit = line => ({...line, cursor: 0});
const toEnd: Edit = line => lineOf(line.text);
const deleteForward: Edit = line => ({...line, text: before(line) + after(line).slice(firstChar(after(line)).length)});
const deleteBack: Edit = line =>
  replaceBefore(line, before(line).slice(0, line.cursor - lastChar(before(line)).length));
const back: Edit = line => ({...line, cursor: line.cursor - lastChar(before(line)).length});
const forward: Edit = line => ({...line, cursor: line.cursor + firstChar(after(line)).length});

const edits: Readonly<Record<string, Edit>> = {
  backspace: deleteBack,
  delete: deleteForward,
  'ctrl-d': deleteForward,
  left: back,
  'ctrl-b': back,
  right: forward,
  'ctrl-f': forward,
  home: toStart,
  'ctrl-a': toStart,
  end: toEnd,
  'ctrl-e': toEnd,
  'ctrl-u': line => replaceBefore(line, ''),
  'ctrl-k': line => lineOf(before(line)),
  'ctrl-w': line => replaceBefore(line, before(line).replace(/\S*\s*$/u, '')),
  space: line => insert(line, ' '),
};

/** The line after a key; `undefined` when the key edits nothing. */
export const editLine = (line: Line, key: string): Line | undefined => {
  const edit = edits[key];
  if (edit !== undefined) return edit(line);
  return [...key].length === 1 ? insert(line, key) : undefined;
};
