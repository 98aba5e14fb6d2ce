/**
 * What is known of a feed from earlier fetches: a small file each, beside the reading state. It may be lost without loss
 * of an article; then everything is asked for again.
 */
import {readFileSync, renameSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {AppError} from '../../core/errors.ts';
import {contentHash} from '../content-hash.ts';
import {makeFolder} from '../make-folder.ts';
import {replaceFile} from '../replace-file.ts';
import {systemErrorCode, systemReason} from '../system-error.ts';

/** An entry of a feed that became an article, or was one already. */
export interface TakenEntry {
  /** When it was taken, and when it was last in the feed: `YYYY-MM-DD`. */
  readonly taken: string;
  readonly seen: string;
  /** Of its file, absolute, where it was written by a fetch. */
  readonly path?: string;
}

export interface FetchState {
  /** As `feeds.yaml` has it. */
  readonly address: string;
  /** Where it moved for good. */
  readonly permanentAddress?: string;
  /** Of the version that was taken whole. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** ISO 8601. */
  readonly lastFetch?: string;
  /** When it last answered with a feed, or that there is nothing new. */
  readonly lastSuccess?: string;
  /** Of HTTP. */
  readonly status?: number;
  /** Why the last fetch failed; absent when it did not. */
  readonly error?: string;
  /** Fetches that failed since the last that did not. */
  readonly failures?: number;
  /** The server does not want to be asked before: ISO 8601. */
  readonly notBefore?: string;
  /** What the feed calls itself. */
  readonly title?: string;
  /** Entries that it had when it was last read. */
  readonly entries?: number;
  /** Articles that were written because of it, ever. */
  readonly written?: number;
  /** Of them, those whose pages were wanted and could not be had. */
  readonly withoutPage?: number;
  /** By `entryKey`, so that an article that was thrown away does not come back. */
  readonly taken: Readonly<Record<string, TakenEntry>>;
  /** By `entryKey`: how often the page of an entry could not be read, that is tried again. */
  readonly pending?: Readonly<Record<string, number>>;
}

export const emptyState = (address: string): FetchState => ({address, taken: {}});

/** A short text for an identity of any length. */
export const entryKey = (identity: string): string => contentHash(Buffer.from(identity));

const [texts, numbers] = [
  ['permanentAddress', 'etag', 'lastModified', 'lastFetch', 'lastSuccess', 'error', 'notBefore', 'title'],
  ['status', 'failures', 'entries', 'written', 'withoutPage'],
] as const;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDay = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

const isTaken = (value: unknown): value is TakenEntry =>
  isObject(value) &&
  isDay(value.taken) &&
  isDay(value.seen) &&
  (value.path === undefined || typeof value.path === 'string');

/** Also of a newer version: what is not known of here is left out. */
const stateIn = (text: string, address: string): FetchState | undefined => {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(data) || data.address !== address || !isObject(data.taken)) return undefined;
  const given = data;
  const fields = [
    ...texts.filter(name => typeof given[name] === 'string'),
    ...numbers.filter(name => Number.isFinite(given[name])),
  ].map(name => [name, given[name]]);
  const taken = Object.entries(data.taken).filter(([, entry]) => isTaken(entry));
  const pending = Object.entries(isObject(data.pending) ? data.pending : {}).filter(([, count]) =>
    Number.isFinite(count),
  );
  return {
    ...Object.fromEntries(fields),
    address,
    taken: Object.fromEntries(taken) as FetchState['taken'],
    ...(pending.length > 0 && {pending: Object.fromEntries(pending) as FetchState['pending']}),
  };
};

export interface FetchStates {
  /** What is known; a file that is damaged is set aside, and nothing is known. */
  load(address: string): FetchState;
  /** @throws {AppError} `io` where it cannot be written; then it is as it was */
  save(state: FetchState): void;
  forget(address: string): void;
}

export interface FetchStatesOptions {
  /** `Paths.stateFolder`; a folder in it is made when something is first kept. */
  readonly folder: string;
  /** Told of what a person should know, and that stops nothing. */
  warn(message: string): void;
}

export const openFetchStates = ({folder, warn}: FetchStatesOptions): FetchStates => {
  const feeds = join(folder, 'feeds');
  const pathOf = (address: string): string => join(feeds, `${contentHash(Buffer.from(address))}.json`);

  const setAside = (path: string, address: string): void => {
    const kept = `${path}.damaged`;
    try {
      renameSync(path, kept);
      warn(`what was known of ${address} is damaged, and is asked for anew; ${kept} is what there was`);
    } catch (error) {
      warn(`what was known of ${address} is damaged, and stays so: ${systemReason(error)}`);
    }
  };

  return {
    load: address => {
      const path = pathOf(address);
      let text: string;
      try {
        text = readFileSync(path, 'utf8');
      } catch (error) {
        if (systemErrorCode(error) !== 'ENOENT') warn(`${path} cannot be read: ${systemReason(error)}`);
        return emptyState(address);
      }
      const state = stateIn(text, address);
      if (state === undefined) setAside(path, address);
      return state ?? emptyState(address);
    },
    save: state => {
      const path = pathOf(state.address);
      try {
        makeFolder(feeds);
        replaceFile(path, `${JSON.stringify({version: 1, ...state}, null, 1)}\n`);
      } catch (error) {
        const hint = 'see whether there is room, and who may write there with "ls -ld"';
        throw new AppError('io', `${path} cannot be written: ${systemReason(error)}`, {hint, cause: error});
      }
    },
    forget: address => rmSync(pathOf(address), {force: true}),
  };
};
