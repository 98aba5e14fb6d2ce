import {describe, expect, test} from 'vitest';
import {parseMarkdown} from '../../src/core/markdown.ts';
import {field} from '../../src/core/sanitize.ts';
import {stripStyles} from '../../src/core/text/style-state.ts';
import {width} from '../../src/core/text/width.ts';
import {
  createArticlePage,
  createPageText,
  type PageTailInput,
  type PageTextInput,
} from '../../src/render/article-page.ts';
import {showLinks} from '../../src/render/link-marks.ts';
import {createTheme} from '../../src/render/theme.ts';
import {type ArticleParts, article} from '../support/articles.ts';

const theme = createTheme('ansi', 1);
const now = new Date('2022-08-01T12:00:00');

type Others = Partial<PageTextInput & PageTailInput>;

const pageOf = (parts: ArticleParts, others: Others = {}, columns = 60) => {
  const subject = {...article('politics/ties', parts), ...others.article};
  const resolveLink = (href: string) => ({kind: 'nowhere', address: field(href)}) as const;
  const options = {width: columns, theme, now};
  const document = parseMarkdown(subject.body, {dropFirstHeading: false});
  const text = createPageText({article: subject, document, resolveLink}, options);
  return createArticlePage(text, {article: subject, related: others.related ?? [], more: others.more ?? []}, options);
};

/** All of a page, with where its blocks stand in it. */
const page = (parts: ArticleParts, others: Others = {}, columns = 60) => {
  const made = pageOf(parts, others, columns);
  const lines: string[] = [];
  const blocks = made.blocks.flatMap(block => {
    const {lines: drawn, gap} = block.draw();
    if (drawn.length === 0) return [];
    lines.push(...Array.from({length: gap}, () => ''));
    const start = lines.length;
    lines.push(...drawn);
    return [{start, picks: block.picks().map(pick => ({...pick, line: start + pick.firstLine}))}];
  });
  return {...made, lines, starts: blocks.map(({start}) => start), picks: blocks.flatMap(({picks}) => picks)};
};

const seen = (lines: readonly string[]): string =>
  lines.map(line => stripStyles(showLinks(line, {hyperlinks: false}))).join('\n');

const year = article('politics/year', {title: 'A year of estrangement, 2021–22', published: '2022-06-30'});
const plan = article('politics/plan', {title: 'What the autonomy plan proposes', published: '2022-07-04'});
const ceuta = article('politics/ceuta', {title: 'Ceuta, May 2021', published: '2021-05-19'});

const lists: Others = {
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
    const {lines, starts, picks} = page({section: 'Politics', body}, lists, columns);
    expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(columns);
    const begun = starts.map(line => stripStyles(lines[line] ?? '').trim());
    expect(begun.slice(0, 5)).toEqual([
      'POLITICS',
      'one',
      'two',
      expect.stringMatching(/^three/),
      expect.stringMatching(/^• five/),
    ]);
    expect(begun.slice(5)).toEqual([expect.stringMatching(/Related/), expect.stringMatching(/More/)]);
    expect(picks.map(({target}) => (target.kind === 'article' ? target.article.id : target.kind))).toEqual([
      'nowhere',
      'nowhere',
      year.id,
      plan.id,
      ceuta.id,
    ]);
    for (const {line, link} of picks) {
      if (link !== undefined) expect(lines[line]).toContain(`id=${link};`);
      else expect(stripStyles(lines[line] ?? '')).toMatch(/^\d /);
    }
  }
});

test('only what is looked at is drawn', () => {
  const body = Array.from({length: 200}, (_, number) => `## Heading ${number}\n\nParagraph with [a link](x).`).join(
    '\n\n',
  );
  const {blocks, headings} = pageOf({body}, lists);
  blocks[9]?.draw();
  expect(headings()).toHaveLength(200);
  expect(headings()[1]).toEqual({text: 'Heading 1', depth: 2, block: 3});
  expect(blocks.filter(block => block.isDrawn)).toEqual([blocks[9]]);
});

test('a footnote leads to its note and back', () => {
  const {blocks, blockOfNote, lines} = page({body: 'none\n\none[^b] two[^a]\n\n[^a]: first\n[^b]: second'}, lists);
  expect(lines.map(line => stripStyles(showLinks(line, {hyperlinks: false}))).join('\n')).toContain('one¹ two²');
  const [there] = blocks[2]?.picks() ?? [];
  expect(there?.target).toEqual({kind: 'anchor', anchor: 'fn:b'});
  const note = blockOfNote('fn:b') ?? -1;
  expect(blocks[note]?.draw().lines.map(stripStyles).join()).toMatch(/¹ +second/);
  const [back] = blocks[note]?.picks() ?? [];
  expect(back?.target).toEqual({kind: 'anchor', anchor: 'fnref:b'});
  expect(blockOfNote('fnref:b')).toBe(2);
  expect(blockOfNote('fn:c')).toBeUndefined();
});

test('a note that only a note mentions leads back to that one, one that nothing mentions nowhere; an empty one is there', () => {
  const body = 'Text[^a].\n\n[^a]: see[^b]\n\n[^b]:\n\n[^c]: alone';
  const {blocks, blockOfNote} = page({body});
  expect(blockOfNote('fnref:b')).toBe(blockOfNote('fn:a'));
  const note = (id: string) => blocks[blockOfNote(`fn:${id}`) ?? -1];
  expect(note('b')?.draw().lines.map(stripStyles).join()).toContain('²');
  expect(note('c')?.picks()).toEqual([]);
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
    [
      'so does one of which only the caption is known',
      {body: 'text'},
      {image: {src: field(''), caption: field('Two officials')}},
      '▏ [Image] Two officials\n\ntext',
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
  const {picks} = page({}, {related, more: [plan, namesake]});
  expect(picks.map(({target}) => target)).toEqual([plan, namesake].map(found => ({kind: 'article', article: found})));
});
