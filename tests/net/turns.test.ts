import {describe, expect, test} from 'vitest';
import {createTurns, type TurnLimits} from '../../src/net/turns.ts';

/** Work that ends when it is told to, and notes when it began. */
const createOffice = (limits?: TurnLimits) => {
  const takeTurn = createTurns(limits);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (name: string): Promise<string> =>
    takeTurn(name.slice(0, 1), async () => {
      begun.push(name);
      await new Promise<void>(end => ends.set(name, end));
      if (name.endsWith('!')) throw new Error(name);
      return name;
    });
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await new Promise(setImmediate);
  };
  return {ask, begun, end};
};

const settled = () => new Promise(setImmediate);

describe('turns', () => {
  test('are given to eight at once, and to two a host', async () => {
    const {ask, begun} = createOffice();
    for (const host of 'abcdefgh') for (const number of [1, 2, 3]) void ask(`${host}${number}`);
    await settled();
    expect(begun).toEqual(['a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'd1', 'd2']);
  });

  test('come in the order in which they were asked for, but a busy host keeps nobody else waiting', async () => {
    const {ask, begun, end} = createOffice({most: 3, mostAtHost: 2});
    for (const name of ['a1', 'a2', 'a3', 'b1', 'a4', 'c1']) void ask(name);
    await settled();
    expect(begun).toEqual(['a1', 'a2', 'b1']);
    await end('b1');
    expect(begun.at(-1)).toBe('c1');
    await end('a2');
    expect(begun.at(-1)).toBe('a3');
    await end('a1');
    expect(begun.at(-1)).toBe('a4');
  });

  test('are given back by work that fails', async () => {
    const {ask, begun, end} = createOffice({most: 1, mostAtHost: 1});
    const failing = ask('a!');
    const next = ask('a2');
    await settled();
    await Promise.all([end('a!'), expect(failing).rejects.toThrow('a!')]);
    expect(begun).toEqual(['a!', 'a2']);
    await end('a2');
    await expect(next).resolves.toBe('a2');
  });
});
