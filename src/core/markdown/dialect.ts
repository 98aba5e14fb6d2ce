/** What a dialect adds to Markdown: rules that are tried where their first characters stand, outside of code. */
import type {Token} from 'marked';

/** What a rule may ask the lexer that runs it. */
export interface Lexing {
  /** Lexes running text at once. */
  inline(source: string): Token[];
  /** Lexes blocks; their running text is lexed when it is asked for. */
  blocks(source: string): Token[];
  /** Whether `[label]` is defined as a link somewhere above. */
  isDefined(label: string): boolean;
  /** Footnotes by label, as they are found. */
  readonly footnotes: Map<string, Token[]>;
}

/**
 * @param source begins where the rule is tried and goes on to the end of the text; how far a rule looks must be bounded
 * @returns a token whose `raw` is what it used up, or nothing when the rule does not apply
 */
export type Rule = (source: string, lexing: Lexing) => Token | undefined;

/** Markup that leaves nothing behind. */
export const hidden = (raw: string): Token => ({type: 'hidden', raw});

export const textToken = (raw: string, text = raw): Token => ({
  type: 'text',
  raw,
  text,
  // What a dialect writes has no entities of its own: it is not decoded again.
  isLiteral: true,
});

export const linkToken = (raw: string, link: {href: string; text: string; tokens: Token[]}): Token => ({
  type: 'link',
  raw,
  ...link,
});

/** A picture as a dialect describes it, everything as written. */
export const pictureToken = (
  raw: string,
  picture: {href: string; alt?: string; caption?: string; credit?: string},
): Token => ({type: 'picture', raw, ...picture});

/**
 * What stands between the opening and closing characters of a piece of markup.
 * @param reach how many characters to look ahead: without a bound, many openings without a closing would cost the square of their number
 */
export const enclosed = (
  source: string,
  {open, close, reach}: {open: string; close: string; reach: number},
): {raw: string; inner: string} | undefined => {
  if (!source.startsWith(open)) return;
  const near = source.slice(0, reach);
  const end = near.indexOf(close, open.length);
  if (end < 0) return;
  return {raw: near.slice(0, end + close.length), inner: near.slice(open.length, end)};
};
