/** Timed frames of Ink, without a program around them. */
import {EventEmitter} from 'node:events';
import type {State} from '../../src/tui/state.ts';
import {update} from '../../src/tui/update.ts';

export const frameSize = {columns: 120, rows: 40} as const;

/** A place for Ink to draw to, which tells when it did. */
const createCanvas = () => {
  let drawn = (): void => {};
  const canvas = Object.assign(new EventEmitter(), {
    ...frameSize,
    isTTY: true,
    writable: true,
    write: () => {
      drawn();
      return true;
    },
  });
  return {canvas: canvas as unknown as NodeJS.WriteStream, next: () => new Promise<void>(resolve => (drawn = resolve))};
};

/** Milliseconds from a change to its frame, for each of many changes. */
const timeFrames = async (steps: readonly (() => React.ReactElement)[]): Promise<number[]> => {
  const {render, Text} = await import('ink');
  const {canvas, next} = createCanvas();
  const ink = render(<Text> </Text>, {stdout: canvas, debug: true, patchConsole: false, exitOnCtrlC: false});
  const times: number[] = [];
  for (const make of steps) {
    const start = performance.now();
    const frame = next();
    ink.rerender(make());
    await frame;
    times.push(performance.now() - start);
  }
  ink.unmount();
  return times;
};

/** Milliseconds for frames of 39 lines that nothing had to be worked out for. */
export const timeStillFrames = async (count: number): Promise<number[]> => {
  const {Lines} = await import('../../src/tui/components/lines.tsx');
  // Numbered, or Ink would see that there is nothing to draw.
  const page = (number: number) => () => (
    <Lines
      lines={Array.from({length: 39}, (_, i) => `${number} ${'a still line of text '.repeat(4)}${i}`)}
      width={frameSize.columns}
    />
  );
  return timeFrames(Array.from({length: count}, (_, i) => page(i)));
};

/** Milliseconds from a key to its frame, for so many keys of a script that begins again and again. */
export const timeKeys = async (start: State, script: readonly string[], count: number): Promise<number[]> => {
  const {Screen} = await import('../../src/tui/components/screen.tsx');
  let state = start;
  const press = (key: string) => () => {
    ({state} = update(state, {type: 'key', key}));
    return <Screen state={state} />;
  };
  return timeFrames(Array.from({length: count}, (_, i) => press(script[i % script.length] ?? 'j')));
};
