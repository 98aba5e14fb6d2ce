import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {askingText, createProgressBar, withNotice} from '../../src/commands/progress.ts';

const erased = '\r\u001b[K';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A stderr that keeps what is written. */
const terminal = (facts: object = {isTTY: true, columns: 80}) => {
  const written: string[] = [];
  return {written, io: {stderr: {...facts, write: (text: string) => void written.push(text)} as never}};
};

describe('what is waited for', () => {
  const waiting = (io: Parameters<typeof withNotice>[1], text = 'asking example.org…') => {
    let finish = (_: string): void => {};
    const work = new Promise<string>(resolve => {
      finish = resolve;
    });
    return {finish, result: withNotice(text, io, () => work)};
  };

  test('is told when it takes longer than one waits in silence, and taken off in the end', async () => {
    const {written, io} = terminal();
    const {finish, result} = waiting(io);
    vi.advanceTimersByTime(499);
    expect(written).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(written).toEqual([`${erased}asking example.org…`]);
    finish('page');
    expect([await result, written.slice(1)]).toEqual(['page', [erased]]);
  });

  test.each([
    ['that is narrow', {isTTY: true, columns: 10}, `${erased}asking e…`],
    ['that nobody sized', {isTTY: true, columns: 0}, `${erased}asking example.org…`],
  ])('takes one line on a terminal %s', async (_, facts, shown) => {
    const {written, io} = terminal(facts);
    const {finish, result} = waiting(io);
    vi.advanceTimersByTime(500);
    expect(written).toEqual([shown]);
    finish('');
    await result;
  });

  test('is not told where work is quick, nor to what is no terminal', async () => {
    for (const [facts, time] of [
      [{isTTY: true, columns: 80}, 400],
      [{}, 5000],
    ] as const) {
      const {written, io} = terminal(facts);
      const {finish, result} = waiting(io);
      vi.advanceTimersByTime(time);
      finish('');
      await result;
      vi.advanceTimersByTime(5000);
      expect(written).toEqual([]);
    }
  });

  test('is a host, or what was written in its place', () => {
    expect(askingText(['https://example.org/a', 'https://example.org/b', 'localhost:80/feed', 'c.example/feed'])).toBe(
      'asking example.org, localhost:80/feed, c.example/feed…',
    );
  });
});

test('a bar is drawn of work that goes on, and not of work that is done', () => {
  const {written, io} = terminal();
  const bar = createProgressBar('importing', {...io, now: () => new Date()});
  vi.advanceTimersByTime(600);
  bar.show({done: 1, total: 1});
  expect(written).toEqual([]);
  bar.show({done: 1, total: 2});
  bar.hide();
  expect(written).toEqual([expect.stringContaining('1 of 2'), erased]);
});
