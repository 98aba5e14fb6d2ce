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
  const isShown = body.includes(fileName(image.src));
  if (isShown) return document;
  return {...document, blocks: [{raw: '', open: () => [{type: 'figure', raw: '', image}]}, ...document.blocks]};
};

export interface BodyOptions extends Omit<MarkdownOptions, 'resolve'> {
  readonly resolveLink?: ResolveLink;
}

/** What a rendering was made with. */
type Made = Pick<BodyOptions, 'width' | 'theme' | 'highlight' | 'resolveLink' | 'firstLines'>;

const isSame = (one: Made, other: Made): boolean =>
  one.width === other.width &&
  one.theme === other.theme &&
  one.highlight === other.highlight &&
  one.resolveLink === other.resolveLink &&
  one.firstLines === other.firstLines;

// A page is made again when its suggestions arrive: by far the most of it is the text, which is the same.
const latest = new WeakMap<MarkdownDocument, {readonly made: Made; readonly body: RenderedMarkdown}>();

export const renderBody = (article: Article, document: MarkdownDocument, options: BodyOptions): RenderedMarkdown => {
  const {resolveLink, ...rest} = options;
  const known = latest.get(document);
  if (known && isSame(known.made, options)) return known.body;
  const body = renderMarkdown(withHero(withoutTitle(document, article), article), {
    ...rest,
    ...(resolveLink && {resolve: href => resolveLink(href, article)}),
  });
  latest.set(document, {made: options, body});
  return body;
};
