/** Texts compared by what they say: letters and digits, without case, marks and space. */

export const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** Whether both say the same, and anything at all. */
export const saysSame = (one: string, other: string): boolean => letters(one) !== '' && letters(one) === letters(other);

/** The same without the spaces: names in addresses have none. */
export const lettersOnly = (text: string): string => letters(text).replaceAll(' ', '');

/** And without accents, which names in addresses lack, too. */
export const plainLetters = (text: string): string =>
  lettersOnly(text.normalize('NFKD').replace(/(?<=\p{Script=Latin})\p{M}+/gu, ''));
