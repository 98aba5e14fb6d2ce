/**
 * The renderer that marked's `Parser` runs: marked-terminal's, with its inline styling, and a layout of our own for
 * everything else. What marked-terminal does instead is told where it is replaced.
 */
import {Parser, type Renderer, type RendererExtensionFunction, type Token} from 'marked';
import type {
  Block,
  Code,
  CodeSpan,
  Figure,
  FootnoteReference,
  Heading,
  ImageNode,
  Inline,
  LinkNode,
  List,
  Paragraph,
  Quote,
  Table,
  TextNode,
  TightText,
} from '../../core/markdown/tokens.ts';
import type {SafeField} from '../../core/sanitize.ts';
import {width as columns} from '../../core/text/width.ts';
import type {Theme} from '../theme.ts';
import {type Canvas, drawnGlyphs, type Glyphs, type Highlight, plainGlyphs, ruleWidth} from './canvas.ts';
import {drawCode} from './code.ts';
import {bracketed, drawFigure} from './figure.ts';
import {flow, hardBreak} from './flow.ts';
import {type FootnoteNumbers, lower, noteAnchor, raise} from './footnotes.ts';
import type {LinkRegister} from './links.ts';
import {drawList} from './list.ts';
import {drawQuote} from './quote.ts';
import {drawTable} from './table.ts';
import {TerminalRenderer} from './terminal-renderer.ts';

export interface RendererOptions {
  readonly width: number;
  readonly theme: Theme;
  readonly highlight: Highlight | undefined;
  readonly links: LinkRegister;
  readonly footnotes: FootnoteNumbers;
  /** Whether links are followed where they stand: then they need no numbers, and footnotes lead to their notes and back. */
  readonly isInteractive: boolean;
}

/** Blocks end with this while marked puts them together; runs of it are cut where lines are taken apart. */
const blockEnd = '\n\n';

/** An expression for the last ones would look at each run of them again and again. */
const withoutOuterLineEnds = (text: string): string => {
  let [start, end] = [0, text.length];
  while (text[start] === '\n') start++;
  while (end > start && text[end - 1] === '\n') end--;
  return text.slice(start, end);
};

type Nodes = {readonly tokens: readonly Inline[]};

class ArticleRenderer extends TerminalRenderer implements Canvas {
  width: number;
  readonly theme: Theme;
  readonly glyphs: Glyphs;
  readonly isPlain: boolean;
  readonly highlight: Highlight | undefined;
  readonly #links: LinkRegister;
  readonly #footnotes: FootnoteNumbers;
  readonly #isInteractive: boolean;
  #listDepth = 0;

  constructor({width, theme, highlight, links, footnotes, isInteractive}: RendererOptions) {
    const {strong, emphasis, deleted, code} = theme.style;
    // Its other paints default to chalk.reset, which ends the style around it and makes nested lists exponential: 25 levels
    // took over a minute. Nothing of ours goes through them. `emoji` turns `C:b:` into a button, `unescape` decodes code.
    super({
      strong,
      em: emphasis,
      del: deleted,
      codespan: code,
      unescape: false,
      emoji: false,
      showSectionPrefix: false,
    });
    this.width = width;
    this.theme = theme;
    this.isPlain = theme.level === 0;
    this.glyphs = this.isPlain ? plainGlyphs : drawnGlyphs;
    this.highlight = highlight;
    this.#links = links;
    this.#footnotes = footnotes;
    this.#isInteractive = isInteractive;
  }

  inline(nodes: readonly Inline[]): string {
    return this.parser.parseInline(nodes as unknown as Token[]);
  }

  blocks(blocks: readonly Block[], indent: number): string[] {
    const {width} = this;
    this.width = width - indent;
    try {
      const drawn = withoutOuterLineEnds(this.parser.parse(blocks as unknown as Token[]));
      return drawn === '' ? [] : drawn.split('\n');
    } finally {
      this.width = width;
    }
  }

  linked(text: string, href: string): string {
    const link = this.#links.add(text, href);
    const isNumbered = link.number !== 0 && !this.#isInteractive;
    return isNumbered ? link.text + this.theme.style.linkNumber(`[${link.number}]`) : link.text;
  }

  noteLink(text: string, anchor: SafeField): string {
    return this.#isInteractive ? this.#links.addNote(text, anchor) : text;
  }

  #section(lines: readonly string[]): string {
    return lines.length === 0 ? '' : lines.join('\n') + blockEnd;
  }

  // Blocks

  paragraph({tokens}: Paragraph): string {
    return this.#section(flow(this.inline(tokens), this.width));
  }

  heading({tokens, depth}: Heading): string {
    const text = this.inline(tokens);
    const lines = flow(text, this.width).map(this.#headingStyle(depth));
    const rule = this.isPlain ? plainUnderlines[depth - 1] : drawnUnderlines[depth - 1];
    // Where a paragraph is one line, an underline would be a paragraph of its own.
    if (!rule || lines.length === 0 || this.width === Number.POSITIVE_INFINITY) return this.#section(lines);
    const longest = lines.reduce((most, line) => Math.max(most, columns(line)), 0);
    return this.#section([...lines, this.theme.style.rule(rule.repeat(longest))]);
  }

  #headingStyle(depth: number): (line: string) => string {
    const {heading, subheading, emphasis} = this.theme.style;
    if (depth <= 2) return heading;
    return depth === 3 ? subheading : line => emphasis(subheading(line));
  }

  code(code: Code): string {
    return this.#section(drawCode(code, this));
  }

  blockquote(quote: Quote): string {
    return this.#section(drawQuote(quote, this));
  }

  list(list: List): string {
    const depth = this.#listDepth++;
    try {
      return this.#section(drawList(list, this, depth));
    } finally {
      this.#listDepth--;
    }
  }

  table(table: Table): string {
    return this.#section(drawTable(table, this));
  }

  figure(figure: Figure): string {
    return this.#section(drawFigure(figure, this));
  }

  // marked-terminal measures the process's own stdout for it, and draws nothing into a pipe.
  hr(): string {
    const {sectionBreak} = this.glyphs;
    const middle = Math.max(0, Math.floor((ruleWidth(this.width) - columns(sectionBreak)) / 2));
    return this.#section([' '.repeat(middle) + this.theme.style.rule(sectionBreak)]);
  }

  // Running text

  /** Of a tight list's item it is a block: marked-terminal prints its source. */
  text(node: TextNode | TightText): string {
    if ('text' in node) return node.text;
    const lines = flow(this.inline(node.tokens), this.width);
    return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
  }

  // A line break inside of emphasis comes out of marked-terminal as the text of a regular expression.
  br(): string {
    return hardBreak;
  }

  codespan({text}: CodeSpan): string {
    return this.theme.style.code(text);
  }

  link({tokens, href}: LinkNode): string {
    return this.linked(this.theme.style.link(this.inline(tokens)), href);
  }

  image({image}: ImageNode): string {
    return this.theme.style.caption(bracketed(image));
  }

  highlighted({tokens}: Nodes): string {
    return this.theme.style.highlight(this.inline(tokens));
  }

  keyboard({tokens}: Nodes): string {
    return this.theme.style.keyboard(this.inline(tokens));
  }

  raised({tokens}: Nodes): string {
    return raise(this.inline(tokens));
  }

  lowered({tokens}: Nodes): string {
    return lower(this.inline(tokens));
  }

  footnoteReference({id}: FootnoteReference): string {
    const shown = this.theme.style.linkNumber(raise(String(this.#footnotes.numberOf(id) ?? id)));
    return this.noteLink(shown, noteAnchor(id));
  }
}

/** What headings are underlined with, by level. Without styles a short paragraph could pass for a heading. */
const plainUnderlines: readonly string[] = ['=', '-'];
const drawnUnderlines: readonly string[] = ['─'];

/** A canvas on which blocks are drawn by marked's parser. */
export const createRenderer = (options: RendererOptions): Canvas => {
  const renderer = new ArticleRenderer(options);
  /** marked calls these by the type of a node that it doesn't know itself. */
  const nodes = {
    figure: node => renderer.figure(node as unknown as Figure),
    highlight: node => renderer.highlighted(node as unknown as Nodes),
    keyboard: node => renderer.keyboard(node as unknown as Nodes),
    raised: node => renderer.raised(node as unknown as Nodes),
    lowered: node => renderer.lowered(node as unknown as Nodes),
    footnoteReference: node => renderer.footnoteReference(node as unknown as FootnoteReference),
  } satisfies Record<string, RendererExtensionFunction>;
  new Parser({renderer: renderer as unknown as Renderer, extensions: {renderers: nodes, childTokens: {}}});
  return renderer;
};
