import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {beforeEach, describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {stripStyles} from '../../../src/core/text/style-state.ts';
import {whenTold} from '../run.ts';
import {createFeedPlace, type FeedPlace, rss} from './feed-place.ts';

let place: FeedPlace;
beforeEach(async () => {
  place = await createFeedPlace();
  serve('/news', rss([{id: 'ferry'}]), 'application/rss+xml');
});

const address = (path: string) => place.server.address(path);
const serve = (path: string, body: string, type = 'text/html') =>
  place.server.answer(path, response => response.writeHead(200, {'content-type': type}).end(body));
const run = (...argv: readonly string[]) => place.run(argv);
const announcing = (...paths: readonly string[]) =>
  `<html><head>${paths.map(path => `<link rel="alternate" type="application/rss+xml" href="${path}">`).join('')}</head></html>`;

describe('subscribing', () => {
  test('to a feed by its address writes it down, with what it calls itself', async () => {
    expect(await run('subscribe', address('/news'))).toEqual({
      ...{status: 0, stdout: ''},
      stderr: `newsprint: subscribed to Harbour News, ${address('/news')}\n`,
    });
    expect(place.feedsText()).toBe(`- url: ${address('/news')}\n  title: Harbour News\n`);
  });

  test('takes what the options say', async () => {
    await run(
      ...['subscribe', address('/news'), '--title', 'Port', '--section', 'Sea', '--tag', 'a', '--tag', 'b'],
      ...['--full-text', '--images', '--keep', '90d'],
    );
    expect(place.feedsText()).toBe(
      `- url: ${address('/news')}\n  title: Port\n  section: Sea\n  tags: [a, b]\n  full-text: true\n  images: true\n  keep: 90d\n`,
    );
  });

  test.each([
    ['announces', announcing('/comments/feed', '/news')],
    ['links to', '<a href="/news/feed">Feed</a>'],
    ['has beside it', '<p>No word of feeds.</p>'],
  ])('to a page finds the feed that it %s', async (how, html) => {
    serve('/site/', html);
    serve('/news/feed', rss([]), 'text/xml');
    if (how === 'has beside it') serve('/site/feed.xml', rss([]), 'text/xml');
    expect((await run('subscribe', address('/site/'))).status).toBe(0);
    const expected = {announces: '/news', 'links to': '/news/feed', 'has beside it': '/site/feed.xml'}[how] ?? '';
    expect(place.feedsText()).toContain(`- url: ${address(expected)}\n`);
  });

  test('to a page tells what other feeds it names', async () => {
    serve('/site/', announcing('/news', '/sport', '/comments/feed'));
    const {stderr, stdout} = await run('subscribe', '--json', address('/site/'));
    expect(stderr).toContain(`its page names other feeds, too: ${address('/sport')}, ${address('/comments/feed')}\n`);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      feeds: [
        {
          ...{address: address('/news'), title: 'Harbour News', result: 'added'},
          others: [address('/sport'), address('/comments/feed')],
          missed: [],
        },
      ],
    });
  });

  test('to a page whose feeds cannot be had tells so, and what was taken in their place', async () => {
    serve('/site/', announcing('/404', '/hang-up', '/plain'));
    const {status, stderr} = await run('subscribe', address('/site/'));
    expect([status, stderr.split('\n').slice(0, -1)]).toEqual([
      0,
      [
        `newsprint: subscribed to Harbour News, ${address('/feed')}`,
        `newsprint: its page names ${address('/404')}, which answers 404 Not Found`,
        `newsprint: its page names ${address('/hang-up')}, which broke off the connection`,
        `newsprint: its page names ${address('/plain')}, which is no feed`,
      ],
    ]);
  });

  test.each(['localhost', '127.0.0.1'])('to what stands on this machine, %s, does without the scheme', async host => {
    const [, port = ''] = place.server.host.split(':');
    await run('subscribe', `${host}:${port}/news`);
    expect(place.feedsText()).toContain(`- url: http://${host}:${port}/news\n`);
  });

  test.each([
    ['localhost:1', 'newsprint: localhost:1: refuses the connection, by https and by http '],
    ['127.0.0.1:1/feed', 'newsprint: 127.0.0.1:1: refuses the connection, by https and by http '],
    ['[::1]:1', 'newsprint: [::1]:1: '],
  ])('to %s, where nobody answers, tells what was tried', async (written, message) => {
    const {status, stderr} = await run('subscribe', written);
    expect([status, stderr]).toEqual([74, expect.stringContaining(message)]);
  });

  test('tells why each way fails where they fail in different ways', async () => {
    const {stderr} = await run('subscribe', `${place.server.host}/hang-up`);
    expect(stderr).toContain(
      `newsprint: ${place.server.host}: by https does not speak HTTPS as it should, by http broke off the connection `,
    );
  });

  test('does without the scheme, and follows where it moved for good', async () => {
    place.server.answer('/old', response => response.writeHead(301, {location: '/news'}).end());
    place.server.answer('/now', response => response.writeHead(302, {location: '/news'}).end());
    await run('subscribe', `feed:${address('/old')}`, address('/now'));
    expect(place.feedsText()).toContain(`- url: ${address('/news')}\n`);
    expect(place.feedsText()).toContain(`- url: ${address('/now')}\n`);
    await run('subscribe', address('/news').replace('http://', ''), '--title', 'Plain');
    expect(place.feedsText()).toContain(`- url: ${address('/news')}\n  title: Plain\n`);
    const {stderr} = await run('subscribe', 'nowhere.invalid/feed');
    expect(stderr).toMatch(/nowhere\.invalid: /);
  });

  test('to what is slow names it to who waits', async () => {
    const {told, wait} = whenTold('asking');
    place.server.answer('/slow', response => wait(() => response.end(rss([]))));
    const {stderr} = await place.run(['subscribe', address('/slow'), address('/news')], {isWatched: true, told});
    expect(stderr).toContain(`\r\u001b[Kasking ${place.server.host}…\r\u001b[Knewsprint: subscribed to `);
  });

  test('again changes what is said, and keeps a title that was given', async () => {
    await run('subscribe', address('/news'), '--title', 'Port');
    expect((await run('subscribe', address('/news'))).stderr).toContain('subscribed already to Port, ');
    expect((await run('subscribe', address('/news'), '--images')).stderr).toContain(
      'changed the subscription to Port, ',
    );
    expect(place.feedsText()).toBe(`- url: ${address('/news')}\n  title: Port\n  images: true\n`);
  });

  test.each([
    ['/plain', 1, 'there is no feed, and the page names none'],
    ['/404', 74, 'answers 404 Not Found'],
    ['/silent-page', 1, 'of those that the page names'],
  ])('to %s tells why it cannot be', async (path, status, message) => {
    serve('/silent-page', announcing('/404', '/hang-up'));
    place.server.answer('/feed', response => response.writeHead(404).end());
    const result = await run('subscribe', address(path));
    expect([result.status, result.stderr]).toEqual([status, expect.stringContaining(message)]);
    expect(place.feedsText()).toBe('');
  });

  test('to several writes down those that there are', async () => {
    const {status, stderr} = await run('subscribe', address('/news'), address('/404'));
    expect([status, stderr]).toEqual([3, expect.stringContaining('answers 404')]);
    expect(place.feedsText()).toContain(address('/news'));
  });

  test.each([
    [['file:///etc/passwd'], 'is not asked for'],
    [['/etc/passwd'], 'is no web address'],
    [['https://a.example', '--keep', 'soon'], '--keep does not take "soon"'],
    [['https://a.example', 'https://b.example', '--title', 'x'], '--title is for one feed'],
  ])('%j is refused', async (argv, message) => {
    expect(await run('subscribe', ...argv)).toMatchObject({status: 2, stderr: expect.stringContaining(message)});
  });

  test('asks nobody where the list cannot be written', async () => {
    place.subscribe('feeds: none');
    const {status, stderr} = await run('subscribe', address('/news'));
    expect([status, stderr, place.server.asked]).toEqual([2, expect.stringContaining('is no list of feeds'), []]);
    expect(place.feedsText()).toBe('feeds: none\n');
  });
});

describe('unsubscribing', () => {
  test('takes the feed off, and leaves its articles', async () => {
    place.subscribe('# mine', `- ${address('/news')} # ships`, '- https://b.example/');
    await run('fetch', 'news');
    expect(await run('unsubscribe', 'harbour')).toEqual({
      ...{status: 0, stdout: ''},
      stderr: 'newsprint: unsubscribed from Harbour News; its articles stay\n',
    });
    expect(place.feedsText()).toBe('# mine\n- https://b.example/\n');
    expect([
      Object.keys(place.articles()).length,
      readdirSync(place.path('home/.local/state/newsprint/feeds')),
    ]).toEqual([1, []]);
  });

  test('from what is not there is told', async () => {
    place.subscribe('- https://b.example/');
    expect(await run('unsubscribe', 'nothing')).toMatchObject({status: 1});
    expect(await run('unsubscribe', 'nothing', 'b.example')).toMatchObject({status: 3});
  });
});

describe('the list of feeds', () => {
  test('says how each is', async () => {
    place.subscribe(`- {url: "${address('/news')}", section: Sea}`, `- ${address('/404')}`, '- https://c.example/');
    await run('fetch', '/news', '/404');
    const {status, stdout} = await run('feeds', '--plain');
    expect([status, stdout.split('\n')]).toEqual([
      0,
      [
        [address('/news'), 'Harbour News', 'Sea', '2022-07-10T12:00:00.000Z', '1', '-'].join('\t'),
        [address('/404'), address('/404'), '-', '2022-07-10T12:00:00.000Z', '0']
          .concat(`${place.server.host}: answers 404 Not Found`)
          .join('\t'),
        ['https://c.example/', 'https://c.example/', '-', '-', '0', '-'].join('\t'),
        '',
      ],
    ]);
    expect(JSON.parse((await run('feeds', '--json')).stdout)).toMatchObject({
      version: 1,
      feeds: [{title: 'Harbour News', entries: 1, articles: 1}, {error: expect.any(String)}, {articles: 0}],
    });
  });

  test('is readable on a terminal of any width', async () => {
    place.subscribe(`- {url: "${address('/news')}", section: Sea, title: "\\e[31mRed"}`);
    await run('fetch');
    for (const terminal of [20, 80]) {
      const stdout = stripStyles((await place.run(['feeds'], {terminal})).stdout);
      expect(stdout).toContain('Red\n');
      expect(stdout).toContain('Sea · fetched just');
      expect(stdout).not.toContain('[31m');
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(terminal);
    }
  });

  test('that is empty says how to fill it', async () => {
    expect(await run('feeds')).toMatchObject({status: 1, stderr: expect.stringContaining('newsprint subscribe')});
  });
});

describe('OPML', () => {
  test('takes the list elsewhere, without passwords, and back again', async () => {
    place.subscribe(
      '- {url: "https://me:secret@a.example/feed", title: "A & B", section: Sea}',
      '- https://b.example/feed',
    );
    const {stderr} = await run('feeds', 'export', 'out.opml');
    expect(stderr).toBe('newsprint: wrote 2 feeds to out.opml\n');
    const opml = readFileSync(place.path('out.opml'), 'utf8');
    expect(opml).not.toContain('secret');
    expect((await run('feeds', 'export')).stdout).toBe(opml);
    place.subscribe('- https://b.example/feed', '# mine');
    expect((await run('feeds', 'import', 'out.opml')).stderr).toBe(
      'newsprint: subscribed to 1 feed, 1 were there already\n',
    );
    expect(place.feedsText()).toContain('- https://b.example/feed\n- url: https://a.example/feed\n');
    expect(place.feedsText()).toContain('title: A & B\n  section: Sea\n');
    expect(place.feedsText()).toContain('# mine');
  });

  test('brings along what a subscription says, there and back, and by import, too', async () => {
    const lines = [
      '- {url: https://a.example/, title: A, section: Sea, tags: [ships, 港], full-text: true, images: true, keep: 90d}',
      '- {url: https://b.example/, title: B, tags: [ships]}',
    ];
    const told = async () => JSON.stringify(parse(place.feedsText()));
    place.subscribe(...lines);
    const before = await told();
    await run('feeds', 'export', 'out.opml');
    for (const argv of [
      ['feeds', 'import', 'out.opml'],
      ['import', 'out.opml'],
    ]) {
      place.subscribe('[]');
      expect((await run(...argv)).status).toBe(0);
      expect(await told()).toBe(before);
    }
  });

  test('is not all that can be taken in: newsboat’s list is one, too', async () => {
    place.write({urls: 'https://a.example/feed sea "~Harbour News"\nhttps://b.example/\n"exec:rm -rf /"\n'});
    const {status, stderr} = await run('feeds', 'import', 'urls');
    expect([status, stderr.split('\n').slice(0, -1)]).toEqual([
      3,
      [
        'newsprint: exec:rm -rf /: a feed that a program makes; programs are not run',
        'newsprint: subscribed to 2 feeds',
      ],
    ]);
    expect(place.feedsText()).toBe(
      '- url: https://a.example/feed\n  title: Harbour News\n  tags: [sea]\n- url: https://b.example/\n',
    );
  });

  test('of other readers may name what is no feed', async () => {
    place.write({
      'in.opml':
        '<opml><body><outline text="x" xmlUrl="file:///etc/passwd"/><outline text="A" xmlUrl="https://a.example/"/></body></opml>',
    });
    const {status, stderr} = await run('feeds', 'import', 'in.opml');
    expect([status, stderr]).toEqual([3, expect.stringContaining('file:///etc/passwd: it is no address of a feed')]);
    expect(place.feedsText()).toBe('- url: https://a.example/\n  title: A\n');
  });

  test.each([
    [['import', 'missing.opml'], 1, 'there is no such file'],
    [['import', 'plain.txt'], 2, 'newsprint: plain.txt is no list of feeds (OPML is one, '],
    [['import', 'some.pdf'], 2, 'newsprint: some.pdf is no list of feeds'],
    [['imprt'], 2, 'did you mean import?'],
    [['export', 'no/such/folder.opml'], 74, 'cannot be written'],
  ])('feeds %j tells what is wrong', async (argv, status, message) => {
    place.write({'plain.txt': 'plain words', 'some.pdf': '%PDF-1.7 \0'});
    expect(await run('feeds', ...argv)).toMatchObject({status, stderr: expect.stringContaining(message)});
    expect(existsSync(place.path('home/.config/newsprint/feeds.yaml'))).toBe(false);
  });
});
