/**
 * EUC-KR as the Web means it (encoding.spec.whatwg.org § 13.1): with the syllables that Windows-949 added, which Node's own
 * decoder of that name does not know. It takes them apart, and an ASCII letter with them.
 */
import {late} from '../core/late.ts';

const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;

/** Second bytes of what was added: ASCII's letters, then bytes up to the end, or up to the old code where that has the rest. */
const trailsUpTo = (last: number): readonly number[] => [
  ...Array.from({length: 26}, (_, at) => 0x41 + at),
  ...Array.from({length: 26}, (_, at) => 0x61 + at),
  ...Array.from({length: last - 0x80}, (_, at) => 0x81 + at),
];

/**
 * What was added by its two bytes as one number: all syllables that the old code lacks, in their order, over the free
 * places in theirs.
 */
const addedSyllables = late((): ReadonlyMap<number, string> => {
  const decoder = new TextDecoder('euc-kr');
  const known = new Set<string>();
  for (let lead = 0xb0; lead <= 0xc8; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) known.add(decoder.decode(Uint8Array.of(lead, trail)));
  }
  const added = new Map<number, string>();
  let code = firstSyllable;
  for (let lead = 0x81; lead <= 0xc6; lead++) {
    for (const trail of trailsUpTo(lead < 0xa1 ? 0xfe : 0xa0)) {
      while (code <= lastSyllable && known.has(String.fromCharCode(code))) code++;
      if (code > lastSyllable) return added;
      added.set((lead << 8) | trail, String.fromCharCode(code++));
    }
  }
  return added;
});

export const decodeKorean = (bytes: Uint8Array): string => {
  const added = addedSyllables();
  const decoder = new TextDecoder('euc-kr');
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const syllable = added.get((lead << 8) | (bytes[at + 1] ?? 0));
    if (syllable !== undefined) {
      pieces.push(decoder.decode(bytes.subarray(from, at)), syllable);
      from = at + 2;
    }
    // The second byte of a pair may look like the first one of another.
    if (syllable !== undefined || (lead >= 0xa1 && (bytes[at + 1] ?? 0) >= 0xa1)) at++;
  }
  pieces.push(decoder.decode(bytes.subarray(from)));
  return pieces.join('');
};
