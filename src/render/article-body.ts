/** An article's text with its leading picture: what the reader, `read` and plain text have in common. */
import type {Article} from '../core/article.ts';
import type {ResolveLink} from '../core/links.ts';
import {plainText} from '../core/markdown/inline.ts';
import type {MarkdownDocument} from '../core/markdown.ts';
import {field} from '../core/sanitize.ts';
import {type MarkdownOptions, type RenderedMarkdown, renderMarkdown} from './markdown.ts';

const fold = (text: string): string => field(text).toLowerCase();

/** Archives often repeat the title as a heading of the text; below the headline it would be read twice. */
const withoutTitle = (document: MarkdownDocument, article: Article): MarkdownDocument => {
  const [first, ...others] = document.blocks;
  const [heading, ...rest] = first?.open() ?? [];
  const repeats =
    heading?.type === 'heading' && rest.length === 0 && fold(plainText(heading.tokens)) === fold(article.title);
  return repeats ? {...document, blocks: others} : document;
};

const fileName = (src: string): string => src.split(/[?#]/)[0]?.split('/').at(-1) ?? src;

/** The article's picture as a block of its own, unless the text shows it or nothing is known of it. */
const withHero = (document: MarkdownDocument, {image, body}: Article): MarkdownDocument => {
  if (!image || !(image.alt || image.caption)) return document;
  // Looking through the source is enough, and reads no running text of a long article.
  const isShown = image.src !== '' && body.includes(fileName(image.src));
  if (isShown) return document;
  return {
    ...document,
    blocks: [{raw: '', kind: 'figure', open: () => [{type: 'figure', raw: '', image}]}, ...document.blocks],
  };
};

/** The document as an article's text: without its title, with its leading picture. */
export const bodyOf = (article: Article, document: MarkdownDocument): MarkdownDocument =>
  withHero(withoutTitle(document, article), article);

export interface BodyOptions extends Omit<MarkdownOptions, 'resolve'> {
  readonly resolveLink?: ResolveLink;
}

/** What drawing Markdown takes, for the links of this article. */
export const markdownOptions = (article: Article, {resolveLink, ...rest}: BodyOptions): MarkdownOptions => ({
  ...rest,
  ...(resolveLink && {resolve: href => resolveLink(href, article)}),
});

export const renderBody = (article: Article, document: MarkdownDocument, options: BodyOptions): RenderedMarkdown =>
  renderMarkdown(bodyOf(article, document), markdownOptions(article, options));
