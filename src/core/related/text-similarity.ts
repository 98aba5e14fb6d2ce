/** How much each article of a library is about the same as a given one. Where the figures come from: `npm run eval`. */
import {type Article, articleDate} from '../article.ts';
import {type ArticleWords, readArticle} from './article-words.ts';
import {type Sketch, sketchOf} from './near-duplicates.ts';
import {createRarity} from './rarity.ts';
import {buildTermIndex} from './term-index.ts';
import {createTitleCoverage} from './title-coverage.ts';
import {createVocabulary} from './vocabulary.ts';

/** A title that is wholly covered makes a similarity three times as large… */
const titleBonus = 2;
/** …having appeared on the same day half as large again, and this many days apart a third (1/e) of that. */
const dateBonus = 0.5;
const dateReach = 180;
/** Another language than the article's: half. */
const otherLanguage = 0.5;

/** Articles speak of the same things: few texts are asked for more than once, but those often. */
const rememberedRarities = 20_000;

const day = 86_400_000;

export interface TextSimilarity {
  /** For every article, in the order given: 0 when nothing is shared, without upper bound, mostly below 1. Its own is meaningless. */
  similarities(article: Article): Float32Array;
  /** How rare a text of a few words is among the articles of a language: as rare as its rarest part. 0: all have it, or none. */
  rarityOf(text: string, article: Article): number;
  /** For telling re-posts, see `near-duplicates.ts`. */
  sketchAt(place: number): Sketch;
  sketchOf(article: Article): Sketch;
}

const languageOf = ({lang}: Article): string => (lang ?? '').toLowerCase().replace(/[-_](?!han[st]).*$/, '');

/** Reads all the articles: about a third of a millisecond each. Yields after every one, so that a reader can look at its keys meanwhile. */
export function* buildTextSimilarity(articles: readonly Article[]): Generator<void, TextSimilarity> {
  const vocabulary = createVocabulary();
  const read: ArticleWords[] = [];
  for (const article of articles) {
    read.push(readArticle(article, vocabulary.learn));
    yield;
  }
  const index = yield* buildTermIndex(
    read.map(({all}) => all),
    vocabulary.size,
  );
  const languages = articles.map(languageOf);
  const rarityOfTerm = createRarity(index, languages);
  const titles = createTitleCoverage(
    index,
    read.map(({title}) => title),
    languages,
    rarityOfTerm,
  );
  const sketches: Sketch[] = [];
  for (const {body} of read) {
    sketches.push(sketchOf(body));
    yield;
  }
  const rarities = new Map<string, number>();
  const times = articles.map(article => articleDate(article)?.time);

  return {
    similarities: article => {
      const {title, all} = readArticle(article, vocabulary.read);
      const language = languageOf(article);
      const time = articleDate(article)?.time;
      const vector = index.vectorOf(all);
      const coverages = titles.coverages(title, language, vector);
      return index.cosines(vector).map((cosine, place) => {
        const coverage = coverages[place] ?? 0;
        const theirTime = times[place];
        const theirLanguage = languages[place] ?? '';
        const nearness =
          time === undefined || theirTime === undefined ? 0 : Math.exp(-Math.abs(time - theirTime) / (dateReach * day));
        const isForeign = language !== '' && theirLanguage !== '' && language !== theirLanguage;
        return cosine * (1 + titleBonus * coverage ** 2) * (1 + dateBonus * nearness) * (isForeign ? otherLanguage : 1);
      });
    },
    rarityOf: (text, article) => {
      const language = languageOf(article);
      const key = `${language} ${text}`;
      const rarity =
        rarities.get(key) ??
        index.termsOf(vocabulary.read(text)).reduce((most, term) => Math.max(most, rarityOfTerm(term, language)), 0);
      if (rarities.size >= rememberedRarities) rarities.clear();
      rarities.set(key, rarity);
      return rarity;
    },
    sketchAt: place => sketches[place] ?? sketchOf(new Int32Array()),
    sketchOf: article => sketchOf(readArticle(article, vocabulary.read).body),
  };
}
