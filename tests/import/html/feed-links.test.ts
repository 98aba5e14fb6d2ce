import {describe, expect, test} from 'vitest';
import {feedsOfPage, usualFeeds} from '../../../src/import/html/feed-links.ts';

const page = 'https://harbour.example/news/today.html';
const addresses = (html: string) => feedsOfPage(html, page).map(({address}) => address);

describe('the feeds of a page', () => {
  test('are those that it announces, with their names, whatever they are written in', () => {
    const html = `<!doctype html><html><head><title>Harbour</title>
      <link rel="stylesheet" href="/style.css">
      <link rel="alternate" type="application/rss+xml" title="Harbour &raquo;
         News" href="/feed/">
      <LINK REL='Alternate home' TYPE="application/ATOM+xml; charset=utf-8" HREF=atom.xml>
      <link rel="alternate" type="application/feed+json" href="//cdn.harbour.example/feed.json">
      <link rel="feed" href="?feed=all">
      <link rel="alternate" hreflang="es" href="/es/"><link rel="alternate" type="application/json" href="/wp-json/1">
      </head><body><p>Ships</p></body></html>`;
    expect(feedsOfPage(html, page)).toEqual([
      {address: 'https://harbour.example/feed/', title: 'Harbour » News'},
      {address: 'https://harbour.example/news/atom.xml'},
      {address: 'https://cdn.harbour.example/feed.json'},
      {address: 'https://harbour.example/news/today.html?feed=all'},
    ]);
  });

  test('those of comments come last', () => {
    const html = `<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
      <link rel="alternate" type="application/rss+xml" title="مرفأ" href="/feed/">`;
    expect(addresses(html)).toEqual(['https://harbour.example/feed/', 'https://harbour.example/comments/feed/']);
  });

  test('are those that it links to, where their addresses look like it', () => {
    const links = [
      '/rss',
      '/feeds/',
      'feed.xml',
      '/a.rss',
      '/index.xml',
      'feed:https://b.example/x/feed',
      'feed://c.example/atom',
    ];
    const others = [
      '/feedback',
      '/rss-readers',
      '/index.html',
      '/sitemap.xml',
      'mailto:rss',
      'javascript:rss',
      '#feed',
      '/feed/7',
    ];
    expect(addresses([...links, ...others].map(href => `<a href="${href}">x</a>`).join('\n'))).toEqual([
      'https://harbour.example/rss',
      'https://harbour.example/feeds/',
      'https://harbour.example/news/feed.xml',
      'https://harbour.example/a.rss',
      'https://harbour.example/index.xml',
      'https://b.example/x/feed',
      'https://c.example/atom',
    ]);
  });

  test('are relative to what the page says it is relative to', () => {
    expect(addresses('<base href="/en/"><link rel="alternate" type="application/rss+xml" href="rss">')).toEqual([
      'https://harbour.example/en/rss',
    ]);
  });

  test('are no more than that: not in comments, scripts or text, and each once', () => {
    const link = '<link rel="alternate" type="application/rss+xml" href="/feed">';
    expect(addresses(`<!-- ${link} --><script>"${link}"</script><textarea>${link}</textarea>`)).toEqual([]);
    expect(addresses(`${link}${link}<a href="/feed">feed</a>`)).toEqual(['https://harbour.example/feed']);
    expect(addresses('<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">')).toEqual([]);
    expect(addresses(Array.from({length: 300}, (_, n) => `<a href="/${n}.rss">x</a>`).join(''))).toHaveLength(50);
    expect(addresses('')).toEqual([]);
  });
});

test('feeds are usually beside the page, or at the root', () => {
  expect(usualFeeds('https://harbour.example/blog/?a=1#x').slice(0, 5)).toEqual([
    'https://harbour.example/blog/feed',
    'https://harbour.example/blog/feed.xml',
    'https://harbour.example/blog/index.xml',
    'https://harbour.example/feed',
    'https://harbour.example/feed.xml',
  ]);
  expect(usualFeeds('https://harbour.example')[0]).toBe('https://harbour.example/feed');
  expect(usualFeeds('https://harbour.example/blog/post.html')[0]).toBe('https://harbour.example/blog/feed');
});
