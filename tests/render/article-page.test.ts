import {describe, expect, test} from 'vitest';
import {parseMarkdown} from '../../src/core/markdown.ts';
import {field} from '../../src/core/sanitize.ts';
import {stripStyles} from '../../src/core/text/style-state.ts';
import {width} from '../../src/core/text/width.ts';
import {type ArticlePageInput, renderArticlePage} from '../../src/render/article-page.ts';
import {showLinks} from '../../src/render/link-marks.ts';
import {createTheme} from '../../src/render/theme.ts';
import {type ArticleParts, article} from '../support/articles.ts';

const theme = createTheme('ansi', 1);
const now = new Date('2022-08-01T12:00:00');

const page = (parts: ArticleParts, others: Partial<ArticlePageInput> = {}, columns = 60, firstLines?: number) => {
  const subject = {...article('politics/ties', parts), ...others.article};
  const input = {
    document: parseMarkdown(subject.body, {dropFirstHeading: false}),
    related: [],
    more: [],
    resolveLink: (href: string) => ({kind: 'nowhere', address: field(href)}) as const,
    ...others,
    article: subject,
  };
  return renderArticlePage(input, {width: columns, theme, now, ...(firstLines !== undefined && {firstLines})});
};

const seen = (lines: readonly string[]): string =>
  lines.map(line => stripStyles(showLinks(line, {hyperlinks: false}))).join('\n');

const year = article('politics/year', {title: 'A year of estrangement, 2021–22', published: '2022-06-30'});
const plan = article('politics/plan', {title: 'What the autonomy plan proposes', published: '2022-07-04'});
const ceuta = article('politics/ceuta', {title: 'Ceuta, May 2021', published: '2021-05-19'});

const lists: Partial<ArticlePageInput> = {
  related: [
    {article: year, score: 1, reasons: [{kind: 'links-to'}]},
    {article: plan, score: 0.5, reasons: [{kind: 'shares', terms: [field('Western Sahara'), field('Pedro Sánchez')]}]},
  ],
  more: [plan, ceuta],
};

test('a page is the header, the text, and where to go on', () => {
  const news: ArticleParts = {
    title: 'Rabat and Madrid renew security ties',
    standfirst: 'Senior officials of both countries met in the Moroccan capital',
    section: 'Politics',
    published: '2022-07-06',
    source: 'https://www.example.org/a',
    body: 'They met again.',
  };
  expect(seen(page(news, lists, 72).lines)).toBe(
    `POLITICS
Rabat and Madrid renew security ties
Senior officials of both countries met in the Moroccan capital
6 Jul 2022 · 1 min read · example.org
────────────────────────────────────────────────────────────────────────

They met again.

── Related ─────────────────────────────────────────────────────────────
1 A year of estrangement, 2021–22               this article links to it
2 What the autonomy plan proposes   shares Western Sahara, Pedro Sánchez

── More in Politics ────────────────────────────────────────────────────
3 Ceuta, May 2021                                            19 May 2021`,
  );
});

test('where there is no room beside a title, its reason stands below', () => {
  expect(seen(page({body: ''}, lists, 36).lines)).toContain(`
2 What the autonomy plan proposes
  shares Western Sahara, Pedro
  Sánchez
`);
});

test('blocks, links and suggestions know their lines at any width', () => {
  const body = 'one\n\n## two\n\n[three](x) four\n\n- five [six](y)';
  for (let columns = 20; columns <= 100; columns += 7) {
    const {lines, blockStarts, headings, links, suggestions} = page({section: 'Politics', body}, lists, columns);
    expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(columns);
    const starts = blockStarts.map(line => stripStyles(lines[line] ?? '').trim());
    expect(starts.slice(0, 5)).toEqual([
      'POLITICS',
      'one',
      'two',
      expect.stringMatching(/^three/),
      expect.stringMatching(/^• five/),
    ]);
    expect(starts.slice(5)).toEqual([expect.stringMatching(/Related/), expect.stringMatching(/More/)]);
    expect([...blockStarts].sort((a, b) => a - b)).toEqual(blockStarts);
    expect(headings.map(({line}) => stripStyles(lines[line] ?? ''))).toEqual(['two']);
    for (const {number, firstLine, lastLine} of links)
      expect(lines.slice(firstLine, lastLine + 1).join('')).toContain(`id=${number};`);
    for (const {number, firstLine} of suggestions)
      expect(stripStyles(lines[firstLine] ?? '')).toMatch(new RegExp(`^${number} `));
    expect(suggestions.map(({article}) => article.id)).toEqual([year.id, plan.id, ceuta.id]);
  }
});

test('the first lines of a long article are the same as in the whole of it', () => {
  const body = Array.from({length: 200}, (_, number) => `Paragraph ${number} with [a link](x${number}).`).join('\n\n');
  const whole = page({body}, lists);
  const first = page({body}, lists, 60, 30);
  expect(first.lines).toEqual(whole.lines.slice(0, first.lines.length));
  expect([first.isComplete, whole.isComplete]).toEqual([false, true]);
  expect(first.lines.length).toBeLessThan(40);
  expect(first.links).toEqual(whole.links.slice(0, first.links.length));
});

describe('what would be said twice is said once', () => {
  test.each([
    ['a heading that repeats the title', {title: 'One  two', body: '# One *two*\n\ntext'}, {}, 'text'],
    [
      'a picture that the text shows',
      {body: '![seen](a/b.jpg)'},
      {image: {src: field('b.jpg'), alt: field('hero')}},
      '▏ [Image] seen',
    ],
    [
      'but a picture of its own leads the text',
      {body: 'text'},
      {image: {src: field('c.jpg'), alt: field('hero')}},
      '▏ [Image] hero\n\ntext',
    ],
  ])('%s', (_, parts, more, expected) => {
    const subject = {...article('x', parts), ...more};
    const lines = seen(page(parts, {article: subject}).lines).split('\n');
    expect(lines.slice(lines.findIndex(line => line.startsWith('──')) + 2).join('\n')).toBe(expected);
  });
});

test('an article of another library is not lost for having the id of a related one', () => {
  const namesake = {...plan, library: field('another'), title: field('Its namesake')};
  const related = [{article: plan, score: 1, reasons: [{kind: 'links-to'} as const]}];
  const {suggestions} = page({}, {related, more: [plan, namesake]});
  expect(suggestions.map(suggestion => suggestion.article)).toEqual([plan, namesake]);
});
