import fc from 'fast-check';
import {expect, test} from 'vitest';
import {editFeeds, readFeeds} from '../../../src/store/feeds/feeds-file.ts';
import type {Subscription} from '../../../src/store/feeds/subscription.ts';

const path = 'feeds.yaml';

/** What YAML might take for something else. */
const tricky = fc.constantFrom(
  ...[
    'yes',
    'null',
    '~',
    '1984',
    '0x1f',
    '- x',
    '# x',
    'a: b',
    '"',
    "'",
    '[',
    '{',
    '*a',
    '&a',
    '!!x',
    '|',
    '>',
    '%',
    '@',
  ],
  ...[
    '2022-07-06',
    'x #y',
    'two\nlines',
    'tab\tx',
    '\u0007',
    '\u2028',
    '\ufeffx',
    'é',
    '日本語',
    'مرفأ',
    'a'.repeat(300),
  ],
);
const text = fc.oneof(tricky, fc.string({unit: 'grapheme', minLength: 1, maxLength: 20})).map(one => one.trim() || 'x');
const added = fc.integer({min: 0, max: 5}).map(number => `https://${number}.example/feed?a=1&b=#c: d`);

/** In the file from the beginning. */
const [commented, other] = ['https://0.example/other', 'https://1.example/other'];
const url = fc.oneof(added, fc.constantFrom(commented, other));

const subscription: fc.Arbitrary<Subscription> = fc.record(
  {
    url,
    title: text,
    section: text,
    tags: fc.array(text, {minLength: 1, maxLength: 3}),
    fullText: fc.boolean(),
    images: fc.boolean(),
    keep: fc.record({amount: fc.integer({min: 0, max: 9999}), unit: fc.constantFrom('d', 'w', 'm', 'y')}),
  },
  {requiredKeys: ['url']},
);

type Change = {readonly kind: 'put'; readonly feed: Subscription} | {readonly kind: 'remove'; readonly url: string};

const change: fc.Arbitrary<Change> = fc.oneof(
  {weight: 3, arbitrary: subscription.map(feed => ({kind: 'put' as const, feed}))},
  {weight: 1, arbitrary: fc.oneof(added, fc.constant(other)).map(address => ({kind: 'remove' as const, url: address}))},
);

const apply = (before: string, {...one}: Change): string => {
  const editor = editFeeds(before, path);
  if (one.kind === 'remove') editor.remove(one.url);
  else if (editor.has(one.feed.url)) editor.change(one.feed);
  else editor.add(one.feed);
  return editor.text();
};

test.each([
  ['- https://a.example/\n- url: "https://b.example/\n  title: B\n- https://c.example/\n', `2: is no YAML: the " that`],
  ["- https://a.example/\n- {url: 'https://b.example/, title: B}\n- https://c.example/", `2: is no YAML: the ' that`],
  ['- "https://a.example/', `1: is no YAML: the " that`],
  ['- https://a.example/\n- "b" c\n', '2: is no YAML: Unexpected scalar'],
  ['- url: https://a.example/\n title: A\n', '2: is no YAML: Sequence item without'],
])('what is wrong with %j is told where it is to be mended', (written, message) => {
  expect(() => readFeeds(written, path)).toThrow(`${path}:${message}`);
});

test('whatever is subscribed to, changed and taken out, the file says just that, and keeps its comments', () => {
  const start =
    '# first\n\n# second\n- https://0.example/other # third\n# fourth\n- url: https://1.example/other\n# last\n';
  fc.assert(
    fc.property(fc.array(change, {maxLength: 12}), changes => {
      const known = new Map<string, Subscription>([commented, other].map(address => [address, {url: address}]));
      let file = start;
      for (const one of changes) {
        file = apply(file, one);
        if (one.kind === 'remove') known.delete(one.url);
        else known.set(one.feed.url, {...known.get(one.feed.url), ...one.feed});
      }
      expect(readFeeds(file, path)).toEqual({subscriptions: [...known.values()], problems: []});
      for (const comment of ['# first', '# second', '# third', '# fourth', '# last']) expect(file).toContain(comment);
    }),
  );
});
