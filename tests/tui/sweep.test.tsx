import {renderToString} from 'ink';
import {expect, test} from 'vitest';
import {field} from '../../src/core/sanitize.ts';
import {width} from '../../src/core/text/width.ts';
import {Screen} from '../../src/tui/components/screen.tsx';
import {articleKey, type Event} from '../../src/tui/state.ts';
import {article} from '../support/articles.ts';
import {frontPage, play} from './play.ts';

const widths = [1, 2, 5, 10, 16, 20, 25, 32, 40, 60, 80, 99, 100, 120, 200];
const heights = [1, 2, 3, 5, 8, 12, 24, 60];

const body = `A paragraph with **bold**, a [link](plan.md) and 漢字かな交じり文 that runs on for a while, so that it wraps.

- one
  - two
    1. three

| Column | Number |
|---|--:|
| wide 漢字 | 1 |

> A quote that is long enough to need another line or two at most widths.

\`\`\`js
const answer = 42; // a line of code that is much longer than a narrow window is wide
\`\`\`

![A picture](a.jpg "Its caption")

## A heading that is long enough for more than one line of a window that is not wide

Words with a note.[^1]

[^1]: The note, with a [link](plan.md).
`;

const articles = [
  article('hard', {
    title: '長い見出しの記事 with a headline that is rather long',
    section: 'Politics',
    published: '2022-07-06',
    body,
  }),
  article('plan', {
    title: 'The plan 👩‍👩‍👧',
    section: 'A section with a very long name indeed',
    standfirst: 'What it says',
  }),
  article('broken', {problem: 'the front matter is no valid YAML: unexpected colon', section: 'History'}),
  ...Array.from({length: 40}, (_, i) => article(`filler-${i}`, {section: `Section ${i % 7}`, published: '2021-02-03'})),
];

const [hard, plan, broken] = articles;

const found = {
  type: 'related-found',
  key: hard === undefined ? '' : articleKey(hard),
  found: {
    related: plan === undefined ? [] : [{article: plan, score: 1, reasons: [{kind: 'links-to'} as const]}],
    more: broken === undefined ? [] : [broken],
  },
} as const;

const feedsFound: Event = {
  type: 'feeds-listed',
  list: {
    now: new Date('2026-11-23T12:00:00Z'),
    feeds: [
      {
        title: field('Example News'),
        address: field('https://news.example/feed.xml'),
        entries: 3,
        articles: 12,
        withoutPage: 2,
      },
      {
        title: field('A name that is rather long for the title of a feed, and in 日本語 too'),
        address: field('https://other.example/with/a/rather/long/path/feed.xml'),
        entries: 3,
        articles: 12,
        withoutPage: 2,
        error: field('other.example: there is no such host (see whether the address is right)'),
      },
    ],
  },
};

const screens = {
  list: [],
  'list, end': ['G'],
  'list, a section': ['tab'],
  'list, by day': ['v', 'j', 'j', 'j'],
  'list, by section': ['v', 'v', 'G'],
  'list, nothing found': ['/', ...'xyzzy', 'enter'],
  prompt: ['/', ...'a rather long query that goes on and on'],
  article: ['enter', found],
  'article, link picked': ['enter', found, 'tab'],
  'article, end': ['enter', found, 'G', 'shift-tab'],
  related: ['r', found, 'j'],
  'related, not known yet': ['r'],
  contents: ['enter', found, 't', 'j'],
  links: ['enter', found, 'L'],
  'find, typing': ['enter', found, '/', ...'quote'],
  'find, on': ['enter', found, '/', ...'a', 'enter', 'n'],
  'find, nothing found': ['enter', found, '/', ...'xyzzy', 'enter'],
  feeds: ['F', feedsFound, 'space'],
  'feeds, not known yet': ['F'],
  'feeds, none': ['F', {type: 'feeds-listed', list: {feeds: [], now: new Date(0)}}],
  'an address': ['a', ...'https://news.example/a/rather/long/address/that/goes/on/and/on.xml'],
  help: ['?', 'space'],
} as const satisfies Readonly<Record<string, readonly (string | Event)[]>>;

test.each(Object.entries(screens))('%s: no line too wide, one row left free, at any size', (_name, events) => {
  for (const columns of widths) {
    for (const rows of heights) {
      const {state} = play(frontPage(articles, {columns, rows}), ...events);
      const lines = renderToString(<Screen state={state} />, {columns}).split('\n');
      expect(lines.length, `${columns}×${rows}`).toBeLessThanOrEqual(Math.max(2, rows - 1));
      for (const line of lines) expect(width(line), `${columns}×${rows}: ${line}`).toBeLessThanOrEqual(columns);
    }
  }
});

test.each(Object.entries(screens))(
  '%s: resized through all sizes while it is open, it never throws',
  (_name, events) => {
    let step = play(frontPage(articles), ...events);
    for (const columns of widths) {
      for (const rows of heights) {
        step = play(step, {type: 'resized', size: {columns, rows}});
        expect(() => renderToString(<Screen state={step.state} />, {columns})).not.toThrow();
      }
    }
  },
);
