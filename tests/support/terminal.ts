/**
 * The real program in a real pseudo-terminal, read back through a terminal emulator.
 *
 *     const screen = openTerminal({columns: 120, rows: 40, args: ['--library', folder]});
 *     await screen.until('newsprint');                       // text, regular expression or predicate; rejects with the screen
 *     screen.press('down', 'enter');                         // keys by name or single characters, each its own write
 *     screen.type('/rabat');                                 // text as it stands
 *     await screen.until(() => screen.row(2).startsWith('POLITICS'));
 *     expect(screen.styleOf('POLITICS')).toMatchObject({bold: true});
 *     screen.resize(80, 24);
 *     screen.press('q');
 *     expect(await screen.exit).toEqual({code: 0, signal: undefined});
 *     expect(screen.isAlternate).toBe(false);                // what was left behind can still be asked after the exit
 *
 * Nothing sleeps: `until` looks again whenever output arrived, and never in the middle of a frame (synchronized update,
 * mode 2026). Opened inside a test the terminal closes by itself when the test ends; in a hook, call `close`.
 * For job control (^Z, `fg`) or `stty -a` after the exit, let a shell be the command:
 * `openTerminal({command: ['bash', '--norc', '-i']})` and type `programLine` there.
 */
import {createRequire} from 'node:module';
import {spawn} from '@lydell/node-pty';
import type {Terminal as Emulator, IBufferCell} from '@xterm/headless';
import {onTestFinished, TestRunner} from 'vitest';
import {createSandbox, type Env, launcher, projectRoot} from './program.ts';

// Both are CommonJS without named exports that Node could see. The addon reads its tables from the start of the buffer's
// memory, which fails when the buffer is a part of Node's pool, as it is under vitest: so no pool while it loads.
const require = createRequire(import.meta.url);
const {poolSize} = Buffer;
Buffer.poolSize = 0;
const {UnicodeGraphemesAddon} =
  require('@xterm/addon-unicode-graphemes') as typeof import('@xterm/addon-unicode-graphemes');
Buffer.poolSize = poolSize;
const {Terminal} = require('@xterm/headless') as typeof import('@xterm/headless');

const esc = '\u001B';

/** What a terminal sends for a key; ctrl-a … ctrl-z come on top. */
const keys = {
  enter: '\r',
  tab: '\t',
  'shift-tab': `${esc}[Z`,
  esc,
  space: ' ',
  backspace: '\u007F',
  delete: `${esc}[3~`,
  up: `${esc}[A`,
  down: `${esc}[B`,
  right: `${esc}[C`,
  left: `${esc}[D`,
  home: `${esc}[H`,
  end: `${esc}[F`,
  'page-up': `${esc}[5~`,
  'page-down': `${esc}[6~`,
  'focus-in': `${esc}[I`,
  'focus-out': `${esc}[O`,
} as const;

type Letter =
  | ('a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j' | 'k' | 'l' | 'm')
  | ('n' | 'o' | 'p' | 'q' | 'r' | 's' | 't' | 'u' | 'v' | 'w' | 'x' | 'y' | 'z');
export type KeyName = keyof typeof keys | `ctrl-${Letter}`;

/** Shell words that start the program in a terminal opened on a shell. */
export const programLine = `'${process.execPath}' '${launcher}'`;

export interface TerminalOptions {
  /** 80 × 24 unless given. */
  readonly columns?: number;
  readonly rows?: number;
  /** The program's arguments. */
  readonly args?: readonly string[];
  /** Something else than the program, with its arguments. */
  readonly command?: readonly [string, ...string[]];
  /** Laid over the sandbox's environment (`program.ts`). */
  readonly env?: Env;
  readonly cwd?: string;
  /** Arguments for Node itself, before the program's. */
  readonly nodeArgs?: readonly string[];
}

/** How a cell is drawn. Colours: `default`, a palette number, or `#rrggbb`. */
export interface CellStyle {
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly inverse: boolean;
  readonly strikethrough: boolean;
  readonly foreground: string;
  readonly background: string;
}

export interface Exit {
  /** Exit status; 0 also when a signal ended it. */
  readonly code: number;
  /** Number of the signal that ended it. */
  readonly signal: number | undefined;
}

export type Condition = string | RegExp | (() => boolean);

export interface Screen {
  /** Lines of the visible screen, one a row, without trailing spaces. */
  lines(): string[];
  /** The visible screen as one text, without the empty rows at its end. */
  text(): string;
  /** One row from 0, without trailing spaces. */
  row(index: number): string;
  /** What scrolled off the top of the main screen, and the main screen itself. */
  history(): string[];
  /** The cell at a column and row from 0: its character ('' for the right half of a wide one) and how it is drawn. */
  cell(column: number, row: number): CellStyle & {readonly text: string; readonly width: number};
  /** How the first character of the first place is drawn where `text` stands on one row. Throws when it stands nowhere. */
  styleOf(text: string): CellStyle;
  /** Column and row of the cursor, from 0. */
  readonly cursor: {readonly column: number; readonly row: number};
  readonly isCursorVisible: boolean;
  readonly isAlternate: boolean;
  /** DEC private modes that are set: 25 cursor, 1049 alternate screen, 2004 bracketed paste, 1007 alternate scroll, … */
  readonly modes: ReadonlySet<number>;
  /** The window title last set; '' if none was. */
  readonly title: string;
  /** Addresses of all OSC 8 links written so far, in order. */
  readonly links: readonly string[];
  /** Texts put on the clipboard through OSC 52 so far, decoded. */
  readonly clipboard: readonly string[];
  /** Everything the program wrote so far, byte by byte. */
  output(): Buffer;
  readonly columns: number;
  readonly rows: number;
  readonly pid: number;
  /** The sandbox's home folder. */
  readonly home: string;
  /** How it ended, once all its output is on the screen. */
  readonly exit: Promise<Exit>;
  /**
   * Resolves as soon as the condition holds: a text that stands on the screen, a pattern that fits the screen's text, or a
   * predicate. Rejects after `timeout` milliseconds (10,000) or when the program ended without it, saying what the screen shows.
   */
  until(condition: Condition, options?: {readonly timeout?: number}): Promise<void>;
  /** Keys by name, or any single character, each written on its own. */
  press(...pressed: readonly (KeyName | (string & {}))[]): void;
  /** Writes text or bytes as they stand, in one write: a paste, a split escape sequence. */
  type(text: string | Uint8Array): void;
  resize(columns: number, rows: number): void;
  /** Sends a signal: `SIGTERM`, `SIGHUP`, … */
  kill(signal: NodeJS.Signals): void;
  /** Ends the program if it still runs, and removes its sandbox. */
  close(): Promise<void>;
}

const bytesOf = (key: string): string => {
  if (Object.hasOwn(keys, key)) return keys[key as keyof typeof keys];
  const control = /^ctrl-([a-z])$/.exec(key)?.[1];
  if (control) return String.fromCharCode(control.charCodeAt(0) - 96);
  if ([...key].length === 1) return key;
  throw new Error(`no such key: ${key}; use type() for text`);
};

const colorOf = (isDefault: boolean, isRgb: boolean, color: number): string => {
  if (isDefault) return 'default';
  return isRgb ? `#${color.toString(16).padStart(6, '0')}` : String(color);
};

const styleOfCell = (cell: IBufferCell): CellStyle => ({
  bold: cell.isBold() !== 0,
  dim: cell.isDim() !== 0,
  italic: cell.isItalic() !== 0,
  underline: cell.isUnderline() !== 0,
  inverse: cell.isInverse() !== 0,
  strikethrough: cell.isStrikethrough() !== 0,
  foreground: colorOf(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor()),
  background: colorOf(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor()),
});

/** What the program says beside what it draws: modes, title, links, clipboard. The emulator's own API lacks these. */
const listen = (emulator: Emulator) => {
  const heard = {modes: new Set([25]), title: '', links: [] as string[], clipboard: [] as string[]};
  const numbers = (params: (number | number[])[]) => params.flat();
  emulator.parser.registerCsiHandler({prefix: '?', final: 'h'}, params => {
    for (const mode of numbers(params)) heard.modes.add(mode);
    return false;
  });
  emulator.parser.registerCsiHandler({prefix: '?', final: 'l'}, params => {
    for (const mode of numbers(params)) heard.modes.delete(mode);
    return false;
  });
  emulator.parser.registerOscHandler(8, data => {
    const address = data.slice(data.indexOf(';') + 1);
    if (address !== '') heard.links.push(address);
    return false;
  });
  emulator.parser.registerOscHandler(52, data => {
    heard.clipboard.push(Buffer.from(data.slice(data.indexOf(';') + 1), 'base64').toString());
    return false;
  });
  emulator.onTitleChange(title => {
    heard.title = title;
  });
  return heard;
};

/** Starts the program, or `command`, in a pseudo-terminal of its own. */
export const openTerminal = (options: TerminalOptions = {}): Screen => {
  const {columns = 80, rows = 24, args = [], nodeArgs = []} = options;
  const sandbox = createSandbox(options.env);
  const emulator = new Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 5000});
  emulator.loadAddon(new UnicodeGraphemesAddon());
  const heard = listen(emulator);

  const [file, ...rest] = options.command ?? [process.execPath, ...nodeArgs, launcher, ...args];
  const pty = spawn(file, rest, {
    cols: columns,
    rows,
    cwd: options.cwd ?? projectRoot,
    env: sandbox.env,
    name: sandbox.env.TERM ?? 'xterm-256color',
    encoding: null,
  });

  const written: Buffer[] = [];
  const watchers = new Set<() => void>();
  let ended: Exit | undefined;
  const look = () => {
    for (const watcher of watchers) watcher();
  };

  pty.onData(data => {
    // With `encoding: null` it is a Buffer, whatever the declaration says.
    const chunk = Buffer.from(data as string | Uint8Array as Uint8Array);
    written.push(chunk);
    emulator.write(chunk, look);
  });
  // The emulator answers what a terminal is asked (cursor position, device attributes).
  emulator.onData(answer => {
    if (!ended) pty.write(answer);
  });
  const exit = new Promise<Exit>(resolve => {
    pty.onExit(({exitCode, signal}) => {
      // Behind everything that was written before, so the screen is complete when this resolves.
      emulator.write('', () => {
        ended = {code: exitCode, signal: signal || undefined};
        look();
        resolve(ended);
      });
    });
  });

  const rowText = (line: number) => emulator.buffer.active.getLine(line)?.translateToString(true) ?? '';
  const lines = () => Array.from({length: emulator.rows}, (_, row) => rowText(emulator.buffer.active.viewportY + row));
  const text = () => lines().join('\n').trimEnd();
  const cellAt = (column: number, row: number) => {
    const cell = emulator.buffer.active.getLine(emulator.buffer.active.viewportY + row)?.getCell(column);
    if (!cell) throw new Error(`no cell at column ${column}, row ${row}`);
    return cell;
  };
  const holds = (condition: Condition): boolean => {
    if (heard.modes.has(2026)) return false;
    if (typeof condition === 'function') return condition();
    return typeof condition === 'string' ? text().includes(condition) : condition.test(text());
  };
  const framed = () => [`┌${'─'.repeat(emulator.cols)}`, ...lines().map(line => `│${line}`)].join('\n');

  const screen: Screen = {
    lines,
    text,
    row: index => lines()[index] ?? '',
    history: () =>
      Array.from({length: emulator.buffer.normal.length}, (_, line) =>
        (emulator.buffer.normal.getLine(line)?.translateToString(true) ?? '').trimEnd(),
      ),
    cell: (column, row) => {
      const cell = cellAt(column, row);
      return {text: cell.getChars(), width: cell.getWidth(), ...styleOfCell(cell)};
    },
    styleOf: wanted => {
      for (const [row, line] of lines().entries()) {
        const index = line.indexOf(wanted);
        if (index === -1) continue;
        // From an index in the text to a column: cells hold whole graphemes, the right half of a wide one none.
        let column = 0;
        for (let passed = 0; passed < index; column++) passed += cellText(cellAt(column, row)).length;
        while (cellAt(column, row).getWidth() === 0) column++;
        return styleOfCell(cellAt(column, row));
      }
      throw new Error(`"${wanted}" is not on the screen:\n${framed()}`);
    },
    get cursor() {
      return {column: emulator.buffer.active.cursorX, row: emulator.buffer.active.cursorY};
    },
    get isCursorVisible() {
      return heard.modes.has(25);
    },
    get isAlternate() {
      return emulator.buffer.active.type === 'alternate';
    },
    modes: heard.modes,
    get title() {
      return heard.title;
    },
    links: heard.links,
    clipboard: heard.clipboard,
    output: () => Buffer.concat(written),
    get columns() {
      return emulator.cols;
    },
    get rows() {
      return emulator.rows;
    },
    pid: pty.pid,
    home: sandbox.home,
    exit,
    until: (condition, {timeout = 10_000} = {}) =>
      new Promise((resolve, reject) => {
        const settle = (finish: () => void) => {
          clearTimeout(timer);
          watchers.delete(watcher);
          finish();
        };
        const fail = (why: string) =>
          settle(() => reject(new Error(`${why} before ${describe(condition)}; the screen shows\n${framed()}`)));
        const watcher = () => {
          if (holds(condition)) settle(resolve);
          else if (ended) fail(`the program ended (${JSON.stringify(ended)})`);
        };
        const timer = setTimeout(() => fail(`${timeout} ms passed`), timeout);
        watchers.add(watcher);
        watcher();
      }),
    press: (...pressed) => {
      for (const key of pressed) pty.write(bytesOf(key));
    },
    // Bytes too, whatever the declaration says.
    type: typed => pty.write((typeof typed === 'string' ? typed : Buffer.from(typed)) as string),
    resize: (toColumns, toRows) => {
      emulator.resize(toColumns, toRows);
      pty.resize(toColumns, toRows);
    },
    kill: signal => {
      if (!ended) pty.kill(signal);
    },
    close: async () => {
      if (!ended) pty.kill('SIGKILL');
      await exit;
      emulator.dispose();
      sandbox.remove();
    },
  };
  if (TestRunner.getCurrentTest()) onTestFinished(screen.close);
  return screen;
};

const cellText = (cell: IBufferCell): string => (cell.getWidth() === 0 ? '' : cell.getChars() || ' ');

const describe = (condition: Condition): string =>
  typeof condition === 'function' ? `the condition held (${condition.toString().slice(0, 200)})` : String(condition);
