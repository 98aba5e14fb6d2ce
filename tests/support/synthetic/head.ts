/** What an article's front matter is about, and where its file is: worked out from its number, so that others can link to it. */
import {type Kind, kinds, malformed} from './front-matter.ts';
import {createRandom, type Random} from './random.ts';
import {days, sections, type Topic} from './topics.ts';
import {capitalised, hostOf, vocabularyOf} from './vocabulary.ts';

export interface Head {
  readonly topic: Topic;
  readonly kind: Kind;
  readonly title: string;
  readonly standfirst: string;
  readonly authors: readonly string[];
  readonly source: {readonly name: string; readonly url: string};
  readonly published: Date;
  readonly tags: readonly string[];
  readonly hasImage: boolean;
  readonly isDraft: boolean;
  /** Below the library, `/` between segments. */
  readonly path: string;
}

/** Which articles are something special: one of a hundred each. */
export const isDraft = (index: number): boolean => index % 100 === 37;
export const isMalformed = (index: number): boolean => index % 100 === 83;
/** The text of the article seven before it, brought by somebody else. */
export const isRepost = (index: number): boolean => index % 100 === 61;
/** The number of the article that has the text first. */
export const originalOf = (index: number): number => (isRepost(index) ? index - 7 : index);

const dayLength = 86_400_000;
const firstDay = Date.UTC(2015, 0, 1);

/** Within a year or so of the topic's own day, at a full minute. */
const dateIn = (topic: Topic, random: Random): Date => {
  const spread = (random.next() + random.next() + random.next() - 1.5) * 500;
  const day = Math.min(days - 1, Math.max(0, Math.round(topic.day + spread)));
  return new Date(firstDay + day * dayLength + random.below(1440) * 60_000);
};

const titleOf = (topic: Topic, random: Random): string => {
  const vocabulary = vocabularyOf(topic.language);
  const count = 4 + random.below(5);
  const words = Array.from({length: count}, () =>
    random.chance(0.4) ? random.pick(topic.words) : (vocabulary[random.rank(vocabulary.length)] as string),
  );
  if (random.chance(0.6)) words[random.below(count)] = random.pick(topic.names);
  return capitalised(words.join(topic.language.gap));
};

const slugOf = (title: string): string => [...title.toLowerCase().replaceAll(' ', '-')].slice(0, 48).join('');

/** Folders deep enough that one holds tens to hundreds of files. */
const folderOf = (section: string, [year, month]: readonly string[], articles: number): string => {
  const name = section.toLowerCase().replaceAll(' ', '-');
  if (articles > sections.length * 120 * 20) return `${name}/${year}/${month}`;
  return articles > sections.length * 10 * 10 ? `${name}/${year}` : name;
};

const kindOf = (index: number, random: Random): Kind => {
  // What hides a draft is said in its front matter, and what is malformed has one.
  if (isDraft(index)) return kinds.yaml;
  return isMalformed(index) ? malformed : random.pickByShare(Object.values(kinds));
};

export interface Setting {
  readonly seed: number;
  readonly articles: number;
  /** Of the article with this number. */
  topic(index: number): Topic;
}

export const headOf = (index: number, {seed, articles, topic: topicAt}: Setting): Head => {
  const original = originalOf(index);
  const topic = topicAt(original);
  const text = createRandom(seed, 6, original);
  const own = createRandom(seed, 7, index);
  const title = titleOf(topic, text);
  const standfirst = titleOf(topic, text);
  const date = dateIn(topic, text);
  const kind = kindOf(index, own);
  const published = index === original ? date : new Date(date.getTime() + 2 * dayLength);
  // Sources turn up more than once: there are as many as a reader may follow.
  const host = hostOf(own.rank(80));
  const slug = `${slugOf(title)}-${index}`;
  const day = published.toISOString().slice(0, 10);
  return {
    topic,
    kind,
    title,
    standfirst,
    authors: Array.from({length: 1 + own.below(2)}, (_, n) => topic.authors[n] as string),
    source: {name: `The ${capitalised(host.replace('.example', ''))}`, url: `https://${host}/${day}/${index}`},
    published,
    tags: topic.tags.slice(0, 2 + own.below(4)),
    hasImage: own.chance(0.4),
    isDraft: isDraft(index),
    path: `${folderOf(topic.section, day.split('-'), articles)}/${kind.hasDatedName ? `${day}-` : ''}${slug}.md`,
  };
};
