/** The article: what every layer speaks of. How a file becomes one is in `parse-article.ts`. */
import type {NewsDate} from './dates.ts';
import type {SafeField, SafeUrl} from './sanitize.ts';

/** Something wrong with an article's file that did not stop it from being listed. `line` counts from 1 in the file. */
export interface Problem {
  readonly message: SafeField;
  readonly line?: number;
}

export interface ArticleSource {
  readonly name?: SafeField;
  readonly url?: SafeUrl;
}

/** A picture with what is said about it. `src` is as written (relative path or address) and only for showing; hence a field. Empty for one of which only that is known. */
export interface ArticleImage {
  readonly src: SafeField;
  readonly alt?: SafeField;
  readonly caption?: SafeField;
  readonly credit?: SafeField;
}

/** What an article says of itself: all but its text. */
export interface ArticleSummary {
  /** Path below its library without extension, `/` between segments: `politics/border-rules`. Sanitised, unique within its library. */
  readonly id: SafeField;
  /** Name of the library it is in. */
  readonly library: SafeField;
  /** Absolute path of its file, as the file system has it: for opening only. Show `field(path)`. Empty for text that is no file. */
  readonly path: string;
  readonly title: SafeField;
  /** Where the title was found. `'heading'`: it is the first heading of the body, which then is not shown again. */
  readonly titleFrom: 'front-matter' | 'heading' | 'words' | 'file-name';
  readonly standfirst?: SafeField;
  readonly section?: SafeField;
  readonly authors: readonly SafeField[];
  readonly source?: ArticleSource;
  readonly published?: NewsDate;
  readonly updated?: NewsDate;
  readonly saved?: NewsDate;
  readonly lang?: SafeField;
  readonly tags: readonly SafeField[];
  readonly image?: ArticleImage;
  /** References as written in the front matter: ids, file names, the inner text of wiki links. */
  readonly related: readonly SafeField[];
  /** A draft, a list page of a site generator, or marked hidden. */
  readonly isHidden: boolean;
  readonly problems: readonly Problem[];
}

export interface Article extends ArticleSummary {
  /** The Markdown below the front matter, decoded, as it stands. Hostile: only `core/markdown.ts` and the body scanners read it, and `read --json`/`--raw` pass it on. */
  readonly body: string;
}

/** `line 3: …`, or without the line where there is none. */
export const problemText = ({line, message}: Problem): string =>
  line === undefined ? message : `line ${line}: ${message}`;

/** The date an article is sorted and listed by: published, else saved. */
export const articleDate = (article: ArticleSummary): NewsDate | undefined => article.published ?? article.saved;
