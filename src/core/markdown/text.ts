/** A document as plain text: what is read aloud of it. */
import type {MarkdownDocument} from '../markdown.ts';
import {type SafeText, block as safeBlock} from '../sanitize.ts';
import {plainText} from './inline.ts';
import type {Block, Inline} from './tokens.ts';

/** One paragraph, on one line; a hard line break is a space here. */
const line = (nodes: readonly Inline[], before = ''): string[] => {
  const text = plainText(nodes).replace(/\s+/g, ' ').trim();
  return text ? [before + text] : [];
};

/** The paragraphs of blocks, each as one line; pictures and what is said of them are left out. */
const blockLines = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(block => {
    switch (block.type) {
      case 'hr':
      case 'figure':
      case 'caption':
        return [];
      case 'code':
        return block.text.split('\n');
      case 'blockquote':
        return [
          ...(block.callout?.title ? [block.callout.title] : []),
          ...blockLines(block.tokens),
          ...line(block.attribution ?? [], '— '),
        ];
      case 'list':
        return block.items.flatMap(item => blockLines(item.tokens));
      case 'table':
        return [block.header, ...block.rows]
          .map(cells => cells.flatMap(cell => line(cell)).join(' | '))
          .filter(row => row.length > 0);
      default:
        return line(block.tokens);
    }
  });

/** The whole text, a paragraph, item, table row or line of code a line, footnotes last. */
export const documentText = (document: MarkdownDocument): SafeText =>
  safeBlock([...document.blocks, ...document.footnotes].flatMap(part => blockLines(part.open())).join('\n'));
