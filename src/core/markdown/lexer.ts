/**
 * marked's lexer, guarded and with the dialects built in. Blocks are lexed at once, running text when it is asked for: of a
 * long article only what is looked at costs anything.
 */
import {Lexer, type Token, Tokenizer, type Tokens} from 'marked';
import {type Lexing, type Rule, textToken} from './dialect.ts';
import {definitionInParagraph, footnoteDefinition, footnoteReference} from './footnotes.ts';
import {blockComment, comment, highlight, wikiEmbed, wikiLink, withoutBlockId} from './obsidian.ts';
import {template, templateBlock, templateLink, templateTag} from './templates.ts';

/** Quotes and lists deeper than this are text. marked recurses for each level: 2,000 `>` overflow its stack. */
const deepest = 16;

/** Emphasis inside of emphasis: people stop at three. marked looks for the end of each level through all that is inside. */
const deepestEmphasis = 6;

/**
 * Running text with more marks than this is shown as it stands. marked needs more than linear time for emphasis that is
 * opened again and again: 60 KB of `**a *b ` took it 21 seconds.
 */
const mostMarks = 1000;
const marks = /[*_~`[<!]|==|%%|\{[{%:]/g;

/** Where running text may not be swallowed whole, because a rule may apply there. */
const ruleStart = /==|%%|\{[{%:]/;

const inlineRules: Readonly<Record<string, readonly Rule[]>> = {
  '[': [wikiLink, footnoteReference, templateLink],
  '!': [wikiEmbed, templateLink],
  '=': [highlight],
  '%': [comment],
  '{': [template],
  '<': [templateTag],
};

const blockRules: Readonly<Record<string, readonly Rule[]>> = {
  '[': [footnoteDefinition],
  ' ': [footnoteDefinition],
  '%': [blockComment],
  '{': [templateBlock],
};

const firstOf = (
  rules: Readonly<Record<string, readonly Rule[]>>,
  source: string,
  lexing: Lexing,
): Token | undefined => {
  for (const rule of rules[source.charAt(0)] ?? []) {
    const token = rule(source, lexing);
    if (token) return token;
  }
  return;
};

/**
 * What the rules of marked's can begin with. Asking first spares the regular expression, which V8 makes when it is first
 * used: most articles have neither HTML nor definitions nor struck out words.
 */
const beginnings = {
  fences: ' `~',
  heading: ' #',
  hr: ' *-_',
  blockquote: ' >',
  list: ' *+-0123456789',
  html: ' <',
  def: ' [',
  escape: '\\',
  tag: '<',
  link: '![',
  reflink: '![',
  emStrong: '*_',
  codespan: '`',
  del: '~',
  autolink: '<',
} as const satisfies Partial<Record<keyof Tokenizer, string>>;

type Read = (source: string, ...more: unknown[]) => Token | undefined;

const askFirst = (tokenizer: Tokenizer): void => {
  for (const [rule, characters] of Object.entries(beginnings) as [keyof typeof beginnings, string][]) {
    const read = tokenizer[rule].bind(tokenizer) as Read;
    const guarded: Read = (source, ...more) =>
      characters.includes(source.charAt(0)) ? read(source, ...more) : undefined;
    Object.assign(tokenizer, {[rule]: guarded});
  }
};

/** Characters before an `@` that may belong to an address, as marked has it; it looks for the `@` anew from each of them. */
const longestAddress = 400;
const endsInAddress = new RegExp(`[\\w.!#$%&'*+/=?\`{|}~-]{${longestAddress}}$`);

const hasOverlongAddress = (source: string): boolean => {
  for (let at = source.indexOf('@', longestAddress); at !== -1; at = source.indexOf('@', at + 1))
    if (endsInAddress.test(source.slice(at - longestAddress, at))) return true;
  return false;
};

/** The line below a heading, or below the head of a table. */
const underline = /\n {0,3}(?:=|-)/;
const tableRule = /^[^\n]*\n[ \t]*[|:-]/;

/** Cells that a table may have beyond those that its length could spell. */
const spareCells = 10_000;

/**
 * marked fills every row up to the columns of the head: 20 KB of a wide head over short rows become millions of cells.
 * cmark-gfm has a limit for the same reason. What `source` begins with counts up to the first blank line.
 */
const isTooWide = (source: string): boolean => {
  const blank = source.search(/\n[ \t]*\n/);
  const lines = (blank < 0 ? source : source.slice(0, blank)).split('\n');
  const columns = (lines[1] ?? '').split('|').length;
  return columns * lines.length > (blank < 0 ? source.length : blank) + spareCells;
};

/** Lines none of which can be anything but running text, whatever stands around them. */
const plainLines = /^(?:[A-Za-z\u00c0-\u024f“‘("][^\n]*\n)*[A-Za-z\u00c0-\u024f“‘("][^\n]*\n?$/;

/**
 * Most paragraphs need no look at all that could end one, and marked's expression for them is its most costly. In its place
 * rather than in the class below: marked reads tables that interrupt paragraphs otherwise once a tokenizer has its own.
 */
const readParagraph = Tokenizer.prototype.paragraph;
Tokenizer.prototype.paragraph = function (source) {
  const end = source.indexOf('\n\n');
  const chunk = end < 0 ? source : source.slice(0, end);
  if (!plainLines.test(chunk)) return readParagraph.call(this, source);
  const text = chunk.endsWith('\n') ? chunk.slice(0, -1) : chunk;
  return {type: 'paragraph', raw: text, text, tokens: this.lexer.inline(text)};
};

class GuardedTokenizer extends Tokenizer {
  #depth = 0;
  #emphasisDepth = 0;

  constructor() {
    super();
    askFirst(this);
  }

  #deeper<Result>(make: () => Result | undefined): Result | undefined {
    if (this.#depth >= deepest) return;
    this.#depth++;
    try {
      return make();
    } finally {
      this.#depth--;
    }
  }

  override blockquote(source: string): Tokens.Blockquote | undefined {
    return this.#deeper(() => super.blockquote(source));
  }

  override list(source: string): Tokens.List | undefined {
    return this.#deeper(() => super.list(source));
  }

  override lheading(source: string): Tokens.Heading | undefined {
    const end = source.indexOf('\n\n');
    return underline.test(end < 0 ? source : source.slice(0, end)) ? super.lheading(source) : undefined;
  }

  override table(source: string): Tokens.Table | undefined {
    return tableRule.test(source) && !isTooWide(source) ? super.table(source) : undefined;
  }

  override emStrong(source: string, masked: string, before?: string): Tokens.Em | Tokens.Strong | undefined {
    if (this.#emphasisDepth >= deepestEmphasis) return;
    this.#emphasisDepth++;
    try {
      return super.emStrong(source, masked, before);
    } finally {
      this.#emphasisDepth--;
    }
  }

  /** Blocks inside of a block of a dialect. */
  nested(source: string): Token[] {
    return (
      this.#deeper(() => this.lexer.blockTokens(source, [])) ?? [
        {type: 'paragraph', raw: source, text: source, tokens: [textToken(source)]},
      ]
    );
  }

  /**
   * marked lets running text go on up to the next character that is special to it. Telling it of ours through an extension's
   * `start` would search the rest of the paragraph again for every piece of text; cutting the piece is linear.
   */
  override inlineText(source: string): Tokens.Text | undefined {
    const token = super.inlineText(source);
    if (!token) return;
    const cut = token.raw.slice(1).search(ruleStart);
    if (cut < 0) return token;
    const raw = token.raw.slice(0, cut + 1);
    return {...token, raw, text: raw};
  }
}

export interface LexedBody {
  /** The top-level tokens; their running text is not lexed yet. */
  readonly tokens: readonly Token[];
  /** Footnotes by label, in the order of their definitions. */
  readonly footnotes: ReadonlyMap<string, readonly Token[]>;
  /** The tokens of running text: what a token has as `tokens`. Lexed at the first call. */
  open(tokens: readonly Token[]): readonly Token[];
  /** Lexes running text that stood inside of HTML. */
  inline(source: string): readonly Token[];
}

const countMarks = (source: string): number => {
  let count = 0;
  for (const _ of source.matchAll(marks)) if (++count > mostMarks) break;
  return count;
};

/** @param source with `\n` as the only line end */
export const lexBody = (source: string): LexedBody => {
  const tokenizer = new GuardedTokenizer();
  const footnotes = new Map<string, Token[]>();
  const lexing: Lexing = {
    inline: text => lexer.inlineTokens(text),
    blocks: text => tokenizer.nested(text),
    isDefined: label => Object.hasOwn(lexer.tokens.links, label.replace(/\s+/g, ' ').trim().toLowerCase()),
    footnotes,
  };
  const lexer: Lexer = new Lexer({
    gfm: true,
    tokenizer,
    extensions: {
      renderers: {},
      childTokens: {},
      block: [text => firstOf(blockRules, text, lexing)],
      inline: [text => firstOf(inlineRules, text, lexing)],
      startBlock: [text => (lexer.state.top ? definitionInParagraph(text) : undefined)],
    },
  });

  lexer.blockTokens(source, lexer.tokens);
  const pending = new Map<readonly Token[], string>();
  for (const {src, tokens} of lexer.inlineQueue) pending.set(tokens, src);
  lexer.inlineQueue = [];

  const inline = (text: string): readonly Token[] => {
    if (countMarks(text) > mostMarks || hasOverlongAddress(text)) return [textToken(text)];
    // An inline <pre> or <code> left open ends with the block that holds it.
    lexer.state.inRawBlock = false;
    return lexer.inlineTokens(text);
  };

  const opened = new Map<readonly Token[], readonly Token[]>();
  const open = (tokens: readonly Token[]): readonly Token[] => {
    const source = pending.get(tokens);
    if (source === undefined) return tokens;
    const known = opened.get(tokens);
    if (known) return known;
    const made = inline(withoutBlockId(source));
    opened.set(tokens, made);
    return made;
  };

  return {tokens: lexer.tokens, footnotes, open, inline};
};
