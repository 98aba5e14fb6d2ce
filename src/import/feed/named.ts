/** What an element of a feed says under one of several names: the first that says it. */
import {isoDateOf} from './dates.ts';
import {lineOf, type Markup, markupOf} from './markup.ts';
import {childrenNamed, textOf, type XmlElement} from './xml.ts';

export const titles = ['title', 'atom:title', 'dc:title', 'media:title'];

export const publishedDates = [
  'pubdate',
  'atom:published',
  'atom:issued',
  'dcterms:issued',
  'dc:date',
  'published',
  'atom:created',
  'dcterms:created',
];

export const updatedDates = [
  'atom:updated',
  'lastbuilddate',
  'atom:modified',
  'dcterms:modified',
  'updated',
  'dc:date',
  'lastmod',
];

export const lineNamed = (element: XmlElement, names: readonly string[]): string | undefined => {
  for (const name of names) {
    for (const child of childrenNamed(element, name)) {
      const line = lineOf(child);
      if (line !== '') return line;
    }
  }
  return undefined;
};

export const markupNamed = (element: XmlElement, names: readonly string[]): Markup | undefined => {
  for (const name of names) {
    for (const child of childrenNamed(element, name)) {
      const markup = markupOf(child);
      if (markup !== undefined) return markup;
    }
  }
  return undefined;
};

/** The first that can be understood. In CDF it is an attribute. */
export const dateNamed = (element: XmlElement, names: readonly string[]): string | undefined => {
  for (const name of names) {
    for (const text of [...childrenNamed(element, name).map(textOf), element.attributes.get(name)]) {
      const date = text === undefined ? undefined : isoDateOf(text);
      if (date !== undefined) return date;
    }
  }
  return undefined;
};

/** `en_US` is written, too. */
export const languageTag = (written: string | undefined): string | undefined => {
  const tag = written?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,8}$/i.test(tag) ? tag : undefined;
};
