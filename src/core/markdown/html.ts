/** Blocks of HTML: the elements that articles use become the blocks they mean; of the others the text is kept. */
import {block as safeBlock} from '../sanitize.ts';
import {cutHtml, type Tag} from './html-tags.ts';
import {collectInline, decodeHtml, readInline, textNode} from './inline.ts';
import type {LexedBody} from './lexer.ts';
import {evaluateInHtml} from './templates.ts';
import type {Block, Inline, ListItem} from './tokens.ts';

/** Elements open at once; of deeper ones only the text is kept. */
const deepest = 40;

/** Elements that end a paragraph and nothing else. */
const partElements: ReadonlySet<string> = new Set(
  'p div figure section article aside header footer main nav details address center dl dt dd form fieldset tbody thead tfoot body html'.split(
    ' ',
  ),
);

/** Elements that hold blocks and become one themselves when they end. */
const containers: ReadonlySet<string> = new Set(
  'blockquote ul ol li table tr td th figcaption caption summary h1 h2 h3 h4 h5 h6'.split(' '),
);

/** What an opening element ends: the tags that authors leave out. */
const impliedEnds: Readonly<Record<string, {readonly ends: readonly string[]; readonly within: readonly string[]}>> = {
  li: {ends: ['li'], within: ['ul', 'ol']},
  tr: {ends: ['tr'], within: ['table']},
  td: {ends: ['td', 'th'], within: ['tr']},
  th: {ends: ['td', 'th'], within: ['tr']},
};

interface Cell {
  readonly tokens: Inline[];
  readonly isHeader: boolean;
}

interface Container {
  readonly tag: Tag | undefined;
  readonly blocks: Block[];
  readonly items: ListItem[];
  readonly cells: Cell[];
  readonly rows: Cell[][];
}

const container = (tag: Tag | undefined): Container => ({tag, blocks: [], items: [], cells: [], rows: []});

const isSpace = (node: Inline): boolean => (node.type === 'text' && !node.text.trim()) || node.type === 'br';

const trimmed = (nodes: readonly Inline[]): Inline[] => {
  const first = nodes.findIndex(node => !isSpace(node));
  return first < 0 ? [] : nodes.slice(first, nodes.findLastIndex(node => !isSpace(node)) + 1);
};

/** Running text of blocks, for places that hold no blocks: cells, headings, captions. */
const flatten = (blocks: readonly Block[]): Inline[] =>
  blocks.flatMap((block, index): readonly Inline[] => {
    const between: Inline[] = index === 0 ? [] : [{type: 'br', raw: ''}];
    if (block.type === 'list') return [...between, ...flatten(block.items.flatMap(item => item.tokens))];
    if (block.type === 'blockquote') return [...between, ...flatten(block.tokens)];
    if (block.type === 'figure') return [...between, {type: 'image', raw: '', image: block.image}];
    if (block.type === 'code') return [...between, {type: 'codespan', raw: '', text: block.text}];
    return 'tokens' in block ? [...between, ...block.tokens] : [];
  });

const headingDepth = (name: string): number | undefined => (/^h[1-6]$/.test(name) ? Number(name[1]) : undefined);

const tableOf = ({rows}: Container): Block[] => {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  // A table of one column is there for its looks.
  if (columns <= 1)
    return rows.flatMap(([cell]) =>
      cell?.tokens.length ? [{type: 'paragraph', raw: '', tokens: cell.tokens} as const] : [],
    );
  const hasHeader = rows[0]?.every(cell => cell.isHeader) ?? false;
  return [
    {
      type: 'table',
      raw: '',
      align: Array.from({length: columns}, () => undefined),
      header: Array.from({length: columns}, (_, index) => (hasHeader && rows[0]?.[index]?.tokens) || []),
      // Short rows stay short: filled up, a wide row above thousands of short ones would become millions of cells.
      rows: rows.slice(hasHeader ? 1 : 0).map(cells => cells.map(({tokens}) => tokens)),
    },
  ];
};

/** What a container becomes in the one around it. */
const closeInto = (inner: Container, outer: Container): void => {
  const name = inner.tag?.name ?? '';
  const depth = headingDepth(name);
  const tokens = () => flatten(inner.blocks);
  if (depth !== undefined) {
    if (inner.blocks.length) outer.blocks.push({type: 'heading', raw: '', depth, tokens: tokens()});
  } else if (name === 'li') outer.items.push({tokens: inner.blocks});
  else if (name === 'ul' || name === 'ol') {
    const start = Number.parseInt(inner.tag?.attributes.get('start') ?? '1', 10) || 1;
    const items = inner.items.filter(item => item.tokens.length > 0);
    const isLoose = items.some(item => item.tokens.filter(block => block.type === 'paragraph').length > 1);
    if (items.length) outer.blocks.push({type: 'list', raw: '', ...(name === 'ol' && {start}), isLoose, items});
    outer.blocks.push(...inner.blocks);
  } else if (name === 'blockquote') {
    if (inner.blocks.length) outer.blocks.push({type: 'blockquote', raw: '', tokens: inner.blocks});
  } else if (name === 'td' || name === 'th') outer.cells.push({tokens: tokens(), isHeader: name === 'th'});
  else if (name === 'tr') outer.rows.push(inner.cells);
  else if (name === 'table') outer.blocks.push(...inner.blocks, ...tableOf(inner));
  else if (name === 'figcaption' || name === 'caption') {
    if (inner.blocks.length) outer.blocks.push({type: 'caption', raw: '', tokens: tokens()});
  } else if (name === 'summary') {
    const bold: Inline = {type: 'strong', raw: '', tokens: tokens()};
    if (inner.blocks.length) outer.blocks.push({type: 'paragraph', raw: '', tokens: [bold]});
  } else outer.blocks.push(...inner.blocks);
};

/**
 * @param html one block or several, as written
 * @returns blocks whose `raw` is empty: the block of HTML they came from is measured as a whole
 */
export const readHtml = (html: string, body: LexedBody): Block[] => {
  const top = container(undefined);
  const open: Container[] = [top];
  const innermost = (): Container => open.at(-1) ?? top;
  const inline = collectInline();
  // kramdown's way to say that there is Markdown inside.
  const holdsMarkdown = html.includes('=') && /\smarkdown\s*=\s*["']?(?:1|block|span)/i.test(html);
  let code: string | undefined;

  const endParagraph = (): void => {
    const tokens = trimmed(inline.take());
    if (tokens.length) innermost().blocks.push({type: 'paragraph', raw: '', tokens});
  };
  const endCode = (): void => {
    const text = code?.replace(/^\n/, '').trimEnd();
    if (text) innermost().blocks.push({type: 'code', raw: '', text: safeBlock(text)});
    code = undefined;
  };
  const close = (): void => {
    endParagraph();
    const inner = open.pop();
    if (inner) closeInto(inner, innermost());
  };
  const closeNamed = (names: readonly string[], within: readonly string[]): void => {
    for (let depth = open.length - 1; depth > 0; depth--) {
      const name = open[depth]?.tag?.name ?? '';
      if (within.includes(name)) return;
      if (names.includes(name)) {
        while (open.length > depth) close();
        return;
      }
    }
  };
  const tagOf = (tag: Tag): void => {
    const {name, isClosing} = tag;
    if (name === 'pre') {
      endCode();
      endParagraph();
      if (!isClosing) code = '';
    } else if (code !== undefined) {
      if (name === 'br') code += '\n';
    } else if (name === 'hr') {
      endParagraph();
      innermost().blocks.push({type: 'hr', raw: ''});
    } else if (partElements.has(name)) endParagraph();
    else if (!containers.has(name)) inline.tag(tag);
    else if (isClosing) closeNamed([name], []);
    else {
      const implied = impliedEnds[name];
      endParagraph();
      if (implied) closeNamed(implied.ends, implied.within);
      if (open.length < deepest) open.push(container(tag));
    }
  };

  for (const piece of cutHtml(evaluateInHtml(html))) {
    if ('tag' in piece) tagOf(piece.tag);
    else if (code !== undefined) code += decodeHtml(piece.text);
    else if (holdsMarkdown) inline.add(readInline(body.inline(piece.text), body));
    else inline.add([textNode(decodeHtml(piece.text))]);
  }
  endCode();
  while (open.length > 1) close();
  endParagraph();
  return top.blocks;
};
