/** Takes what is new in a feed into the library, and remembers what it took. */
import {AppError} from '../../core/errors.ts';
import type {ImportedArticle} from '../../import/imported-article.ts';
import type {Fetched} from '../../net/fetch-address.ts';
import {entryKey, type FetchState, type TakenEntry} from '../../store/feeds/fetch-state.ts';
import type {Subscription} from '../../store/feeds/subscription.ts';
import {remembered} from '../../store/feeds/taken-entries.ts';
import {expectedError} from '../expected-error.ts';
import type {Intake, Taken} from '../importing/intake.ts';
import {workAhead} from '../work-ahead.ts';
import {type IllustratedArticle, withFetchedImages} from './entry-images.ts';
import {type PageReading, readEntryPage, withPageText} from './entry-page.ts';
import {fetchNamedBy} from './foreign-addresses.ts';

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
  readonly now: Date;
  /** Entries that are left for the next time beyond that; 2,000 unless given. */
  readonly mostNew?: number;
  /** Milliseconds after which no further entry is begun; 10 minutes unless given. */
  readonly mostTime?: number;
  /** Notes what was taken so far: much may come, and the program be killed. */
  keep(taken: FetchState['taken']): void;
}

export interface TakenEntries {
  readonly taken: FetchState['taken'];
  readonly pending: NonNullable<FetchState['pending']>;
  /** Entries that are left for the next fetch: their pages could not be had, or there are too many. */
  readonly waiting: number;
  readonly written: readonly Taken[];
  /** Entries that were known, by the notes or to the library. */
  readonly known: number;
  /** Entries that no article can be made of. */
  readonly skipped: number;
  /** Of `written`, those that have the text of the feed, since their pages could not be had. */
  readonly withoutPage: number;
  /** The disk did not take one; what came before it is in `taken`. */
  readonly error: AppError | undefined;
}

/** Pages and pictures of so many entries are asked for before the first of them is written. */
const mostAhead = 4;

/** After so many entries it is noted that they were taken. */
const keptAtOnce = 20;

/** Entries of a feed that are looked at; no feed of news has so many. */
const mostEntries = 10_000;

/** New articles of a feed that one fetch takes: the next one goes on. A feed without end would fill the disk. */
const usualMostNew = 2_000;

/** A server that sends its pages drop by drop would keep a fetch busy for days; milliseconds. */
const usualMostTime = 10 * 60 * 1000;

/** So often an entry whose page cannot be had is left for the next fetch; then what the feed has must do. */
const mostTries = 3;

export const takeEntries = async (
  entries: readonly FeedEntryArticle[],
  {feed, state, services, now, mostNew = usualMostNew, mostTime = usualMostTime, keep}: TakingContext,
): Promise<TakenEntries> => {
  const today = now.toISOString().slice(0, 10);
  const taken: Record<string, TakenEntry> = {...state.taken};
  const pending: Record<string, number> = {};
  const written: Taken[] = [];
  const unknown = new Map<string, FeedEntryArticle>();
  for (const entry of entries.slice(0, mostEntries)) {
    const key = entryKey(entry.identity);
    const before = state.taken[key];
    if (before === undefined) unknown.set(key, entry);
    else taken[key] = {...before, seen: today};
  }
  let [settled, skipped, withoutPage] = [0, 0, 0];
  let known = Math.min(entries.length, mostEntries) - unknown.size;
  const end = performance.now() + mostTime;
  let begun = 0;
  const chosen = function* (): Generator<readonly [string, FeedEntryArticle]> {
    for (const entry of unknown) {
      // The first is always begun, so that each fetch brings something.
      if (begun >= mostNew || (begun > 0 && performance.now() >= end)) return;
      begun++;
      yield entry;
    }
  };
  const finish = (error?: AppError): TakenEntries => ({
    ...{taken: remembered(taken, today), pending, written, known, skipped, withoutPage, error},
    waiting: Object.keys(pending).length + unknown.size - begun,
  });

  const prepared = workAhead(chosen(), mostAhead, async ([key, entry]): Promise<Prepared> => {
    const tries = (state.pending?.[key] ?? 0) + 1;
    try {
      const article = labelled(entry.article(), feed, now);
      return {key, tries, ready: await prepare(article, feed, services, tries < mostTries)};
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return {key, tries, ready: error};
    }
  });
  for await (const {key, tries, ready} of prepared) {
    if (ready === undefined) {
      pending[key] = tries;
      continue;
    }
    if (ready instanceof AppError) {
      // It would be in the way of the others for as long as it is in the feed.
      taken[key] = {taken: today, seen: today};
      skipped++;
      continue;
    }
    try {
      const result = services.intake.add(ready.article, ready.attachments);
      taken[key] = {taken: today, seen: today, ...(result.kind === 'written' && {path: result.file})};
      if (result.kind === 'written') {
        written.push(result);
        if (ready.lacksPage) withoutPage++;
      } else {
        known++;
      }
    } catch (error) {
      return finish(expectedError(error));
    }
    settled++;
    if (settled % keptAtOnce === 0) keep(taken);
  }
  return finish();
};

interface ReadyArticle extends IllustratedArticle {
  /** The text of its page was wanted, and could not be had. */
  readonly lacksPage: boolean;
}

/** `ready`: undefined for an entry that waits for its page, an error for one that cannot be an article. */
interface Prepared {
  readonly key: string;
  readonly tries: number;
  readonly ready: ReadyArticle | AppError | undefined;
}

/** With what the subscription says of all its articles. */
const labelled = (article: ImportedArticle, {title, section, tags = []}: Subscription, now: Date): ImportedArticle => ({
  ...article,
  ...(section !== undefined && {section}),
  ...(title !== undefined && {source: {...article.source, name: title}}),
  // In whole seconds.
  saved: article.saved ?? now.toISOString().replace(/\.\d+/, ''),
  tags: [...new Set([...tags, ...article.tags])],
});

/** With the text of its page and its pictures, where the subscription wants them. @returns undefined for one that waits for its page */
const prepare = async (
  article: ImportedArticle,
  feed: Subscription,
  services: Taking,
  mayWait: boolean,
): Promise<ReadyArticle | undefined> => {
  const fetchAddress = fetchNamedBy(feed.url, services.fetchAddress);
  const address = article.source?.url;
  let whole = article;
  let lacksPage = false;
  if (feed.fullText && address !== undefined) {
    const page = await readEntryPage(address, {...services, fetchAddress});
    if (page.kind === 'none' && page.isForNow && mayWait) return undefined;
    lacksPage = page.kind === 'none';
    if (page.kind === 'whole') whole = withPageText(article, page.article);
  }
  const illustrated = feed.images ? await withFetchedImages(whole, fetchAddress) : {article: whole, attachments: []};
  return {...illustrated, lacksPage};
};
