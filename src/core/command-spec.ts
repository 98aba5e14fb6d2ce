/** What a command takes, as data: parsing, help, completion, the man page and the README are derived from it. */

export interface OptionSpec {
  /** Long name without dashes: `sort`. */
  readonly name: string;
  readonly short?: string;
  /** Placeholder of its value; absent for a switch. */
  readonly value?: string;
  /** The values it takes, where they can be listed: for checks, help and completion. */
  readonly choices?: readonly string[];
  /** A whole number, 0 or more; checked when the command line is read. */
  readonly isCount?: boolean;
  readonly repeats?: boolean;
  readonly summary: string;
}

export interface ArgumentSpec {
  readonly name: string;
  readonly isRequired: boolean;
  readonly repeats: boolean;
  /** What completion offers for it: words, or a kind of them. */
  readonly completes?: 'article' | 'command' | 'shell' | 'topic' | 'query' | readonly string[];
}

export interface CommandSpec {
  /** Empty for what `newsprint` does without a command. */
  readonly name: string;
  readonly summary: string;
  /** What else there is to know before one uses it: paragraphs, for its help and the man page. */
  readonly about?: readonly string[];
  /** Lines as they are typed, and what each of them does. */
  readonly examples?: readonly (readonly [line: string, does: string])[];
  readonly args: readonly ArgumentSpec[];
  /** Besides the options that all commands share. */
  readonly options: readonly OptionSpec[];
}
