/** Texts as numbers of 32 bits, the same in every run: what is compared and stored in their place. */

/** Mixes all bits of a number into all others (the finalizer of MurmurHash3, Austin Appleby). */
export const mixed = (number: number): number => {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** A hash of no code units yet, before `withUnit` takes them in and `mixed` makes an end. */
export const emptyHash = 0x811c9dc5;

/** FNV-1a by code units; its weak low bits are what `mixed` is for. */
export const withUnit = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** @param seed another one gives another number for the same text */
export const hashOf = (text: string, seed = 0): number => {
  let hash = emptyHash ^ seed;
  for (let i = 0; i < text.length; i++) hash = withUnit(hash, text.charCodeAt(i));
  return mixed(hash);
};

/** A number of 53 bits for what must not be mistaken for another among millions. */
export const longHashOf = (text: string): number => hashOf(text) * 2 ** 21 + (hashOf(text, 1) >>> 11);
