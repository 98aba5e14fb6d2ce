import {expect, test} from 'vitest';
import {createUntriedNames} from '../../../src/commands/importing/untried-names.ts';
import {fileNames} from '../../../src/import/file-name.ts';

test('a thousand articles of one title have names of their own, and try few that are taken', () => {
  const untried = createUntriedNames();
  const taken = new Set<string>(['a.md', 'a-2.md']);
  let tries = 0;
  for (let article = 0; article < 1000; article++) {
    for (const name of untried('/library', fileNames({title: 'A'}))) {
      tries++;
      if (taken.has(name)) continue;
      taken.add(name);
      break;
    }
  }
  expect(taken.size).toBe(1002);
  expect([...taken].slice(0, 5)).toEqual(['a.md', 'a-2.md', 'a-3.md', 'a-4.md', 'a-5.md']);
  expect(tries).toBeLessThan(1010);
});

test('what was tried in one folder is free in another, and for another title', () => {
  const untried = createUntriedNames();
  const first = (folder: string, title: string) =>
    [...Array(3)].map(() => [...head(untried(folder, fileNames({title})))]);
  expect(first('/one', 'A')).toEqual([['a.md'], ['a.md'], ['a.md']]);
  expect([...head(untried('/one', fileNames({title: 'A'})), 3)]).toEqual(['a.md', 'a-2.md', 'a-3.md']);
  expect(first('/one', 'A')[0]).toEqual(['a-4.md']);
  expect(first('/two', 'A')[0]).toEqual(['a.md']);
  expect(first('/one', 'B')[0]).toEqual(['b.md']);
});

function* head(names: Iterable<string>, count = 1): Generator<string> {
  let given = 0;
  for (const name of names) {
    yield name;
    if (++given >= count) return;
  }
}
