/**
 * newsboat's list of feeds, `urls`: an address a line, then its tags, those with blanks in quotation marks; a tag that
 * begins with `~` is its title. Feeds that a program makes, and queries over other feeds, are told of and left out:
 * nothing in it is ever executed.
 */
import type {ExportedItem} from './exported-item.ts';
import {lineOf, present, webAddressOf} from './exported-values.ts';

/** Characters of a line that are read. */
const longestLine = 10_000;

const word = /[ \t]*(?:"((?:[^"\\]|\\.)*)"?|([^ \t"]+))/y;

/** Words, in quotation marks or not, up to a comment. */
const wordsOf = (line: string): readonly string[] => {
  const words: string[] = [];
  word.lastIndex = 0;
  for (let match = word.exec(line); match !== null; match = word.exec(line)) {
    const [, quoted, bare] = match;
    if (bare?.startsWith('#') === true) break;
    words.push(quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '');
  }
  return words;
};

/** What else stands in place of an address, and why it cannot be brought along. */
const otherKinds: readonly {readonly start: string; readonly why: string}[] = [
  {start: 'query:', why: 'a query over other feeds; a view of the library does the same'},
  {start: 'exec:', why: 'a feed that a program makes; programs are not run'},
  {start: 'filter:', why: 'a feed that a program changes; programs are not run'},
  {start: 'file:', why: 'a feed on this machine; import its file'},
];

const itemOf = (line: string): ExportedItem | undefined => {
  const [written = '', ...labels] = wordsOf(line.slice(0, longestLine));
  if (written === '') return undefined;
  const other = otherKinds.find(({start}) => written.startsWith(start));
  if (other !== undefined) return {kind: 'failed', what: written, why: other.why};
  const address = webAddressOf(written);
  if (address === undefined) return {kind: 'failed', what: written, why: 'it is no address on the web'};
  const title = labels.find(label => label.startsWith('~') && label.length > 1)?.slice(1);
  // A `!` alone hides a feed there.
  const tags = labels.filter(label => !label.startsWith('~') && label !== '!').map(lineOf);
  return {
    kind: 'feed',
    subscription: {
      address,
      ...present({title: lineOf(title)}),
      tags: [...new Set(tags.filter(tag => tag !== undefined))],
    },
  };
};

export function* itemsOfNewsboatUrls(text: string): Generator<ExportedItem> {
  for (const [line] of text.matchAll(/[^\r\n]+/g)) {
    const item = /^\s*(?:#|$)/.test(line) ? undefined : itemOf(line.replace(/^\ufeff/, '').trim());
    if (item !== undefined) yield item;
  }
}
