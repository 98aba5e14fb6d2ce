/** Addresses in the place of articles and files. */

export const isAddress = (text: string): boolean => /^https?:\/\//i.test(text);
