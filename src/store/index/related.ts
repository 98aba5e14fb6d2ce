/** The part of the index that related articles are found by: the terms of every article, what it may be called, and where it links to. */
import type {Article} from '../../core/article.ts';
import {addressesOf, handlesOfArticle, handlesOfLink} from '../../core/links/handles.ts';
import {createTermReader, type TermsHead} from '../../core/related/article-terms.ts';
import {packDocument} from '../../core/related/documents.ts';
import type {Sketch} from '../../core/related/near-duplicates.ts';
import {createSegmentBuilder} from '../../core/related/segments.ts';
import type {Terms} from '../../core/related/term-counter.ts';
import type {Database} from '../sqlite.ts';
import type {IndexPart, PartWriter} from './part.ts';
import {termsWithHandles} from './related/handle-terms.ts';
import {createSegmentWriter} from './related/segment-writer.ts';
import {segmentsSchema} from './related/segments.ts';

/** Entries that are held until they are written, also within a batch: 9 bytes each, and as much again to sort them. */
const mostHeld = 2_000_000;

/** `sketch` is for telling re-posts, `links` the addresses that the article leads to, as JSON: see `addressesOf`. */
const articlesSchema = `
  CREATE TABLE IF NOT EXISTS related_articles (row INTEGER PRIMARY KEY, sketch BLOB NOT NULL, links TEXT);
  CREATE INDEX IF NOT EXISTS related_sections ON articles (section, time, article) WHERE hidden = 0;
`;

/** What is kept of an article. */
interface Kept {
  readonly terms: Terms;
  readonly head: TermsHead;
  readonly sketch: Sketch;
  readonly links: string | null;
  readonly isHidden: boolean;
}

const createReader = (): ((article: Article) => Kept) => {
  const readTerms = createTermReader();
  return article => {
    const {isHidden} = article;
    const {terms, codes, sketch, ...head} = readTerms(article);
    const addresses = isHidden ? [] : addressesOf(article);
    const points = new Set(addresses.flatMap(address => handlesOfLink(address, article)));
    const own = isHidden ? undefined : {terms, codes};
    return {
      terms: termsWithHandles(own, handlesOfArticle(article), points),
      ...{head, sketch, isHidden},
      links: addresses.length === 0 ? null : JSON.stringify(addresses),
    };
  };
};

const openWriter = (database: Database): PartWriter<Kept> => {
  const segments = createSegmentWriter(database);
  const insert = database.prepare('INSERT INTO related_articles VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM related_articles WHERE row = ?');
  const builder = createSegmentBuilder();
  const held = new Set<number>();
  let documents: number[] = [];

  const flush = (): void => {
    if (held.size === 0) return;
    segments.write(builder.finish(), documents);
    documents = [];
    held.clear();
  };

  return {
    write: (row, {terms, head, sketch, links, isHidden}) => {
      builder.add(held.size, terms);
      documents.push(...packDocument(head, {row, isHidden}));
      held.add(row);
      insert.run(row, new Uint8Array(sketch.buffer), links);
      if (builder.size > mostHeld) flush();
    },
    remove: row => {
      if (remove.run(row) === 0) return;
      if (held.has(row)) flush();
      segments.remove(row);
    },
    flush,
    settle: segments.settle,
  };
};

export const relatedPart: IndexPart<Kept> = {
  schema: segmentsSchema + articlesSchema,
  createReader,
  open: openWriter,
};
