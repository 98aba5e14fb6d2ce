/** The feeds that a page names, and where they usually are when it names none. */
import {resolveAddress} from './addresses.ts';
import {type HtmlDocument, type HtmlElement, parseHtml} from './dom.ts';

export interface FeedLink {
  readonly address: string;
  /** As the page calls it. */
  readonly title?: string;
}

const feedTypes = /^\s*application\/(?:(?:rss|atom|rdf)\+xml|feed\+json)\s*(?:;|$)/i;

/** Of a link that does not say what it leads to. */
const feedPaths =
  /(?:^|\/)(?:feeds?|rss2?|atom)(?:\/(?:index\.\w+)?)?$|\.(?:rss|atom|rdf)$|(?:feed|rss|atom|index)\.(?:xml|json)$/i;

/** What readers say below articles is no news. */
const comments = /comment|comentario|kommentar/i;

/** No page has a reason for more. */
const mostLinks = 50;

/** linkedom leaves the names of attributes in the letters in which they are written. */
const attribute = (element: HtmlElement, name: string): string =>
  element.getAttribute(name) ?? element.getAttribute(name.toUpperCase()) ?? '';

const announced = (element: HtmlElement): boolean => {
  const relations = attribute(element, 'rel').toLowerCase().split(/\s+/);
  return relations.includes('feed') || (relations.includes('alternate') && feedTypes.test(attribute(element, 'type')));
};

/** `feed:https://…` and `feed://…` are how some sites write it. */
const withoutFeedScheme = (href: string): string =>
  href.replace(/^\s*feed:(?=https?:)/i, '').replace(/^\s*feed:(?=\/\/)/i, 'https:');

const pathOf = (address: string): string => (URL.canParse(address) ? new URL(address).pathname : '');

const baseOf = (document: HtmlDocument, address: string): string => {
  const [base] = document.getElementsByTagName('base');
  const written = base === undefined ? '' : attribute(base, 'href');
  return resolveAddress(written, address, ['http:', 'https:']) ?? address;
};

/**
 * Those it announces, then those it only links to; feeds of comments last. Each once.
 * @param address of the page
 * @throws {AppError} for what is too much for a page
 */
export const feedsOfPage = (html: string, address: string): readonly FeedLink[] => {
  const document = parseHtml(html);
  const base = baseOf(document, address);
  const link = (element: HtmlElement, title: string): readonly FeedLink[] => {
    const href = withoutFeedScheme(attribute(element, 'href'));
    const found = resolveAddress(href, base, ['http:', 'https:']);
    const name = title.replace(/\s+/g, ' ').trim().slice(0, 200);
    return found === undefined ? [] : [{address: found, ...(name && {title: name})}];
  };
  const named = [...document.getElementsByTagName('link')]
    .filter(announced)
    .flatMap(element => link(element, attribute(element, 'title')));
  const linked = [...document.getElementsByTagName('a')]
    .filter(element => attribute(element, 'href') !== '')
    .flatMap(element => link(element, attribute(element, 'title')))
    .filter(({address: goal}) => feedPaths.test(pathOf(goal)));
  const all = [...named, ...linked];
  const isOfComments = ({address: goal, title = ''}: FeedLink): boolean => comments.test(goal) || comments.test(title);
  const ordered = [...all.filter(one => !isOfComments(one)), ...all.filter(isOfComments)];
  // The first of equals has the title of the announcement.
  return [...new Map(ordered.toReversed().map(one => [one.address, one])).values()].toReversed().slice(0, mostLinks);
};

const usualNames = ['feed', 'feed.xml', 'rss.xml', 'atom.xml', 'index.xml', 'rss', 'feed.json'];

/** Where feeds usually are: beside the page, then at the root of its site. */
export const usualFeeds = (address: string): readonly string[] => {
  if (!URL.canParse(address)) return [];
  const page = new URL(address);
  const own = `${page.origin}${page.pathname.replace(/[^/]*\.[^/]*$/, '').replace(/\/*$/, '/')}`;
  const beside = own === `${page.origin}/` ? [] : ['feed', 'feed.xml', 'index.xml'].map(name => own + name);
  return [...beside, ...usualNames.map(name => `${page.origin}/${name}`)];
};
