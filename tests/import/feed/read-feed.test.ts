import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {AppError} from '../../../src/core/errors.ts';
import {detectKind} from '../../../src/import/detect.ts';
import type {Feed, FeedEntry} from '../../../src/import/feed/feed.ts';
import {readFeed} from '../../../src/import/feed/read-feed.ts';

const isFeed = (text: string): boolean => detectKind(text).kind === 'feed';

const rss = (items: string, channel = '', attributes = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" ${attributes}><channel><title>Harbour News</title>${channel}${items}</channel></rss>`;
const atom = (entries: string, feed = '', attributes = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>Harbour News</title>${feed}${entries}</feed>`;

const entryOf = (text: string, address?: string): FeedEntry => {
  const [entry] = readFeed(text, address === undefined ? {} : {address}).entries;
  if (entry === undefined) throw new Error('no entry was read');
  return entry;
};
const item = (inner: string): FeedEntry => entryOf(rss(`<item>${inner}</item>`));
const entry = (inner: string): FeedEntry => entryOf(atom(`<entry>${inner}</entry>`));

const formats: readonly (readonly [string, string])[] = [
  [
    'RSS 2.0',
    rss(
      `<item><title>Ferry returns</title><link>https://news.example/ferry</link><guid isPermaLink="false">f1</guid>
       <pubDate>Fri, 08 Jul 2022 10:00:00 GMT</pubDate><description>It sails again.</description></item>`,
      '<link>https://news.example/</link><language>en-GB</language>',
    ),
  ],
  [
    'RDF',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
     <channel rdf:about="https://news.example/rdf"><title>Harbour News</title><link>https://news.example/</link><d:language>en-GB</d:language></channel>
     <item rdf:about="f1"><title>Ferry returns</title><link>https://news.example/ferry</link><d:date>2022-07-08T10:00:00Z</d:date>
     <description>It sails again.</description></item></rdf:RDF>`,
  ],
  [
    'Atom',
    atom(
      `<entry><id>f1</id><title>Ferry returns</title><link href="/ferry"/><published>2022-07-08T10:00:00Z</published>
       <summary>It sails again.</summary></entry>`,
      '<link href="/"/>',
      'xml:lang="en-GB" xml:base="https://news.example"',
    ),
  ],
  [
    'Atom 0.3 under an odd prefix',
    `<a:feed version="0.3" xmlns:a="http://purl.org/atom/ns#" xml:lang="en_GB"><a:title>Harbour News</a:title>
     <a:link rel="alternate" type="text/html" href="https://news.example/"/><a:entry><a:id>f1</a:id><a:title>Ferry returns</a:title>
     <a:link rel="alternate" href="https://news.example/ferry"/><a:issued>2022-07-08T10:00:00Z</a:issued>
     <a:summary>It sails again.</a:summary></a:entry></a:feed>`,
  ],
  [
    'JSON Feed',
    JSON.stringify({
      ...{
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Harbour News',
        home_page_url: 'https://news.example/',
        language: 'en-GB',
      },
      items: [
        {
          ...{id: 'f1', title: 'Ferry returns', url: 'https://news.example/ferry'},
          ...{date_published: '2022-07-08T10:00:00Z', summary: 'It sails again.'},
        },
      ],
    }),
  ],
];

describe('every format gives the same', () => {
  test.each(formats)('%s', (_, text) => {
    const feed = readFeed(text);
    expect(feed).toMatchObject({title: 'Harbour News', siteAddress: 'https://news.example/', language: 'en-GB'});
    expect(feed.entries).toHaveLength(1);
    expect(feed.entries[0]).toMatchObject({
      ...{id: 'f1', title: 'Ferry returns', address: 'https://news.example/ferry', published: '2022-07-08T10:00:00Z'},
      summary: {html: 'It sails again.'},
    });
    expect(isFeed(text)).toBe(true);
  });

  test('and the oldest ones too', () => {
    expect(entryOf('<rss version="0.91"><channel><item><title>Old</title></item></channel></rss>').title).toBe('Old');
    expect(
      entryOf('<CHANNEL><ITEM HREF="https://news.example/cdf"><TITLE>Older</TITLE></ITEM></CHANNEL>'),
    ).toMatchObject({
      title: 'Older',
      address: 'https://news.example/cdf',
    });
  });
});

describe('titles', () => {
  test.each([
    ['plain text', 'Tides & <b>times</b>', '<title type="text">Tides &amp; &lt;b>times&lt;/b></title>'],
    ['HTML', 'Tides & times', '<title type="html">Tides &amp;amp; &lt;b>times&lt;/b></title>'],
    [
      'XHTML',
      'Tides & times',
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Tides &amp; <b>times</b></div></title>',
    ],
    ['base64', 'Tides & times', '<title mode="base64" type="text/plain">VGlkZXMgJiB0aW1lcw==</title>'],
  ])('are %s in Atom', (_, title, written) => {
    expect(entry(written).title).toBe(title);
  });

  test.each([
    ['Tides & times', 'Tides &amp; times'],
    ['Tides & times', 'Tides &amp;amp; times'],
    ['Tides & times', '<![CDATA[Tides &amp; times]]>'],
    ['The harbour’s café', 'The harbour&#8217;s caf&eacute;'],
    ['The harbour’s café', 'The harbour&amp;amp;#8217;s caf&amp;eacute;'],
    ['Two boats collide', 'Two &lt;i&gt;boats&lt;/i&gt;\n collide'],
    ['What <main> is for', 'What &lt;main&gt; is for'],
    ['3 < 4', '3 &lt; 4'],
    ['3 < 4', '3 < 4'],
    ['AT&T sails', 'AT&T sails'],
    ['El puerto reabre', '<b>El puerto</b> reabre'],
    ['港が再開', '港が<![CDATA[再開]]>'],
    ['عودة العبّارة', ' عودة العبّارة '],
    ['Letters “quoted” here', 'Letters \x93quoted\x94 here'],
  ])('of RSS: %s', (title, written) => {
    expect(item(`<title>${written}</title>`).title).toBe(title);
  });
});

describe('texts', () => {
  test('full text and summary are told apart', () => {
    const read = entryOf(
      rss(
        '<item><c:encoded><![CDATA[<p>All of it.</p>]]></c:encoded><description>A part.</description></item>',
        '',
        'xmlns:c="http://purl.org/rss/1.0/modules/content/"',
      ),
    );
    expect([read.content?.html, read.summary?.html]).toEqual(['<p>All of it.</p>', 'A part.']);
  });

  test('plain text keeps its paragraphs and its signs', () => {
    expect(entry('<content type="text">One &lt;i>\n\nTwo\nlines</content>').content?.html).toBe(
      '<p>One &lt;i&gt;</p>\n<p>Two<br>lines</p>',
    );
  });

  test('markup that was escaped twice is markup; words about markup are words', () => {
    const written = (text: string) => item(`<description>${text}</description>`).summary?.html;
    expect(written('&amp;lt;p&amp;gt;It sails&amp;lt;/p&amp;gt;')).toBe('<p>It sails</p>');
    expect(written('&lt;b>The&lt;/b> &amp;lt;/p&amp;gt; tag')).toBe('<b>The</b> &lt;/p&gt; tag');
  });

  test('Atom that does not say that it is HTML is, where elements end in it', () => {
    expect(entry('<summary>&lt;p>It sails&lt;/p></summary>').summary?.html).toBe('<p>It sails</p>');
    expect(entry('<summary type="text">&lt;p>It sails&lt;/p></summary>').summary?.html).toBe(
      '&lt;p&gt;It sails&lt;/p&gt;',
    );
    expect(entry('<summary>The &lt;p> tag</summary>').summary?.html).toBe('The &lt;p&gt; tag');
  });

  test('so does text that may be HTML but has no tags', () => {
    expect(item('<description>Tea &amp;amp; cake\n\nTwo &lt; three</description>').summary?.html).toBe(
      '<p>Tea &amp; cake</p>\n<p>Two < three</p>',
    );
  });

  test('markup that stands naked in RSS is kept', () => {
    expect(item('<description><p>A <b>bold</b> line<br/>and more</p></description>').summary?.html).toBe(
      '<p>A <b>bold</b> line<br>and more</p>',
    );
  });

  test('a base inside XHTML holds for the addresses within', () => {
    const {content} = entryOf(
      atom(
        `<entry><content type="xhtml" xml:base="a/"><div xmlns="http://www.w3.org/1999/xhtml"><img src="x.png"/>
         <p xml:base="b/"><img src="y.png"/></p></div></content></entry>`,
        '',
        'xml:base="https://news.example/"',
      ),
    );
    expect(content?.base).toBe('https://news.example/a/');
    expect(content?.html).toContain('src="x.png"');
    expect(content?.html).toContain('src="https://news.example/a/b/y.png"');
  });

  test('where the feed names no base, it is the page of the entry', () => {
    const text = rss('<item><link>/2022/ferry/</link><description>&lt;img src="boat.jpg"></description></item>');
    expect(entryOf(text, 'https://feeds.example/all.xml').summary?.base).toBe('https://feeds.example/2022/ferry/');
  });

  test('a picture that ends like XML takes nothing with it', () => {
    expect(item('<description>&lt;iframe src="https://v.example/"/>After</description>').summary?.html).toBe(
      '<iframe src="https://v.example/"></iframe>After',
    );
  });
});

describe('who, when, what', () => {
  test.each([
    ['ann@example.org (Ann Lee)', {name: 'Ann Lee', email: 'ann@example.org'}],
    ['Ann Lee <ann@example.org>', {name: 'Ann Lee', email: 'ann@example.org'}],
    ['Ann Lee (ann@example.org)', {name: 'Ann Lee', email: 'ann@example.org'}],
    ['Ann Lee', {name: 'Ann Lee'}],
    ['ann@example.org', {email: 'ann@example.org'}],
  ])('an author: %s', (written, person) => {
    expect(item(`<author><![CDATA[${written}]]></author>`).authors).toEqual([person]);
  });

  test('entries of Atom inherit the authors, those of RSS no editor', () => {
    const author = '<author><name>Ann Lee</name></author>';
    expect(readFeed(atom('<entry/>', author)).entries[0]?.authors).toEqual([{name: 'Ann Lee'}]);
    expect(readFeed(atom(`<entry>${author.replace('Ann', 'Bo')}</entry>`, author)).entries[0]?.authors).toEqual([
      {name: 'Bo Lee'},
    ]);
    expect(readFeed(rss('<item/>', '<managingEditor>Ann Lee</managingEditor>')).entries[0]?.authors).toEqual([]);
  });

  test('categories are named once, by their label', () => {
    const read = entry('<category term="x1" label="Sea"/><category term="sea"/><category term="Wind"/>');
    expect(read.categories).toEqual(['Sea', 'Wind']);
  });

  test('a date that is missing is the one of the last change', () => {
    expect(entry('<updated>2022-07-08T10:00:00Z</updated>').published).toBe('2022-07-08T10:00:00Z');
    expect(
      readFeed(atom('<entry><updated>2022-07-08</updated></entry><entry><updated>2022-07-09</updated></entry>'))
        .updated,
    ).toBe('2022-07-09');
  });

  test('a guid is a link unless it says that it is none', () => {
    expect(item('<guid>https://news.example/g</guid>').address).toBe('https://news.example/g');
    expect(item('<guid isPermaLink="false">https://news.example/g</guid>').address).toBeUndefined();
    expect(item('<guid>https://news.example/g</guid><link>https://news.example/l</link>').address).toBe(
      'https://news.example/l',
    );
  });

  test.each([
    [
      'Media RSS',
      '<media:group><media:content url="https://i.example/a" medium="image"><media:credit>Bo</media:credit></media:content></media:group>',
    ],
    [
      'a thumbnail',
      '<media:content url="https://v.example/v.mp4"><media:thumbnail url="https://i.example/a"/></media:content>',
    ],
    ['an enclosure', '<enclosure url="https://i.example/a" type="image/jpeg" length="1"/>'],
    ['iTunes', '<itunes:image href="https://i.example/a"/>'],
    ['an element of its own', '<image><url>https://i.example/a</url><title>Not the title</title></image>'],
  ])('a picture by %s', (_, written) => {
    const read = item(written);
    expect(read.image?.src).toBe('https://i.example/a');
    expect(read.title).toBe('');
  });
});

test('the face of an author is no picture of the entry', () => {
  const face =
    '<media:content url="https://1.gravatar.com/avatar/1f" medium="image"><media:title>ann</media:title></media:content>';
  const boat =
    '<media:content url="https://i.example/boat.jpg" medium="image"><media:title>A boat</media:title></media:content>';
  expect(item(face + boat).image).toEqual({src: 'https://i.example/boat.jpg', alt: 'A boat'});
});

test('recordings of Media RSS are enclosures, each once', () => {
  const media =
    '<media:content url="https://a.example/1.mp3" type="audio/mpeg" fileSize="7"/><media:content url="https://a.example/2.mp4" medium="video"/>';
  expect(item(`<enclosure url="https://a.example/1.mp3" type="audio/mpeg" length="7"/>${media}`).enclosures).toEqual([
    {address: 'https://a.example/1.mp3', type: 'audio/mpeg', length: '7'},
    {address: 'https://a.example/2.mp4'},
  ]);
});

test('JSON Feed: numbers for ids, authors of the feed, text for HTML', () => {
  const text = JSON.stringify({
    ...{
      version: 'https://jsonfeed.org/version/1',
      title: 'Harbour\nNews',
      author: {name: 'Ann Lee'},
      feed_url: 'https://news.example/f.json',
    },
    items: [
      {
        id: 7,
        content_text: 'Tea & cake\n\nand more',
        image: '/a.jpg',
        tags: ['Sea', 3, ''],
        attachments: [{url: 'b.mp3'}],
      },
      'odd',
      null,
    ],
  });
  expect(readFeed(text)).toMatchObject({title: 'Harbour News', authors: [{name: 'Ann Lee'}]});
  expect(readFeed(text).entries).toEqual([
    {
      ...{id: '7', title: '', authors: [{name: 'Ann Lee'}], categories: ['Sea']},
      content: {html: '<p>Tea &amp; cake</p>\n<p>and more</p>', base: 'https://news.example/f.json'},
      image: {src: 'https://news.example/a.jpg'},
      enclosures: [{address: 'https://news.example/b.mp3'}],
    },
  ]);
});

describe('what is not well-formed', () => {
  test('is read all the same', () => {
    const broken = `<rss><channel><title>Harbour & sea</title>
      <item><title>One<link>https://news.example/?a=1&b=2</link>
      <item><title>Two</title></wrong></item></channel>`;
    expect(readFeed(broken).title).toBe('Harbour & sea');
    expect(readFeed(broken).entries).toHaveLength(2);
    expect(readFeed(broken).entries[1]?.title).toBe('Two');
  });

  test('names nobody declared are known by their usual prefix', () => {
    expect(item('<dc:creator>Ann Lee</dc:creator>').authors).toEqual([{name: 'Ann Lee'}]);
  });

  test('elements of other vocabularies are not taken for ours', () => {
    const read = entryOf(
      rss(
        '<item><title>Right</title><x:title>Wrong</x:title><title xmlns="urn:other">Wrong</title></item>',
        '',
        'xmlns:x="urn:x"',
      ),
    );
    expect(read.title).toBe('Right');
  });

  test.each(formats)('%s that was cut anywhere gives the whole entries before the cut', (_, text) => {
    const whole = readFeed(text).entries;
    const many = text.startsWith('{')
      ? JSON.stringify({...JSON.parse(text), items: [1, 2, 3].flatMap(() => JSON.parse(text).items)})
      : text.replace(/<((?:\w+:)?(?:item|entry))[\s>][\s\S]*<\/\1>/, found => found.repeat(3));
    const end = text.startsWith('{') ? /\}(?=,\{|\]\}$)/g : /<\/(?:\w+:)?(?:item|entry)>/g;
    const ends = [...many.matchAll(end)].map(({0: found, index}) => index + found.length).slice(-3);
    expect(ends).toHaveLength(3);
    for (let cut = ends[0] ?? 0; cut <= many.length; cut += 1) {
      const before = ends.filter(place => place <= cut).length;
      const {entries} = readFeed(many.slice(0, cut));
      expect(entries.length, many.slice(0, cut)).toBe(before);
      expect(entries[0]).toEqual(whole[0]);
    }
  });
});

describe('what is hostile', () => {
  const timed = (text: string): Feed => {
    const feed = readFeed(text);
    expect(feed.title).toBe('Harbour News');
    return feed;
  };

  test('no entity is fetched, none explodes', () => {
    const definitions = Array.from(
      {length: 12},
      (_, place) => `<!ENTITY a${place + 1} "${`&a${place};`.repeat(10)}">`,
    ).join('');
    const feed = timed(
      `<!DOCTYPE rss [<!ENTITY a0 "ha"><!ENTITY file SYSTEM "file:///etc/hostname">${definitions}]>${rss(
        '<item><title>&a12;&file;&a0;</title></item>',
      )}`,
    );
    expect(feed.entries[0]?.title.length).toBeLessThan(1000);
    expect(feed.entries[0]?.title).toContain('ha');
  });

  test('what definitions add is bounded', () => {
    const feed = timed(
      `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(100)}">]>${rss(`<item><title>${'&a;'.repeat(100_000)}</title></item>`)}`,
    );
    expect(feed.entries[0]?.title.length).toBeLessThan(2_000_000);
  });

  test.each([
    [
      'elements within elements',
      `<item><description>${'<a>'.repeat(100_000)}deep${'</a>'.repeat(100_000)}</description></item>`,
    ],
    [
      'ends of what is not open',
      `<item><description>${'<a>'.repeat(100_000)}deep${'</b>'.repeat(100_000)}</description></item>`,
    ],
    [
      'namespaces within namespaces',
      `<item><description>${'<a xmlns:b="urn:b">'.repeat(100_000)}deep</description></item>`,
    ],
    ['escaped elements', `<item><description>${'&lt;div>'.repeat(100_000)}deep</description></item>`],
  ])('%s, 100,000 of them, are read', (_, items) => {
    expect(timed(rss(items)).entries[0]?.summary?.html).toContain('deep');
  });

  test('30,000 entries are read', () => {
    expect(timed(rss('<item><title>One</title></item>'.repeat(30_000))).entries).toHaveLength(30_000);
  });

  test('any text is a feed or told to be none', () => {
    const pieces = fc.constantFrom(
      ...[
        '<rss>',
        '<channel>',
        '<item>',
        '</item>',
        '<title>',
        '</title>',
        '<feed>',
        '<entry>',
        '</',
        '<',
        '>',
        '&',
        ';',
        '"',
        "'",
      ],
      ...[
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
        '<!ENTITY a "',
        '&a;',
        '&#0;',
        '&#xffffffff;',
        ' xml:base="',
        'xmlns:__proto__="',
        '__proto__:',
      ],
      ...[
        'constructor',
        '{',
        '}',
        '[',
        ']',
        '"items":',
        '"version":"https://jsonfeed.org/version/1"',
        ',',
        ':',
        'text',
        '\0',
        '\ud800',
      ],
    );
    const soup = fc.array(pieces, {maxLength: 40}).map(list => list.join(''));
    const text = fc.oneof(
      fc.string({unit: 'binary'}),
      soup,
      soup.map(inner => rss(`<item>${inner}</item>`)),
      fc.json(),
    );
    fc.assert(
      fc.property(text, written => {
        try {
          for (const {title, authors} of readFeed(written).entries)
            expect([typeof title, Array.isArray(authors)]).toEqual(['string', true]);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
        expect(typeof isFeed(written)).toBe('boolean');
      }),
      {numRuns: 1000},
    );
  });
});

test.each([
  ['an empty text', ''],
  ['a page', '<!doctype html><html><body><p>Hello</p></body></html>'],
  ['a list of subscriptions', '<opml><body/></opml>'],
  ['other RDF', '<rdf:RDF><foaf:Person/></rdf:RDF>'],
  ['other JSON', '{"name": "a package", "version": "1.0.0"}'],
  ['Markdown', '# Title\n\n<rss> is a format'],
])('%s is no feed', (_, text) => {
  expect(isFeed(text)).toBe(false);
  if (!text.includes('rdf')) expect(() => readFeed(text)).toThrow(AppError);
});

test('a feed is known behind all that may stand before it', () => {
  const prolog =
    '\ufeff \n<?xml version="1.0"?>\n<!-- a > b --><!DOCTYPE rss [<!ENTITY a "b">]>\n<?xml-stylesheet href="x"?>';
  expect(isFeed(`${prolog}<rss version="2.0"/>`)).toBe(true);
  expect(readFeed(`${prolog}${rss('<item><title>&a;</title></item>')}`).entries[0]?.title).toBe('b');
});
