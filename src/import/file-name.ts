/** What the file of an imported article is called: `politics/2022-07-06-border-rules.md`, on every file system. */
import {parseDate} from '../core/dates.ts';
import type {ImportedArticle} from './imported-article.ts';

/** Bytes of a name, with its date and extension. */
const longestName = 80;

/** What Windows takes for a device, whatever its extension. */
const devices = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])$/;

/** Names with a meaning of their own in a library: `index` is the name of its folder. */
const reserved = /^index$/;

const encoder = new TextEncoder();

const byteLength = (text: string): number => encoder.encode(text).length;

/** Cut between words where that loses little, never within a character and its marks. */
const shortened = (slug: string, bytes: number): string => {
  if (byteLength(slug) <= bytes) return slug;
  let cut = slug.slice(0, bytes);
  while (byteLength(cut) > bytes) cut = cut.slice(0, -1);
  cut = cut.replace(/[\ud800-\udbff]$/, '');
  // A mark would be lost from the letter before the cut.
  if (/^\p{M}/u.test(slug.slice(cut.length))) cut = cut.replace(/\P{M}\p{M}*$/u, '');
  const hyphen = cut.lastIndexOf('-');
  return hyphen > cut.length / 2 && slug[cut.length] !== '-' ? cut.slice(0, hyphen) : cut.replace(/-+$/, '');
};

/**
 * Letters, digits and marks of any script in lower case, a hyphen between words.
 * @param bytes that it may have in UTF-8
 * @returns empty for a text without letters and digits
 */
export const slugOf = (text: string, bytes: number): string => {
  const words = text
    .slice(0, 4 * longestName)
    .normalize('NFC')
    .toLowerCase()
    // An apostrophe within a word is left out, not a gap.
    .replace(/(?<=[\p{L}\p{M}])['’ʼ](?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '')
    .normalize('NFC');
  const slug = shortened(words, bytes);
  return devices.test(slug) || reserved.test(slug) ? `${slug}-` : slug;
};

/** The folder of a section; empty where there is none. */
export const folderOfSection = (section: string | undefined): string => slugOf(section ?? '', longestName);

const extension = '.md';

/** `a.md`, `a-2.md`, `a-3.md`. @param base the name without its extension, at most so many bytes long */
function* numbered(base: (bytes: number) => string): Generator<string> {
  for (let number = 1; ; number++) {
    const ending = `${number === 1 ? '' : `-${number}`}${extension}`;
    yield base(longestName - byteLength(ending)) + ending;
  }
}

/**
 * Names for the file, the first that is free to be taken: `2022-07-06-border-rules.md`, then `2022-07-06-border-rules-2.md`.
 * The day is that of publication: readers take one in a name for it, so that of saving would not be true.
 */
export const fileNames = ({title, published}: Pick<ImportedArticle, 'title' | 'published'>): Generator<string> => {
  const date = parseDate(published ?? '')?.day;
  const prefix = date === undefined ? '' : `${date}-`;
  return numbered(bytes => prefix + (slugOf(title, bytes - byteLength(prefix)) || 'untitled'));
};

/** What some file system does not take, or hides. */
const unfit = /[\0-\x1f\x7f<>:"/\\|?*]|^[.\s]|[.\s]$/;

/**
 * The name that a Markdown file has, since others link to it by that, and then others like it.
 * @returns undefined for a name that is not good on every file system
 */
export const keptNames = (name: string): Generator<string> | undefined => {
  const base = name
    .slice(name.lastIndexOf('/') + 1)
    .replace(/\.(?:md|markdown|mdown|mkd|txt)$/i, '')
    .normalize('NFC');
  const isUnfit = base === '' || unfit.test(base) || devices.test(base.toLowerCase());
  return isUnfit || byteLength(base + extension) > longestName ? undefined : numbered(bytes => shortened(base, bytes));
};
