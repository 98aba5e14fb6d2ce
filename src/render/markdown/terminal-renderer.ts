/** marked-terminal's renderer with the types of the marked that is used here: its own describe one of years ago. */
import type {Parser, Tokens} from 'marked';
import Stock from 'marked-terminal';

type Paint = (text: string) => string;

/** What of marked-terminal's options matters here: paints for running text, and switches for what it does by itself. */
export interface StockOptions {
  readonly strong: Paint;
  readonly em: Paint;
  readonly del: Paint;
  readonly codespan: Paint;
  readonly unescape: boolean;
  readonly emoji: boolean;
  readonly showSectionPrefix: boolean;
}

export interface StockRenderer {
  parser: Parser;
  strong(token: Tokens.Strong): string;
  em(token: Tokens.Em): string;
  del(token: Tokens.Del): string;
}

export const TerminalRenderer = Stock as unknown as new (options: StockOptions) => StockRenderer;
