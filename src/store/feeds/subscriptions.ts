/** The subscriptions: `feeds.yaml` in the folder of the configuration, which whoever reads the news may edit, too. */
import {dirname, join} from 'node:path';
import {AppError} from '../../core/errors.ts';
import {type Lock, type Processes, takeLock} from '../lock.ts';
import {makeFolder} from '../make-folder.ts';
import {readArticleFile} from '../read-file.ts';
import {replaceFile} from '../replace-file.ts';
import {systemErrorCode, systemReason} from '../system-error.ts';
import {editFeeds, type FeedsEditor, type FeedsReading, readFeeds} from './feeds-file.ts';
import type {Subscription} from './subscription.ts';

/** @returns an empty text where there is no file. @throws {AppError} `io` for one that cannot be read */
const textOf = (path: string): string => {
  try {
    const reading = readArticleFile(path);
    if ('refused' in reading) throw new AppError('io', `${path} cannot be read: ${reading.refused}`);
    return new TextDecoder('utf-8', {fatal: true}).decode(reading.bytes);
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof TypeError) {
      throw new AppError('usage', `${path} is not UTF-8`, {hint: 'save it as UTF-8 with an editor', cause: error});
    }
    if (systemErrorCode(error) === 'ENOENT') return '';
    throw new AppError('io', `${path} cannot be read: ${systemReason(error)}`, {cause: error});
  }
};

/**
 * @param path of `feeds.yaml`; where there is none there are no subscriptions
 * @throws {AppError} `usage` for a file that is no list of feeds, `io` for one that cannot be read
 */
export const readSubscriptions = (path: string): FeedsReading => readFeeds(textOf(path), path);

export interface Editing {
  readonly path: string;
  readonly processes: Processes;
  /** Milliseconds to wait for others that change the file, 5,000 unless given. */
  readonly patience?: number;
}

/** What became of a feed that was to be subscribed to. */
export type Subscribed = 'added' | 'changed' | 'known';

/**
 * Adds feeds, all or none of them, and gives those that are there the values that are said.
 * @returns what became of each
 * @throws {AppError} `usage` for a file that is no list of feeds, `io` where it cannot be written; then it is as it was
 */
export const subscribeTo = (wanted: readonly Subscription[], editing: Editing): Promise<readonly Subscribed[]> =>
  edit(editing, editor => {
    const result = wanted.map((subscription): Subscribed => {
      if (editor.has(subscription.url)) return editor.change(subscription) ? 'changed' : 'known';
      editor.add(subscription);
      return 'added';
    });
    return {result, isChanged: result.some(one => one !== 'known')};
  });

/** @returns whether it was there. @throws as `subscribeTo` does */
export const unsubscribeFrom = (url: string, editing: Editing): Promise<boolean> =>
  edit(editing, editor => {
    const isThere = editor.has(url);
    if (isThere) editor.remove(url);
    return {result: isThere, isChanged: isThere};
  });

/** Milliseconds between two looks at a lock. */
const interval = 25;

type Change<Result> = (editor: FeedsEditor) => {readonly result: Result; readonly isChanged: boolean};

/** Two that change the file at once would lose what one of them wrote. */
const edit = async <Result>(editing: Editing, change: Change<Result>): Promise<Result> => {
  const {path} = editing;
  try {
    makeFolder(dirname(path));
    const lock = await lockFor(editing);
    try {
      return editNow(path, change);
    } finally {
      lock.release();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    const hint = 'see who may write there with "ls -ld"';
    throw new AppError('io', `${path} cannot be written: ${systemReason(error)}`, {hint, cause: error});
  }
};

/** @throws {AppError} `io` for one that is not given back */
const lockFor = async ({
  path,
  processes,
  patience = 5000,
}: Editing): Promise<Extract<Lock, {readonly kind: 'taken'}>> => {
  const giveUpAt = performance.now() + patience;
  for (;;) {
    const lock = takeLock(join(dirname(path), '.feeds.yaml.lock'), processes);
    if (lock.kind === 'taken') return lock;
    if (performance.now() > giveUpAt) {
      throw new AppError('io', `${path} is being changed by another newsprint`, {hint: 'do it again'});
    }
    await new Promise(done => setTimeout(done, interval));
  }
};

const editNow = <Result>(path: string, change: Change<Result>): Result => {
  for (;;) {
    const before = textOf(path);
    const editor = editFeeds(before, path);
    const {result, isChanged} = change(editor);
    if (!isChanged) return result;
    const after = editor.text();
    // An editor may have saved it meanwhile: what it wrote is changed, then.
    if (textOf(path) !== before) continue;
    replaceFile(path, after);
    return result;
  }
};
