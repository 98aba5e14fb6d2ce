/**
 * The program of `damaged.test.ts`: opens one damaged index after the other and asks it, then has it made anew and asks
 * again. Prints each round before it begins and what came of it, so that the one is known that ended the process:
 * `node damaged-rounds.ts <library> <cache> <first round> <last round>`.
 */
import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {LibraryIndex} from '../../../src/core/library-index.ts';
import {parseQuery} from '../../../src/core/query.ts';
import {field} from '../../../src/core/sanitize.ts';
import {forgetIndex, openLibraryIndex} from '../../../src/store/index/open-library.ts';
import {articleAt} from '../../../src/store/listing/article-at.ts';
import {openListing} from '../../../src/store/listing/open.ts';
import {createRandom} from '../../support/synthetic/random.ts';

const [library = '', cacheFolder = '', first = '', last = ''] = process.argv.slice(2);

const ended = <Result>(steps: Generator<unknown, Result>): Result => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

const options = {cacheFolder, version: '1', now: Date.now};
const {listing} = ended(openListing([{name: field('library'), path: library}], options));

const ask = (index: LibraryIndex): string => {
  const context = {now: new Date(2024, 1, 1), isRead: () => false, isStarred: () => false};
  const matching = index.matching(parseQuery('the'), context);
  const asked = [0, 50, 100, 200, 300].flatMap(position => articleAt(listing, position) ?? []);
  return JSON.stringify([
    matching.length,
    index.summaries(matching).map(({id}) => id),
    index.ranked(parseQuery('the of'), context).positions.length,
    asked.map(article => index.relatedTo(article, 5).map(({article: {id}, reasons}) => [id, reasons])),
    asked.map(article => index.moreInSection(article, 5).map(({id}) => id)),
    asked.map(article => index.linkedBy(article).map(({id}) => id)),
    index.names.allNames({}).map(({key, text, articles}) => [key, text, articles]),
    [0, 50, 100].map(position => index.names.namesIn(position)),
  ]);
};

const opened = <Result>(work: (index: LibraryIndex) => Result): Result => {
  const {index, close} = ended(openLibraryIndex(listing, options));
  try {
    return work(index);
  } finally {
    close();
  }
};

const right = opened(ask);
const databases = () => readdirSync(cacheFolder).filter(name => /\.db(?:-wal|-shm)?$/.test(name));
const sound = databases().map(name => ({name, content: readFileSync(join(cacheFolder, name))}));

for (let round = Number(first); round <= Number(last); round++) {
  process.stdout.write(`${round} `);
  const random = createRandom(round);
  for (const name of databases()) rmSync(join(cacheFolder, name));
  for (const {name, content} of sound) {
    const damaged = Buffer.from(content);
    for (let places = 1 + random.below(200); places > 0; places--) {
      const at = random.below(damaged.length);
      for (let n = 0; n < 16 && at + n < damaged.length; n++) damaged[at + n] = random.below(256);
    }
    writeFileSync(join(cacheFolder, name), damaged);
  }
  let outcome: string;
  try {
    outcome = opened(ask) === right ? 'right' : 'wrong';
  } catch (error) {
    outcome = error instanceof Error ? 'error' : 'thrown';
  }
  forgetIndex(listing.libraries, options);
  process.stdout.write(`${outcome} ${opened(ask) === right ? 'repaired' : 'broken'}\n`);
}
