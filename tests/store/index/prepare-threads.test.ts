import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {field} from '../../../src/core/sanitize.ts';
import type {PreparedArticle} from '../../../src/store/index/prepare.ts';
import {prepareInThreads} from '../../../src/store/index/prepare-threads.ts';
import {article} from '../../support/articles.ts';

const library = field('library');

/** Articles that say who prepared them. */
const preparedBy = (who: string, position: number): PreparedArticle => ({
  position,
  article: article(who),
  characters: 1,
  kept: [],
});

/** @param answer what the thread says to a list of files */
const threadThat = (answer: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'newsprint-threads-'));
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  const file = join(folder, 'thread.mjs');
  writeFileSync(
    file,
    `import {workerData} from 'node:worker_threads';
    const {port, answered} = workerData;
    port.on('message', files => {
      port.postMessage(${answer});
      Atomics.add(answered, 0, 1);
      Atomics.notify(answered, 0);
    });`,
  );
  return file;
};

const answering = `files.map(({position}) => ({position, article: {id: 'thread'}, characters: 1, kept: []}))`;

const prepared = (file: string, count: number, busy = 0) => {
  const positions = Array.from({length: count}, (_, position) => position);
  const prepare = prepareInThreads({
    threads: {file, busy},
    fileAt: position => ({
      ...{id: field(`${position}`), library, section: undefined},
      file: {path: `/${position}`, relativePath: `${position}`},
    }),
    // Some of them go alone.
    sizeAt: position => (position % 100 === 0 ? 300_000 : 5000),
    inPlace: function* (wanted) {
      for (const position of wanted) yield preparedBy('here', position);
    },
  });
  return [...prepare(positions)];
};

const by = (who: string, found: readonly (PreparedArticle | undefined)[]): number =>
  found.filter(one => one?.article.id === who).length;

const positionsOf = (found: readonly (PreparedArticle | undefined)[]): readonly number[] =>
  found.map(one => one?.position ?? -1).sort((a, b) => a - b);

const all = Array.from({length: 2000}, (_, position) => position);

test('threads prepare a library, each of its articles once', () => {
  const found = prepared(threadThat(answering), 2000);
  expect(positionsOf(found)).toEqual(all);
  expect(by('thread', found)).toBeGreaterThan(0);
});

test('what a thread cannot read is told of, and not tried again', () => {
  const found = prepared(threadThat('files.map(() => undefined)'), 2000);
  expect(found).toHaveLength(2000);
  expect(found.filter(one => one === undefined)).toHaveLength(2000 - by('here', found));
});

describe('without a thread that answers all are prepared in place', () => {
  test.each([
    ['one that fails at what it is given', () => threadThat('undefined')],
    ['one that cannot be started', () => ''],
    ['one that is not there', () => join(tmpdir(), 'newsprint-no-such-thread.mjs')],
  ])('%s', (_, file) => {
    const found = prepared(file(), 700, availableParallelism() - 1);
    expect(positionsOf(found)).toEqual(all.slice(0, 700));
    expect(by('here', found)).toBe(700);
  });

  test.each([
    ['a few articles', 100, 0],
    ['no processor to spare', 700, 1000],
  ])('%s', (_, count, busy) => {
    const found = prepared(threadThat(answering), count, busy);
    expect(positionsOf(found)).toEqual(all.slice(0, count));
    expect(by('here', found)).toBe(count);
  });
});

test('who stops early waits for no thread', () => {
  const steps = prepareInThreads({
    threads: {file: threadThat(answering), busy: 0},
    fileAt: position => ({
      ...{id: field(`${position}`), library, section: undefined},
      file: {path: `/${position}`, relativePath: `${position}`},
    }),
    sizeAt: () => 5000,
    inPlace: function* (wanted) {
      for (const position of wanted) yield preparedBy('here', position);
    },
  })(all);
  for (const one of steps) {
    expect(one?.position).toBeLessThan(2000);
    break;
  }
});
