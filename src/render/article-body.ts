/** An article's text with its leading picture: what the reader, `read` and plain text have in common. */
import type {Article} from '../core/article.ts';
import {documentImages} from '../core/markdown/images.ts';
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
const withHero = (document: MarkdownDocument, {image}: Article): MarkdownDocument => {
  if (!image || !(image.alt || image.caption)) return document;
  const isShown = documentImages(document).some(({src}) => src === image.src || fileName(src) === fileName(image.src));
  if (isShown) return document;
  return {...document, blocks: [{raw: '', open: () => [{type: 'figure', raw: '', image}]}, ...document.blocks]};
};

export const renderBody = (article: Article, document: MarkdownDocument, options: MarkdownOptions): RenderedMarkdown =>
  renderMarkdown(withHero(withoutTitle(document, article), article), options);
