/** Headlines without the name of the site that pages put beside them. */
import {letters, lettersOnly} from '../letters.ts';

export interface SiteNames {
  /** What the site calls itself. */
  readonly site?: string | undefined;
  /** `www.example.org` */
  readonly host?: string | undefined;
}

/** What stands between the parts of a title, the part after it in the same match. */
const separator = /\s+[|｜–—\-·•»«›:/]+\s+|\s*[|｜]\s*/;

/** Whether it is nothing but the name of the site. */
export const isSite = (part: string, {site = '', host = ''}: SiteNames): boolean => {
  const name = lettersOnly(part);
  const hostParts = host.split('.').filter(label => label.length > 2 && label !== 'www');
  const names = [
    lettersOnly(site),
    lettersOnly(host.replace(/^www\./, '')),
    ...hostParts.slice(0, -1).map(lettersOnly),
  ];
  return (
    name !== '' &&
    names.some(other => other !== '' && (name === other || name === `the${other}` || other === `the${name}`))
  );
};

interface Part {
  readonly from: number;
  readonly to: number;
}

const partsOf = (title: string): readonly Part[] => {
  const parts: Part[] = [];
  let from = 0;
  for (const {0: found, index} of title.matchAll(new RegExp(separator, 'g'))) {
    parts.push({from, to: index});
    from = index + found.length;
  }
  return [...parts, {from, to: title.length}];
};

/** The parts of a title that has several, each of more than one word. */
const wordyParts = (title: string): readonly string[] => {
  const parts = partsOf(title);
  return parts.length < 2 ? [] : parts.map(({from, to}) => title.slice(from, to)).filter(part => wordCount(part) > 1);
};

/**
 * Of a page without a heading, the part of its title that stands in bold on it, where only one does: that is the headline,
 * and the others name the site.
 * @param bold texts of the page
 */
export const boldPart = (pageTitle: string, bold: readonly string[]): string | undefined => {
  const said = new Set(bold.map(letters));
  const shown = wordyParts(pageTitle).filter(part => said.has(letters(part)));
  return shown.length === 1 ? shown[0] : undefined;
};

const wordCount = (text: string): number => letters(text).split(' ').length;

/**
 * @param headings of the page, which hold no site's name
 * @param isPageTitle it is the page's `<title>`, which mostly ends in the site's name, whatever that is
 */
export const cleanTitle = (
  written: string,
  names: SiteNames,
  {headings, isPageTitle}: {headings: readonly string[]; isPageTitle: boolean},
): string => {
  const title = written.replace(/\s+/g, ' ').trim();
  const parts = partsOf(title);
  let [first, last] = [0, parts.length - 1];
  const text = (index: number) => title.slice(parts[index]?.from, parts[index]?.to);
  const joined = () => title.slice(parts[first]?.from, parts[last]?.to);
  const heading = headings.find(one => wordCount(one) > 1 && parts.length > 1 && letters(title).includes(letters(one)));
  if (heading !== undefined && isPageTitle) return heading;
  while (last > first && isSite(text(last), names)) last--;
  while (last > first && isSite(text(first), names)) first++;
  if (isPageTitle && last > first && last === parts.length - 1 && wordCount(text(last)) <= 4) {
    const without = title.slice(parts[first]?.from, parts[last - 1]?.to);
    if (wordCount(without) >= 3 || /[\u2e80-\u9fff]/.test(without)) return without;
  }
  return joined();
};

/** Without what the site says of itself behind its name: `Example | News for everybody`. */
export const siteName = (written: string): string =>
  written.split(/\s+[|｜–—·•»]\s+|\s*[|｜]\s*/)[0]?.trim() || written;

/** Whether titles have a word in common; without spaces between words, whether one holds the other. */
const shareWord = (one: string, other: string): boolean => {
  const words = new Set(letters(other).split(' '));
  return (
    letters(one)
      .split(' ')
      .some(word => words.has(word)) || lettersOnly(other).includes(lettersOnly(one))
  );
};

/** Words of a name of a site that a page has for its title everywhere. */
const mostOfName = 3;

/**
 * A short title beside much longer ones that know nothing of it, or that stands only at the end of the page's own, is the
 * name of the site: templates say it of every page.
 */
const isForAllPages = (title: string, pageTitle: string, others: readonly string[]): boolean => {
  const longer = others.filter(other => letters(other).length >= letters(title).length * 2);
  if (wordCount(title) > mostOfName || longer.length === 0) return false;
  const parts = partsOf(pageTitle);
  const last = parts.length > 1 ? pageTitle.slice(parts.at(-1)?.from) : '';
  return (last !== '' && lettersOnly(last) === lettersOnly(title)) || !longer.some(other => shareWord(title, other));
};

/** @param titles clean, best first */
export const bestTitle = (
  titles: readonly string[],
  {headings, pageTitle, names}: {headings: readonly string[]; pageTitle: string; names: SiteNames},
): string | undefined => {
  const found = titles.filter(title => title !== '' && !isSite(title, names));
  const own = found.find(title => !isForAllPages(title, pageTitle, [...found, ...headings]));
  return own ?? found[0] ?? titles.find(Boolean);
};
