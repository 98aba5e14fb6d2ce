/**
 * Libraries of any size with text like that of real ones, for measuring and for tests of what depends on size:
 *
 *     const paths = writeLibrary(folder, {articles: 10_000});
 *
 * The same options make the same files. What stands in them how often is said in `synthetic/planted.ts`, which of them are
 * drafts, malformed or told twice in `synthetic/head.ts`.
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import {join, posix} from 'node:path';
import {writeBody} from './synthetic/body.ts';
import {type Head, headOf, originalOf, type Setting} from './synthetic/head.ts';
import {plantedIn} from './synthetic/planted.ts';
import {createRandom} from './synthetic/random.ts';
import {type Topic, topicOf} from './synthetic/topics.ts';

export {isDraft, isMalformed, isRepost} from './synthetic/head.ts';
export {isPlantedIn, type Planted, planted} from './synthetic/planted.ts';

export interface SyntheticOptions {
  readonly articles: number;
  /** Another number is another library. */
  readonly seed?: number;
  /** How long a file is on average. */
  readonly bytes?: number;
}

export interface SyntheticArticle {
  /** Below the library, `/` between segments. */
  readonly path: string;
  readonly text: string;
}

/** About so many articles are about the same thing. */
const topicSize = 40;

/** What front matter takes of the bytes of a file. */
const headBytes = 350;

/** Topics of many articles and of few. */
const topicFinder = (seed: number, articles: number): ((index: number) => Topic) => {
  const topics = new Map<number, Topic>();
  const count = Math.max(12, Math.round(articles / topicSize));
  return index => {
    const number = Math.floor(count * createRandom(seed, 8, index).next() ** 1.4);
    const topic = topics.get(number) ?? topicOf(seed, number);
    topics.set(number, topic);
    return topic;
  };
};

const linkTo = (from: Head, to: Head, words: string): string =>
  from.kind.linksBy === 'name'
    ? `[[${posix.basename(to.path, '.md')}|${words}]]`
    : `[${words}](${encodeURI(posix.relative(posix.dirname(from.path), to.path))})`;

/** @returns what makes the article with a number below `articles` */
export const createSynthetic = (options: SyntheticOptions): ((index: number) => SyntheticArticle) => {
  const {articles, seed = 1, bytes = 5_000} = options;
  const topic = topicFinder(seed, articles);
  const setting: Setting = {seed, articles, topic};
  return index => {
    const head = headOf(index, setting);
    const random = createRandom(seed, 9, originalOf(index));
    const body = writeBody({
      topic: head.topic,
      random,
      bytes: Math.max(0, bytes * (0.3 + 1.2 * random.next()) - headBytes),
      planted: plantedIn(index),
      link: words => linkTo(head, headOf(random.below(articles), setting), words),
    });
    return {path: head.path, text: head.kind.write(head) + body};
  };
};

/**
 * Writes the library into a folder, which is made where it is missing.
 * @returns the paths of its files below the folder, by the numbers of their articles
 */
export const writeLibrary = (folder: string, options: SyntheticOptions): readonly string[] => {
  const articleAt = createSynthetic(options);
  const made = new Set<string>();
  return Array.from({length: options.articles}, (_, index) => {
    const {path, text} = articleAt(index);
    const parent = posix.dirname(path);
    if (!made.has(parent)) mkdirSync(join(folder, parent), {recursive: true});
    made.add(parent);
    writeFileSync(join(folder, path), text);
    return path;
  });
};
