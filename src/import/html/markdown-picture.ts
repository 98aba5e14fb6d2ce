/** Pictures and players as Markdown: a picture with the line below it, a player as a link to what it plays. */
import {escapeLabel, escapeTarget, escapeText, escapeTitle} from '../markdown-escape.ts';
import type {HtmlElement} from './dom.ts';
import {readEmbed} from './embeds.ts';
import {imageSource, pictureKey} from './image-source.ts';
import {saysSame} from './letters.ts';
import {altOf} from './picture-text.ts';

export interface PictureContext {
  readonly base: string | undefined;
  /** Pictures that were written, by their `pictureKey`: pages repeat them for those who run no scripts. */
  readonly shown: Set<string>;
  /** What a player is called that says nothing of itself. */
  readonly title?: string;
}

/** On one line. */
export const clean = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

export const writeImage = (image: HtmlElement, context: PictureContext, caption = ''): readonly string[] => {
  const source = imageSource(image, context.base);
  const key = source === undefined ? '' : pictureKey(source);
  if (source === undefined || context.shown.has(key)) return [];
  context.shown.add(key);
  const alt = altOf(image);
  const title = caption === '' ? '' : ` "${escapeTitle(caption)}"`;
  return [`![${escapeLabel(alt)}](${escapeTarget(source)}${title})`];
};

const longestLine = 300;

/** As an italic line below its picture, which is how readers expect it; where that cannot be, as the picture's title. */
export const writeFigure = (
  images: readonly HtmlElement[],
  caption: string,
  context: PictureContext,
): readonly string[] => {
  const isAlt = saysSame(caption, altOf(images.at(-1)));
  const isLine = isAlt || (caption.length <= longestLine && escapeText(caption, '*') === caption);
  const written = images.flatMap((image, index) => {
    const isLast = index === images.length - 1;
    return writeImage(image, context, isLast && !isLine ? caption : '');
  });
  return written.length === 0 || caption === '' || isAlt || !isLine
    ? written
    : [...written.slice(0, -1), `${written.at(-1)}\n\n*${caption}*`];
};

export const writeEmbed = (element: HtmlElement, context: PictureContext): readonly string[] => {
  const found = readEmbed(element, context.base);
  if (found === undefined) return [];
  const title = clean(found.title) || context.title || new URL(found.href).host.replace(/^www\./, '');
  return [`[▶ ${escapeLabel(title)}](${escapeTarget(found.href)})`];
};
