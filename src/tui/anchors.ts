/** Where in an article a link's `#fragment` leads: to the heading of that name, or between a footnote's number and its note. */
import {words} from '../core/tokens.ts';
import type {PageText} from '../render/article-page.ts';

/** Site generators write `the-first-part`, Obsidian `The first part`: the same words. */
const nameOf = (text: string): string => words(text).join('-');

/** @returns the block of a footnote, or of the first heading with this name; undefined when there is none */
export const blockOfAnchor = (
  {headings, blockOfNote}: Pick<PageText, 'headings' | 'blockOfNote'>,
  anchor: string,
): number | undefined => {
  const name = nameOf(anchor);
  return blockOfNote(anchor) ?? headings().find(({text}) => nameOf(text) === name)?.block;
};
