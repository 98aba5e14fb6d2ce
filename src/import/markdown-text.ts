/** Plain text as Markdown of running text: its paragraphs and its lines. */
import {escapeLineStart, escapeText} from './markdown-escape.ts';
import {paragraphsOf} from './text-paragraphs.ts';

/** A hard line break. Its backslash would be part of an address right before it. */
const broken = (line: string): string =>
  /:\/\/|www\./i.test(line.slice(line.lastIndexOf(' ') + 1)) ? `${line} \\` : `${line}\\`;

const paragraphText = (paragraph: string): string => {
  const lines = paragraph
    .split('\n')
    .flatMap(line => (line.trim() === '' ? [] : [escapeLineStart(escapeText(line.trim()))]));
  return lines.map((line, place) => (place < lines.length - 1 ? broken(line) : line)).join('\n');
};

/**
 * Text as the Markdown of running text. Each line end in it becomes a hard line break, blank lines divide paragraphs;
 * spaces at the ends of lines go, since Markdown would read them as markup or not at all.
 */
export const markdownText = (text: string): string =>
  paragraphsOf(text)
    .map(paragraphText)
    .filter(paragraph => paragraph !== '')
    .join('\n\n');
