import {describe, expect, test} from 'vitest';
import {articleRun} from '../../../src/import/page-text/article-run.ts';
import {bodyLines} from '../../../src/import/page-text/body-lines.ts';
import {bodyStart} from '../../../src/import/page-text/body-start.ts';
import {judgeLines} from '../../../src/import/page-text/judged-lines.ts';
import {pageLines} from '../../../src/import/page-text/page-lines.ts';

const sentence = (about: string) =>
  `It is said that ${about} was finished on time, and that everybody who had worked on it was there.`;
const text = [sentence('the wall'), sentence('the bridge'), sentence('the road')];
const menu = ['Home', 'News', 'Sport', 'Culture', 'Science', 'Weather'];

const found = (...page: string[]): string[] => {
  const lines = judgeLines(pageLines(page.join('\n\n')));
  const run = articleRun(lines);
  return bodyLines(lines, {start: bodyStart(lines, run), end: run.end}).map(line => line.text);
};

describe('the article is found', () => {
  test('between menus', () => {
    expect(found(...menu, ...text, ...menu)).toEqual(text);
  });

  test('across an advertisement, which is left out', () => {
    expect(found(...menu, text[0] ?? '', 'Advertisement', ...text.slice(1))).toEqual(text);
  });

  test('across a box of other articles, which are left out', () => {
    const behind = [text[2] ?? '', sentence('the port'), sentence('the pier'), sentence('the light')];
    const box = ['Related stories', 'Old wall fell', 'Ferry runs again'];
    expect(found(...menu, text[0] ?? '', text[1] ?? '', ...box, ...behind)).toEqual([...text.slice(0, 2), ...behind]);
  });

  test('and not the comments, even if they are longer', () => {
    const comments = Array.from({length: 20}, (_, nth) => ['A reader', sentence(`comment ${nth}`), 'Reply']).flat();
    expect(found('The wall is finished', ...menu, 'The wall is finished', ...text, 'Comments', ...comments)).toEqual(
      text,
    );
  });

  test('with the headings between its paragraphs', () => {
    expect(found(...menu, text[0] ?? '', 'A short history', ...text.slice(1))).toEqual([
      text[0],
      'A short history',
      ...text.slice(1),
    ]);
  });

  test('without the byline, the date and the buttons above it', () => {
    const head = ['What happened at the harbour on Wednesday evening.', 'By Ann Lee', '6 July 2022', 'Share', 'Print'];
    expect(found(...menu, ...head, ...text)).toEqual(text);
  });

  test('without a paragraph that comes a second time', () => {
    expect(found(...menu, ...text, text[0] ?? '')).toEqual(text);
  });
});

test('a day above what happened on it stays', () => {
  expect(found(...menu, ...text, '6 July 2022', sentence('the port'), sentence('the pier'))).toContain('6 July 2022');
});

test('the last heading, its short paragraph and a last word are not lost', () => {
  const end = ['What comes next', 'The port will be finished in the spring, they say, and the pier.', 'Thank you!'];
  expect(found(...menu, ...text, ...end, ...menu)).toEqual([...text, ...end]);
});

test('nothing is found where nothing is', () => {
  expect(found(...menu)).toEqual([]);
});
