import {expect, test} from 'vitest';
import {composeArticle} from '../../src/import/compose.ts';
import {htmlOfText} from '../../src/import/feed/markup.ts';
import {markdownText} from '../../src/import/markdown-text.ts';
import {articleOfPageText} from '../../src/import/page-text/article-of-page-text.ts';
import {paragraphsOf} from '../../src/import/text-paragraphs.ts';

test.each<[string, readonly string[]]>([
  ['', []],
  ['\n \n', []],
  ['a', ['a']],
  ['a\nb\n\nc', ['a\nb', 'c']],
  ['\n\na\n \t\n\nb \n', ['a', 'b ']],
])('%j is %j', (text, paragraphs) => {
  expect(paragraphsOf(text)).toEqual(paragraphs);
});

test('millions of blank lines are blank lines', () => {
  const blank = '\n'.repeat(5_000_000);
  const text = `The quay\n\nThe quay is to be mended.${blank}It is old.${blank}`;
  expect(articleOfPageText(text).body).toContain('It is old.');
  expect(markdownText(`${blank}a${blank}b`)).toBe('a\n\nb');
  expect(htmlOfText(`${blank}a${blank}b`)).toBe('<p>a</p>\n<p>b</p>');
  const article = {title: 'A', authors: [], tags: [], related: [], body: `${blank}  a`};
  expect(composeArticle(article)).toBe('---\ntitle: A\n---\n\n  a\n');
});
