/**
 * Bytes from the terminal become single keys, pastes and nothing else.
 *
 * Ink's own input hands on `jjj` as one key, an arrow that ssh split after its ESC as Escape and `[A`, every letter of a
 * paste as a key, and focus reports as text; so the reader decodes for itself.
 */

/** A key is named as typed (`j`, `É`), or `enter`, `ctrl-d`, `shift-tab`, `page-down`…; a paste is one event, whatever is in it. */
export type InputEvent =
  | {readonly type: 'key'; readonly key: string}
  | {readonly type: 'paste'; readonly text: string}
  /** The terminal's window came to the front. */
  | {readonly type: 'focused'};

export interface InputDecoder {
  /** @param chunk decoded UTF-8, cut anywhere else than within a character */
  push(chunk: string): readonly InputEvent[];
  /** True while an ESC waits for the rest of its sequence; call `flush` when nothing came within 50 ms. */
  hasPendingEscape(): boolean;
  /** Gives up waiting: a lone ESC was the Escape key. */
  flush(): readonly InputEvent[];
}

// Final part of `ESC [ …` and `ESC O …`, as xterm, rxvt, the Linux console and tmux send them.
const sequences: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  M: 'enter',
  Z: 'shift-tab',
  '1~': 'home',
  '3~': 'delete',
  '4~': 'end',
  '5~': 'page-up',
  '6~': 'page-down',
  '7~': 'home',
  '8~': 'end',
};

const controls: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\b': 'backspace',
  '\u007F': 'backspace',
  ' ': 'space',
};

const pasteStart = '\u001B[200~';
const pasteEnd = '\u001B[201~';
const interrupt = '\u0003';
const focusReport = '\u001B[I';
// ESC, introducer, parameters, final byte; X10 mouse reports carry three more bytes.
const sequence = /^\u001B(?:\[M[\s\S]{3}|\[\[[A-E]|\[([0-9:;<=>?]*)[ -/]*([@-~])|O([0-9;]*)([ -~]))/;
const unfinished = /^\u001B(?:\[(?:M[\s\S]{0,2}|\[|[0-9:;<=>?]*[ -/]*)|O[0-9;]*)?$/;

const controlKey = (char: string): string | undefined => {
  const named = controls[char];
  if (named !== undefined) return named;
  const code = char.charCodeAt(0);
  if (code >= 0x20) return code >= 0x80 && code <= 0x9f ? undefined : char;
  return code >= 1 && code <= 26 ? `ctrl-${String.fromCharCode(code + 96)}` : undefined;
};

/** `1;5C`, with a modifier, is the plain key here: no binding has one. Private parameters mark mouse reports and answers to queries. */
const sequenceKey = (parameters: string, final: string): string | undefined => {
  if (/^[<=>?]/.test(parameters)) return undefined;
  return sequences[final === '~' ? `${parameters.split(';')[0]}~` : final];
};

export const createInputDecoder = (): InputDecoder => {
  let waiting = '';
  let pasted: string | undefined;

  const readPaste = (text: string, events: InputEvent[]): string => {
    const before = pasted ?? '';
    const all = before + text;
    // The end mark itself may be cut: look a little back into what came before.
    const end = all.indexOf(pasteEnd, Math.max(0, before.length - pasteEnd.length));
    // A terminal that never sends the end mark must not take ^C away.
    const interrupted = text.indexOf(interrupt);
    if (end < 0 && interrupted >= 0) {
      pasted = undefined;
      return text.slice(interrupted);
    }
    if (end < 0) {
      pasted = all;
      return '';
    }
    pasted = undefined;
    events.push({type: 'paste', text: all.slice(0, end)});
    return all.slice(end + pasteEnd.length);
  };

  const read = (text: string, isLast: boolean): InputEvent[] => {
    const events: InputEvent[] = [];
    const key = (name: string | undefined) => {
      if (name !== undefined) events.push({type: 'key', key: name});
    };
    let rest = pasted === undefined ? text : readPaste(text, events);
    while (rest !== '') {
      if (rest[0] !== '\u001B') {
        const char = String.fromCodePoint(rest.codePointAt(0) ?? 0);
        key(controlKey(char));
        rest = rest.slice(char.length);
      } else if (rest.startsWith(pasteStart)) {
        pasted = '';
        rest = readPaste(rest.slice(pasteStart.length), events);
      } else if (!isLast && unfinished.test(rest)) {
        waiting = rest;
        return events;
      } else {
        const match = sequence.exec(rest);
        if (match === null) {
          // A lone ESC, or Escape typed just ahead of another key.
          key('escape');
          rest = rest.slice(1);
        } else {
          if (match[0] === focusReport) events.push({type: 'focused'});
          key(sequenceKey(match[1] ?? match[3] ?? '', match[2] ?? match[4] ?? ''));
          rest = rest.slice(match[0].length);
        }
      }
    }
    return events;
  };

  const take = (): string => {
    const text = waiting;
    waiting = '';
    return text;
  };

  return {
    push: chunk => read(take() + chunk, false),
    hasPendingEscape: () => waiting !== '',
    flush: () => read(take(), true),
  };
};

const controlCodes = Array.from({length: 26}, (_, index) => String.fromCharCode(index + 1));

/** The names of all keys that are not named by the character they type. */
export const keyNames: readonly string[] = [
  ...new Set([
    ...Object.values(controls),
    ...Object.values(sequences),
    'escape',
    ...controlCodes.flatMap(code => controlKey(code) ?? []),
  ]),
];
