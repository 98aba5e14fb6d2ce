/** Long work between two keys. */
import {setImmediate as nextTurn} from 'node:timers/promises';

/** Milliseconds of work between two looks at the keys: below a frame of a 60 Hz screen. */
const sliceMs = 8;

export const inSlices = async (steps: Iterable<void>): Promise<void> => {
  let until = performance.now() + sliceMs;
  for (const _ of steps) {
    if (performance.now() < until) continue;
    await nextTurn();
    until = performance.now() + sliceMs;
  }
};
