/** Schema.org in the attributes of a page's elements: `itemprop="headline"`. */
import type {HtmlDocument, HtmlElement} from '../dom.ts';
import {foldedText, type Metadata, type MetadataField} from './sources.ts';

const properties: Readonly<Record<string, MetadataField>> = {
  headline: 'title',
  alternativeheadline: 'standfirst',
  description: 'standfirst',
  author: 'authors',
  creator: 'authors',
  articlesection: 'section',
  datepublished: 'published',
  datecreated: 'published',
  datemodified: 'updated',
  inlanguage: 'lang',
  keywords: 'tags',
};

const longest = 1000;
const most = 12;

/** What an element says for its property: an attribute meant for machines, the name within it, or its text. */
const saidBy = (element: HtmlElement): string => {
  const written = element.getAttribute('content') ?? element.getAttribute('datetime');
  if (written !== null) return written.trim();
  const name = element.querySelector('[itemprop~=name]');
  return name === null ? foldedText(element) : (name.getAttribute('content') ?? foldedText(name));
};

/** Comments are written by others, at another time; so are what is recommended and what was reviewed. */
const isOfAnother = (element: HtmlElement): boolean => {
  for (let above = element.parentNode; above !== null; above = above.parentNode) {
    const type = above.getAttribute?.('itemtype') ?? '';
    if (/Comment|WPSideBar|ItemList$/i.test(type)) return true;
    if (/Article|Posting/i.test(type)) return false;
  }
  return false;
};

export const readMicrodata = (document: HtmlDocument): Metadata => {
  const found: Partial<Record<MetadataField, string[]>> = {};
  for (const element of document.querySelectorAll('[itemprop]')) {
    for (const property of (element.getAttribute('itemprop') ?? '').toLowerCase().split(/\s+/)) {
      const field = Object.hasOwn(properties, property) ? properties[property] : undefined;
      if (field === undefined || (found[field]?.length ?? 0) >= most || isOfAnother(element)) continue;
      const value = saidBy(element);
      if (value !== '' && value.length <= longest) found[field] = [...(found[field] ?? []), value];
    }
  }
  return found;
};
