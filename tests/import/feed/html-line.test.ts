import fc from 'fast-check';
import {expect, test} from 'vitest';
import {lineOfHtml} from '../../../src/import/feed/html-line.ts';

test.each([
  ['Tea &amp; cake', 'Tea & cake'],
  ['One<br>two<p>three</p>four', 'One two three four'],
  ['a<b>bold</b>ly', 'aboldly'],
  ['Tea<script>alert("<b>")</script> &amp; cake<style>b{}</style>', 'Tea & cake'],
  ['Tea<!-- <b>no</b> --> and <blink>cake</blink>', 'Tea and cake'],
  ['3 < 4 &lt; 5', '3 < 4 < 5'],
  ['Cut <a href="', 'Cut'],
  ['&#x1F600; 港 &nbsp; قطار', '😀 港 قطار'],
])('%s reads "%s"', (html, line) => {
  expect(lineOfHtml(html)).toBe(line);
});

test.each([
  ['The <main> element', 'The <main> element'],
  ['A <i>new</i> <T>', 'A new <T>'],
  ['</main> ends it', '</main> ends it'],
])('where it may be plain text, %s keeps words about tags', (text, line) => {
  expect(lineOfHtml(text, {isGuessed: true})).toBe(line);
});

test('reading stops when there is enough', () => {
  const line = lineOfHtml('<p>word</p>'.repeat(100_000), {longest: 100});
  expect(line.length).toBeGreaterThanOrEqual(100);
  expect(line.length).toBeLessThan(200);
});

test('any text gives one line without space around it', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '</',
    '<b>',
    '<p',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '&',
    '&#13;',
    '\n',
    '"',
    ' a="',
    'word',
  );
  fc.assert(
    fc.property(
      fc.array(pieces).map(list => list.join('')),
      fc.boolean(),
      (html, isGuessed) => {
        const line = lineOfHtml(html, {isGuessed});
        expect(line).toBe(line.trim());
        expect(line).not.toMatch(/[\n\r\t]/);
      },
    ),
  );
});
