/** Pages that hold several articles: the one that is theirs stays, the others (the next ones to scroll to, a front page below) go. */
import type {HtmlDocument, HtmlElement} from './dom.ts';
import {foldSpace} from './text-blocks.ts';

/** An article of fewer characters may be the teaser of another page. */
const leastText = 250;

const hasHeadline = (article: HtmlElement): boolean => article.querySelector('h1') !== null;

const isOutermost = (article: HtmlElement): boolean => {
  for (let above = article.parentNode; above !== null; above = above.parentNode)
    if (above.localName === 'article') return false;
  return true;
};

/** @returns the articles that were taken out */
export const keepOneArticle = (document: HtmlDocument): readonly HtmlElement[] => {
  const outer = [...document.body.querySelectorAll('article')].filter(isOutermost);
  const main = outer.find(hasHeadline);
  const isMain = main !== undefined && foldSpace(main.textContent).length >= leastText;
  const others = isMain ? outer.slice(outer.indexOf(main) + 1) : [];
  for (const article of others) article.remove();
  return others;
};
