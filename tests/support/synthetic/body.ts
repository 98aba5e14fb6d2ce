/** The text of an article: sentences of a vocabulary that follows Zipf's law, in the shapes that Markdown has for them. */
import type {Random} from './random.ts';
import type {Topic} from './topics.ts';
import {capitalised, madeUpWord, vocabularyOf} from './vocabulary.ts';

export interface BodyOptions {
  readonly topic: Topic;
  readonly random: Random;
  /** About how long, in bytes. */
  readonly bytes: number;
  /** Words and phrases to put somewhere in it. */
  readonly planted: readonly string[];
  /** A link to another article, as Markdown, around or beside the words. */
  link(words: string): string;
}

interface Voice {
  readonly topic: Topic;
  readonly random: Random;
  readonly vocabulary: readonly string[];
  link(words: string): string;
}

const word = ({topic, random, vocabulary}: Voice): string => {
  const kind = random.next();
  if (kind < 0.07) return topic.words[random.rank(topic.words.length)] as string;
  if (kind < 0.095) return topic.names[random.rank(topic.names.length)] as string;
  // A vocabulary never ends: every text has words that no other has.
  if (kind < 0.099) return madeUpWord(topic.language, random, 3);
  return vocabulary[random.rank(vocabulary.length)] as string;
};

const wordsOf = (voice: Voice, count: number): string[] => {
  const words: string[] = [];
  while (words.length < count) words.push(word(voice));
  return words;
};

const sentence = (voice: Voice, planted?: string): string => {
  const {random, topic} = voice;
  const {gap, stop} = topic.language;
  const words = wordsOf(voice, 6 + random.below(20));
  const at = random.below(words.length);
  // Spaces around it where the language has none, too: it is a word of its own.
  if (planted !== undefined) words[at] = gap === '' ? ` ${planted} ` : planted;
  else if (random.chance(0.06)) words[at] = voice.link(wordsOf(voice, 2).join(gap));
  else if (random.chance(0.05)) words[at] = `*${words[at]}*`;
  else if (random.chance(0.4) && gap === ' ') words[at] += ',';
  return capitalised(words.join(gap).replace(/,$/, '')) + stop;
};

const paragraph = (voice: Voice): string =>
  Array.from({length: 2 + voice.random.below(5)}, () => sentence(voice))
    .join('')
    .trimEnd();

const phrase = (voice: Voice, count: number): string =>
  capitalised(wordsOf(voice, count).join(voice.topic.language.gap));

const shapes: readonly {readonly share: number; readonly write: (voice: Voice) => string}[] = [
  {share: 76, write: paragraph},
  {share: 10, write: voice => `## ${phrase(voice, 4)}`},
  {share: 6, write: voice => Array.from({length: 4}, () => `- ${phrase(voice, 7)}`).join('\n')},
  {share: 5, write: voice => `> ${paragraph(voice)}`},
  {share: 3, write: voice => `![${phrase(voice, 5)}](images/picture-${voice.random.below(1000)}.jpg)`},
];

const block = (voice: Voice): string => voice.random.pickByShare(shapes).write(voice);

/** @returns Markdown without front matter: a paragraph first, a newline last */
export const writeBody = ({topic, random, bytes, planted, link}: BodyOptions): string => {
  const voice = {topic, random, link, vocabulary: vocabularyOf(topic.language)};
  const blocks = [paragraph(voice)];
  const length = bytes / topic.language.weight;
  for (let written = blocks[0]?.length ?? 0; written < length; written += blocks.at(-1)?.length ?? 0) {
    blocks.push(block(voice));
  }
  for (const text of planted) blocks.splice(random.below(blocks.length + 1), 0, sentence(voice, text).trimEnd());
  return `${blocks.join('\n\n')}\n`;
};
