/**
 * What stands around an article on its page and is told by its markup: navigation, share bars, newsletters, comments,
 * teasers. It is taken out before the main text is looked for. What holds much of the page's text stays, whatever it is called.
 */
import {classOf, type HtmlDocument, type HtmlElement, isElement} from './dom.ts';
import {isOutOfSight} from './elements.ts';
import {proseLength, textLengths} from './text-blocks.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const elements = words('nav aside footer dialog menu');
const roles = words(
  'navigation complementary banner contentinfo search dialog alert alertdialog menu menubar toolbar tablist tooltip',
);

/** Words that classes and ids are made of, any of which tells. */
const tellingWords = words(`
  share sharing shares sharedaddy addthis addtoany sociable socials
  newsletters signup optin
  recommendation recommendations recirc recirculation readmore yarpp
  outbrain taboola zergnet revcontent teads dfp advertisement advertising advertorial
  promo promos promobox sponsored sponsor
  consent gdpr
  crumbs pagination pager paging
  disqus livefyre fbcomments respond
  trending popular mostread mostviewed
  toolbar tooltip sidebar sidenav navigation navbar
  compartir compartilhar teilen partager condividi relacionada relacionadas relacionado relacionados
  publicidad publicidade publicite anuncio anuncios werbung anzeige anzeigen
  comentarios kommentare commentaires migas boletin
`);

/** The same run together with what they are: `sharebuttons`, `relatedposts`, `adslot`. */
const joinedWord =
  /^(?:share|social|related|newsletter|comments?|cookies?|adverts?|breadcrumbs?|recommended|ads(?=.)|ad(?=.))(?:media|this|bar|box|block|button|icon|link|tool|widget|list|post|article|stor(?:y|ies)|content|section|form|area|banner|notice|consent|nav|container|wrapper|signup|slot|unit|label|space|zone|bygoogle|sense)*s?$/;

/** A whole name, where it is too short a word to tell within another. */
const adName = /^(?:js-)?ads?$/i;

/** After one of these, a word says what is not there or what stands beside. */
const relating = words('no not non has with without hide is');

/** Names of what an article is about. */
const topicName = /^(?:category|cat|tag|topic|term|keyword|channel)-/i;

/** Words of parts that are small where they are what the word says, and anything where they are not. */
const smallWords = words(`
  byline bylines authorbox authorbio timestamp pubdate
  standfirst dek subtitle subheadline strapline
  subscribe subscription subscriptions popup modal
  skip print printonly noprint screenreader
`);

/** Words that tell only side by side: `author-bio`, `most_popular`; of small parts, too. */
const tellingPairs = words(`
  author-bio author-box author-info author-card about-author about-the author-name author-byline article-author post-author entry-author
  read-more read-next read-also see-also more-on more-from more-stories up-next next-post previous-post post-navigation nav-links
  click-to tweet-this follow-us join-us sign-up call-to
  article-meta post-meta entry-meta article-info post-info entry-footer post-footer article-footer entry-tags post-tags article-tags tag-list tags-list tag-links cat-links entry-categories
  article-date post-date entry-date publish-date published-date date-published
  most-read most-viewed most-popular
  ad-slot ad-unit ad-wrapper ad-container ad-label ad-banner ad-block ad-box ad-space ad-zone ad-placeholder google-ad
  image-credit photo-credit
  screen-reader print-only no-print
  sub-title sub-headline
  reading-time read-time time-reading
  overlay-title player-title video-title
  print-header print-footer
`);

const split = (name: string): readonly string[] =>
  name
    .slice(0, 1000)
    .replace(/([a-z])(?=[A-Z])/g, '$1-')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);

const isTellingName = (name: string, isSmall: boolean): boolean => {
  if (adName.test(name)) return true;
  if (topicName.test(name)) return false;
  const parts = split(name);
  return parts.some((part, index) => {
    const before = parts[index - 1] ?? '';
    if (relating.has(before)) return false;
    const tells = tellingWords.has(part) || joinedWord.test(part);
    return tells || (isSmall && (smallWords.has(part) || tellingPairs.has(`${before}-${part}`)));
  });
};

/** The class names and the id, each by itself: a word counts with those of its own name only. */
const namesOf = (element: HtmlElement): readonly string[] =>
  [...classOf(element).split(/\s+/), element.getAttribute('id') ?? ''].filter(Boolean);

const smallText = 800;

/** An attribution below a quotation is a footer, too. */
const isElementOfPage = ({localName, parentNode}: HtmlElement): boolean =>
  elements.has(localName) && parentNode?.localName !== 'blockquote';

const isMarked = (element: HtmlElement): boolean =>
  isElementOfPage(element) || roles.has(element.getAttribute('role') ?? '') || isOutOfSight(element);

const isNamed = (element: HtmlElement, length: number): boolean =>
  namesOf(element).some(name => isTellingName(name, length <= smallText));

/** The part of the page's text that no boilerplate has. */
const mostText = 0.3;

/** Where more of the page's sentences than this would go by names alone, names tell nothing here. */
const mostProse = 0.4;

const untouchable = words('html body article main');

/** Elements of running text, whose parts are words of a sentence. */
const runningText = words('p h1 h2 h3 h4 h5 h6 pre');

const show = (element: HtmlElement): void => {
  for (const name of ['hidden', 'aria-hidden', 'style']) element.removeAttribute(name);
};

/** The outermost elements that are boilerplate by their kind, and those that are so by their name. */
const findBoilerplate = (root: HtmlElement): {readonly marked: HtmlElement[]; readonly named: HtmlElement[]} => {
  const lengths = textLengths(root);
  const limit = (lengths.get(root) ?? 0) * mostText;
  const found = {marked: [] as HtmlElement[], named: [] as HtmlElement[]};
  const visit = (element: HtmlElement): void => {
    for (const child of element.childNodes) {
      if (!isElement(child)) continue;
      const length = lengths.get(child) ?? 0;
      const isRemovable = !untouchable.has(child.localName) && length <= limit;
      const isInText = runningText.has(element.localName);
      if (isRemovable && (isInText ? isOutOfSight(child) : isMarked(child))) found.marked.push(child);
      else if (isRemovable && !isInText && isNamed(child, length)) found.named.push(child);
      else {
        if (isOutOfSight(child)) show(child);
        visit(child);
      }
    }
  };
  visit(root);
  return found;
};

/** Takes boilerplate out of a page, and shows what is hidden and much. What was taken out is returned, for links that it holds. */
export const removeBoilerplate = ({body}: HtmlDocument): readonly HtmlElement[] => {
  const {marked, named} = findBoilerplate(body);
  for (const element of marked) element.remove();
  const limit = proseLength(body) * mostProse;
  const lengths = named.map(proseLength);
  const isTooMuch = lengths.reduce((sum, length) => sum + length, 0) > limit;
  const out = named.filter((_, index) => !isTooMuch || lengths[index] === 0);
  for (const element of out) element.remove();
  return [...marked, ...out];
};
