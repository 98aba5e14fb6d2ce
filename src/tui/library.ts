/**
 * The articles that the reader walks through: the listing, and one from elsewhere that joined it for the run. Of what is
 * not in the listing only single articles are fetched, when they are shown; everything else about them is asked by effects.
 */
import {type Article, articleDate} from '../core/article.ts';
import {positionOf} from '../core/listing/find-keys.ts';
import {entryAt, flags, hasFlag, type ListEntry, type Listing} from '../core/listing/listing.ts';
import type {Place} from './place.ts';

/** Stands for the article from elsewhere, where positions of the listing count from 0. */
export const loosePosition = -1;

export interface ReaderLibrary {
  readonly listing: Listing;
  /** A file that is in no library, or piped text. */
  readonly loose: Article | undefined;
  /** The article at a position, the same object every time; undefined when its file is gone. */
  load(position: number): Article | undefined;
  /** Where it was left in an earlier run. */
  recall(article: Pick<Article, 'id' | 'library'>): Place | undefined;
}

const looseEntry = (article: Article): ListEntry => {
  const {id, library, title, section} = article;
  const day = articleDate(article)?.day;
  return {...{id, library, reference: id, title}, ...(section !== undefined && {section}), ...(day && {day})};
};

/** @throws where there is nothing at the position */
export const entryOf = ({listing, loose}: ReaderLibrary, position: number): ListEntry => {
  if (position !== loosePosition) return entryAt(listing, position);
  if (loose === undefined) throw new Error('nothing has joined the library');
  return looseEntry(loose);
};

export const hasProblem = ({listing, loose}: ReaderLibrary, position: number): boolean =>
  position === loosePosition ? (loose?.problems.length ?? 0) > 0 : hasFlag(listing, position, flags.problem);

export const loadArticle = (library: ReaderLibrary, position: number): Article | undefined =>
  position === loosePosition ? library.loose : library.load(position);

/** Where an article is now; undefined for one that is gone. */
export const findPosition = (
  {listing, loose}: ReaderLibrary,
  article: Pick<Article, 'id' | 'library'>,
): number | undefined =>
  loose !== undefined && loose.id === article.id && loose.library === article.library
    ? loosePosition
    : positionOf(listing, article);

/** All that there is, hidden articles too. */
export const countOf = ({listing, loose}: ReaderLibrary): number => listing.length + (loose === undefined ? 0 : 1);
