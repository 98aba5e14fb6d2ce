/** Every example of the CommonMark specification: what its reference rendering says, ours says too. */
import {createRequire} from 'node:module';
import {decodeHTML} from 'entities';
import {expect, test} from 'vitest';
import {parseMarkdown} from '../../src/core/markdown.ts';
import {showLinks} from '../../src/render/link-marks.ts';
import {renderMarkdown} from '../../src/render/markdown.ts';
import {plainTheme} from '../../src/render/theme.ts';

interface Example {
  readonly markdown: string;
  readonly html: string;
  readonly number: number;
}

const require = createRequire(import.meta.url);
const {tests: examples} = require('commonmark-spec') as {tests: readonly Example[]};

/** What a reader of the page would see, without spaces: tags are gone, pictures say their text, comments and programs nothing. */
const textOf = (html: string): string =>
  decodeHTML(
    html
      .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<![A-Za-z][^>]*>/g, '')
      .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
      .replace(/<img\b[^>]*?\balt="([^"]*)"[^>]*>/gi, '$1')
      .replace(/<\/?[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi, ''),
  ).replace(/[\s→\u200b]/g, '');

/** What of one text is not in the other, in this order, with anything in between. */
const missing = (wanted: string, text: string): string => {
  let at = 0;
  for (const [index, character] of [...wanted].entries()) {
    const found = text.indexOf(character, at);
    if (found === -1) return [...wanted].slice(index).join('');
    at = found + character.length;
  }
  return '';
};

const rendered = (markdown: string): string =>
  renderMarkdown(parseMarkdown(markdown, {dropFirstHeading: false}), {width: 0, theme: plainTheme})
    .lines.map(line => showLinks(line, {hyperlinks: false}))
    .join('\n');

/** Examples that mean something else here, and why. */
const otherwise: ReadonlyMap<number, string> = new Map([
  [590, '`![[foo]]` is a picture to Obsidian, `[[foo]]` a link'],
]);

test('no text is lost', () => {
  const lost = examples.flatMap(({markdown, html, number}) => {
    if (otherwise.has(number)) return [];
    const ours = rendered(markdown);
    const rest = missing(textOf(html), ours.replace(/\s/g, ''));
    return rest === '' ? [] : [[number, markdown, html, ours, rest]];
  });
  expect(examples).toHaveLength(652);
  expect(lost).toEqual([]);
});
