/** The order of suggestions: what the editor listed, then what is linked, then what is about the same. */
import type {Article} from '../article.ts';
import type {ResolveLink} from '../links.ts';
import {createEditorLinks, type EditorLinks, identityOf} from './editor-links.ts';
import {isSameStory} from './near-duplicates.ts';
import {buildTextSimilarity, type TextSimilarity} from './text-similarity.ts';

export type EditorReason = 'listed' | 'links-to' | 'linked-from';

export interface Ranked {
  readonly article: Article;
  /** See `RelatedArticle`. */
  readonly score: number;
  /** Why the editors chose it; empty when only the texts speak for it. */
  readonly chosen: ReadonlySet<EditorReason>;
}

export interface Ranking {
  /** Best first, ends when it is not asked for more. Re-posts of the article or of what came before are left out, hidden articles too. */
  ranked(article: Article): Iterable<Ranked>;
  readonly texts: TextSimilarity;
  /** Does the reading that the first question needs, an article at a time; a question in between does the rest. */
  prepare(): Iterable<void>;
}

export interface RankingOptions {
  readonly resolveLink: ResolveLink;
  /** False ranks by text alone. */
  readonly useExplicitLinks: boolean;
}

/** Below this, texts have no more in common than any two of a language. */
const leastSimilarity = 0.02;

/** Scores of what is listed are above the first, of what is linked between both, of the rest below the second. */
const [listedFrom, linkedFrom] = [0.9, 0.7];

/** Squeezes 0…∞ into 0…1. */
const squeeze = (similarity: number): number => similarity / (similarity + 0.5);

const reasonsFor = (article: Article, links: EditorLinks): Map<string, {listed: number; chosen: Set<EditorReason>}> => {
  const reasons = new Map<string, {listed: number; chosen: Set<EditorReason>}>();
  const note = (others: readonly Article[], reason: EditorReason) => {
    for (const [place, other] of others.entries()) {
      const key = identityOf(other);
      const known = reasons.get(key) ?? {listed: 0, chosen: new Set()};
      if (reason === 'listed') known.listed = 1 / (1 + place);
      known.chosen.add(reason);
      reasons.set(key, known);
    }
  };
  note(links.listedBy(article), 'listed');
  note(links.linkedFrom(article), 'links-to');
  note(links.linkingTo(article), 'linked-from');
  return reasons;
};

const nothingChosen: ReadonlySet<EditorReason> = new Set();

/** Reads the articles at the first question. */
export const createRanking = (
  articles: readonly Article[],
  {resolveLink, useExplicitLinks}: RankingOptions,
): Ranking => {
  const visible = articles.filter(({isHidden}) => !isHidden);
  const identities = visible.map(identityOf);
  const links = useExplicitLinks ? createEditorLinks(visible, resolveLink) : undefined;
  let built: TextSimilarity | undefined;
  const building = buildTextSimilarity(visible);
  const buildMore = (): boolean => {
    const step = building.next();
    if (step.done) built ??= step.value;
    return step.done ?? false;
  };
  const texts = (): TextSimilarity => {
    while (built === undefined) buildMore();
    return built;
  };

  const candidates = (article: Article) => {
    const similarities = texts().similarities(article);
    const reasons = links === undefined ? new Map() : reasonsFor(article, links);
    const own = identityOf(article);
    const found: (Ranked & {readonly place: number})[] = [];
    for (const [place, other] of visible.entries()) {
      const key = identities[place] ?? '';
      const similarity = similarities[place] ?? 0;
      const reason = reasons.get(key);
      if (key === own || (reason === undefined && similarity < leastSimilarity)) continue;
      const near = squeeze(similarity);
      const score =
        reason === undefined
          ? near * linkedFrom
          : reason.listed > 0
            ? listedFrom + (1 - listedFrom) * reason.listed
            : linkedFrom + (listedFrom - linkedFrom) * (0.5 * near + (reason.chosen.size > 1 ? 0.5 : 0));
      found.push({article: other, place, score, chosen: reason?.chosen ?? nothingChosen});
    }
    return found.sort((a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1));
  };

  return {
    get texts() {
      return texts();
    },
    *prepare() {
      while (built === undefined && !buildMore()) yield;
    },
    *ranked(article) {
      const given = [texts().sketchOf(article)];
      for (const candidate of candidates(article)) {
        const sketch = texts().sketchAt(candidate.place);
        if (candidate.chosen.size === 0 && given.some(earlier => isSameStory(earlier, sketch))) continue;
        given.push(sketch);
        yield candidate;
      }
    },
  };
};
