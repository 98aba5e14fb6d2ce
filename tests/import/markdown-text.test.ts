import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {documentLinks} from '../../src/core/markdown/links.ts';
import {documentText} from '../../src/core/markdown/text.ts';
import {parseMarkdown} from '../../src/core/markdown.ts';
import {markdownText} from '../../src/import/markdown-text.ts';

/** What is read of Markdown, a paragraph a line. */
const read = (markdown: string): string => documentText(parseMarkdown(markdown, {dropFirstHeading: false}));

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('plain text reads back as itself', () => {
  test.each([
    '# No heading',
    '- no item',
    '+ no item',
    '* no item',
    '1. no item',
    '12) no item',
    '> no quote',
    '---',
    '===',
    '| no | table |',
    '-: no column',
    'snake_case_name and _no emphasis_',
    '2 * 3 * 4, **no strength**',
    '`no code` and ``more``',
    '[no link](there) and ![no picture](x.png)',
    '[^1]: no note',
    'AT&T, &amp; and &#65;',
    '<b>no tag</b> but 3 < 4 > 2',
    '~~not struck~~ ~5 minutes',
    '==no highlight== %%no comment%% {{ no template }} {% none %} {: .none}',
    'a backslash \\ and \\* two',
    'ends with ^block-id',
    'an address https://example.org/a_b_c?x=1&copy=2*3 in the text',
    'https://example.org/plain/path_with_lines.html',
    '“Typographic” — characters… it’s kept',
    'https://example.org/_x_ www.example.org/*y*',
  ])('%s', text => {
    expect(read(markdownText(text))).toBe(text);
  });

  test('two lines that are no table', () => {
    expect(read(markdownText('no\n-:'))).toBe('no -:');
  });

  test('whatever it is', () => {
    const piece = fc.constantFrom(
      ...[
        '#',
        '-',
        '*',
        '_',
        '`',
        '[',
        ']',
        '(',
        ')',
        '!',
        '>',
        '<',
        '&',
        ';',
        '~',
        '=',
        '%',
        '{',
        '}',
        ':',
        '|',
        '\\',
      ],
      ...[
        '^',
        '1.',
        '2)',
        ' ',
        '\n',
        '\n\n',
        'a',
        'word',
        'é',
        '新',
        '+',
        '.',
        'amp',
        'https://example.org/',
        'www.',
        '@',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 30}), pieces => {
        const text = pieces.join('');
        expect(oneLine(read(markdownText(text)))).toBe(oneLine(text));
      }),
      {numRuns: 2000},
    );
  });
});

describe('addresses', () => {
  const linksIn = (markdown: string): string[] =>
    documentLinks(parseMarkdown(markdown, {dropFirstHeading: false})).map(({text, href}) => {
      expect(String(text)).toBe(href);
      return href;
    });

  test.each([
    ['https://example.org/plain/path_with_lines.html'],
    ['https://example.org/?a=1&b=2_3'],
    ['https://example.org/a*b*c', '<https://example.org/a*b*c>'],
    ['https://example.org/~home/_x_y'],
    ['https://example.org/wiki/Wall_(harbour)'],
    ['https://example.org/a~~b~~c'],
    ['https://example.org/?q=a==b%%c'],
    ['https://example.org/#/page/2'],
    ['https://例え.example/海'],
    ['https://example.org/?a=1&amp;b=2'],
    ['ftp://files.example.org/a.txt'],
  ])('%s is a link, alone and in a sentence', (address, written = undefined) => {
    for (const text of [
      address,
      `See ${address}.`,
      `(${address}), and more`,
      `“${address}”`,
      `${address}\nand ${address}`,
    ]) {
      const markdown = markdownText(text);
      expect(linksIn(markdown)[0]).toBe(address);
      expect(oneLine(read(markdown))).toBe(oneLine(text));
      if (written !== undefined) expect(markdown).toContain(written);
    }
  });

  test('that nothing can be mistaken in stand bare', () => {
    const text = 'See https://example.org/a-b_c/d.html?x=1&y=2, or https://example.org/~home.';
    expect(markdownText(text)).toBe(text.replace('https://example.org/~home', '<https://example.org/~home>'));
  });

  test('are links behind an exclamation mark too', () => {
    const text = 'Look!https://example.org/?a=1&amp;b=2 now';
    expect(linksIn(markdownText(text))).toEqual(['https://example.org/?a=1&amp;b=2']);
    expect(read(markdownText(text))).toBe(text);
  });

  test('are links whatever they are made of', () => {
    const part = fc.constantFrom(
      ...'a _ * ~ ( ) / ? = & % # + , ; : @ ! $ . - [ ] é 新 == %% &amp; &lt; www.'.split(' '),
    );
    fc.assert(
      fc.property(
        fc.array(part, {maxLength: 12}),
        fc.constantFrom('', ' ', 'x ', '('),
        fc.constantFrom('', ' x', ').'),
        (parts, before, behind) => {
          const address = `https://example.org/${parts.join('')}e`.replace(/[()]/g, '');
          const markdown = markdownText(before + address + behind);
          expect(linksIn(markdown)).toEqual([address]);
        },
      ),
      {numRuns: 1000},
    );
  });
});

test('paragraphs stay apart, and lines within one too', () => {
  expect(markdownText('One\ntwo\n \n\nThree  \n')).toBe('One\\\ntwo\n\nThree');
});

test('text without markup is left as it is', () => {
  const plain = 'The minister (58) said: “No – not today!” It cost $3.50, i.e. 5% more; see page 7.';
  expect(markdownText(plain)).toBe(plain);
});
