/** What the sources of an import hold: articles, files, feeds to subscribe to, and what failed. */
import {createReadStream, statSync} from 'node:fs';
import {AppError} from '../../core/errors.ts';
import type {ExportedSubscription, KnownOfPage} from '../../import/exports/exported-item.ts';
import {itemsOfArchive} from '../../import/exports/read-export.ts';
import type {ImportedArticle} from '../../import/imported-article.ts';
import {readSourceFile} from '../../store/import/source-file.ts';
import {readAll} from '../article-source.ts';
import type {Io} from '../command.ts';
import {expectedError} from '../expected-error.ts';
import {workAhead} from '../work-ahead.ts';
import {type Content, type Item, itemsOf, pageArticle} from './contents.ts';
import type {ImportKind} from './kinds.ts';
import type {Source} from './sources.ts';
import {unpackedArchive} from './unpacked-archive.ts';

/** `source`: what it came from, as a person would name it. */
export type Delivery = {readonly source: string} & (
  | {readonly kind: 'article'; readonly article: ImportedArticle; readonly problem?: string}
  /** Markdown, to be kept as it is. */
  | {readonly kind: 'file'; readonly bytes: Uint8Array; readonly path?: string}
  | {readonly kind: 'feed'; readonly subscription: ExportedSubscription}
  | {readonly kind: 'library'}
  | {readonly kind: 'failed'; readonly error: AppError}
);

export interface DeliveryOptions {
  readonly stdin: Io['stdin'];
  /** What everything is, where that was said. */
  readonly as: ImportKind | undefined;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** @throws {AppError} for what cannot be had */
  fetch(address: string): Promise<Content>;
  /** Told how many there are by now: an export may name thousands of pages. */
  counted(total: number): void;
}

/** Work that may wait for the network. */
type Job = () => Promise<readonly Delivery[]>;

/** Jobs that are begun before the first of them is done; how many of them a host gets at once is the network's affair. */
const mostJobs = 16;

/** In the order of the sources. */
export async function* deliveriesOf(sources: readonly Source[], options: DeliveryOptions): AsyncGenerator<Delivery> {
  for await (const found of workAhead(jobsOf(sources, options), mostJobs, job => job())) yield* found;
}

async function* jobsOf(sources: readonly Source[], options: DeliveryOptions): AsyncGenerator<Job> {
  let total = sources.length;
  options.counted(total);
  for (const source of sources) {
    if (source.kind === 'library') yield async () => [{kind: 'library', source: source.name}];
    else if (source.kind === 'address') yield () => settled(source.name, () => deliveredAt(source.address, options));
    else {
      let count = 0;
      for await (const job of jobsWithin(source, options)) {
        if (count++ > 0) options.counted(++total);
        yield job;
      }
    }
  }
}

/** A file is read when its turn comes, and not before. */
async function* jobsWithin(
  source: Exclude<Source, {kind: 'library' | 'address'}>,
  options: DeliveryOptions,
): AsyncGenerator<Job> {
  try {
    const items =
      source.kind === 'export'
        ? itemsOfArchive(unpackedArchive(source))
        : itemsOf(await contentOf(source, options), options.as);
    for await (const item of items) yield () => delivered(item, source.name, options);
  } catch (error) {
    const failure = failed(source.name, error);
    yield async () => [failure];
  }
}

const delivered = async (item: Item, source: string, options: DeliveryOptions): Promise<readonly Delivery[]> => {
  if (item.kind === 'page') {
    const {address, known} = item;
    return settled(address, async () => [await fetchedPage(address, known, options)]);
  }
  return [deliveryOf(item, source)];
};

const deliveryOf = (item: Exclude<Item, {kind: 'page'}>, source: string): Delivery => {
  if (item.kind !== 'failed') return {...item, source};
  return {kind: 'failed', source: `${source}: ${item.what}`, error: new AppError('io', item.why)};
};

/** @throws {AppError} */
const fetchedPage = async (address: string, known: KnownOfPage, {fetch}: DeliveryOptions): Promise<Delivery> => {
  const article = pageArticle(await fetch(address));
  const {authors, tags, ...fields} = known;
  return {
    kind: 'article',
    source: address,
    article: {
      // Exports cut titles off.
      ...{...article, ...fields, title: article.title},
      authors: authors.length > 0 ? authors : article.authors,
      tags: [...tags, ...article.tags],
      // What was saved is known by this address, whatever the page calls itself.
      source: {...article.source, url: article.source?.url ?? address},
    },
  };
};

/** @throws {AppError} */
const deliveredAt = async (address: string, options: DeliveryOptions): Promise<readonly Delivery[]> => {
  const found: Delivery[] = [];
  for await (const item of itemsOf(await options.fetch(address), options.as)) {
    found.push(...(await delivered(item, address, options)));
  }
  return found;
};

const settled = async (source: string, work: () => Promise<readonly Delivery[]>): Promise<readonly Delivery[]> => {
  try {
    return await work();
  } catch (error) {
    return [failed(source, error)];
  }
};

/** Whatever is wrong with one source stops no other. @throws what is a bug */
const failed = (source: string, error: unknown): Delivery => ({kind: 'failed', source, error: expectedError(error)});

const contentOf = async (
  source: Extract<Source, {kind: 'file' | 'stdin'}>,
  {stdin, today}: DeliveryOptions,
): Promise<Content> => {
  if (source.kind === 'stdin') {
    const bytes = await readAll(stdin);
    if (bytes.length === 0) throw new AppError('nothing-found', 'there is nothing on stdin');
    return {name: 'stdin', bytes, today};
  }
  // What a shell hands over for `<(command)`.
  if (statSync(source.path).isFIFO())
    return {name: source.name, bytes: await readAll(createReadStream(source.path)), today};
  return {name: source.name, path: source.path, bytes: readSourceFile(source.path), today};
};
