/** The panels over an article, as a table: what each lists, and where its entries lead. */
import {type Article, type ArticleSummary, articleDate} from '../core/article.ts';
import type {LinkTarget} from '../core/links.ts';
import type {PlacedHeading} from '../render/article-page.ts';
import {shortDate} from '../render/dates.ts';
import {mainReasons} from '../render/reasons.ts';
import {followTarget, openArticle} from './article-steps.ts';
import {askNames, askNaming, namesEntries, namingEntries} from './dossier-entries.ts';
import {pageOf} from './page.ts';
import {jumpToBlock} from './page-steps.ts';
import {type PanelEntry, plain} from './panel-entry.ts';
import {articleKey, type Effect, type Panel, type PanelKind, type State} from './state.ts';
import {step} from './step.ts';

interface PanelSpec {
  readonly title: (article: Article, panel: Panel) => string;
  /** Absent while it is being found out. */
  readonly entries: (state: State, article: Article, panel: Panel) => readonly PanelEntry[] | undefined;
  /** Finds out what is missing for that. */
  readonly ask?: (state: State, panel: Panel) => Effect | undefined;
  /** Shows until then. */
  readonly waiting?: string;
  readonly empty: string;
}

const askRelated = (state: State, {article}: Panel): Effect | undefined =>
  state.suggestions.has(articleKey(article)) ? undefined : {type: 'find-related', article};

const relatedEntries = (state: State, article: Article): readonly PanelEntry[] | undefined => {
  const found = state.suggestions.get(articleKey(article));
  if (found === undefined) return undefined;
  const {more} = found;
  const dated = (other: ArticleSummary): string => {
    const date = articleDate(other);
    return date === undefined ? '' : shortDate(date, state.settings.today);
  };
  const opens = (other: ArticleSummary) => ({text: other.title, go: (now: State) => openArticle(now, other)});
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
    ask: askRelated,
    waiting: 'Looking for what is related…',
    empty: 'Nothing else here is related to it.',
  },
  contents: {title: ({title}) => title, entries: contentsEntries, empty: 'This article has no headings.'},
  links: {title: ({title}) => `Links in ${title}`, entries: linkEntries, empty: 'This article has no links.'},
  names: {
    title: ({title}) => `Who and what is named in ${title}`,
    entries: namesEntries,
    ask: askNames,
    waiting: 'Looking for names…',
    empty: 'Nobody and nothing is named here.',
  },
  naming: {
    title: (_, {name}) => `Articles that name ${name?.text ?? ''}`,
    entries: namingEntries,
    ask: askNaming,
    waiting: 'Reading all articles for it…',
    empty: 'No article names it.',
  },
};

export const panelSpec = ({kind}: Panel): PanelSpec => panels[kind];

/** Its entries in the order of their numbers, which begin at 1. */
export const panelEntries = (state: State, panel: Panel): readonly PanelEntry[] =>
  panelSpec(panel).entries(state, panel.article, panel) ?? [];
