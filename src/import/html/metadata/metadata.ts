/** What a page says of its article, put together from all of its sources and cleaned. */
import {decodeEntities} from '../../../core/entities.ts';
import {splitCaption} from '../../../core/markdown/captions.ts';
import {field} from '../../../core/sanitize.ts';
import type {ImportedImage} from '../../imported-article.ts';
import {resolveAddress} from '../addresses.ts';
import type {HtmlDocument} from '../dom.ts';
import {cleanAuthors} from './authors.ts';
import {dateOfAddress, firstDate} from './dates.ts';
import {readJsonLd} from './json-ld.ts';
import {readMetaTags} from './meta-tags.ts';
import {readMicrodata} from './microdata.ts';
import {readPageItself} from './page-itself.ts';
import {sectionOf} from './sections.ts';
import type {MetadataField, MetadataSource} from './sources.ts';
import {cleanTags} from './tags.ts';
import {bestTitle, boldPart, cleanTitle, isSite, siteName} from './titles.ts';

const sources = {
  jsonLd: readJsonLd,
  meta: readMetaTags,
  microdata: readMicrodata,
  page: readPageItself,
} satisfies Record<string, MetadataSource>;

type SourceName = keyof typeof sources;

/** Whom to believe, field by field. What is written for readers wins where programs are told something shorter or older. */
const precedence: Readonly<Record<MetadataField, readonly SourceName[]>> = {
  title: ['meta', 'jsonLd', 'microdata', 'page'],
  standfirst: ['page', 'jsonLd', 'meta', 'microdata'],
  authors: ['jsonLd', 'meta', 'microdata', 'page'],
  section: ['meta', 'jsonLd', 'microdata'],
  site: ['meta', 'jsonLd'],
  published: ['jsonLd', 'meta', 'microdata', 'page'],
  updated: ['jsonLd', 'meta', 'microdata'],
  lang: ['page', 'jsonLd', 'meta', 'microdata'],
  tags: ['meta', 'jsonLd', 'microdata', 'page'],
  keywords: ['meta'],
  address: ['meta', 'jsonLd'],
  image: ['meta', 'jsonLd'],
  imageAlt: ['meta'],
  imageCaption: ['jsonLd'],
  imageCredit: ['jsonLd'],
  text: ['jsonLd'],
};

export interface PageMetadata {
  readonly title: string | undefined;
  /** Ways in which the page names it, for not repeating it in the text. */
  readonly titles: readonly string[];
  /** What may be the standfirst, best first; whether it is one, the text tells. */
  readonly standfirsts: readonly string[];
  readonly authors: readonly string[];
  readonly section: string | undefined;
  readonly site: string | undefined;
  readonly address: string | undefined;
  readonly published: string | undefined;
  readonly updated: string | undefined;
  /** As they were written. */
  readonly languages: readonly string[];
  readonly tags: readonly string[];
  /** What the page wants to be found by, as it was written. */
  readonly keywords: readonly string[];
  readonly image: ImportedImage | undefined;
  /** The text as it is told to search engines; without paragraphs, and often missing. */
  readonly text: string | undefined;
}

/** Texts for programs are often HTML, or were encoded twice. */
const plain = (written: string): string => field(decodeEntities(written).replace(/<\/?[a-z][^<>]{0,300}>/gi, ' '));

/** What is longer is no headline. */
const longestTitle = 400;
/** A site's own picture stands for any of its pages. */
const isSitePicture = (address: string): boolean =>
  /(?:logo|default|placeholder|fallback|generic|favicon|blank|share[-_]image|sharing|avatar)[^/]*$|\/\/[^/]*gravatar\./i.test(
    address.split(/[?#]/)[0] ?? '',
  );

const httpOnly = ['http:', 'https:'];

/** A page that names the site's front page as its own address means nothing by it. */
const canonicalAddress = (written: readonly string[], address: string | undefined): string | undefined => {
  const found = written
    .map(one => resolveAddress(one, address, httpOnly))
    .filter(one => one !== undefined && URL.canParse(one));
  const isFrontPage = (one: string) => new URL(one).pathname === '/' && new URL(one).search === '';
  return found.find(one => one !== undefined && !isFrontPage(one)) ?? address ?? found[0];
};

const mostBold = 300;

/** Short texts in bold: what pages have for headings that use no heading elements. */
const boldTexts = (document: HtmlDocument): readonly string[] =>
  [...document.body.querySelectorAll('h2, h3, h4, b, strong, font, big')]
    .slice(0, mostBold)
    .map(({textContent}) => (textContent.length > longestTitle ? '' : textContent));

const hostOf = (address: string | undefined): string | undefined =>
  address !== undefined && URL.canParse(address) ? new URL(address).hostname : undefined;

export const readMetadata = (document: HtmlDocument, address: string | undefined): PageMetadata => {
  const found = Object.fromEntries(Object.entries(sources).map(([name, read]) => [name, read(document)]));
  const all = (name: MetadataField): readonly string[] =>
    precedence[name]
      .flatMap(source => found[source]?.[name] ?? [])
      .map(plain)
      .filter(Boolean);
  /** Of the best source that has any, once they are clean. */
  const best = (name: MetadataField, clean: (written: readonly string[]) => readonly string[]): readonly string[] =>
    precedence[name].map(source => clean((found[source]?.[name] ?? []).map(plain))).find(values => values.length > 0) ??
    [];

  const canonical = canonicalAddress(all('address'), address);
  const host = hostOf(canonical ?? address);
  const site = all('site')
    .map(siteName)
    .find(name => name.length <= 80 && !/^https?:/.test(name));
  const names = {site, host};
  const pageTitle = plain(document.querySelector('title')?.textContent ?? '');
  const written = (found.page?.title ?? []).map(plain).filter(title => title !== pageTitle);
  const bold = written.length > 0 ? undefined : boldPart(pageTitle, boldTexts(document));
  const headings = bold === undefined ? written : [bold];
  const titles = all('title')
    .filter(title => title.length <= longestTitle)
    .map(title => cleanTitle(title, names, {headings, isPageTitle: title === pageTitle}));
  const published = firstDate(all('published')) ?? dateOfAddress(canonical);
  const updated = firstDate(all('updated'));
  const source = all('image')
    .map(one => resolveAddress(one, address ?? canonical, httpOnly))
    .find(one => one !== undefined && !isSitePicture(one));
  const said = splitCaption(all('imageCaption')[0] ?? '');
  const alt = all('imageAlt')[0];
  const credit = said.credit ?? all('imageCredit')[0];
  const title = bestTitle(titles, {headings, pageTitle, names});
  return {
    title,
    titles: [...new Set([...titles, ...headings])],
    standfirsts: [...new Set(all('standfirst'))],
    authors: best('authors', written => cleanAuthors(written, names)),
    section: sectionOf(
      all('section').filter(section => !isSite(section, names)),
      all('tags'),
    ),
    site,
    address: canonical,
    published: published?.iso,
    updated: updated !== undefined && updated.time > (published?.time ?? 0) ? updated.iso : undefined,
    languages: all('lang'),
    tags: best('tags', written => cleanTags(written, {title, site})),
    keywords: all('keywords'),
    image:
      source === undefined
        ? undefined
        : {src: source, ...(alt && {alt}), ...(said.caption && {caption: said.caption}), ...(credit && {credit})},
    text: found.jsonLd?.text?.[0],
  };
};
