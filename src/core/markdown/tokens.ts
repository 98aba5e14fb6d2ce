/**
 * The tree an article's body becomes. Its nodes are shaped like marked's tokens, so that marked's `Parser` can walk them, but
 * text is decoded and safe, HTML has become what it means, and pictures stand by themselves with what is said about them.
 */
import type {ArticleImage} from '../article.ts';
import type {SafeField, SafeText} from '../sanitize.ts';

interface Node<Type extends string> {
  readonly type: Type;
  /** The source it came from. Hostile; for measuring only. */
  readonly raw: string;
}

interface Span<Type extends string> extends Node<Type> {
  readonly tokens: readonly Inline[];
}

export interface TextNode extends Node<'text'> {
  readonly text: SafeText;
}

export interface CodeSpan extends Node<'codespan'> {
  readonly text: SafeText;
}

export interface LinkNode extends Span<'link'> {
  /** As written, entities decoded. Hostile: goes through `url`, `field` or a `ResolveLink`. Dialects write `wiki:` and `ref:` before theirs. */
  readonly href: string;
}

/** A picture in running text. */
export interface ImageNode extends Node<'image'> {
  readonly image: ArticleImage;
}

export interface FootnoteReference extends Node<'footnoteReference'> {
  readonly id: string;
}

export type Inline =
  | TextNode
  | CodeSpan
  | LinkNode
  | ImageNode
  | FootnoteReference
  | Node<'br'>
  | Span<'strong'>
  | Span<'em'>
  | Span<'del'>
  | Span<'highlight'>
  | Span<'keyboard'>
  | Span<'raised'>
  | Span<'lowered'>;

export type SpanType = Extract<Inline, {tokens: readonly Inline[]}>['type'];

export interface Paragraph extends Span<'paragraph'> {}

/** The text of an item of a tight list: a paragraph without a blank line after it. marked gives it the name of inline text. */
export interface TightText extends Span<'text'> {}

export interface Heading extends Span<'heading'> {
  readonly depth: number;
}

export interface Code extends Node<'code'> {
  readonly text: SafeText;
  /** Lower case, without attributes. */
  readonly language?: SafeField;
}

/** A picture by itself, with its caption. */
export interface Figure extends Node<'figure'> {
  readonly image: ArticleImage;
  /** Where it leads when it is also a link. Hostile, as `LinkNode.href`. */
  readonly href?: string;
}

/** A `<figcaption>` before it has found its picture. */
export interface Caption extends Span<'caption'> {}

export interface Quote extends Node<'blockquote'> {
  readonly tokens: readonly Block[];
  /** An alert of GitHub's or a callout of Obsidian's: `kind` as written, in lower case. */
  readonly callout?: {readonly kind: SafeField; readonly title?: SafeField};
  /** Who said it, without the dash. */
  readonly attribution?: readonly Inline[];
}

export interface ListItem {
  readonly tokens: readonly Block[];
  /** Of a task: whether it is done. */
  readonly isChecked?: boolean;
  /** As written, when the numbers of the list were written with care. */
  readonly number?: number;
}

export interface List extends Node<'list'> {
  /** Number of the first item, when the items are numbered. */
  readonly start?: number;
  /** Whether blank lines stand between its items. */
  readonly isLoose: boolean;
  readonly items: readonly ListItem[];
}

export type Alignment = 'left' | 'center' | 'right';

export interface Table extends Node<'table'> {
  readonly align: readonly (Alignment | undefined)[];
  /** As many cells as `align` has. */
  readonly header: readonly (readonly Inline[])[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}

export type Block = Paragraph | TightText | Heading | Code | Figure | Caption | Quote | List | Table | Node<'hr'>;
