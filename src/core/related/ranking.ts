/** The order of suggestions: what the editor listed, then what is linked, then what is about the same. */
import type {ArticleTerms} from './article-terms.ts';
import {bestFirst} from './best-first.ts';
import {placeState} from './documents.ts';
import {isSameStory, type Sketch} from './near-duplicates.ts';
import type {TermIndex} from './term-index.ts';
import {similaritiesTo} from './text-similarity.ts';

export type EditorReason = 'listed' | 'links-to' | 'linked-from';

/** What editors say belongs to an article, by identity, each in their order. */
export type EditorChoices = Readonly<Record<EditorReason, readonly number[]>>;

export const editorReasons: readonly EditorReason[] = ['listed', 'links-to', 'linked-from'];

export interface Ranked {
  /** Of the article in the index. */
  readonly place: number;
  /** See `RelatedArticle`. */
  readonly score: number;
  /** Why the editors chose it; empty when only the texts speak for it. */
  readonly chosen: ReadonlySet<EditorReason>;
}

export interface RankedLibrary {
  readonly index: TermIndex;
  /** For telling re-posts, see `near-duplicates.ts`. */
  sketchAt(place: number): Sketch;
}

/** Below this, texts have no more in common than any two of a language. */
const leastSimilarity = 0.02;

/** Scores of what is listed are above the first, of what is linked between both, of the rest below the second. */
const [listedFrom, linkedFrom] = [0.9, 0.7];

/** Squeezes 0…∞ into 0…1. */
const squeeze = (similarity: number): number => similarity / (similarity + 0.5);

interface Choice {
  /** 1 for the first that is listed, less for each after it, 0 for what is linked only. */
  listed: number;
  readonly reasons: Set<EditorReason>;
}

const choicesByPlace = (choices: EditorChoices | undefined, {documents}: TermIndex): ReadonlyMap<number, Choice> => {
  const byPlace = new Map<number, Choice>();
  for (const reason of choices === undefined ? [] : editorReasons) {
    for (const [order, identity] of (choices?.[reason] ?? []).entries()) {
      const place = documents.placeOf(identity);
      if (place === -1) continue;
      const known = byPlace.get(place) ?? {listed: 0, reasons: new Set()};
      if (reason === 'listed') known.listed = 1 / (1 + order);
      known.reasons.add(reason);
      byPlace.set(place, known);
    }
  }
  return byPlace;
};

const scoreOf = (similarity: number, choice: Choice | undefined): number => {
  const near = squeeze(similarity);
  if (choice === undefined) return near * linkedFrom;
  if (choice.listed > 0) return listedFrom + (1 - listedFrom) * choice.listed;
  return linkedFrom + (listedFrom - linkedFrom) * (0.5 * near + (choice.reasons.size > 1 ? 0.5 : 0));
};

const nothingChosen: ReadonlySet<EditorReason> = new Set();

/**
 * Best first, ends when it is not asked for more. A re-post of the article is left out whoever links to it: it offers
 * nothing to read on. So is one of what came before, unless an editor chose it.
 */
export function* rank(
  article: ArticleTerms,
  choices: EditorChoices | undefined,
  library: RankedLibrary,
): Generator<Ranked> {
  const {index, sketchAt} = library;
  const {identities, states} = index.documents;
  const scores = similaritiesTo(article, index);
  const chosen = choicesByPlace(choices, index);
  const found: number[] = [];
  for (let place = 0; place < scores.length; place++) {
    const similarity = scores[place] ?? 0;
    if (similarity < leastSimilarity && !chosen.has(place)) continue;
    if (states[place] !== placeState.visible || identities[place] === article.identity) continue;
    scores[place] = scoreOf(similarity, chosen.get(place));
    found.push(place);
  }
  const at = (column: Float64Array, place: number): number => column[place] ?? 0;
  const isBetter = (one: number, other: number): boolean =>
    at(scores, one) === at(scores, other)
      ? at(identities, one) < at(identities, other)
      : at(scores, one) > at(scores, other);
  const given: Sketch[] = [];
  for (const place of bestFirst(found, isBetter)) {
    const sketch = sketchAt(place);
    if (isSameStory(article.sketch, sketch)) continue;
    const reasons = chosen.get(place)?.reasons ?? nothingChosen;
    if (reasons.size === 0 && given.some(earlier => isSameStory(earlier, sketch))) continue;
    given.push(sketch);
    yield {place, score: at(scores, place), chosen: reasons};
  }
}
