/** What is known of an article from one source within its page, as it was found: nothing of it is cleaned or believed yet. */
import type {HtmlDocument, HtmlElement} from '../dom.ts';

/** Several values of a field are in the order in which they were found. */
export const metadataFields = [
  'title',
  'standfirst',
  'authors',
  'section',
  'site',
  'published',
  'updated',
  'lang',
  'tags',
  'keywords',
  'address',
  'image',
  'imageAlt',
  'imageCaption',
  'imageCredit',
  'text',
] as const;

export type MetadataField = (typeof metadataFields)[number];

export type Metadata = Readonly<Partial<Record<MetadataField, readonly string[]>>>;

export type MetadataSource = (document: HtmlDocument) => Metadata;

export const foldedText = (element: HtmlElement | null | undefined): string =>
  (element?.textContent ?? '').slice(0, 20_000).replace(/\s+/g, ' ').trim();
