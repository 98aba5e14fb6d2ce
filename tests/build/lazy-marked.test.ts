/** marked reads with regular expressions that are made late as it does with its own. */
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import fc from 'fast-check';
import {Lexer} from 'marked';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {LazyRegExp} from '../../src/build/lazy-reg-exp.mjs';
import {changes} from '../../src/build/third-party.mjs';
import {projectRoot} from '../support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsprint-marked-'));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

let Late: typeof Lexer;
beforeAll(async () => {
  const change = changes.find(({file}) => file.startsWith('marked/'));
  if (!change?.edit) throw new Error('marked is not changed');
  const source = readFileSync(join(projectRoot, 'node_modules', change.file), 'utf8');
  const late = pathToFileURL(join(projectRoot, 'src/build/lazy-reg-exp.mjs')).href;
  const file = join(folder, 'marked.mjs');
  const changed = change.edit(source).replace('newsprint:build/lazy-reg-exp.mjs', late);
  writeFileSync(file, changed.replace(/^\/\/# sourceMappingURL=.*/m, ''));
  ({Lexer: Late} = (await import(/* @vite-ignore */ file)) as {Lexer: typeof Lexer});
});

const options = [{}, {gfm: false}, {breaks: true}, {pedantic: true}];

test('signs are the same signs in the expression for common text', () => {
  const whole = /^[\p{P}\p{S}]$/u;
  const late = new LazyRegExp('^[\\p{P}\\p{S}]$', 'u');
  const different: string[] = [];
  for (let code = 0; code < 0x3000; code++) {
    const character = String.fromCodePoint(code);
    if (late.test(character) !== whole.test(character)) different.push(code.toString(16));
  }
  expect(different).toEqual([]);
});

test('every bundled article', () => {
  const articles = join(projectRoot, 'articles');
  for (const file of readdirSync(articles, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.md'))) {
    const text = readFileSync(join(articles, file), 'utf8');
    for (const option of options) expect(Late.lex(text, option)).toEqual(Lexer.lex(text, option));
  }
});

test('whatever is written', () => {
  const pieces = [
    ...[
      'a',
      'word ',
      ' ',
      '\n',
      '\n\n',
      '    ',
      '\t',
      '*',
      '**',
      '_',
      '__',
      '~~',
      '`',
      '```\n',
      '# ',
      '===\n',
      '---\n',
      '> ',
    ],
    ...[
      '- ',
      '1. ',
      '- [x] ',
      '[a](b)',
      '![c](d "e")',
      '[f]',
      '[f]: http://g.h\n',
      '<b>',
      '</b>',
      '<!-- x -->',
      '<div>\n',
      '&amp;',
    ],
    ...[
      '| a | b |\n|---|:-:|\n| 1 | 2 |\n',
      'https://example.org/x',
      'me@example.org',
      '<http://x.y>',
      '\\*',
      '\\\n',
      'é',
      '日本',
      '“',
      '”',
      '…',
      '×',
      '€',
      '😀',
    ],
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), {maxLength: 25}), fc.constantFrom(...options), (parts, option) => {
      expect(Late.lex(parts.join(''), option)).toEqual(Lexer.lex(parts.join(''), option));
    }),
    {numRuns: 1500},
  );
});
