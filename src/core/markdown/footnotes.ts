/** Footnotes: `[^label]` in the text, `[^label]: …` at the start of a line with what follows indented. */
import {hidden, type Rule} from './dialect.ts';

const label = String.raw`\[\^([^\]\s]{1,100})\]`;
const definition = new RegExp(`^ {0,3}${label}:[ \\t]*`);
const reference = new RegExp(`^${label}`);
const nextDefinition = new RegExp(`^ {0,3}${label}:`);
const indented = /^(?: {2,}|\t)\S/;
const blank = /^[ \t]*$/;

/** Lines that end the lazy continuation of a footnote's paragraph. */
const otherBlock = /^ {0,3}(?:[-*+>#|]|\d{1,9}[.)]|```|~~~)/;

export const footnoteReference: Rule = (source, lexing) => {
  const found = reference.exec(source);
  const id = found?.[1];
  if (!found || !id || !lexing.footnotes.has(id)) return;
  return {type: 'footnoteReference', raw: found[0], id};
};

export const footnoteDefinition: Rule = (source, lexing) => {
  const found = definition.exec(source);
  const id = found?.[1];
  if (!found || !id) return;
  let end = found[0].length;
  const lines: string[] = [];
  let isAfterBlank = false;
  while (end < source.length) {
    const newline = source.indexOf('\n', end);
    const line = source.slice(end, newline < 0 ? source.length : newline);
    const isFirst = lines.length === 0;
    const isBlank = blank.test(line);
    const goesOn = isAfterBlank
      ? indented.test(line) || isBlank
      : !nextDefinition.test(line) && (indented.test(line) || !otherBlock.test(line));
    if (!isFirst && !goesOn) break;
    lines.push(isFirst ? line : line.replace(/^(?:\t| {1,4})/, ''));
    isAfterBlank = isBlank && !isFirst;
    end = newline < 0 ? source.length : newline + 1;
  }
  const blocks = lexing.blocks(lines.join('\n'));
  const known = lexing.footnotes.get(id);
  // A label that is defined twice (in pasted text they often are) keeps both notes.
  if (known) for (const block of blocks) known.push(block);
  else lexing.footnotes.set(id, blocks);
  return hidden(source.slice(0, end));
};

const blankLineOrDefinition = new RegExp(`\\n[ \\t]*\\n|\\n {0,3}${label}:`);

/**
 * Where a definition interrupts the paragraph that `source` begins with.
 * It looks no further than that paragraph: a search through the rest of the text would be made again for every paragraph.
 */
export const definitionInParagraph = (source: string): number | undefined => {
  const found = blankLineOrDefinition.exec(source);
  return found?.[1] === undefined ? undefined : found.index + 1;
};
