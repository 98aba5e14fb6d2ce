import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {AppError} from '../../../src/core/errors.ts';
import {field} from '../../../src/core/sanitize.ts';
import {detectKind} from '../../../src/import/detect.ts';
import {readOpml, type Subscription, writeOpml} from '../../../src/import/feed/opml.ts';

const opml = (outlines: string): string =>
  `<?xml version="1.0"?><opml version="2.0"><head/><body>${outlines}</body></opml>`;

describe('a list of feeds', () => {
  test.each<[string, string, Subscription]>([
    [
      'title before text',
      '<outline title="Harbour" text="h" xmlUrl="https://a.example/f"/>',
      {title: 'Harbour', address: 'https://a.example/f'},
    ],
    [
      'text alone',
      '<outline text="Harbour &amp; sea" xmlurl="https://a.example/f"/>',
      {title: 'Harbour & sea', address: 'https://a.example/f'},
    ],
    [
      'no name',
      '<outline XMLURL="https://a.example/f"/>',
      {title: 'https://a.example/f', address: 'https://a.example/f'},
    ],
    ['another scheme', '<outline text="H" xmlUrl="feed://a.example/f"/>', {title: 'H', address: 'http://a.example/f'}],
    [
      'a scheme before another',
      '<outline text="H" xmlUrl="feed:https://a.example/f"/>',
      {title: 'H', address: 'https://a.example/f'},
    ],
    [
      'signs that are not escaped',
      '<outline text="H & S" xmlUrl="https://a.example/?a=1&b=2"/>',
      {title: 'H & S', address: 'https://a.example/?a=1&b=2'},
    ],
    [
      'a folder',
      '<outline text="Sea"><outline text="H" xmlUrl="https://a.example/f"/></outline>',
      {title: 'H', address: 'https://a.example/f', section: 'Sea'},
    ],
    [
      'folders in folders',
      '<outline text="World"><outline text="海"><outline text="H" xmlUrl="https://a.example/f"/></outline></outline>',
      {title: 'H', address: 'https://a.example/f', section: '海'},
    ],
    [
      'a category',
      '<outline text="H" category="/World/Sea,/News" xmlUrl="https://a.example/f"/>',
      {title: 'H', address: 'https://a.example/f', section: 'Sea'},
    ],
    [
      'a tag among categories',
      '<outline text="H" category="/World/Sea, ships,News" xmlUrl="https://a.example/f"/>',
      {title: 'H', address: 'https://a.example/f', section: 'Sea', tags: ['ships', 'News']},
    ],
    [
      'settings of its own that nobody understands',
      '<outline text="H" newsprint:keep="long" newsprint:images="perhaps" xmlUrl="https://a.example/f"/>',
      {title: 'H', address: 'https://a.example/f'},
    ],
  ])('with %s', (_, outlines, subscription) => {
    expect(readOpml(opml(outlines))).toEqual([subscription]);
  });

  test('that was cut gives what stands before the cut', () => {
    const text = opml(
      '<outline text="Sea"><outline text="H" xmlUrl="https://a.example/f"/><outline text="I" xmlUrl="https://b.example/f"/></outline>',
    );
    const cut = text.slice(0, text.indexOf('https://b.example'));
    expect(readOpml(cut)).toEqual([{title: 'H', address: 'https://a.example/f', section: 'Sea'}]);
  });

  test('without a body is read, too', () => {
    expect(readOpml('<opml><outline text="H" xmlUrl="https://a.example/f"/></opml>')).toHaveLength(1);
  });

  test('is known by how it starts', () => {
    expect([opml(''), '<rss/>', '<html/>', ''].map(text => detectKind(text).kind === 'opml')).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test.each(['', '<rss version="2.0"/>', 'https://a.example/f'])('"%s" is none', text => {
    expect(() => readOpml(text)).toThrow(AppError);
  });
});

test('what is written is read back', () => {
  const line = fc
    .string({unit: 'grapheme', minLength: 1})
    .map(field)
    .filter(text => text !== '');
  const subscription = fc.record(
    {
      ...{title: line, address: fc.webUrl(), section: line},
      tags: fc.array(
        line.map(text => field(text.replace(/[,/]/g, ''))).filter(text => text !== ''),
        {minLength: 1},
      ),
      fullText: fc.constant(true),
      images: fc.constant(true),
      keep: fc.record({amount: fc.nat(9999), unit: fc.constantFrom('d' as const, 'w', 'm', 'y')}),
    },
    {requiredKeys: ['title', 'address']},
  );
  fc.assert(
    fc.property(fc.array(subscription), subscriptions => {
      const text = writeOpml(subscriptions as readonly Subscription[]);
      const sections = [...new Set(subscriptions.map(({section}) => section ?? ''))];
      const inOrder = sections.flatMap(section => subscriptions.filter(one => (one.section ?? '') === section));
      expect(readOpml(text)).toEqual(inOrder);
    }),
  );
});

test('folders are written around their feeds', () => {
  expect(
    writeOpml([
      {title: 'Loose', address: 'https://a.example/f'},
      {title: 'Harbour "&" sea', address: 'https://b.example/?a=1&b=2', section: 'Sea'},
    ]),
  ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0" xmlns:newsprint="urn:x-newsprint:feeds">
  <head>
    <title>newsprint</title>
  </head>
  <body>
    <outline type="rss" text="Loose" title="Loose" xmlUrl="https://a.example/f"/>
    <outline text="Sea" title="Sea">
      <outline type="rss" text="Harbour &quot;&amp;&quot; sea" title="Harbour &quot;&amp;&quot; sea" xmlUrl="https://b.example/?a=1&amp;b=2"/>
    </outline>
  </body>
</opml>
`);
});
