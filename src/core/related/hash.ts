/** Texts as numbers of 32 bits, the same in every run: what is compared and stored in their place. */

/** Mixes all bits of a number into all others (the finalizer of MurmurHash3, Austin Appleby). */
export const mixed = (number: number): number => {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** @param seed another one gives another number for the same text */
export const hashOf = (text: string, seed = 0): number => {
  // FNV-1a by code units; its weak low bits are what `mixed` is for.
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mixed(hash);
};

/** A number of 53 bits for what must not be mistaken for another among millions. */
export const longHashOf = (text: string): number => hashOf(text) * 2 ** 21 + (hashOf(text, 1) >>> 11);
