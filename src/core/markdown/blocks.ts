/** Blocks: marked's tokens to the nodes of `tokens.ts`. */
import type {Token, Tokens} from 'marked';
import {field, type SafeField, block as safeBlock} from '../sanitize.ts';
import {readCalloutLine} from './callouts.ts';
import {withFigures} from './figures.ts';
import {readHtml} from './html.ts';
import {decodeMarkdown, plainText, readInline, textNode} from './inline.ts';
import type {LexedBody} from './lexer.ts';
import type {Block, Inline, Quote} from './tokens.ts';

const isEmpty = (nodes: readonly Inline[]): boolean =>
  nodes.every(node => node.type === 'br' || (node.type === 'text' && !node.text.trim()));

/** marked's union of tokens has an open member that takes in every shape; the type of a token decides all the same. */
type Known = {
  paragraph: Tokens.Paragraph;
  text: Tokens.Text;
  heading: Tokens.Heading;
  code: Tokens.Code;
  blockquote: Tokens.Blockquote;
  list: Tokens.List;
  table: Tokens.Table;
  hr: Tokens.Hr;
  html: Tokens.HTML;
};

type Readers = {readonly [Type in keyof Known]: (token: Known[Type], body: LexedBody) => readonly Block[]};

const language = (lang: string | undefined): SafeField => field(/^[^\s,{:]*/.exec(lang ?? '')?.[0].toLowerCase() ?? '');

/** The last line of a quote, behind a dash: who said it. In a paragraph of its own or at the end of one. */
const attributionLine = /(?:^|\n)[ \t]*(?:—|―|–|--)[ \t]*([^\s-][^\n]{0,200})$/;

const dash = /^(?:—|―|–|--)/;

const readAttributed = (token: Tokens.Blockquote, body: LexedBody): Quote => {
  const last = token.tokens.at(-1);
  const text: string = last?.type === 'paragraph' ? last.text.trimEnd() : '';
  const found = attributionLine.exec(text);
  const quoted = text.slice(0, found?.index).trim();
  // Lines that all begin with a dash are a dialogue.
  if (!found || (quoted === '' && token.tokens.length === 1) || dash.test(quoted))
    return {type: 'blockquote', raw: token.raw, tokens: readBlocks(token.tokens, body)};
  const rest: Block[] = quoted ? [{type: 'paragraph', raw: quoted, tokens: readInline(body.inline(quoted), body)}] : [];
  return {
    type: 'blockquote',
    raw: token.raw,
    tokens: withFigures([...readBlocks(token.tokens.slice(0, -1), body), ...rest]),
    attribution: readInline(body.inline(found[1] ?? ''), body),
  };
};

const readQuote = (token: Tokens.Blockquote, body: LexedBody): Quote => {
  const [first, ...others] = token.tokens;
  const line = first?.type === 'paragraph' ? readCalloutLine(first.text) : undefined;
  if (!line) return readAttributed(token, body);
  const title = field(plainText(readInline(body.inline(line.title), body)));
  const rest: Block[] = line.rest.trim()
    ? [{type: 'paragraph', raw: line.rest, tokens: readInline(body.inline(line.rest), body)}]
    : [];
  return {
    type: 'blockquote',
    raw: token.raw,
    tokens: withFigures([...rest, ...readBlocks(others, body)]),
    callout: {kind: field(line.kind), ...(title && {title})},
  };
};

/**
 * The numbers of a list as they were written, when each is greater than the one before. Markdown counts on from the first,
 * which loses the year of a line that begins with `1999.`; `1. 1. 1.` asks for counting.
 */
const writtenNumbers = (items: readonly Tokens.ListItem[]): number[] | undefined => {
  const numbers = items.map(({raw}) => Number(/^\s{0,3}(\d{1,9})/.exec(raw)?.[1]));
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0)) ? numbers : undefined;
};

const readers: Readers = {
  paragraph: (token, body) => {
    const tokens = readInline(token.tokens, body);
    return isEmpty(tokens) ? [] : [{type: 'paragraph', raw: token.raw, tokens}];
  },
  text: (token, body) => {
    const tokens = token.tokens ? readInline(token.tokens, body) : [textNode(decodeMarkdown(token.raw), token.raw)];
    return isEmpty(tokens) ? [] : [{type: 'text', raw: token.raw, tokens}];
  },
  heading: (token, body) => {
    const tokens = readInline(token.tokens, body);
    // A picture may stand in a heading; it goes below.
    const pictures = tokens.filter(node => node.type === 'image');
    const words = tokens.filter(node => node.type !== 'image');
    return [
      ...(isEmpty(words) ? [] : [{type: 'heading', raw: token.raw, depth: token.depth, tokens: words} as const]),
      ...pictures.map(node => ({type: 'figure', raw: '', image: node.image}) as const),
    ];
  },
  code: token => {
    const name = language(token.lang);
    return [{type: 'code', raw: token.raw, text: safeBlock(token.text), ...(name && {language: name})}];
  },
  blockquote: (token, body) => {
    const quote = readQuote(token, body);
    return quote.tokens.length > 0 || quote.callout || quote.attribution ? [quote] : [];
  },
  list: (token, body) => {
    const numbers = token.ordered ? writtenNumbers(token.items) : undefined;
    return [
      {
        type: 'list',
        raw: token.raw,
        ...(token.ordered && {start: Number(token.start)}),
        isLoose: token.loose,
        items: token.items.map((item, index) => {
          const number = numbers?.[index];
          return {
            tokens: readBlocks(item.tokens, body),
            ...(item.task && {isChecked: item.checked === true}),
            ...(number !== undefined && {number}),
          };
        }),
      },
    ];
  },
  table: (token, body) => [
    {
      type: 'table',
      raw: token.raw,
      align: token.align.map(side => side ?? undefined),
      header: token.header.map(cell => readInline(cell.tokens, body)),
      rows: token.rows.map(row => row.map(cell => readInline(cell.tokens, body))),
    },
  ],
  hr: token => [{type: 'hr', raw: token.raw}],
  html: (token, body) => readHtml(token.raw, body),
};

const isKnown = (type: string): type is keyof Known => Object.hasOwn(readers, type);

const readBlock = <Type extends keyof Known>(type: Type, token: Token, body: LexedBody): readonly Block[] =>
  readers[type](token as Known[Type], body);

/** @param tokens marked's block tokens; definitions and blank lines among them become nothing */
export const readBlocks = (tokens: readonly Token[], body: LexedBody): Block[] =>
  withFigures(tokens.flatMap(token => (isKnown(token.type) ? readBlock(token.type, token, body) : [])));

/** A block that the lexer failed on, as it stands. */
export const unparsed = (raw: string): Block[] =>
  raw
    .split(/\n[ \t]*\n/)
    .filter(part => part.trim())
    .map(part => ({type: 'paragraph', raw: part, tokens: [textNode(part)]}));
