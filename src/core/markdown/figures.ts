/** Pictures that stand by themselves become figures, and take the caption that stands below them. */
import {withCaption} from './captions.ts';
import {plainText} from './inline.ts';
import type {Block, Figure, Inline, Paragraph} from './tokens.ts';

const isSpace = (node: Inline): boolean => node.type === 'br' || (node.type === 'text' && !node.text.trim());

/** A picture, or a link around nothing but one. */
const asFigure = (node: Inline): Figure | undefined => {
  if (node.type === 'image') return {type: 'figure', raw: node.raw, image: node.image};
  if (node.type !== 'link') return;
  const [inner, ...others] = node.tokens.filter(token => !isSpace(token));
  if (inner?.type !== 'image' || others.length > 0) return;
  return {type: 'figure', raw: node.raw, image: inner.image, href: node.href};
};

/** `*A caption*` in one paragraph below its picture. Longer ones are text in italics. */
const longestCaption = 400;

const italicText = (nodes: readonly Inline[]): string | undefined => {
  const [only, ...others] = nodes.filter(node => !isSpace(node));
  if (only?.type !== 'em' || others.length > 0) return;
  const text = plainText(only.tokens);
  return text.length <= longestCaption ? text : undefined;
};

/** The figures a paragraph consists of, or nothing when it also says something. */
const figuresOf = (paragraph: Paragraph): Figure[] | undefined => {
  const figures: Figure[] = [];
  const solid = paragraph.tokens.filter(node => !isSpace(node));
  for (const [index, node] of solid.entries()) {
    const figure = asFigure(node);
    const last = figures.at(-1);
    if (figure) figures.push(figure);
    else {
      const caption = last && index === solid.length - 1 ? italicText([node]) : undefined;
      if (!last || caption === undefined) return;
      figures[figures.length - 1] = {...last, image: withCaption(last.image, caption)};
    }
  }
  return figures.length > 0 ? figures : undefined;
};

const captionText = (block: Block): string | undefined => {
  if (block.type === 'caption') return plainText(block.tokens);
  return block.type === 'paragraph' ? italicText(block.tokens) : undefined;
};

/** Turns paragraphs of pictures into figures and gives them the captions that follow; a caption without a picture is a paragraph in italics. */
export const withFigures = (blocks: readonly Block[]): Block[] => {
  const result: Block[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    const caption = captionText(block);
    if (last?.type === 'figure' && caption !== undefined && !last.image.caption)
      result[result.length - 1] = {...last, raw: last.raw + block.raw, image: withCaption(last.image, caption)};
    else if (block.type === 'caption')
      result.push({type: 'paragraph', raw: block.raw, tokens: [{type: 'em', raw: '', tokens: block.tokens}]});
    else if (block.type === 'paragraph') result.push(...(figuresOf(block) ?? [block]));
    else result.push(block);
  }
  return result;
};
