/**
 * How much each article of an index is about the same as a given one. The weight of a term in the given article is
 * (1 + ln count) · ln(1 + N / number of articles with it), in the others 1 + ln count, and theirs are scaled to length 1:
 * `lnc.ltc` (Salton & Buckley 1988). So what an article weighs does not change when others come or go, and nothing of it
 * has to be computed again. Where the figures come from: `npm run eval`.
 */
import type {ArticleTerms} from './article-terms.ts';
import {languageNumber} from './documents.ts';
import {createRarity} from './rarity.ts';
import {isInTitle, termWeights} from './term-counter.ts';
import type {Found, TermIndex} from './term-index.ts';
import {createTitleCoverage} from './title-coverage.ts';

/** A title that is wholly covered makes a similarity three times as large… */
const titleBonus = 2;
/** …having appeared on the same day half as large again, and this many days apart a third (1/e) of that. */
const dateBonus = 0.5;
const dateReach = 180;
/** Another language than the article's: half. */
const otherLanguage = 0.5;

/** Of a long article, the terms that stand there most often are compared, and of those that stand there once, what comes first. */
const mostTerms = 500;
/** So many postings are read for an answer, in bytes; in a large library the most common terms, which tell little, are left out for it. */
const mostPostings = 150_000;

const day = 86_400_000;

/** Parts of the terms, in ascending order of their numbers. */
const chosenTerms = ({terms, codes}: ArticleTerms): {readonly terms: Uint32Array; readonly codes: Uint8Array} => {
  let chosen = Array.from(terms.keys());
  if (chosen.length > mostTerms) {
    // Stable: what comes first, as the title does, is kept before what comes later.
    chosen.sort((a, b) => (codes[b] ?? 0) - (codes[a] ?? 0));
    chosen = chosen.slice(0, mostTerms);
  }
  chosen.sort((a, b) => (terms[a] ?? 0) - (terms[b] ?? 0));
  return {
    terms: Uint32Array.from(chosen, i => terms[i] ?? 0),
    codes: Uint8Array.from(chosen, i => codes[i] ?? 0),
  };
};

/** The size above which a term is left out. */
const largestOf = (found: readonly Found[]): number => {
  const sizes = Uint32Array.from(found, ({size}) => size).sort();
  let sum = 0;
  for (const size of sizes) {
    sum += size;
    if (sum > mostPostings) return size - 1;
  }
  return Number.POSITIVE_INFINITY;
};

/**
 * @returns for every place of the index: 0 when nothing is shared, without upper bound, mostly below 1. That of the
 * article itself is meaningless.
 */
export const similaritiesTo = (article: ArticleTerms, index: TermIndex): Float64Array => {
  const {documents} = index;
  const {terms, codes} = chosenTerms(article);
  const found = index.find(terms);
  const largest = largestOf(found);
  const own = documents.placeOf(article.identity);
  const sums = new Float64Array(documents.size);
  const titles = createTitleCoverage(documents, languageNumber(article.language));
  let ownSum = 0;
  for (let i = 0; i < terms.length; i++) {
    const one = found[i];
    if (one === undefined || one.size > largest) continue;
    const code = codes[i] ?? 0;
    const postings = index.read(one);
    const rarity = createRarity(documents, postings);
    if (isInTitle(code)) titles.noteOurs(postings, rarity);
    if (postings.size === 0) continue;
    const ourWeight = termWeights[code] ?? 0;
    const weight = ourWeight * Math.log(1 + documents.visible / postings.size);
    // What nobody else has makes the article no less like others.
    if (postings.size > (own === -1 ? 0 : 1)) ownSum += weight * ourWeight;
    for (let at = 0; at < postings.size; at++) {
      const place = postings.documents[at] ?? 0;
      const theirCode = postings.codes[at] ?? 0;
      sums[place] = (sums[place] ?? 0) + weight * (termWeights[theirCode] ?? 0);
      if (isInTitle(theirCode)) titles.noteTheirs(place, rarity);
    }
  }
  const scale = ownSum === 0 ? 0 : article.length / ownSum;
  const language = languageNumber(article.language);
  for (let place = 0; place < sums.length; place++) {
    const sum = sums[place] ?? 0;
    if (sum === 0) continue;
    const apart = Math.abs(article.time - (documents.times[place] ?? Number.NaN));
    const nearness = Number.isNaN(apart) ? 0 : Math.exp(-apart / (dateReach * day));
    const theirLanguage = documents.languages[place] ?? 0;
    const isForeign = language !== 0 && theirLanguage !== 0 && language !== theirLanguage;
    sums[place] =
      ((sum * scale) / (documents.lengths[place] ?? 1)) *
      (1 + titleBonus * titles.of(place) ** 2) *
      (1 + dateBonus * nearness) *
      (isForeign ? otherLanguage : 1);
  }
  return sums;
};
