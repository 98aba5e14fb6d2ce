/** The short ways of our lexer lead where marked's own go. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import fc from 'fast-check';
import type {Lexer, Token} from 'marked';
import {beforeAll, expect, test} from 'vitest';
import {type LexedBody, lexBody} from '../../src/core/markdown/lexer.ts';
import {projectRoot} from '../support/program.ts';

/** marked as it comes: our tokenizer changes the one that it imports. */
let Untouched: typeof Lexer;
beforeAll(async () => {
  const file = pathToFileURL(join(projectRoot, 'node_modules/marked/lib/marked.esm.js')).href;
  ({Lexer: Untouched} = (await import(/* @vite-ignore */ `${file}?untouched`)) as {Lexer: typeof Lexer});
});

/** What a reader gets: kind, text and structure of each token, running text opened. */
const shape = (tokens: readonly Token[], open: LexedBody['open']): unknown[] =>
  tokens.flatMap((token): unknown[] => {
    const {type, raw, ...more} = token as Token & Record<string, unknown>;
    // The list itself says which of its items are checked.
    if (type === 'space' || type === 'checkbox') return [];
    const parts = Object.entries(more).map(([name, value]) => {
      if (name === 'tokens') return [name, shape(open(value as Token[]), open)];
      if (name === 'items') return [name, shape(value as Token[], open)];
      if (name === 'header') return [name, (value as {tokens: Token[]}[]).map(cell => shape(open(cell.tokens), open))];
      if (name === 'rows')
        return [name, (value as {tokens: Token[]}[][]).map(row => row.map(cell => shape(open(cell.tokens), open)))];
      return [name, value];
    });
    return [{type, raw, ...Object.fromEntries(parts)}];
  });

const ours = (source: string) => {
  const {tokens, open} = lexBody(source);
  return shape(tokens, open);
};
const theirs = (source: string) => shape(new Untouched({gfm: true}).lex(source), tokens => tokens);

const pieces = [
  ...[
    'a',
    'Word ',
    'é',
    ' ',
    '  ',
    '\n',
    '\n',
    '\n\n',
    '  \n',
    '    ',
    // marked takes a line with only a tab for a row of a table.
    '\tx',
    '“',
    '(',
    ')',
    '"',
    '1',
    '1. ',
    '2) ',
    '12',
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    '~~',
    '`',
    '``',
    '```\n',
    '~~~',
    '# ',
    '#',
    '===\n',
    '---\n',
    '- ',
    '* ',
    '+ ',
    '> ',
    '- [x] ',
  ],
  ...[
    '[a](b)',
    '![c](d "e")',
    '[f]',
    '[f]: http://g.h\n',
    '<b>',
    '</b>',
    '<!-- x -->',
    '<!--',
    '-->',
    '<div>\n',
    '<http://x.y>',
  ],
  ...[
    '| a | b |\n|---|:-:|\n| 1 | 2 |\n',
    '|',
    ':-:',
    'https://example.org/x',
    'www.a.b',
    'me@example.org',
    '@',
    'mailto:',
  ],
  ...['&amp;', '&', '\\*', '\\', '\\\n', '日本', '×', '😀', '!', '.'],
];

test('whatever is written', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), {maxLength: 18}), parts => {
      const source = parts.join('');
      expect(ours(source)).toEqual(theirs(source));
    }),
    {numRuns: 3000},
  );
});

test('every bundled article without a dialect', () => {
  const articles = join(projectRoot, 'articles');
  const sources = readdirSync(articles, {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.md'))
    .map(name => readFileSync(join(articles, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''))
    .filter(source => !/==|%%|\{[{%]|\[\[|\[\^/.test(source));
  expect(sources.length).toBeGreaterThan(5);
  for (const source of sources) expect(ours(source)).toEqual(theirs(source));
});

test('a long run of spaces is looked at once, wherever it stands', () => {
  const run = ' '.repeat(300_000);
  for (const source of [
    `a${run}b *c*`,
    `a *b*${run}`,
    `**a${run}b** c`,
    `- a${run}b *c*`,
    `a *b*${run}\nc`,
    `|a${run}|\n|-|`,
  ])
    expect(ours(source).length).toBeGreaterThan(0);
});
