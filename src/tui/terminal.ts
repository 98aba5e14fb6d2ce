/**
 * The terminal while the reader has it: alternate screen, raw input, and frames drawn line by line.
 *
 * Ink lays out each frame and hands it over as text (its `debug` output); drawing is done here. Ink's own drawing knows
 * no alternate screen, wipes the scrollback once a frame is as tall as the window, and leaves ghosts on resize.
 */
import {EventEmitter} from 'node:events';
import {StringDecoder} from 'node:string_decoder';
import {createInputDecoder, type InputEvent} from './input.ts';
import type {Size} from './state.ts';

/** What Ink writes frames to: a stream as far as Ink looks at it. */
export type Canvas = NodeJS.WriteStream;

export interface TerminalHandlers {
  onInput(events: readonly InputEvent[]): void;
  onResize(size: Size): void;
}

export interface Terminal {
  readonly canvas: Canvas;
  size(): Size;
  /** Takes the terminal over; `close` gives it back as it was. Both may be called again and again. */
  open(): void;
  close(): void;
  /** Draws the whole frame anew, whatever is on screen. */
  redraw(): void;
  /** Puts text on the clipboard of the terminal, also over ssh (OSC 52). */
  copy(text: string): void;
}

const escapeWaitMs = 50;
const fallback: Size = {columns: 80, rows: 24};

// Alternate screen, no cursor, no autowrap (a line of doubtful width is cut, not wrapped), wheel as arrows, framed pastes, focus told.
const enter = '\u001B[?1049h\u001B[?25l\u001B[?7l\u001B[?1007h\u001B[?2004h\u001B[?1004h';
const leave = '\u001B[?1004l\u001B[?2004l\u001B[?1007l\u001B[?7h\u001B[0m\u001B[?25h\u001B[?1049l';
// Synchronized update: terminals that know it show a frame at once, the others ignore it.
const begin = '\u001B[?2026h';
const end = '\u001B[?2026l';
const clear = '\u001B[2J';

export const createTerminal = (
  stdin: NodeJS.ReadStream,
  stdout: NodeJS.WriteStream,
  handlers: TerminalHandlers,
  {isLinear}: {readonly isLinear: boolean},
): Terminal => {
  const utf8 = new StringDecoder('utf8');
  const input = createInputDecoder();
  let isOpen = false;
  let frame: readonly string[] = [];
  /** Absent: whatever is on screen, it is not a frame of ours. */
  let drawn: readonly string[] | undefined;
  let escapeTimer: NodeJS.Timeout | undefined;

  const size = (): Size => ({
    columns: stdout.columns || fallback.columns,
    rows: stdout.rows || fallback.rows,
    ...(isLinear && {isLinear}),
  });

  // Cleared before it is written: behind the last column, clearing would take the last character with it.
  const drawLine = (line: string, row: number): string => `\u001B[${row + 1};1H\u001B[K${line}`;

  const draw = () => {
    const lines = frame.slice(0, size().rows);
    const cleared = drawn === undefined ? clear : '';
    const changed = lines.map((line, row) => (line === drawn?.[row] ? '' : drawLine(line, row))).join('');
    const rest = lines.length < (drawn?.length ?? 0) ? `\u001B[${lines.length + 1};1H\u001B[J` : '';
    drawn = lines;
    const drawing = cleared + changed + rest;
    if (drawing !== '') stdout.write(begin + drawing + end);
  };

  const redraw = () => {
    drawn = undefined;
    draw();
  };

  const emitter = new EventEmitter();
  const canvas = Object.assign(emitter, {
    isTTY: true,
    writable: true,
    get columns() {
      return size().columns;
    },
    get rows() {
      return size().rows;
    },
    write(text: string): boolean {
      frame = text.split('\n');
      if (isOpen) draw();
      return true;
    },
  }) as unknown as Canvas;

  const onData = (bytes: Buffer) => {
    clearTimeout(escapeTimer);
    handlers.onInput(input.push(utf8.write(bytes)));
    if (input.hasPendingEscape()) escapeTimer = setTimeout(() => handlers.onInput(input.flush()), escapeWaitMs);
  };

  const onResize = () => {
    // The terminal may have moved lines about by itself: nothing that was drawn counts any more.
    drawn = undefined;
    handlers.onResize(size());
    if (drawn === undefined) draw();
  };

  return {
    canvas,
    size,
    open() {
      if (isOpen) return;
      isOpen = true;
      drawn = undefined;
      if (stdin.isTTY) stdin.setRawMode(true);
      stdin.on('data', onData);
      stdin.resume();
      stdout.on('resize', onResize);
      stdout.write(enter);
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      clearTimeout(escapeTimer);
      stdin.off('data', onData);
      stdin.pause();
      stdout.off('resize', onResize);
      if (stdin.isTTY) stdin.setRawMode(false);
      stdout.write(leave);
    },
    redraw,
    copy(text) {
      stdout.write(`\u001B]52;c;${Buffer.from(text, 'utf8').toString('base64')}\u0007`);
    },
  };
};
