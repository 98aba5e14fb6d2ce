/**
 * What stands around an article on its page and is told by its markup: navigation, share bars, newsletters, comments,
 * teasers. It is taken out before the main text is looked for. What holds much of the page's text stays, whatever it is called.
 */
import {classOf, type HtmlDocument, type HtmlElement, isElement} from './dom.ts';
import {isOutOfSight} from './elements.ts';
import {textLengths} from './text-blocks.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

const elements = words('nav aside footer dialog menu');
const roles = words(
  'navigation complementary banner contentinfo search dialog alert alertdialog menu menubar toolbar tablist tooltip',
);

/** Words that classes and ids are made of, any of which tells. */
const tellingWords = words(`
  share sharing shares sharebar sharedaddy addthis addtoany sociable social socials socialmedia
  newsletter newsletters signup optin
  related recommended recommendation recommendations recirc recirculation readmore
  outbrain taboola zergnet revcontent teads dfp adsense ad ads advert adverts advertisement advertising advertorial
  promo promos promobox sponsored sponsor
  cookie cookies consent gdpr
  breadcrumb breadcrumbs crumbs pagination pager paging
  comment comments disqus livefyre fbcomments respond
  trending popular mostread mostviewed
  toolbar tooltip sidebar sidenav navigation navbar
`);

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
  image-credit photo-credit
  screen-reader print-only no-print ad-slot ad-unit ad-wrapper ad-container ad-label google-ad in-ad
  sub-title sub-headline
  reading-time read-time time-reading
`);

const split = (name: string): readonly string[] =>
  name
    .slice(0, 1000)
    .replace(/([a-z])(?=[A-Z])/g, '$1-')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);

const isTellingName = (name: string, isSmall: boolean): boolean => {
  const parts = split(name);
  return parts.some(
    (part, index) =>
      tellingWords.has(part) ||
      (isSmall && (smallWords.has(part) || (index > 0 && tellingPairs.has(`${parts[index - 1]}-${part}`)))),
  );
};

/** The class names and the id, each by itself: a word counts with those of its own name only. */
const namesOf = (element: HtmlElement): readonly string[] =>
  [...classOf(element).split(/\s+/), element.getAttribute('id') ?? ''].filter(Boolean);

const smallText = 800;

/** An attribution below a quotation is a footer, too. */
const isElementOfPage = ({localName, parentNode}: HtmlElement): boolean =>
  elements.has(localName) && parentNode?.localName !== 'blockquote';

const isBoilerplate = (element: HtmlElement, length: number): boolean =>
  isElementOfPage(element) ||
  roles.has(element.getAttribute('role') ?? '') ||
  isOutOfSight(element) ||
  namesOf(element).some(name => isTellingName(name, length <= smallText));

/** The part of the page's text that no boilerplate has. */
const mostText = 0.3;

const untouchable = words('html body article main');

/** Elements of running text, whose parts are words of a sentence. */
const runningText = words('p h1 h2 h3 h4 h5 h6 pre');

const show = (element: HtmlElement): void => {
  for (const name of ['hidden', 'aria-hidden', 'style']) element.removeAttribute(name);
};

/** Takes boilerplate out of a page, and shows what is hidden and much. What was taken out is returned, for links that it holds. */
export const removeBoilerplate = (document: HtmlDocument): readonly HtmlElement[] => {
  const lengths = textLengths(document.body);
  const limit = (lengths.get(document.body) ?? 0) * mostText;
  const removed: HtmlElement[] = [];
  const visit = (element: HtmlElement): void => {
    for (const child of [...element.childNodes]) {
      if (!isElement(child)) continue;
      const length = lengths.get(child) ?? 0;
      const isRemovable = !untouchable.has(child.localName) && length <= limit;
      const isOut = runningText.has(element.localName) ? isOutOfSight(child) : isBoilerplate(child, length);
      if (isRemovable && isOut) {
        removed.push(child);
        child.remove();
        continue;
      }
      if (isOutOfSight(child)) show(child);
      visit(child);
    }
  };
  visit(document.body);
  return removed;
};
