/** The panels over an article, as a table: what each lists, and where its entries lead. */
import {type Article, articleDate} from '../core/article.ts';
import type {LinkTarget} from '../core/links.ts';
import type {PlacedHeading} from '../render/article-page.ts';
import {shortDate} from '../render/dates.ts';
import {mainReasons} from '../render/reasons.ts';
import {followTarget, openArticle} from './article-steps.ts';
import {pageOf} from './page.ts';
import {jumpToBlock} from './page-steps.ts';
import {articleKey, type Panel, type PanelKind, type State, type Step} from './state.ts';
import {step} from './step.ts';

export interface PanelEntry {
  readonly text: string;
  /** A reason, a date or an address; may be empty. */
  readonly note: string;
  /** Whether the note has a line of its own below the text. */
  readonly isNoteBelow: boolean;
  /** Columns that the text is set in by. */
  readonly indent: number;
  /** The heading that it and the entries after it stand under, if that is another than before. */
  readonly group?: string;
  go(state: State): Step;
}

interface PanelSpec {
  readonly title: (article: Article) => string;
  /** Absent while it is being found out. */
  readonly entries: (state: State, article: Article) => readonly PanelEntry[] | undefined;
  readonly empty: string;
}

const plain = {note: '', isNoteBelow: false, indent: 0} as const;

const relatedEntries = (state: State, article: Article): readonly PanelEntry[] | undefined => {
  const found = state.suggestions.get(articleKey(article));
  if (found === undefined) return undefined;
  const related = found.related.map(entry => entry.article);
  const more = found.more.filter(other => !related.includes(other));
  const dated = (other: Article): string => {
    const date = articleDate(other);
    return date === undefined ? '' : shortDate(date, state.settings.today);
  };
  const opens = (other: Article) => ({text: other.title, go: (now: State) => openArticle(now, other)});
  return [
    ...found.related.map(({article: other, reasons}) => ({
      ...plain,
      ...opens(other),
      note: mainReasons(reasons, 2),
      isNoteBelow: true,
    })),
    ...more.map((other, index) => ({
      ...plain,
      ...opens(other),
      note: dated(other),
      ...(index === 0 && {group: article.section === undefined ? 'More' : `More in ${article.section}`}),
    })),
  ];
};

const contents = new WeakMap<readonly PlacedHeading[], readonly PanelEntry[]>();

/** Made once for a page: each key and each frame asks. */
const contentsEntries = (state: State, article: Article): readonly PanelEntry[] => {
  const headings = pageOf(state, article).headings();
  const known = contents.get(headings);
  if (known !== undefined) return known;
  const shallowest = headings.reduce((least, {depth}) => Math.min(least, depth), 6);
  const entries = headings.map(
    ({text, depth, block}): PanelEntry => ({
      ...plain,
      text,
      indent: 2 * (depth - shallowest),
      go: now => step(jumpToBlock(now, block)),
    }),
  );
  contents.set(headings, entries);
  return entries;
};

/** Where a link leads, for people. */
export const describeTarget = (target: LinkTarget): string => {
  switch (target.kind) {
    case 'article':
      return target.article.title;
    case 'web':
      return target.url;
    case 'anchor':
      return `#${target.anchor}`;
    case 'nowhere':
      return `${target.address} (nowhere)`;
    default:
      return target satisfies never;
  }
};

const linkEntries = (state: State, article: Article): readonly PanelEntry[] =>
  pageOf(state, article)
    .links()
    .map(({text, target}) => ({
      ...plain,
      text,
      note: `→ ${describeTarget(target)}`,
      isNoteBelow: true,
      go: now => followTarget(now, target),
    }));

const panels: Readonly<Record<PanelKind, PanelSpec>> = {
  related: {
    title: ({title}) => `Related to ${title}`,
    entries: relatedEntries,
    empty: 'Nothing else here is related to it.',
  },
  contents: {title: ({title}) => title, entries: contentsEntries, empty: 'This article has no headings.'},
  links: {title: ({title}) => `Links in ${title}`, entries: linkEntries, empty: 'This article has no links.'},
};

export const panelSpec = ({kind}: Panel): PanelSpec => panels[kind];

/** Its entries in the order of their numbers, which begin at 1. */
export const panelEntries = (state: State, panel: Panel): readonly PanelEntry[] =>
  panelSpec(panel).entries(state, panel.article) ?? [];
