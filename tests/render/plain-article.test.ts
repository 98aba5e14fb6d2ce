import {expect, test} from 'vitest';
import {field} from '../../src/core/sanitize.ts';
import {width} from '../../src/core/text/width.ts';
import {renderPlainArticle, renderStyledArticle} from '../../src/render/plain-article.ts';
import {createTheme} from '../../src/render/theme.ts';
import {article} from '../support/articles.ts';

const news = article('politics/ties', {
  title: 'Rabat and Madrid renew security ties',
  standfirst: 'Senior officials met',
  published: '2022-07-06',
  source: 'https://www.example.org/a',
  body: 'They met [again](https://example.org/b?c=d) and saw [the plan](plan.md).\n\n![Officials](x.jpg "At work. PHOTO/FILE")',
});

test('plain text: title, standfirst, byline, text, and the addresses of its links', () => {
  expect(renderPlainArticle(news, {width: 40})).toBe(`Rabat and Madrid renew security ties

Senior officials met

6 Jul 2022 · 1 min read · example.org

They met again[1] and saw the plan[2].

[Image: Officials (PHOTO/FILE)]
At work.

[1] https://example.org/b?c=d
[2] plan.md
`);
});

test('plain text has no control character but the newline, whatever the article says', () => {
  const hostile = article('x', {
    title: 'a\x1b[2Jb',
    body: 'c \x1b]52;c;eA==\x07 &#27;[31m [d](http://e/\x1b[m) \x9b1m\r\u202e',
  });
  expect(renderPlainArticle(hostile, {width: 40})).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
});

test('at width 0 every paragraph is one line', () => {
  const words = 'word '.repeat(60).trim();
  const lines = renderPlainArticle(article('x', {title: words, body: `${words}\n\n> ${words}`}), {width: 0}).split(
    '\n',
  );
  expect(lines.filter(line => line.includes('word'))).toEqual([words, words, `> ${words}`]);
});

test('links of the web are hyperlinks where the terminal has them, and nothing else is', () => {
  const options = {width: 40, theme: createTheme('ansi', 1)};
  const linked = renderStyledArticle(news, {...options, hyperlinks: true});
  expect([...linked.matchAll(/\x1b\]8;[^;]*;([^\x1b]+)\x1b/g)].map(found => found[1])).toEqual([
    'https://example.org/b?c=d',
  ]);
  expect(renderStyledArticle(news, {...options, hyperlinks: false})).not.toContain('\x1b]8');
  for (const line of linked.split('\n')) expect(width(line)).toBeLessThanOrEqual(40);
});

test('links to articles are listed by id', () => {
  const other = article('politics/plan');
  const text = renderPlainArticle(news, {
    width: 40,
    resolveLink: href =>
      href === 'plan.md' ? {kind: 'article', article: other} : {kind: 'nowhere', address: field(href)},
  });
  expect(text).toContain('[2] politics/plan\n');
});
