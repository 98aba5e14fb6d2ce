/** marked's tokenizer, guarded: rules asked by their first character, nesting and cells limited, plain paragraphs on the short way. */
import {type Token, Tokenizer, type Tokens} from 'marked';
import {textToken} from './dialect.ts';

/** Quotes and lists deeper than this are text. marked recurses for each level: 2,000 `>` overflow its stack. */
const deepest = 16;

/** Emphasis inside of emphasis: people stop at three. marked looks for the end of each level through all that is inside. */
const deepestEmphasis = 6;

/** Where running text may not be swallowed whole, because a rule may apply there. */
const ruleStart = /==|%%|\{[{%:]/;

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

/** The line below a heading, or below the head of a table. */
const underline = /\n {0,3}(?:=|-)/;
const tableRule = /^[^\n]*\n[ \t]*[|:-]/;

/** Cells that a table may have beyond those that its length could spell. */
const spareCells = 10_000;

/**
 * marked fills every row up to the columns of the head: 20 KB of a wide head over short rows become millions of cells.
 * cmark-gfm has a limit for the same reason.
 */
const isTooWide = (table: string): boolean => {
  const lines = table.trimEnd().split('\n');
  const columns = (lines[1] ?? '').split('|').length;
  return columns * lines.length > table.length + spareCells;
};

/** Up to the first blank line, with the line ends before it, where every table ends. */
const linesOfTable = (source: string): string => {
  const blank = source.search(/\n[ \t]*\n/);
  if (blank < 0) return source;
  let end = blank + 1;
  while (source[end] === '\n') end++;
  return source.slice(0, end);
};

/**
 * A line, and lines none of which can be anything but more of its paragraph: no markup that interrupts one begins so, and
 * no row of dashes that makes a table of what is above.
 */
const plainLines = /^[^\n]+(?:\n(?:[A-Za-z\u00c0-\u024f“‘("![]|`(?!``)|\*\*?[^*\s])[^\n]*)*\n?$/;

/** A comment, up to the end of its line and the blank ones below. marked's expression for HTML takes V8 two milliseconds. */
const htmlComment = /^ {0,3}<!--(?:-?>|[\s\S]*?-->)[^\n]*\n*/;

/** Up to where a rule of inline markup may apply, where there are no addresses. */
const markup = /[\\<![`*~_]| {2}\n/g;
const run = /^(?:`+|~+|[^`~])/;

/**
 * Most paragraphs need no look at all that could end one, and marked's expression for them is its most costly. In its place
 * rather than in the class below: marked reads tables that interrupt paragraphs otherwise once a tokenizer has its own.
 */
const readParagraph = Tokenizer.prototype.paragraph;
Tokenizer.prototype.paragraph = function (source) {
  const end = source.indexOf('\n\n');
  const chunk = end < 0 ? source : source.slice(0, end);
  if (!plainLines.test(chunk)) return readParagraph.call(this, end < 0 ? source : source.slice(0, end + 1));
  const text = chunk.endsWith('\n') ? chunk.slice(0, -1) : chunk;
  return {type: 'paragraph', raw: text, text, tokens: this.lexer.inline(text)};
};

export class GuardedTokenizer extends Tokenizer {
  /** Whether the running text that is lexed has anything in it that marked links by itself. */
  mayHoldAddress = true;
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
    const lines = end < 0 ? source : source.slice(0, end);
    return lines.includes('\n') && underline.test(lines) ? super.lheading(source) : undefined;
  }

  override html(source: string): Tokens.HTML | undefined {
    const raw = htmlComment.exec(source)?.[0];
    if (raw === undefined) return super.html(source);
    // One line end belongs to the comment, more are a blank block.
    const text = raw.endsWith('\n\n') ? raw.replace(/\n+$/, '') : raw;
    return {type: 'html', block: true, raw: text, pre: false, text};
  }

  override table(source: string): Tokens.Table | undefined {
    if (!tableRule.test(source)) return;
    const table = linesOfTable(source);
    return isTooWide(table) ? undefined : super.table(table);
  }

  override url(source: string): Tokens.Link | undefined {
    return this.mayHoldAddress ? super.url(source) : undefined;
  }

  /** marked's expression for text looks for addresses at every character. */
  #runningText(source: string): Tokens.Text | undefined {
    if (this.mayHoldAddress || source.includes('&')) return super.inlineText(source);
    const start = run.exec(source)?.[0].length ?? 0;
    markup.lastIndex = start;
    let end = markup.exec(source)?.index ?? source.length;
    // A hard break begins with the first of its spaces. Looking for that at once would look at each run of them again and again.
    if (source[end] === ' ') while (end > start && source[end - 1] === ' ') end--;
    const raw = source.slice(0, end);
    return {type: 'text', raw, text: raw, escaped: this.lexer.state.inRawBlock};
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
    const token = this.#runningText(source);
    if (!token) return;
    const cut = token.raw.slice(1).search(ruleStart);
    if (cut < 0) return token;
    const raw = token.raw.slice(0, cut + 1);
    return {...token, raw, text: raw};
  }
}
