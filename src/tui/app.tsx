/** The reader at work: keys in, frames out, until it is left. */
import {render} from 'ink';
import type {View} from '../core/config.ts';
import {type ExitCode, exitCodes} from '../core/errors.ts';
import {field} from '../core/sanitize.ts';
import {Screen} from './components/screen.tsx';
import {createEffects} from './effects.ts';
import type {ReaderLibrary} from './library.ts';
import type {ReaderMarks} from './marks.ts';
import type {ReaderServices} from './services.ts';
import {startState} from './start.ts';
import type {Event, Settings, Size, Step} from './state.ts';
import {step} from './step.ts';
import {createTerminal} from './terminal.ts';
import {update} from './update.ts';

/** Milliseconds between two looks at all files, at what another newsprint marked, and at the day. */
const refreshEvery = 60_000;

export interface ReaderOptions {
  readonly library: ReaderLibrary;
  readonly marks: ReaderMarks;
  /** Opened at once instead of the front page. */
  readonly position: number | undefined;
  readonly views: readonly View[];
  readonly settings: Settings;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly services: ReaderServices;
  /** For a screen reader: lines in reading order, nothing beside anything. */
  readonly isLinear: boolean;
}

/** Runs until the reader is left; the terminal is as it was before, however that happens. */
export const runReader = async ({
  library,
  marks,
  position,
  views,
  settings,
  stdin,
  stdout,
  services,
  isLinear,
}: ReaderOptions): Promise<ExitCode> => {
  const handlers = {
    onInput: (events: readonly Event[]) => dispatch(events),
    onResize: (size: Size) => dispatch([{type: 'resized', size}]),
  };
  const terminal = createTerminal(stdin, stdout, handlers, {isLinear});
  const forget = services.onExit(() => terminal.close());
  const unwatch = services.watchStops({
    stop: () => terminal.close(),
    resume: () => {
      // After a stop that could not be caught it is still open here, though no longer there.
      terminal.close();
      terminal.open();
      dispatch([{type: 'resized', size: terminal.size()}]);
    },
  });
  // Keys typed from here on wait in the stream until the first frame is there.
  terminal.open();
  const first = startState({library, marks, position, views, settings, size: terminal.size()});
  let {state} = first;

  const ink = render(<Screen state={state} />, {
    stdin,
    stdout: terminal.canvas,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
    isScreenReaderEnabled: isLinear,
  });
  let quit = () => {};
  const left = new Promise<void>((resolve, reject) => {
    quit = resolve;
    // Ink catches what a component throws; it comes out here.
    ink.waitUntilExit().then(() => resolve(), reject);
  });

  const runEffect = createEffects({
    terminal,
    services,
    state: () => state,
    dispatch: event => dispatch([event]),
    quit,
  });

  const settle = (step: Step) => {
    state = step.state;
    for (const effect of step.effects) runEffect(effect);
  };

  // All keys of one read make one frame: a held key must not queue frames.
  function dispatch(events: readonly Event[]): void {
    const before = state;
    for (const event of events) settle(update(state, event));
    if (state !== before) ink.rerender(<Screen state={state} />);
  }

  settle(first);
  const unlisten = services.library.listen({
    changed: (changed, found) => dispatch([{type: 'library-loaded', library: changed, marks: found}]),
    progressed: text => dispatch([{type: 'progressed', text}]),
    told: text => dispatch([{type: 'told', notice: {text: field(text), isError: true}}]),
  });
  const timer = setInterval(() => {
    settle(step(state, {type: 'refresh', isThorough: true}));
    const others = services.marks.changed(state.library);
    if (others !== undefined) dispatch([{type: 'marks-changed', marks: others}]);
    const now = services.now();
    if (now.toDateString() !== state.settings.today.toDateString()) dispatch([{type: 'day-began', today: now}]);
  }, refreshEvery);
  timer.unref();
  try {
    await left;
  } finally {
    clearInterval(timer);
    unlisten();
    terminal.close();
    ink.unmount();
    unwatch();
    forget();
  }
  return exitCodes.done;
};
