/** What the reader knows, what can happen to it, and what it asks of the world. All of it plain data. */
import type {Article, ArticleSummary} from '../core/article.ts';
import type {View} from '../core/config.ts';
import type {Finder} from '../core/find-text.ts';
import type {NamingArticle} from '../core/library-questions.ts';
import type {ResolveLink} from '../core/links.ts';
import type {Grouping, Groups} from '../core/listing/groups.ts';
import type {SortKey} from '../core/listing/sort.ts';
import type {RelatedArticle} from '../core/related.ts';
import type {SafeField, SafeUrl} from '../core/sanitize.ts';
import type {Highlight} from '../render/markdown.ts';
import type {Theme} from '../render/theme.ts';
import type {Dossier, DossierName} from './dossier.ts';
import type {FeedList, Feeds} from './feeds.ts';
import type {Find} from './find.ts';
import type {InputEvent} from './input.ts';
import type {Keymap} from './keymap.ts';
import type {ReaderLibrary} from './library.ts';
import type {Line} from './line-editor.ts';
import type {MarkedPositions, ReaderMarks} from './marks.ts';
import type {Spot} from './page-window.ts';
import type {Place} from './place.ts';

/** Of the terminal, in cells. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
  /** A screen reader reads line by line: nothing stands beside anything, and nothing is drawn for the eye alone. */
  readonly isLinear?: boolean;
}

export interface Settings {
  readonly theme: Theme;
  /** Widest column of article text, in columns. */
  readonly measure: number;
  /** Whether the terminal shows OSC 8 links. */
  readonly hyperlinks: boolean;
  /** For dates without a year, and for what is said of today. */
  readonly today: Date;
  /** How the list is grouped where a view does not say otherwise. */
  readonly group: Grouping;
  readonly keymap: Keymap;
}

/** An article within this run, also after its file was read again: `name:id`. */
export type ArticleKey = string;

export const articleKey = (article: Pick<Article, 'id' | 'library'>): ArticleKey => `${article.library}:${article.id}`;

/** A tab of the masthead that shows a section; absent: all of them. */
export type SectionTab = SafeField | undefined;

/** What a list may be sorted by in the reader; by relevance only while something is searched. */
export const listOrders = [
  'date',
  'saved',
  'title',
  'source',
  'length',
  'section',
] as const satisfies readonly SortKey[];
export type ListOrder = (typeof listOrders)[number] | 'relevance';

/** What is asked of the library: the rest of the front page is chosen among the answer. */
export interface ListQuestion {
  readonly query: string;
  readonly sort: ListOrder;
  readonly isReversed: boolean;
}

/** The front page. `entries`, `groups` and `tabs` follow from the rest and the library; `list.ts` makes them. */
export interface ListState extends ListQuestion {
  /** The chosen one, kept while the query leaves nothing of it; all sections show then. */
  readonly section: SafeField | undefined;
  /** The view whose search this is. */
  readonly view: SafeField | undefined;
  readonly hidesRead: boolean;
  /** As it was chosen: by day only what is sorted by date is grouped. */
  readonly group: Grouping;
  /** Positions that the question found, in its order; absent when nothing is asked: then all show, the newest first. */
  readonly matches: Int32Array | undefined;
  /** The number of the question that is not answered yet, if there is one; answers with another number are stale. */
  readonly asked: number | undefined;
  /** Positions of what shows, in its order. */
  readonly entries: Int32Array;
  /** Absent: no headings show. The key of a section is its index among the tabs, and of none their number. */
  readonly groups: Groups | undefined;
  readonly tabs: readonly SectionTab[];
  /** An entry. */
  readonly selected: number;
  /** The first row that shows: see `rows.ts`. */
  readonly top: number;
}

/** A link or suggestion of a page: an index into the picks of a block. */
export interface Picked {
  readonly block: number;
  readonly index: number;
}

/** An article on screen. */
export interface Reading {
  readonly article: Article;
  /** In the library. */
  readonly position: number;
  /** First line of the page that shows. */
  readonly top: Spot;
  /** What is read: kept while the page changes around it, so that resizing there and back ends where it began. */
  readonly place: Place;
  /** The link or suggestion that Tab picked. */
  readonly picked: Picked | undefined;
  readonly find: Find | undefined;
  /** Whether it was marked read or unread by hand since it was opened: then its end and ten seconds on it mark nothing. */
  readonly isMarkedByHand: boolean;
  /** Late answers that carry another number are dropped. */
  readonly requestId: number;
}

/** What belongs to an article: the panel, the end of the page and the preview show it. */
export interface Suggestions {
  readonly related: readonly RelatedArticle[];
  readonly more: readonly ArticleSummary[];
}

/** Everything opened, and every jump within an article. */
export interface History {
  readonly entries: readonly {
    readonly id: Article['id'];
    readonly library: Article['library'];
    /** Where one was when one went on; absent for the present one, and for those left for the list. */
    readonly place: Place | undefined;
  }[];
  readonly index: number;
}

export type PanelKind = 'related' | 'contents' | 'links' | 'names' | 'naming';

/** A list over the article, or over the front page; `typed` are the digits so far. */
export interface Panel {
  readonly kind: PanelKind;
  readonly article: Article;
  readonly selected: number;
  readonly typed: string;
  /** Whom `naming` is about. */
  readonly name?: Pick<DossierName, 'key' | 'text'>;
  /** The panel that it was opened from. */
  readonly under?: Panel;
}

export interface Notice {
  readonly text: SafeField;
  readonly isError: boolean;
}

export interface State {
  readonly settings: Settings;
  readonly size: Size;
  readonly library: ReaderLibrary;
  readonly marks: ReaderMarks;
  /** How far the library has been read and indexed, while that goes on. */
  readonly progress: SafeField | undefined;
  /** Where links lead, of articles of which that was found out. */
  readonly links: ReadonlyMap<ArticleKey, ResolveLink>;
  readonly views: readonly View[];
  /** Positions that the views find, of those that were answered, by their names. */
  readonly viewMatches: ReadonlyMap<SafeField, Int32Array>;
  /** Rises with every change of marks by hand, which U takes back. */
  readonly handMarks: number;
  readonly list: ListState;
  /** Absent: the front page shows. */
  readonly reading: Reading | undefined;
  readonly panel: Panel | undefined;
  /** The help's first line; absent: it is closed. */
  readonly help: number | undefined;
  readonly prompt: Line | undefined;
  readonly notice: Notice | undefined;
  readonly feeds: Feeds;
  readonly history: History;
  readonly places: ReadonlyMap<ArticleKey, Place>;
  readonly suggestions: ReadonlyMap<ArticleKey, Suggestions>;
  readonly dossier: Dossier;
  /** There once its module is loaded; code is shown plain until then. */
  readonly highlight: Highlight | undefined;
  readonly nextRequest: number;
}

export type Event =
  | InputEvent
  | {readonly type: 'resized'; readonly size: Size}
  | {readonly type: 'related-found'; readonly key: ArticleKey; readonly found: Suggestions}
  | {readonly type: 'links-found'; readonly key: ArticleKey; readonly resolveLink: ResolveLink}
  | {readonly type: 'articles-found'; readonly requestId: number; readonly positions: Int32Array}
  | {readonly type: 'view-found'; readonly view: SafeField; readonly positions: Int32Array}
  | {readonly type: 'question-failed'; readonly requestId: number; readonly notice: Notice}
  | {readonly type: 'marks-changed'; readonly marks: ReaderMarks; readonly undone?: number}
  | {readonly type: 'progressed'; readonly text: SafeField | undefined}
  | {readonly type: 'names-found'; readonly key: ArticleKey; readonly found: readonly DossierName[]}
  | {readonly type: 'naming-found'; readonly name: string; readonly found: readonly NamingArticle[]}
  | {readonly type: 'read-long-enough'; readonly requestId: number}
  | {readonly type: 'find-on'; readonly requestId: number}
  | {readonly type: 'expression-compiled'; readonly requestId: number; readonly finder: Finder | undefined}
  | {readonly type: 'library-loaded'; readonly library: ReaderLibrary; readonly marks: ReaderMarks}
  /** Absent: it is done. */
  | {readonly type: 'fetch-progressed'; readonly text: SafeField | undefined}
  | {readonly type: 'feeds-listed'; readonly list: FeedList}
  /** Midnight has passed. */
  | {readonly type: 'day-began'; readonly today: Date}
  | {readonly type: 'highlighter-loaded'; readonly highlight: Highlight}
  | {readonly type: 'told'; readonly notice: Notice};

export type Effect =
  | {readonly type: 'find-related'; readonly article: Article}
  | {readonly type: 'find-links'; readonly article: Article}
  | {readonly type: 'find-articles'; readonly question: ListQuestion; readonly requestId: number}
  | {readonly type: 'find-views'; readonly views: readonly View[]}
  /** Keeps what was marked. */
  | {readonly type: 'mark'; readonly changes: readonly MarkedPositions[]; readonly isUndoable: boolean}
  | {readonly type: 'undo'}
  | {readonly type: 'refresh'; readonly isThorough: boolean}
  | {readonly type: 'keep-place'; readonly article: Article; readonly place: Place}
  | {readonly type: 'find-names'; readonly article: Article}
  /** By the key of the name. */
  | {readonly type: 'find-naming'; readonly name: string}
  | {readonly type: 'wait'; readonly ms: number; readonly requestId: number}
  | {readonly type: 'browse'; readonly url: SafeUrl}
  | {readonly type: 'edit'; readonly article: Article}
  | {readonly type: 'copy'; readonly what: 'address' | 'path'; readonly text: SafeField | SafeUrl}
  | {readonly type: 'load-highlighter'}
  /** Come back to the find when the keys had their turn. */
  | {readonly type: 'find-on'; readonly requestId: number}
  | {readonly type: 'compile-expression'; readonly source: string; readonly flags: string; readonly requestId: number}
  | {readonly type: 'fetch-feeds'}
  | {readonly type: 'list-feeds'}
  | {readonly type: 'add-feed'; readonly address: string}
  | {readonly type: 'redraw'}
  | {readonly type: 'suspend'}
  | {readonly type: 'quit'};

/** One step of the machine. */
export interface Step {
  readonly state: State;
  readonly effects: readonly Effect[];
}
