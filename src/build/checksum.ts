/** A checksum against damage, not against malice. Node's own CRC-32 is in zlib, which takes longer to load than this to run. */

// One round of MurmurHash3's mixing for each word. Each step is a bijection of the state for a given word and of the word
// for a given state, so a change within one word never goes unnoticed.
const mix = (state: number, word: number): number => {
  const mixed = Math.imul(state ^ word, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
};

/** @returns 32 bits, of the bytes and of how many there are */
export const checksum = (bytes: Uint8Array): number => {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >>> 2);
  let state = aligned.length | 0;
  for (let at = 0; at < words.length; at++) state = mix(state, words[at] as number);
  for (let at = words.length * 4; at < aligned.length; at++) state = mix(state, aligned[at] as number);
  return state >>> 0;
};
