import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type KeyBinding, rebind} from '../../src/core/key-bindings.ts';

const row = (action: string, keys: string, on: string, more: Partial<KeyBinding> = {}): KeyBinding => ({
  action,
  keys: [...keys],
  on: [...on],
  ...more,
});

/** `action keys places` of each row, and `action key winner places` of what was lost. */
const rebound = (table: readonly KeyBinding[], choices: Readonly<Record<string, string>>) => {
  const {rows, lost} = rebind(table, new Map(Object.entries(choices).map(([action, keys]) => [action, [...keys]])));
  return {
    rows: rows.map(({action, keys, on}) => `${action} ${keys.join('')} ${on.join('')}`),
    lost: lost.map(({action, key, winner, on}) => `${action} ${key} ${winner} ${on.join('')}`),
  };
};

const table = [row('up', 'k', 'AB'), row('open', 'lo', 'A'), row('close', 'hq', 'B', {keysOf: ['open']})];

test('a table without choices is as it was, with the keys of others', () => {
  expect(rebound(table, {})).toEqual({rows: ['up k AB', 'open lo A', 'close hqlo B'], lost: []});
});

test('chosen keys take the place of all keys; none take them away', () => {
  expect(rebound(table, {up: 'xy'}).rows).toEqual(['up xy AB', 'open lo A', 'close hqlo B']);
  expect(rebound(table, {up: ''}).rows).toEqual(['open lo A', 'close hqlo B']);
});

test('what was chosen wins, where both count only; the other keeps what it has elsewhere', () => {
  expect(rebound(table, {open: 'k'})).toEqual({
    rows: ['up k B', 'open k A', 'close hq B'],
    lost: ['up k open A'],
  });
});

test('of two that were chosen the first wins', () => {
  expect(rebound(table, {open: 'x', up: 'x'})).toEqual({
    rows: ['up x B', 'open x A', 'close hq B'],
    lost: ['up x open A'],
  });
});

test('rows of one action share what is chosen, and none loses to its own', () => {
  const twice = [row('half', 'D', 'AB'), row('half', 'd', 'B'), row('quit', 'q', 'A')];
  expect(rebound(twice, {half: 'x'})).toEqual({rows: ['half x AB', 'quit q A'], lost: []});
});

test('what cannot be taken stays', () => {
  const fixed = [row('quit', 'q', 'A', {always: ['c']}), row('open', 'o', 'A')];
  expect(rebound(fixed, {open: 'c', quit: ''})).toEqual({rows: ['quit c A'], lost: ['open c quit A']});
});

test('whatever is chosen, in each place a key belongs to one row', () => {
  const keys = fc.string({unit: fc.constantFrom(...'kloqhx'), maxLength: 3});
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('up', 'open', 'close'), keys), choices => {
      const {rows} = rebind(
        table,
        new Map(Object.entries(choices).map(([action, own]) => [action, [...new Set(own)]])),
      );
      for (const place of 'AB') {
        const bound = rows.filter(({on}) => on.includes(place)).flatMap(one => one.keys);
        expect(new Set(bound).size).toBe(bound.length);
      }
    }),
  );
});
