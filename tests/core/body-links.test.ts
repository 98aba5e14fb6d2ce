import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {linksOfBody} from '../../src/core/body-links.ts';
import {textOfBody} from '../../src/core/body-text.ts';

const readable = (body: string): string => textOfBody(body).replace(/\s+/g, ' ').trim();

describe('every way of writing a link is found, and only what it says is text', () => {
  test.each<[string, string[], string]>([
    ['See [the plan](plan.md#x "Title").', ['plan.md#x'], 'See the plan.'],
    ['[two\nlines](<a b.md>)', ['a b.md'], 'two lines'],
    ['[a](wiki_(b).md) [c](d\\_e.md)', ['wiki_(b).md', 'd_e.md'], 'a c'],
    ['[![alt](pic.png)](page.md) ![only](pic.png)', ['page.md'], 'alt only'],
    ['[text][label]\n\n[label]: https://example.org/x "T"', ['https://example.org/x'], 'text'],
    ['[[folder/note#h|alias]] [[plain]] ![[pic.png]]', ['wiki:folder/note#h', 'wiki:plain'], 'alias plain'],
    ['[the post]({{< ref "2014-05-01-post.md" >}}) more', ['ref:2014-05-01-post.md'], 'the post more'],
    ['[the post]({{% relref path="/news/post" %}}) more', ['ref:/news/post'], 'the post more'],
    ['[old]({% post_url 2020-01-01-old %})', ['ref:2020-01-01-old'], 'old'],
    ['<https://example.org/a> www.example.org/b_(c).', ['https://example.org/a', 'http://www.example.org/b_(c)'], '.'],
    [
      '[https://example.org/a…](https://example.org/abc) more',
      ['https://example.org/abc'],
      'https://example.org/a… more',
    ],
    ['<a class="x" href=\'y.md\'>Y</a>', ['y.md'], 'Y'],
    ['[a](b.md?x=1&amp;y=2) caf&eacute;', ['b.md?x=1&y=2'], 'a café'],
    ['> quoted [a](a.md)\n- item [b](b.md)', ['a.md', 'b.md'], 'quoted a item b'],
    ['note[^1]\n\n[^1]: see [a](a.md)', ['a.md'], 'note see a'],
    ['1 < 2 [not] a link (x) 50%', [], '1 < 2 not a link (x) 50%'],
  ])('%j', (body, links, text) => {
    expect(linksOfBody(body)).toEqual(links);
    expect(readable(body)).toBe(text);
  });

  test.each([
    '`[a](a.md)`',
    '``[a](a.md) ` ``',
    '```\n[a](a.md)\n```',
    '> ~~~\n> [a](a.md)\n> ~~~',
    'text\n\n    [a](a.md)',
    '<pre>[a](a.md)</pre>',
    '<!-- [a](a.md) -->',
    '%%[a](a.md)%%',
    '\\[a\\](a.md)',
  ])('%j holds none', body => {
    expect(linksOfBody(body)).toEqual([]);
  });

  test('an indented line in a list is no code', () => {
    expect(linksOfBody('- one\n\n    [a](a.md)')).toEqual(['a.md']);
  });
});

describe('hostile bodies', () => {
  const pieces = [
    '[',
    ']',
    '(',
    ')',
    '![',
    '[[',
    ']]',
    '](',
    '<a ',
    '"',
    '`',
    '<!--',
    '{{<',
    '{%',
    '%%',
    '\n',
    '> ',
    '- ',
    'x',
    '&',
    '```\n',
  ];

  test('nothing makes the pass fail or lose its way', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), {maxLength: 60}), parts => {
        // A marker behind a blank line and closed constructs must come out, unless an unclosed fence, comment or tag took it.
        expect(typeof textOfBody(parts.join(''))).toBe('string');
        expect(linksOfBody(`${parts.join('').replace(/[`<%{]/g, '')}\n\n[end](end.md)\n`)).toContain('end.md');
      }),
    );
  });

  test.each([
    '[',
    '](',
    '![',
    '[[a|',
    '<a "',
    '` ',
    '`` ` ',
    '<!-- ',
    '{{< ',
    '%%',
    '[](a "',
    '[^',
    '<pre>',
    '> ```\n',
    '[a]: ',
    'www.',
  ])('a megabyte of %j is passed over once', piece => {
    // Quadratic work on a megabyte would take minutes and run into the time limit of the test.
    const body = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(textOfBody(body).length).toBeLessThanOrEqual(body.length);
    expect(linksOfBody(body).every(address => address.length <= 2100)).toBe(true);
  });
});
