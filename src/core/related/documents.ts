/** What is known of the documents of an index besides their terms: columns of numbers, so that 100,000 are looked through in a moment. */
import type {TermsHead} from './article-terms.ts';
import {hashOf} from './hash.ts';

/** Rows of numbers, one after the other: for keeping. The order of the fields is that of `packDocument`. */
export type PackedDocuments = Float64Array;

export const packedFields = 7;

/** @param row where the document is found again; @param isHidden it may be linked to, but takes no part otherwise */
export const packDocument = (head: TermsHead, {row, isHidden}: {row: number; isHidden: boolean}): readonly number[] => [
  head.identity,
  row,
  head.length,
  languageNumber(head.language),
  head.time,
  head.titleTerms,
  isHidden ? 1 : 0,
];

export const languageNumber = (language: string): number => (language === '' ? 0 : hashOf(language) || 1);

/** What is at a place of an index, as its number in `states`. */
export const placeState = {removed: 0, visible: 1, hidden: 2} as const;

export interface Documents {
  /** How many places there are, from 0 up. */
  readonly size: number;
  /** How many of them hold a document that is not hidden. */
  readonly visible: number;
  readonly removed: number;
  readonly states: Uint8Array;
  readonly identities: Float64Array;
  readonly rows: Float64Array;
  readonly lengths: Float64Array;
  /** See `languageNumber`. */
  readonly languages: Uint32Array;
  readonly times: Float64Array;
  readonly titleTerms: Float64Array;
  /** How many visible ones there are of a language. */
  countIn(language: number): number;
  /** Where the visible document with an identity is, -1 where there is none. */
  placeOf(identity: number): number;
}

/** @param removed their places */
export const createDocuments = (packs: readonly PackedDocuments[], removed: readonly number[] = []): Documents => {
  const size = packs.reduce((sum, pack) => sum + pack.length / packedFields, 0);
  const column = () => new Float64Array(size);
  const [identities, rows, lengths, times, titleTerms] = [column(), column(), column(), column(), column()];
  const languages = new Uint32Array(size);
  const states = new Uint8Array(size);
  let place = 0;
  for (const pack of packs) {
    for (let at = 0; at < pack.length; at += packedFields) {
      identities[place] = pack[at] ?? 0;
      rows[place] = pack[at + 1] ?? 0;
      lengths[place] = pack[at + 2] ?? 1;
      languages[place] = pack[at + 3] ?? 0;
      times[place] = pack[at + 4] ?? Number.NaN;
      titleTerms[place] = pack[at + 5] ?? 0;
      states[place++] = pack[at + 6] === 1 ? placeState.hidden : placeState.visible;
    }
  }
  for (const one of removed) states[one] = placeState.removed;
  const counts = new Map<number, number>();
  let visible = 0;
  for (let one = 0; one < size; one++) {
    if (states[one] !== placeState.visible) continue;
    visible++;
    const language = languages[one] ?? 0;
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return {
    size,
    visible,
    removed: removed.length,
    states,
    identities,
    rows,
    lengths,
    languages,
    times,
    titleTerms,
    countIn: language => counts.get(language) ?? 0,
    placeOf: identity => {
      // What was removed may have come back at another place.
      let found = identities.indexOf(identity);
      while (found !== -1 && states[found] !== placeState.visible) found = identities.indexOf(identity, found + 1);
      return found;
    },
  };
};
