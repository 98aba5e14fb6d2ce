/** Where in an article a link's `#fragment` leads: to the heading of that name. */
import {words} from '../core/tokens.ts';
import type {ArticlePage} from '../render/article-page.ts';

/** Site generators write `the-first-part`, Obsidian `The first part`: the same words. */
const nameOf = (text: string): string => words(text).join('-');

/** @returns the line of the first heading with this name; undefined when there is none */
export const lineOfAnchor = ({headings}: Pick<ArticlePage, 'headings'>, anchor: string): number | undefined => {
  const name = nameOf(anchor);
  return headings.find(({text}) => nameOf(text) === name)?.line;
};
