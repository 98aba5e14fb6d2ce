import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
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

test('paragraphs stay apart, and lines within one too', () => {
  expect(markdownText('One\ntwo\n \n\nThree  \n')).toBe('One\\\ntwo\n\nThree');
});

test('text without markup is left as it is', () => {
  const plain = 'The minister (58) said: “No – not today!” It cost $3.50, i.e. 5% more; see page 7.';
  expect(markdownText(plain)).toBe(plain);
});
