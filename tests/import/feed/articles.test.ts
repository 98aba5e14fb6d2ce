import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {AppError} from '../../../src/core/errors.ts';
import {articlesOfFeed, identityOf} from '../../../src/import/feed/articles.ts';
import {readFeed} from '../../../src/import/feed/read-feed.ts';
import type {ImportedArticle} from '../../../src/import/imported-article.ts';

const feedOf = (items: string): string =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour News</title>
   <link>https://news.example/</link><language>en</language>${items}</channel></rss>`;

const articleOf = (item: string, options = {}): ImportedArticle => {
  const [article] = articlesOfFeed(readFeed(feedOf(`<item>${item}</item>`)), options);
  if (article === undefined) throw new Error('no article was made');
  return article;
};

const full = (html: string): string => `<content:encoded><![CDATA[${html}]]></content:encoded>`;

test('an entry becomes an article', () => {
  const item = `<title>Ferry returns</title><link>https://news.example/2022/ferry/</link><category>Sea</category><category>Harbour</category>
    <author>ann@example.org (Ann Lee)</author><pubDate>Fri, 08 Jul 2022 10:00:00 +0200</pubDate>
    <description>After two years it sails again.</description>
    <enclosure url="https://i.example/boat.jpg" type="image/jpeg" length="1"/>
    ${full('<p>The ferry <b>returns</b>, <a href="times">at noon</a>.</p>')}`;
  expect(articleOf(item, {section: 'Local', tags: ['harbour']})).toEqual({
    title: 'Ferry returns',
    standfirst: 'After two years it sails again.',
    section: 'Local',
    authors: ['Ann Lee'],
    source: {name: 'Harbour News', url: 'https://news.example/2022/ferry/'},
    published: '2022-07-08T10:00:00+02:00',
    lang: 'en',
    tags: ['harbour', 'Sea'],
    image: {src: 'https://i.example/boat.jpg'},
    related: [],
    body: 'The ferry **returns**, [at noon](https://news.example/2022/ferry/times).',
  });
});

describe('the text', () => {
  test('is the summary where there is no other', () => {
    const {body, standfirst} = articleOf('<description>&lt;p>It sails.&lt;/p>&lt;p>Again.&lt;/p></description>');
    expect([body, standfirst]).toEqual(['It sails.\n\nAgain.', undefined]);
  });

  test('is the longer one where a feed calls it the summary', () => {
    const long = 'It sails again after two years in the yard. '.repeat(20).trim();
    const {body, standfirst} = articleOf(`<description>${long}</description>${full('Short and sweet.')}`);
    expect([body, standfirst]).toEqual([long, 'Short and sweet.']);
  });

  test.each([
    ['It sails again', 'starts the text'],
    ['It sails again, and the […]', 'was cut out of it'],
    ['It sails again... Read more', 'ends in an invitation'],
    ['word '.repeat(200), 'is long'],
  ])('a summary that says "%.20s…" and %s is no standfirst', summary => {
    const body = `<p>It <i>sails</i> again, and the town is there to see it off.</p>${'<p>More of it.</p>'.repeat(100)}`;
    expect(articleOf(`<description>${summary}</description>${full(body)}`).standfirst).toBeUndefined();
  });

  test('what cannot be read as markup is still there as text', () => {
    const body = articleOf(full(`${'<b>'.repeat(400_000)}It sails`)).body;
    expect(body).toContain('It sails');
  });

  test('Arabic and Japanese come through', () => {
    const {title, body} = articleOf(`<title>عودة العبّارة</title>${full('<p>港が<em>再開</em>した。</p>')}`);
    expect([title, body]).toEqual(['عودة العبّارة', '港が*再開*した。']);
  });
});

describe('a title that is missing', () => {
  test.each([
    ['is the first words', '<description>It sails again.</description>', 'It sails again.'],
    [
      'is cut between words',
      '<description>It sails again, after two years in the yard and one more in the courts, to the joy of all the town.</description>',
      'It sails again, after two years in the yard and one more in the courts, to the…',
    ],
    ['is the address where there are no words', '<link>https://news.example/x</link>', 'https://news.example/x'],
    ['is never empty', '', 'Untitled'],
  ])('%s', (_, item, title) => {
    expect(articleOf(item).title).toBe(title);
  });
});

describe('what comes with an entry', () => {
  test('sound and files are linked at the end', () => {
    const enclosures =
      '<enclosure url="https://a.example/talk%20one.mp3?x=1" type="audio/mpeg"/><enclosure url="https://a.example/b.pdf" type="application/pdf"/>';
    expect(articleOf(`<description>Listen.</description>${enclosures}`).body).toBe(
      'Listen.\n\n[talk one.mp3](https://a.example/talk%20one.mp3?x=1)\n\n[b.pdf](https://a.example/b.pdf)',
    );
  });

  test('what the text links to already is not linked again', () => {
    const enclosure = '<enclosure url="https://a.example/b.mp3" type="audio/mpeg"/>';
    expect(articleOf(`${full('<a href="https://a.example/b.mp3">Listen</a>')}${enclosure}`).body).toBe(
      '[Listen](https://a.example/b.mp3)',
    );
  });

  test('a picture that the text shows is no picture beside it', () => {
    const enclosure = '<enclosure url="https://i.example/boat.jpg" type="image/jpeg"/>';
    expect(
      articleOf(`${full('<img src="https://i.example/boat.jpg" alt="A boat">')}${enclosure}`).image,
    ).toBeUndefined();
  });

  test('only addresses of the web are linked', () => {
    expect(
      articleOf('<description>Listen.</description><enclosure url="javascript:alert(1)" type="audio/mpeg"/>').body,
    ).toBe('Listen.');
  });
});

test('an entry is known again by what stays', () => {
  const identities = [
    '<guid>g</guid><link>https://news.example/a</link>',
    '<link>https://news.example/a</link><title>A</title>',
    '<title>A</title><pubDate>2022-07-08</pubDate>',
    '<description>Words</description>',
  ].map(item => readFeed(feedOf(`<item>${item}</item>`)).entries.map(identityOf));
  expect(identities).toEqual([['g'], ['https://news.example/a'], ['A 2022-07-08'], ['Words']]);
});

test('any entry becomes an article with a title of one line', () => {
  const pieces = fc.constantFrom(
    ...[
      '<title>',
      '</title>',
      '<description>',
      '</description>',
      '<content:encoded>',
      '&lt;p>',
      '&lt;script>',
      '<![CDATA[',
      ']]>',
      '\n',
    ],
    ...[
      '<enclosure url="',
      'http://a/%',
      '" type="audio/x"/>',
      '<link>',
      '</link>',
      'words',
      '<guid>',
      '<category>,',
      '# ',
      '](',
      '\u202e',
      '\0',
    ],
  );
  fc.assert(
    fc.property(fc.array(pieces, {maxLength: 30}), list => {
      try {
        for (const {title, body} of articlesOfFeed(readFeed(feedOf(`<item>${list.join('')}</item>`)))) {
          expect(title).toMatch(/^.+$/);
          expect(body).not.toMatch(/(?<!\\)<script/);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
      }
    }),
    {numRuns: 500},
  );
});
