/** Takes what is new in a feed into the library, and remembers what it took. */
import {AppError} from '../../core/errors.ts';
import type {ImportedArticle} from '../../import/imported-article.ts';
import type {Fetched} from '../../net/fetch-address.ts';
import {entryKey, type FetchState, type TakenEntry} from '../../store/feeds/fetch-state.ts';
import type {Subscription} from '../../store/feeds/subscription.ts';
import {remembered} from '../../store/feeds/taken-entries.ts';
import {systemErrorCode, systemReason} from '../../store/system-error.ts';
import type {Intake, Taken} from '../importing/intake.ts';
import {workAhead} from './ahead.ts';
import {type IllustratedArticle, withFetchedImages} from './entry-images.ts';
import {type PageReading, readEntryPage, withPageText} from './entry-page.ts';

export interface FeedEntryArticle {
  /** What tells it from all other entries of its feed, now and later. */
  readonly identity: string;
  /** Made when it is asked for: most entries are known. */
  article(): ImportedArticle;
}

export interface Taking extends PageReading {
  /** @throws {AppError} for what is no feed */
  readFeed(content: Fetched): {readonly title: string; readonly entries: readonly FeedEntryArticle[]};
  readonly intake: Pick<Intake, 'add'>;
}

export interface TakingContext {
  readonly feed: Subscription;
  /** What is known of the feed from before. */
  readonly state: FetchState;
  readonly services: Taking;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Notes what was taken so far: much may come, and the program be killed. */
  keep(taken: FetchState['taken']): void;
}

export interface TakenEntries {
  readonly taken: FetchState['taken'];
  readonly pending: NonNullable<FetchState['pending']>;
  readonly written: readonly Taken[];
  /** Entries that were known, by the notes or to the library. */
  readonly known: number;
  /** The disk did not take one; what came before it is in `taken`. */
  readonly error: AppError | undefined;
}

/** Pages and pictures of so many entries are asked for before the first of them is written. */
const mostAhead = 4;

/** After so many new articles it is noted that they were taken. */
const keptAtOnce = 20;

/** So often an entry whose page cannot be had is left for the next fetch; then what the feed has must do. */
const mostTries = 3;

export const takeEntries = async (
  entries: readonly FeedEntryArticle[],
  {feed, state, services, today, keep}: TakingContext,
): Promise<TakenEntries> => {
  const taken: Record<string, TakenEntry> = {...state.taken};
  const pending: Record<string, number> = {};
  const written: Taken[] = [];
  const unknown = new Map<string, FeedEntryArticle>();
  for (const entry of entries) {
    const key = entryKey(entry.identity);
    const before = state.taken[key];
    if (before === undefined) unknown.set(key, entry);
    else taken[key] = {...before, seen: today};
  }
  let known = entries.length - unknown.size;
  const finish = (error?: AppError): TakenEntries => ({
    ...{taken: remembered(taken, today), pending, written, known, error},
  });

  const prepared = workAhead(unknown, mostAhead, async ([key, entry]) => {
    const tries = (state.pending?.[key] ?? 0) + 1;
    return {key, tries, ready: await prepare(labelled(entry.article(), feed), feed, services, tries < mostTries)};
  });
  for await (const {key, tries, ready} of prepared) {
    if (ready === undefined) {
      pending[key] = tries;
      continue;
    }
    try {
      const result = services.intake.add(ready.article, ready.attachments);
      taken[key] = {taken: today, seen: today, ...(result.kind === 'written' && {path: result.file})};
      if (result.kind === 'written') written.push(result);
      else known++;
    } catch (error) {
      return finish(diskError(error));
    }
    if (written.length % keptAtOnce === keptAtOnce - 1) keep(taken);
  }
  return finish();
};

/** @throws what is a bug */
const diskError = (error: unknown): AppError =>
  error instanceof AppError || systemErrorCode(error) === undefined
    ? bugOrError(error)
    : new AppError('io', `the article cannot be written: ${systemReason(error)}`, {cause: error});

const bugOrError = (error: unknown): AppError => {
  if (error instanceof AppError) return error;
  throw error;
};

/** With what the subscription says of all its articles. */
const labelled = (article: ImportedArticle, {title, section, tags = []}: Subscription): ImportedArticle => ({
  ...article,
  ...(section !== undefined && {section}),
  ...(title !== undefined && {source: {...article.source, name: title}}),
  tags: [...new Set([...tags, ...article.tags])],
});

/** With the text of its page and its pictures, where the subscription wants them. @returns undefined for one that waits for its page */
const prepare = async (
  article: ImportedArticle,
  {fullText, images}: Subscription,
  services: Taking,
  mayWait: boolean,
): Promise<IllustratedArticle | undefined> => {
  const address = article.source?.url;
  let whole = article;
  if (fullText && address !== undefined) {
    const page = await readEntryPage(address, services);
    if (page.kind === 'none' && page.isForNow && mayWait) return undefined;
    if (page.kind === 'whole') whole = withPageText(article, page.article);
  }
  return images ? withFetchedImages(whole, services.fetchAddress) : {article: whole, attachments: []};
};
