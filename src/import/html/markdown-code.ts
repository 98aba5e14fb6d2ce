/** Listings of code as fenced blocks, with the language that their class names. */
import {classOf, type HtmlElement, isElement, isText} from './dom.ts';
import {silentElements} from './elements.ts';

const languageClass = /(?:^|\s)(?:lang(?:uage)?|brush|highlight-source|sourceCode)[-:\s]+([\w+#.-]{1,30})/i;

const languageOf = (element: HtmlElement): string => {
  for (const holder of [element, ...element.getElementsByTagName('code'), element.parentNode]) {
    const written =
      holder?.getAttribute('data-lang') ??
      holder?.getAttribute('data-language') ??
      languageClass.exec(holder === null ? '' : classOf(holder))?.[1];
    if (written && /^[\w+#.-]{1,30}$/.test(written)) return written.toLowerCase();
  }
  return '';
};

const verbatimText = (node: HtmlElement, pieces: string[]): string[] => {
  for (const child of node.childNodes)
    if (isText(child)) pieces.push(child.data);
    else if (isElement(child) && child.localName === 'br') pieces.push('\n');
    else if (isElement(child) && !silentElements.has(child.localName)) verbatimText(child, pieces);
  return pieces;
};

/** @returns a fenced block, or nothing where there is no text */
export const writeCode = (element: HtmlElement): readonly string[] => {
  const text = verbatimText(element, []).join('').replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd();
  if (text === '') return [];
  const longest = [...text.matchAll(/`{3,}/g)].reduce((most, [run]) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${languageOf(element)}\n${text}\n${fence}`];
};
