/** What a page says of its article in a sentence or two, where it says something: not its beginning again, nor what the site is. */
import {letters, lettersOnly, plainLetters} from './letters.ts';
import type {PageMetadata} from './metadata/metadata.ts';

const longest = 600;

/** Characters that tell: more than a few words that come again by chance. */
const telling = 50;

/** Characters of the text that count as its beginning: a sentence from farther down may well stand above it. */
const beginning = 1200;

/** A character that was cut, who owns it, when it was typed in: nobody wrote these for readers. */
const noSentence =
  /\ufffd|[©ⓒ]|\ball rights reserved\b|저작권|무단\s?전재|입력\s?[:：]|입력시간|^\s*(?:by|por|von|par)\s+\S+\s+\S+\s*$|^(?:https?:|www\.)/i;

/** What says what somebody is, behind a name. */
const isSomebody =
  /^[\s,]*(?:is|was|has|covers?|covered|writes|joined|started|works|worked|lives|es|é|est|ist|schreibt|arbeitet|escribe|escreve)\b/i;

const isAboutAuthor = (written: string, authors: readonly string[]): boolean =>
  authors.some(name => written.startsWith(name) && isSomebody.test(written.slice(name.length)));

/** Names of sites are a few words; with them, a sentence of the article would say more. */
const longestOfSite = 60;

const isAboutSite = (written: string, {site = '', address = '', title = ''}: PageMetadata): boolean => {
  if (written.length > longestOfSite) return false;
  const said = plainLetters(written);
  const host = URL.canParse(address) ? new URL(address).hostname.split('.') : [];
  const names = [plainLetters(site), ...host.map(plainLetters)].filter(name => name.length >= 6);
  return names.some(
    name => said.includes(name) && !plainLetters(title).includes(name) && said.length < name.length * 2.5,
  );
};

/** Words by which a site speaks of itself. */
const ofSite =
  /\b(?:online|web|news|internet)[- ]?(?:portal|site|page|platform)\b|\b(?:the )?(?:latest|breaking|top) (?:\S+ ){0,3}(?:news|headlines|stories)\b[^.]*\b(?:from|in|on|about|and|across)\b|\b(?:official (?:site|website)|your (?:source|home) (?:for|of))\b|\b(?:portal de not[ií]cias|sitio oficial|site oficial|toutes? l.actualité|alle nachrichten|aktuelle nachrichten aus)\b/i;

/** Whether nothing in it is of the article: none of its longer words is one of the title. */
const isOfNoArticle = (written: string, title: string): boolean => {
  const words = new Set(
    letters(title)
      .split(' ')
      .filter(word => word.length > 3),
  );
  return !letters(written)
    .split(' ')
    .some(word => words.has(word));
};

/** `Example News, all that moves the valley`: the name first, then what the site is. */
const beginsWithSite = (written: string, {site = ''}: PageMetadata): boolean =>
  site.length > 3 && written.startsWith(site) && /^\s*(?:[,:|–—-]|$)/.test(written.slice(site.length));

/** Whether it is the beginning of the text, or a piece from its beginning, cut. */
const isOfText = (written: string, start: string): boolean => {
  const said = lettersOnly(written);
  return start.startsWith(said.slice(0, telling)) || (said.length > 100 && start.includes(said.slice(25, 90)));
};

/** The first of those that pages offer that says something of its own. */
export const standfirstOf = (metadata: PageMetadata, plain: string): string | undefined => {
  const {standfirsts, title = '', authors} = metadata;
  const start = lettersOnly(plain.slice(0, beginning));
  return standfirsts.find(
    written =>
      letters(written) !== '' &&
      written.length <= longest &&
      !noSentence.test(written) &&
      !letters(written).includes(letters(title) || '\n') &&
      !isOfText(written, start) &&
      !isAboutAuthor(written, authors) &&
      !isAboutSite(written, metadata) &&
      !((ofSite.test(written) || beginsWithSite(written, metadata)) && isOfNoArticle(written, title)),
  );
};
