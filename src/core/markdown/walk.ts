/** Walking through the nodes of a document in the order in which they are read. */
import type {MarkdownDocument} from '../markdown.ts';
import type {Block, Figure, Inline} from './tokens.ts';

/** What is called for each node; children come after their parents. */
export interface Visitor {
  readonly inline?: (node: Inline) => void;
  readonly figure?: (figure: Figure) => void;
}

const walkInline = (nodes: readonly Inline[], visitor: Visitor): void => {
  for (const node of nodes) {
    visitor.inline?.(node);
    if ('tokens' in node) walkInline(node.tokens, visitor);
  }
};

const walkBlocks = (blocks: readonly Block[], visitor: Visitor): void => {
  for (const block of blocks) {
    if (block.type === 'figure') visitor.figure?.(block);
    else if (block.type === 'blockquote') {
      walkBlocks(block.tokens, visitor);
      walkInline(block.attribution ?? [], visitor);
    } else if (block.type === 'list') for (const item of block.items) walkBlocks(item.tokens, visitor);
    else if (block.type === 'table')
      for (const row of [block.header, ...block.rows]) for (const cell of row) walkInline(cell, visitor);
    else if ('tokens' in block) walkInline(block.tokens, visitor);
  }
};

export const walkDocument = (document: MarkdownDocument, visitor: Visitor): void => {
  for (const part of [...document.blocks, ...document.footnotes]) walkBlocks(part.open(), visitor);
};
