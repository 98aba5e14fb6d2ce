/**
 * A place in an article that survives a change of width and of the file: which block is at the top of the window, known by
 * its text, and how far into it.
 */
import {type ArticlePage, headerRaw} from '../render/article-page.ts';
import type {Spot} from './page-window.ts';

export interface Place {
  readonly block: number;
  /** Of the block's text, to find it again when there are more or fewer blocks before it. */
  readonly hash: number;
  /** How far into the block: 0 its first line, 1 its last; below 0, so many lines above it. */
  readonly fraction: number;
}

type Page = Pick<ArticlePage, 'blocks'>;

/** A block's beginning tells it from others. */
const hashed = 2000;

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo). */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < Math.min(text.length, hashed); at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
};

export const startPlace: Place = {block: 0, hash: hashOf(headerRaw), fraction: 0};

export const placeOf = ({blocks}: Page, {block, line}: Spot): Place => {
  const {lines, gap} = blocks[block]?.draw() ?? {lines: [], gap: 0};
  const offset = line - gap;
  const fraction = offset <= 0 ? offset : offset / Math.max(1, lines.length - 1);
  return {block, hash: hashOf(blocks[block]?.raw ?? ''), fraction};
};

/** The block with that text that is nearest to where it was; where none has it, the one that is there now. */
const findBlock = ({blocks}: Page, {block, hash}: Place): number => {
  const isSame = (index: number): boolean => {
    const raw = blocks[index]?.raw;
    return raw !== undefined && hashOf(raw) === hash;
  };
  for (let distance = 0; distance <= blocks.length + block; distance++) {
    if (isSame(block - distance)) return block - distance;
    if (isSame(block + distance)) return block + distance;
  }
  return Math.max(0, Math.min(block, blocks.length - 1));
};

export const spotOf = (page: Page, place: Place): Spot => {
  const block = findBlock(page, place);
  const {lines, gap} = page.blocks[block]?.draw() ?? {lines: [], gap: 0};
  const {fraction} = place;
  const offset = fraction < 0 ? fraction : Math.round(fraction * Math.max(0, lines.length - 1));
  return {block, line: Math.max(0, gap + offset)};
};
