/**
 * The text of an element on one line, its parts apart: a caption and its credit, the names of a byline often stand in
 * elements of their own with no space between them, since a style sheet keeps them apart.
 */
import {type HtmlElement, isElement, isText} from './dom.ts';
import {blockElements, silentElements} from './elements.ts';

/** Elements that begin and end within words. */
const withinWords: ReadonlySet<string> = new Set(['a', 'b', 'i', 'em', 'strong', 'sup', 'sub', 'mark', 'wbr', 'font']);

const endsPart = /[\p{Ll}\p{N}\p{Lo}.,:;!?)\]”’"']$/u;
const beginsPart = /^[\p{Lu}\p{Lo}(©]/u;

/** @param between what parts that are blocks get between them */
export const spacedText = (element: HtmlElement, between = ' '): string => {
  const pieces: string[] = [];
  let last = '';
  let isNewPart = false;
  const visit = (holder: HtmlElement): void => {
    for (const node of holder.childNodes) {
      if (isText(node) && node.data !== '') {
        if (isNewPart && endsPart.test(last.slice(-2)) && beginsPart.test(node.data.slice(0, 2))) pieces.push(' ');
        isNewPart = false;
        pieces.push(node.data);
        last = node.data;
      }
      if (!isElement(node) || silentElements.has(node.localName)) continue;
      const isBlock = blockElements.has(node.localName) || node.localName === 'br';
      if (isBlock && pieces.length > 0) pieces.push(node.localName === 'br' ? ' ' : between);
      isNewPart ||= !withinWords.has(node.localName);
      visit(node);
      isNewPart ||= !withinWords.has(node.localName);
      if (isBlock) pieces.push(node.localName === 'br' ? ' ' : between);
    }
  };
  visit(element);
  return pieces
    .join('')
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .trim();
};
