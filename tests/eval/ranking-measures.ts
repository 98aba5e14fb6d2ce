/** How good rankings are, by the measures of information retrieval. */

export interface RankingMeasures {
  readonly queries: number;
  /** Share of queries whose first answer is relevant. */
  readonly p1: number;
  /** Share of the relevant that is among the first five, averaged over the queries. */
  readonly r5: number;
  /** 1 / rank of the first relevant answer, 0 without one, averaged over the queries. */
  readonly mrr: number;
}

/** @param relevant for each query, what would be right; at least one each */
export const measureRanking = <Item>(
  relevant: ReadonlyMap<Item, ReadonlySet<Item>>,
  rank: (query: Item) => readonly Item[],
): RankingMeasures => {
  let [p1, r5, mrr] = [0, 0, 0];
  for (const [query, right] of relevant) {
    const hits = rank(query).map(item => right.has(item));
    const first = hits.indexOf(true);
    if (first === 0) p1++;
    if (first !== -1) mrr += 1 / (first + 1);
    r5 += hits.slice(0, 5).filter(Boolean).length / right.size;
  }
  const queries = relevant.size;
  const mean = (sum: number): number => (queries === 0 ? 0 : sum / queries);
  return {queries, p1: mean(p1), r5: mean(r5), mrr: mean(mrr)};
};
