import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseMarkdown} from '../../src/core/markdown.ts';
import {stripStyles} from '../../src/core/text/style-state.ts';
import {width} from '../../src/core/text/width.ts';
import {highlight} from '../../src/render/highlight.ts';
import {showLinks} from '../../src/render/link-marks.ts';
import {headingOf, renderMarkdown} from '../../src/render/markdown.ts';
import {createTheme, plainTheme, type Theme} from '../../src/render/theme.ts';

const styled = createTheme('ansi', 1);

const render = (body: string, columns: number, theme: Theme = plainTheme) =>
  renderMarkdown(parseMarkdown(body, {dropFirstHeading: false}), {width: columns, theme, highlight});

const shown = (body: string, columns = 40, theme: Theme = plainTheme): string =>
  render(body, columns, theme)
    .lines.map(line => showLinks(line, {hyperlinks: false}))
    .join('\n');

/** Without styles, but drawn. */
const drawn = (body: string, columns = 40): string => stripStyles(shown(body, columns, styled));

describe('what marked-terminal gets wrong', () => {
  test.each([
    ['markup in tight lists is read', '- **a** [c](http://d)', '- a c[1]'],
    ['a task has one box', '- [x] b\n- [ ] c', '[x] b\n[ ] c'],
    ['lists start where they say', '7. a\n8. b', '7. a\n8. b'],
    ['numbering goes on after a nested list', '1. a\n   - b\n2. c', '1. a\n   - b\n2. c'],
    ['a line that begins with a year is a line', '- 1999. was a year', '- 1999. was a year'],
    [
      'numbers that grow are kept, others are counted',
      '1. a\n5. b\n\nx\n\n1. c\n1. d',
      '1. a\n5. b\n\nx\n\n1. c\n2. d',
    ],
    ['loose lists keep their blank lines', '- a\n\n- b', '- a\n\n- b'],
    ['items hang beside their markers', '10. one two three four five', '10. one two\n    three four\n    five', 16],
    ['a quote has its mark on every line', '> a b\n>\n> - c', '> a b\n>\n> - c'],
    ['entities are characters in text, not in code', '&mdash; &eacute; `&lt;`', '— é &lt;'],
    ['lines are counted in columns', '日本語日本語日本語日本語', '日本語日本語日本語日\n本語', 20],
    ['a hard break in emphasis is a line break', '*a  \nb*', 'a\nb'],
    ['HTML stands apart from what follows', '<div>a</div>\n\nb', 'a\n\nb'],
    ['pictures are told of', '![a](b.jpg "c (Agency)")', '[Image: a (Agency)]\nc'],
    ['a picture without words has a name', '![](x/b.jpg?1)', '[Image: b.jpg]'],
    [
      'footnotes have numbers and stand at the end',
      'a[^x] b[^y].\n\n[^y]: c\n[^x]: d',
      'a¹ b².\n\n--------------------\n¹   d\n²   c',
    ],
    ['links are numbered', '[a](http://b/) <http://c/>', 'a[1] http://c/[2]'],
    ['a dangerous address is no link', '[a](javascript:b)', 'a'],
    ['no emoji out of colons', 'C:b: :smile:', 'C:b: :smile:'],
    ['a break between sections shows without a terminal', 'a\n\n***\n\nb', 'a\n\n                 * * *\n\nb'],
    ['a byte order mark hides no heading', '\ufeff# a', 'a\n='],
    ['tabs in code are columns', '```\na\tb\n```', '    a   b'],
    [
      'long lines of code are folded',
      '```\none two three four five six seven\n```',
      '    one two three four five \n      six seven',
      30,
    ],
    [
      'a table is aligned',
      '|a|b|c|\n|:-|-:|:-:|\n|x|1|y|\n|xxx|22|yyy|',
      'a     b   c\n---  --  ---\nx     1   y\nxxx  22  yyy',
    ],
  ] as const)('%s', (_, body, expected, columns: number = 40) => {
    expect(shown(body, columns)).toBe(expected);
  });

  test('a table that is too wide is wrapped, one that can not be becomes cards', () => {
    const table = '|name|what it is|\n|-|-|\n|one|a long story about one|\n|two|short|';
    expect(shown(table, 20)).toBe(
      'name  what it is\n----  --------------\none   a long story\n      about one\n\ntwo   short',
    );
    expect(shown('|aaaaaa|bbbbbb|cccccc|\n|-|-|-|\n|dddddddddddd|eeeeeeeeeeee|ffffffffffff|', 30)).toBe(
      'aaaaaa  dddddddddddd\nbbbbbb  eeeeeeeeeeee\ncccccc  ffffffffffff',
    );
  });

  test('nesting costs no more than its text', () => {
    const nested = Array.from({length: 25}, (_, depth) => `${'  '.repeat(depth)}- a\n`).join('');
    expect(shown(nested, 80, styled).length).toBeLessThan(5000);
  });

  test('only code of a language that is told and known is coloured', () => {
    const code = (language: string) =>
      shown(`\`\`\`${language}\nif (x) return 1;\n\`\`\``, 40, styled).split('\n').slice(1, -1).join('\n');
    expect(code('js')).toContain('\x1b[');
    expect(stripStyles(code('js'))).toBe(code(''));
    for (const language of ['', 'unheard-of']) expect(code(language)).not.toContain('\x1b');
  });
});

describe('drawing', () => {
  test.each([
    ['bullets by depth', '- a\n  - b\n    - c', ' • a\n   ◦ b\n     ▪ c'],
    ['boxes', '- [x] a\n- [ ] b', ' ☑ a\n ☐ b'],
    ['figures', '![a](b.jpg "c. PHOTO/FILE")', '▏ [Image] a\n▏ c.\n▏ PHOTO/FILE'],
    ['who said it, apart', '> a\n> -- b *c*\n\n> d\n>\n> — e', '▏ a\n▏ — b c\n\n▏ d\n▏ — e'],
    ['who said it, where the rest is nothing to read', '> <!-- c -->\n>\n> — e', '▏ — e'],
    ['no dialogue for that', '> — a?\n> — b.', '▏ — a? — b.'],
    ['callouts', '> [!tip] b\n> c\n\n> [!NOTE]\n> d', '▏ Tip: b\n▏ c\n\n▏ Note\n▏ d'],
    ['sections stand apart', 'a\n\n## b\n\nc', 'a\n\n\nb\n\nc'],
    [
      'folded code is marked',
      '    aaaaaaaaaaaaaaaaaaaaaaaaaa bbbb',
      '┌\n  aaaaaaaaaaaaaaaaaaaaaaaaaa\n  ↳  bbbb\n└',
      30,
    ],
    ['code says its language', '```sh\nls\n```', '┌ sh\n  ls\n└'],
  ] as const)('%s', (_, body, expected, columns: number = 40) => {
    expect(drawn(body, columns).replace(/ +$/gm, '')).toBe(expected);
  });

  test('what is nested too deeply for the width is no longer set in', () => {
    const lines = render(`${'> '.repeat(15)}some words to read`, 20).lines;
    expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(20);
    expect(
      lines
        .join(' ')
        .replace(/[\s>]+/g, ' ')
        .trim(),
    ).toBe('some words to read');
  });
});

test('links know the lines that show them', () => {
  const {links, lines} = render('one [two three four five](http://a/) six [seven](b)\n\n[eight](wiki:c)', 20);
  expect(
    links.map(({number, text, target, firstLine, lastLine}) => [number, text, target.kind, firstLine, lastLine]),
  ).toEqual([
    [1, 'two three four five', 'web', 0, 1],
    [2, 'seven', 'nowhere', 1, 1],
    [3, 'eight', 'nowhere', 3, 3],
  ]);
  expect(lines.map(stripStyles)).toEqual(['one two three four', 'five[1] six seven[2]', '', 'eight[3]']);
});

test('headings are found without reading other text', () => {
  const document = parseMarkdown('# a\n\nb\n\n<h3>c</h3>\n\n## f *g*\n\nh\n=', {dropFirstHeading: false});
  expect(document.blocks.map(headingOf).filter(heading => heading !== undefined)).toEqual([
    {text: 'a', depth: 1},
    {text: 'c', depth: 3},
    {text: 'f g', depth: 2},
    {text: 'h', depth: 1},
  ]);
});

test('a long run of empty lines in code is looked at once', () => {
  expect(render(`\`\`\`\nx${'\n'.repeat(200_000)}y\n\`\`\``, 40).lines.length).toBeGreaterThan(200_000);
});

test('at width 0 a paragraph is a line', () => {
  const words = 'word '.repeat(100).trim();
  expect(shown(`# ${words}\n\n${words}\n\n- ${words}`, 0)).toBe(`${words}\n\n${words}\n\n- ${words}`);
});

/** Escape sequences that a rendered line may hold: attributes and 16 colours, and links in our own form. */
const ours =
  /\x1b\[(?:[0-9]|[1-3][0-9]|4[0-9]|9[0-7])m|\x1b\]8;(?:id=\d+;(?:newsprint:|https?:[\x21-\x7e]+|mailto:[\x21-\x7e]+))?;?\x1b\\/g;

const pieces = [
  'word',
  'a longer piece of text',
  '日本語',
  'สวัสดี',
  'नमस्ते',
  'שלום',
  '👩‍👩‍👧',
  'e\u0301',
  'https://example.org/a/b?c=d',
  ' ',
  ' ',
  '\n',
  '\n',
  '\n\n',
  '\n\n',
  '    ',
  '  ',
  '\t',
  '*',
  '**',
  '_',
  '~~',
  '`',
  '```',
  '==',
  '%%',
  '^x',
  '# ',
  '## ',
  '- ',
  '1. ',
  '- [ ] ',
  '> ',
  '> [!NOTE] ',
  '|',
  '|-|-|\n',
  '---\n',
  '![',
  '[',
  '](',
  ')',
  ']',
  '[[',
  ']]',
  '"',
  '<b>',
  '</b>',
  '<div>',
  '<table><tr><td>',
  '<li>',
  '<pre>',
  '<img src=x alt=y>',
  '<a href="z">',
  '</a>',
  '<script>',
  '<!--',
  '[^1]',
  '[^1]: ',
  '{{< ',
  ' >}}',
  '{% ',
  ' %}',
  '{{ ',
  ' }}',
  '{: .x}',
  '&amp;',
  '&#27;',
  '&#x202e;',
  '\\',
  '\x1b[31m',
  '\x1b]8;;http://evil\x07',
  '\x9b2J',
  '\u202e',
  '\u2066',
  '\r',
  '\0',
];
const markdown = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({maxLength: 8})), {maxLength: 60})
  .map(parts => parts.join(''));

test('whatever the Markdown: no line is too wide, none leaves a style open, no foreign escape sequence passes', () => {
  fc.assert(
    fc.property(
      markdown,
      fc.integer({min: 20, max: 100}),
      fc.constantFrom(styled, plainTheme),
      (body, columns, theme) => {
        for (const line of render(body, columns, theme).lines) {
          expect(width(line)).toBeLessThanOrEqual(columns);
          expect(line.replace(ours, '')).not.toMatch(/[\0-\x08\x0a-\x1f\x7f-\x9f\u202a-\u202e]/);
          const open = new Set<string>();
          for (const [code, parameter] of line.matchAll(/\x1b\[(\d+)m/g)) {
            const end =
              {1: '22', 2: '22', 3: '23', 4: '24', 7: '27', 9: '29'}[parameter ?? ''] ??
              (/^(?:3|9)[0-7]$/.test(parameter ?? '') ? '39' : undefined);
            if (end) open.add(end);
            else open.delete(parameter ?? code);
          }
          expect([...open]).toEqual([]);
          expect([...line.matchAll(/\x1b\]8;id=/g)].length).toBe([...line.matchAll(/\x1b\]8;;\x1b/g)].length);
        }
      },
    ),
    {numRuns: 1500},
  );
});

test('whatever is between the marks: every word is kept, in order', () => {
  const word = fc.stringMatching(/^[a-z]{2,9}$/);
  const wrapped = fc
    .tuple(word, fc.constantFrom('', '*', '**', '`', '~~', '==', '<b>'))
    .map(([text, mark]) => `${mark}${text}${mark.replace('<', '</')}`);
  const line = fc.array(wrapped, {minLength: 1, maxLength: 12}).map(words => words.join(' '));
  const block = fc
    .tuple(fc.constantFrom('', '# ', '- ', '3. ', '> ', '> - ', '- [ ] ', '[^n]: '), line)
    .map(parts => parts.join(''));
  fc.assert(
    fc.property(fc.array(block, {minLength: 1, maxLength: 6}), fc.integer({min: 20, max: 60}), (blocks, columns) => {
      const words = (text: string) => (text.match(/[a-z]{2,}/g) ?? []).sort();
      expect(words(shown(blocks.join('\n\n'), columns))).toEqual(
        words(blocks.join('\n\n').replace(/<\/?b>|\[\^n\]/g, '')),
      );
    }),
  );
});

describe('documents as they come out', () => {
  const documents = ['news', 'dialects', 'structure'] as const;
  for (const name of documents) {
    const body = readFileSync(new URL(`golden/${name}.md`, import.meta.url), 'utf8');
    test.each([40, 80, 120])(`${name} at %i columns`, async columns => {
      await expect(`${shown(body, columns)}\n`).toMatchFileSnapshot(`golden/${name}.${columns}.plain.txt`);
      await expect(`${shown(body, columns, styled)}\n`).toMatchFileSnapshot(`golden/${name}.${columns}.styled.txt`);
    });
  }
});

test.each([
  [
    'footnotes',
    `${Array.from({length: 20_000}, (_, note) => `[^${note}]`).join(' ')}\n\n${Array.from({length: 20_000}, (_, note) => `[^${note}]: word`).join('\n')}`,
  ],
  ['columns over short rows', `<table><tr>${'<td>a'.repeat(5000)}${'<tr><td>word'.repeat(5000)}</table>`],
])('thousands of %s are drawn in linear time', (_, body) => {
  // Quadratic work would take longer than the test may.
  expect(shown(body).match(/word/g)?.length).toBeGreaterThanOrEqual(5000);
});
