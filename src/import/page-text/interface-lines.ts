/** Telling a page's own words from an article's, by the tables in `interface-phrases.ts`. */
import {late} from '../../core/late.ts';
import {fold} from '../../core/tokens.ts';
import {
  boxHeadings,
  endHeadings,
  interfaceLines,
  interfaceOpenings,
  pageNotices,
  unspacedOpenings,
} from './interface-phrases.ts';

const listed = (text: string): string[] => text.split('|').flatMap(phrase => phrase.trim() || []);

const tables = late(() => {
  const lines = listed(Object.values(interfaceLines).join('|'));
  return {
    lines: new Set(lines),
    words: new Set(lines.filter(phrase => !phrase.includes(' '))),
    calls: new Set(listed([interfaceLines.share, interfaceLines.account].join('|'))),
    boxes: new Set(listed(boxHeadings)),
    ends: new Set(listed(endHeadings)),
    openings: new Set(listed(interfaceOpenings)),
    unspacedOpenings: listed(unspacedOpenings),
    notices: new RegExp(listed(pageNotices).join('|')),
  };
});

/** Longer lines are compared by their beginning. */
const longest = 400;

/** A line as the tables have it: folded, its words only, counts at either end gone. `(42) Comments` → `comments`. */
export const phraseOf = (line: string): string =>
  fold(line.slice(0, longest))
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .replace(/^[\d ]+(?:k )?(?=\p{L})|(?<=\p{L}) [\d ]+$/gu, '')
    .trim();

const longestPhrase = 48;
const longestOpening = 4;
const mostButtons = 12;

/** Whether a line's whole text is that of a button, a menu entry or a notice, or of several buttons: `Share Tweet Submit`. */
export const isInterfaceLine = (phrase: string): boolean => {
  if (phrase.length <= longestPhrase && tables().lines.has(phrase)) return true;
  if (phrase.length > 160 || !phrase.includes(' ')) return false;
  const end = phrase.indexOf(' ');
  if (!tables().words.has(phrase.slice(0, end)) && !/^\d/.test(phrase)) return false;
  const words = phrase.split(' ');
  return words.length <= mostButtons && words.every(word => tables().words.has(word) || /^\d+$/.test(word));
};

/** Whether it is a button that only pages have: to share, to subscribe, to log in. */
export const isCallOfPage = (phrase: string): boolean =>
  tables().calls.has(phrase) || (phrase.includes(' ') && phrase.split(' ', 2).every(word => tables().calls.has(word)));

/** Whether it is the heading of a box beside or behind the article. */
export const isBoxHeading = (phrase: string): boolean => phrase.length <= longestPhrase && tables().boxes.has(phrase);

const commentsOn =
  /^(?:\d{1,5}|one|un|uno|um|ein|eine)\s+(?:thoughts?|comments?|responses?|repl(?:y|ies)|comentarios?|comentários?|respuestas?|respostas?|commentaires?|réponses?|gedanken?|kommentare?|antworten?|pensier[io]|commenti|reacties?|kommentarer?)\s+(?:on|to|en|a|sobre|em|sur|à|zu|auf|su|op|till|til)\s/iu;

/** Whether it heads the comments by what they are on, as blogs do: `10 thoughts on “The wall”`. */
export const headsComments = (line: string): boolean => line.length <= longest && commentsOn.test(line);

const aboutAuthor =
  /^(?:[Aa]bout|ABOUT|[Ss]obre|[Aa]cerca de|[Üü]ber|[ÀàAa] propos de|[Oo]ver|[Oo]m|[Cc]hi è)\s+\p{Lu}\p{L}+(?:\s\p{Lu}[\p{L}.]*){1,2}$/u;

/** Whether it heads the life of somebody: `About Ann Lee`. */
export const headsAuthor = (line: string): boolean => line.length <= 60 && aboutAuthor.test(line);

/** Whether it is the heading of what can only come after the article. */
export const isEndHeading = (phrase: string): boolean => phrase.length <= longestPhrase && tables().ends.has(phrase);

/** Whether it begins like a call to do something on the page. */
export const hasInterfaceOpening = (line: string, phrase: string): boolean => {
  let end = 0;
  for (let words = 0; words < longestOpening && end >= 0; words++) {
    end = phrase.indexOf(' ', end + 1);
    if (tables().openings.has(end < 0 ? phrase : phrase.slice(0, end))) return true;
  }
  return tables().unspacedOpenings.some(opening => line.startsWith(opening));
};

/** Whether a page's notice is in it: on its owner's rights, its cookies, its newsletters. */
export const hasNotice = (phrase: string): boolean => tables().notices.test(phrase);

const cookieOpening =
  /^(?:we|this|our|by|the site|to give|to provide|necessary|nosotros|utilizamos|usamos|este|esta|nous|ce site|en |wir|diese|unsere|um |utilizziamo|questo)\b.*\bcookies?\b/;
const manyCookies = /\bcookies?\b.*\bcookies?\b.*\bcookies?\b/;

/** Whether it is a site's word on its cookies, however long. */
export const isCookieNotice = (phrase: string): boolean =>
  phrase.includes('cookie') && (cookieOpening.test(phrase) || manyCookies.test(phrase));

/** Whether it is a page's last line: whose it is. */
export const isCopyright = (line: string): boolean =>
  /^(?:copyright )?(?:©|ⓒ|\(c\)) ?(?:19|20)\d\d|^copyright\b|all rights reserved/i.test(line.slice(0, longest));

/** Whether a button's text has the name of its icon before it, which fonts of icons draw: `chevron_left Back`. */
export const hasIcon = (line: string): boolean => /^[a-z]{2,16}(?:_[a-z\d]{1,16}){1,4}(?=\s|$)/.test(line);
