/**
 * marked's lexer, guarded and with the dialects built in. Blocks are lexed at once, running text when it is asked for: of a
 * long article only what is looked at costs anything.
 */
import {Lexer, type Token} from 'marked';
import {type Lexing, type Rule, textToken} from './dialect.ts';
import {definitionInParagraph, footnoteDefinition, footnoteReference} from './footnotes.ts';
import {blockComment, comment, highlight, wikiEmbed, wikiLink, withoutBlockId} from './obsidian.ts';
import {template, templateBlock, templateLink, templateTag} from './templates.ts';
import {GuardedTokenizer} from './tokenizer.ts';

/**
 * Running text with more marks than this is shown as it stands. marked needs more than linear time for emphasis that is
 * opened again and again: 60 KB of `**a *b ` took it 21 seconds.
 */
const mostMarks = 1000;
const marks = /[*_~`[<!]|==|%%|\{[{%:]/g;

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

/** Some rule may apply to text that has one of these in it; any other is one piece as it stands. */
const anyMarkup = /[\\<![`*~_&@]|==|%%|\{[{%:]|:\/\/|www\.| {2}\n/;

/** What every address has that marked links by itself. */
const address = /@|:\/\/|www\./;

/** Characters before an `@` that may belong to an address, as marked has it; it looks for the `@` anew from each of them. */
const longestAddress = 400;
const endsInAddress = new RegExp(`[\\w.!#$%&'*+/=?\`{|}~-]{${longestAddress}}$`);

const hasOverlongAddress = (source: string): boolean => {
  for (let at = source.indexOf('@', longestAddress); at !== -1; at = source.indexOf('@', at + 1))
    if (endsInAddress.test(source.slice(at - longestAddress, at))) return true;
  return false;
};

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
    if (!anyMarkup.test(text)) return text === '' ? [] : [{type: 'text', raw: text, text, escaped: false}];
    tokenizer.mayHoldAddress = address.test(text);
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
