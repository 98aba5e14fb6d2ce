/** Pictures. A terminal shows what is said about them: what there is to see, the caption, and whom to credit. */
import type {ArticleImage} from '../../core/article.ts';
import type {Figure} from '../../core/markdown/tokens.ts';
import {wrap} from '../../core/text/wrap.ts';
import type {Canvas} from './canvas.ts';

/** The file's name, for a picture about which nothing is said. */
const fileName = ({src}: ArticleImage): string => {
  if (/^data:/i.test(src)) return '';
  return src.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
};

/** What there is to see, in a few words. */
export const pictureText = (image: ArticleImage): string => image.alt ?? image.caption ?? fileName(image);

/** `[Image: alt (credit)]` */
export const bracketed = (image: ArticleImage): string => {
  const said = [pictureText(image), image.credit && `(${image.credit})`].filter(Boolean).join(' ');
  return said === '' ? '[Image]' : `[Image: ${said}]`;
};

/** The caption, where it says more than the line above it. */
const caption = (image: ArticleImage): string[] => (image.alt && image.caption ? [image.caption] : []);

const lead = '[Image] ';

/**
 * @param figure a picture by itself
 * @returns in plain text `[Image: alt (credit)]` and the caption; else a bar with alt, caption and credit, each on its line
 */
export const drawFigure = ({image, href}: Pick<Figure, 'image' | 'href'>, canvas: Canvas): string[] => {
  const {style} = canvas.theme;
  const linked = (text: string): string => (href ? canvas.linked(text, href) : text);
  if (canvas.isPlain) return [linked(bracketed(image)), ...caption(image)].flatMap(line => wrap(line, canvas.width));
  const bar = `${style.quoteBar(canvas.glyphs.bar)} `;
  const lines = [
    style.muted(lead) + linked(style.caption(pictureText(image))),
    ...caption(image).map(style.caption),
    ...(image.credit ? [style.credit(image.credit)] : []),
  ];
  return lines.flatMap(line => wrap(line, canvas.width - 2)).map(line => bar + line);
};
