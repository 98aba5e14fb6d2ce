/** What GitHub adds to CommonMark, rule by rule, in examples of our own: what each says and where it leads. */
import {describe, expect, test} from 'vitest';
import {parseMarkdown} from '../../src/core/markdown.ts';
import {showLinks} from '../../src/render/link-marks.ts';
import {renderMarkdown} from '../../src/render/markdown.ts';
import {plainTheme} from '../../src/render/theme.ts';

const render = (markdown: string) =>
  renderMarkdown(parseMarkdown(markdown, {dropFirstHeading: false}), {width: 60, theme: plainTheme});

const textOf = (markdown: string): string =>
  render(markdown)
    .lines.map(line => showLinks(line, {hyperlinks: false}).trimEnd())
    .join('\n');

const leadsTo = (markdown: string): string[] =>
  render(markdown).links.map(({target}) => (target.kind === 'web' ? target.url : target.kind));

describe('tables', () => {
  test.each([
    ['a head, a rule, rows', '| day | ships |\n| --- | --- |\n| Monday | two |', ['day     ships', 'Monday  two']],
    [
      'cells aligned as the rule says',
      '| l | c | r |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n| left | mid | right |',
      ['l      c       r', '1      2       3'],
    ],
    ['a bar that is escaped, in code too', '| a |\n|---|\n| `x \\| y` or \\| |', ['x | y or |']],
    ['a quote below it ends it', '| a |\n|---|\n| b |\n> quoted', ['> quoted']],
    ['without outer bars', 'a | b\n--|--\nc | d', ['a  b', 'c  d']],
    ['a row with fewer cells, and one with more', '| a | b |\n|---|---|\n| c |\n| d | e | f |', ['c', 'd  e']],
    ['a head alone', '| a | b |\n|---|---|', ['a  b']],
  ])('%s', (_, markdown, expected) => {
    for (const line of expected) expect(textOf(markdown)).toContain(line);
  });

  test('a rule with other cells than the head makes none', () => {
    expect(textOf('| a | b |\n| --- |\n| c |')).toBe('| a | b | | --- | | c |');
  });

  test('the line after a blank one is none of its rows', () => {
    expect(textOf('| a |\n|---|\n| b |\n\nText.')).toMatch(/b\n\nText\.$/);
  });
});

describe('task lists', () => {
  test.each([
    ['open and done', '- [ ] open\n- [x] done\n- [X] too', '[ ] open\n[x] done\n[x] too'],
    ['within others', '- [x] one\n  - [ ] two\n- [ ] three', '[x] one\n    [ ] two\n[ ] three'],
    ['no box without a space', '- [x]word', '- [x]word'],
  ])('%s', (_, markdown, expected) => {
    expect(
      textOf(markdown)
        .replace(/^ (?=-)/gm, '')
        .replace(/^ {3}(?=-)/gm, '  '),
    ).toBe(expected);
  });
});

describe('struck out words', () => {
  test.each([
    ['by two tildes or one', '~~Hi~~ Hello, ~there~ world', 'Hi Hello, there world'],
    ['not over paragraphs', 'This ~~has a\n\nnew one~~.', 'This ~~has a\n\nnew one~~.'],
    ['not by three', 'This ~~~is~~~ not', 'This ~~~is~~~ not'],
  ])('%s', (_, markdown, expected) => {
    expect(textOf(markdown)).toBe(expected);
  });
});

describe('addresses that are links by themselves', () => {
  test.each([
    ['www', 'www.example.org', ['http://www.example.org/']],
    ['www with a path, in a sentence', 'See www.example.org/help for it.', ['http://www.example.org/help']],
    [
      'without the full stop that ends a sentence',
      'See www.example.org. And www.example.org/a.b.',
      ['http://www.example.org/', 'http://www.example.org/a.b'],
    ],
    [
      'with brackets that belong to it',
      'www.example.org/q=(b)+ok (www.example.org/q=(b))',
      ['http://www.example.org/q=(b)+ok', 'http://www.example.org/q=(b)'],
    ],
    ['with brackets in the middle', 'www.example.org/q=(b))+ok', ['http://www.example.org/q=(b))+ok']],
    [
      'without an entity at its end',
      'www.example.org/q=c&amp;d=e www.example.org/q=c&copy;',
      ['http://www.example.org/q=c&d=e', 'http://www.example.org/q=c'],
    ],
    ['up to a bracket', 'www.example.org/he<lp', ['http://www.example.org/he']],
    [
      'http, https and ftp',
      'http://example.org (https://example.org/q?a=b) ftp://foo.example.org',
      ['http://example.org/', 'https://example.org/q?a=b', 'ftp://foo.example.org/'],
    ],
    ['mail', 'foo@bar.example', ['mailto:foo@bar.example']],
    [
      'mail with a plus',
      'hello+xyz@mail.example but hello@mail+xyz.example is none',
      ['mailto:hello+xyz@mail.example'],
    ],
    [
      'mail without a stop, dash or line at its end',
      'a.b-c_d@a.b a.b-c_d@a.b. a.b-c_d@a.b- a.b-c_d@a.b_',
      ['mailto:a.b-c_d@a.b', 'mailto:a.b-c_d@a.b'],
    ],
    ['mailto', 'mailto:foo@bar.example and mailto:a.b-c_d@a.b.', ['mailto:foo@bar.example', 'mailto:a.b-c_d@a.b']],
  ])('%s', (_, markdown, expected) => {
    expect(leadsTo(markdown)).toEqual(expected);
    for (const word of markdown.replace(/&(?:amp|copy);/g, ' ').match(/[a-z]{2,}/g) ?? [])
      expect(textOf(markdown)).toContain(word);
  });

  test('xmpp, which nothing here opens, says what it says', () => {
    expect(textOf('xmpp:foo@bar.example/txt')).toContain('xmpp:foo@bar.example/txt');
  });
});

test('tags that would run or style something say nothing, the text around them stays', () => {
  expect(
    textOf('<strong> before <style>p {}</style> <em>after</em>\n\n<blockquote>\nquoted <xmp>text\n</blockquote>'),
  ).toMatch(/before +after[\s\S]*quoted text/);
});
