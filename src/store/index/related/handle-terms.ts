/** What articles are called and what links call them, kept among their terms: so the one is found by the other as texts are by words. */
import {hashOf} from '../../../core/related/hash.ts';
import type {Terms} from '../../../core/related/term-counter.ts';

/** The term of articles that may be called so, see `core/links/handles.ts`. */
export const calledSo = (handle: string): number => hashOf(`called ${handle}`, 2);
/** The term of articles with a link that may call others so. */
export const pointingSo = (handle: string): number => hashOf(`pointing ${handle}`, 2);

/** As if it stood once in the text. */
const code = 2;

/** @param own the terms of a text, undefined when it is not to be found by them */
export const termsWithHandles = (
  own: Terms | undefined,
  called: ReadonlySet<string>,
  pointing: ReadonlySet<string>,
): Terms => {
  const ownCount = own?.terms.length ?? 0;
  const terms = new Uint32Array(ownCount + called.size + pointing.size);
  const codes = new Uint8Array(terms.length).fill(code);
  if (own !== undefined) {
    terms.set(own.terms);
    codes.set(own.codes);
  }
  let at = ownCount;
  for (const handle of called) terms[at++] = calledSo(handle);
  for (const handle of pointing) terms[at++] = pointingSo(handle);
  return {terms, codes};
};
