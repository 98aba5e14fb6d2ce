/** The links of a document. */
import type {MarkdownDocument} from '../markdown.ts';
import {field, type SafeField} from '../sanitize.ts';
import {plainText} from './inline.ts';
import {walkDocument} from './walk.ts';

export interface DocumentLink {
  /** What is shown of it; its address where that would be nothing. */
  readonly text: SafeField;
  /** As written, entities decoded; hostile. `wiki:` and `ref:` stand before the targets of dialects, as `ResolveLink` takes them. */
  readonly href: string;
}

/** All links in document order, those of footnotes last. */
export const documentLinks = (document: MarkdownDocument): readonly DocumentLink[] => {
  const links: DocumentLink[] = [];
  const add = (text: string, href: string): void => {
    links.push({text: field(text) || field(href), href});
  };
  walkDocument(document, {
    inline: node => {
      if (node.type === 'link') add(plainText(node.tokens), node.href);
    },
    figure: ({href, image}) => {
      if (href) add(image.alt ?? image.caption ?? '', href);
    },
  });
  return links;
};
