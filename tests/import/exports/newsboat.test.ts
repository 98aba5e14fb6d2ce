import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {itemOfNewsboat, type NewsboatRow} from '../../../src/import/exports/newsboat-cache.ts';
import {itemsOfNewsboatUrls} from '../../../src/import/exports/newsboat-urls.ts';

describe('newsboat’s urls', () => {
  test.each<[string, string, object]>([
    ['an address', 'https://a.example/rss', {address: 'https://a.example/rss', tags: []}],
    ['tags', 'http://a.example/rss sea "far ports" sea', {address: 'http://a.example/rss', tags: ['sea', 'far ports']}],
    [
      'a title',
      'https://a.example/rss "~The Harbour" sea',
      {address: 'https://a.example/rss', title: 'The Harbour', tags: ['sea']},
    ],
    [
      'quotation marks around the address',
      '"https://a.example/rss" sea',
      {address: 'https://a.example/rss', tags: ['sea']},
    ],
    [
      'escaped quotation marks',
      'https://a.example/rss "~The \\"old\\" port"',
      {address: 'https://a.example/rss', title: 'The "old" port', tags: []},
    ],
    ['a hidden feed', 'https://a.example/rss "!" sea', {address: 'https://a.example/rss', tags: ['sea']}],
    [
      'a comment behind it',
      'https://a.example/rss#x sea # the best',
      {address: 'https://a.example/rss#x', tags: ['sea']},
    ],
    ['blanks', '\t https://a.example/rss   sea ', {address: 'https://a.example/rss', tags: ['sea']}],
  ])('%s', (_, line, subscription) => {
    expect([...itemsOfNewsboatUrls(`\ufeff# mine\r\n\r\n${line}\r\n`)]).toEqual([{kind: 'feed', subscription}]);
  });

  test.each([
    ['"query:Unread:unread = \\"yes\\""', 'query:Unread:unread = "yes"', /^a query/],
    ['exec:~/bin/feed.sh tag', 'exec:~/bin/feed.sh', /programs are not run/],
    ['"filter:~/bin/f.py:https://a.example/rss"', 'filter:~/bin/f.py:https://a.example/rss', /programs are not run/],
    ['file:///home/a/feed.xml', 'file:///home/a/feed.xml', /on this machine/],
    ['javascript:alert(1)', 'javascript:alert(1)', /no address/],
    ['whatever', 'whatever', /no address/],
  ])('what is no feed is told of: %s', (line, what, why) => {
    expect([...itemsOfNewsboatUrls(`${line}\nhttps://a.example/rss\n`)]).toEqual([
      {kind: 'failed', what, why: expect.stringMatching(why)},
      {kind: 'feed', subscription: {address: 'https://a.example/rss', tags: []}},
    ]);
  });

  test('any text is read, in time that its length bounds', () => {
    fc.assert(fc.property(fc.string(), text => [...itemsOfNewsboatUrls(text)].length <= text.length));
    const start = performance.now();
    for (const unit of ['"', '\\"', '" ', '\n"', '# ', 'a ']) [...itemsOfNewsboatUrls(unit.repeat(300_000))];
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('an article of newsboat’s cache', () => {
  const row: NewsboatRow = {
    title: 'Tide &amp; time',
    author: 'Ann Lee',
    url: 'https://harbour.example/tide',
    feedTitle: 'Harbour News',
    feedAddress: 'https://harbour.example/rss',
    published: 1657094400,
    content: '<p>The <b>tide</b> came in. <a href="/more">More</a></p>',
    contentType: '',
    base: '',
    isUnread: false,
    flags: '',
  };

  test('brings its marks along', () => {
    expect(itemOfNewsboat(row)).toEqual({
      kind: 'article',
      article: {
        title: 'Tide & time',
        authors: ['Ann Lee'],
        source: {name: 'Harbour News', url: 'https://harbour.example/tide'},
        published: '2022-07-06T08:00:00Z',
        tags: [],
        related: [],
        body: 'The **tide** came in. [More](https://harbour.example/more)',
        marks: {isRead: true},
      },
    });
    expect(itemOfNewsboat({...row, isUnread: true, flags: 'sX'})).toMatchObject({
      article: {marks: {isRead: false, isStarred: true}},
    });
  });

  test('that is plain text stays as it is', () => {
    const item = itemOfNewsboat({...row, contentType: 'text/plain', content: '1 < 2 & *so* on\n\n<b>next</b>'});
    expect(item).toMatchObject({article: {body: expect.stringMatching(/^1 .*2 .*\\\*so\\\* on\n\n.*b.*next/)}});
  });

  test('takes the base that its feed gave, and the picture that was enclosed', () => {
    const item = itemOfNewsboat({
      ...row,
      base: 'https://cdn.example/x/',
      content: '<p><a href="more">More</a></p>',
      enclosure: {address: 'https://harbour.example/a.jpg', type: 'image/jpeg'},
    });
    expect(item).toMatchObject({
      article: {body: '[More](https://cdn.example/x/more)', image: {src: 'https://harbour.example/a.jpg'}},
    });
    const audio = {address: 'https://harbour.example/a.mp3', type: 'audio/mpeg'};
    expect(itemOfNewsboat({...row, enclosure: audio})).not.toHaveProperty('article.image');
  });

  test('without a text is a page to be fetched, without an address as well nothing', () => {
    expect(itemOfNewsboat({...row, content: ''})).toMatchObject({
      kind: 'page',
      address: row.url,
      known: {marks: {isRead: true}},
    });
    expect(itemOfNewsboat({...row, content: '', url: ''})).toMatchObject({kind: 'failed', what: 'Tide & time'});
  });
});
