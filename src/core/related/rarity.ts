/** How much a term tells among the articles of a language. In a handful of translations everything would be rare otherwise. */
import type {Documents} from './documents.ts';
import type {Postings} from './term-index.ts';

/** As in BM25 (Robertson & Zaragoza 2009), never negative: 0 for what all have, nearly ln of their number for what one has. */
const rarityAmong = (total: number, having: number): number =>
  Math.log(1 + Math.max(0, total - having + 0.5) / (having + 0.5));

const countIn = (language: number, {languages}: Documents, {size, documents}: Postings): number => {
  let count = 0;
  for (let i = 0; i < size; i++) if (languages[documents[i] ?? 0] === language) count++;
  return count;
};

/** How rare a term is among the documents of a language (see `languageNumber`), what none has as what one has; of a language that nobody writes, among all. */
export type Rarity = (language: number) => number;

/** Good as long as the postings are. */
export const createRarity = (documents: Documents, postings: Postings): Rarity => {
  const known = new Map<number, number>();
  return language => {
    let rarity = known.get(language);
    if (rarity !== undefined) return rarity;
    const total = documents.countIn(language) || documents.visible;
    const having = total === documents.visible ? postings.size : countIn(language, documents, postings);
    rarity = rarityAmong(total, Math.max(1, having));
    known.set(language, rarity);
    return rarity;
  };
};
