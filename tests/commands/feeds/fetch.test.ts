import {existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {stripStyles} from '../../../src/core/text/style-state.ts';
import {createFeedPlace, type FeedPlace, type Item, rss} from './feed-place.ts';

/** Of the runs. */
const now = new Date('2022-07-10T12:00:00');

let place: FeedPlace;
beforeEach(async () => {
  place = await createFeedPlace();
});

const address = (path: string) => place.server.address(path);
const serve = (path: string, body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}, status = 200) =>
  place.server.answer(path, response => response.writeHead(status, headers).end(body));
const serveFeed = (items: readonly Item[], path = '/news') => serve(path, rss(items));
const fetch = (...argv: readonly string[]) => place.run(['fetch', ...argv]);
const titles = () => Object.values(place.articles()).map(text => /^title: (.*)$/m.exec(text)?.[1]);
const askedFor = (path: string) => place.server.asked.filter(asked => asked.path === path);

describe('what is new in a feed', () => {
  test('becomes articles of the library, once', async () => {
    place.subscribe(`- ${address('/news')}`);
    serveFeed([
      {id: 'ferry', title: 'Ferry late'},
      {id: 'port', title: 'مرفأ جديد'},
    ]);
    const first = await fetch();
    expect(first).toEqual({status: 0, stdout: '', stderr: ''});
    expect(titles()).toEqual(expect.arrayContaining(['Ferry late', 'مرفأ جديد']));
    serveFeed([
      {id: 'tide', title: 'High tide'},
      {id: 'ferry', title: 'Ferry late'},
      {id: 'port', title: 'مرفأ جديد'},
    ]);
    const {stdout} = await fetch('--plain');
    expect(stdout).toBe(`fetched\t1\t2\t${address('/news')}\tHarbour News\t-\n`);
    expect(titles()).toHaveLength(3);
    const listed = await place.run(['list', '--plain', '--fields', 'title,source,date']);
    expect(listed.stdout).toContain('High tide\tHarbour News\t2022-07-06\n');
  });

  test('has the section, the tags and the name that the subscription says', async () => {
    place.subscribe(`- {url: "${address('/news')}", title: Port, section: Sea, tags: [ships]}`);
    serveFeed([{id: 'ferry'}]);
    await fetch();
    const [[path, text] = []] = Object.entries(place.articles());
    expect([path?.split('/')[0], text]).toEqual([
      'sea',
      expect.stringMatching(/section: Sea\n.*name: Port.*tags: \[ships\]/s),
    ]);
  });

  test('does not come back when its file was thrown away', async () => {
    place.subscribe(`- ${address('/news')}`);
    serveFeed([{id: 'ferry'}, {id: 'port'}]);
    await fetch();
    for (const path of Object.keys(place.articles())) rmSync(place.path(`library/${path}`));
    serveFeed([{id: 'tide'}, {id: 'ferry'}, {id: 'port'}]);
    await fetch();
    expect(titles()).toEqual(['About tide']);
  });

  test('is not there twice, though what was noted is lost', async () => {
    place.subscribe(`- ${address('/news')}`);
    serveFeed([{id: 'ferry'}, {id: 'port'}]);
    await fetch();
    // As after a kill between the last article and the note of it.
    rmSync(place.path('home/.local/state/newsprint/feeds'), {recursive: true});
    const {stdout} = await fetch('--json');
    expect(JSON.parse(stdout)).toMatchObject({version: 1, feeds: [{kind: 'fetched', new: 0, known: 2, articles: []}]});
    expect(titles()).toHaveLength(2);
  });

  test.each([
    ['iso-8859-1', 'latin1'],
    ['utf-8', 'latin1'],
    ['iso-8859-1', 'utf8'],
    ['no-such-charset', 'utf8'],
    ['utf-8', 'utf16le'],
  ] as const)('comes in any charset: called %s, written in %s', async (label, charset) => {
    place.subscribe(`- ${address('/news')}`);
    serve('/news', Buffer.from(rss([{id: 'a', title: 'Señales de niebla'}]), charset), {
      'content-type': `text/xml; charset=${label}`,
    });
    await fetch();
    expect(titles()).toEqual(['Señales de niebla']);
  });
});

describe('a feed that is as it was', () => {
  test('is asked for with what its server said of it, and not read again', async () => {
    place.subscribe(`- ${address('/conditional')}`);
    await fetch();
    const {stdout} = await fetch('--plain');
    expect(stdout).toBe(`unchanged\t0\t0\t${address('/conditional')}\tHarbour News\t-\n`);
    expect(titles()).toHaveLength(2);
  });

  test('is asked for whole where it could not be taken whole', async () => {
    place.subscribe(`- {url: "${address('/conditional')}", section: Sea}`);
    place.write({'library/sea': 'a file in the way'});
    const {status, stderr} = await fetch();
    expect([status, stderr]).toEqual([74, expect.stringContaining('is no folder')]);
    rmSync(place.path('library/sea'));
    expect((await fetch()).status).toBe(0);
    expect(titles()).toHaveLength(2);
    expect(place.server.asked.map(({headers}) => headers['if-none-match'])).toEqual([undefined, undefined]);
  });
});

describe('what goes wrong', () => {
  test.each([
    ['/404', 'answers 404 Not Found'],
    ['/410', 'answers 410 Gone'],
    ['/500', 'answers 500 Internal Server Error'],
    ['/always-304', 'answers 304'],
    ['/hang-up', 'broke off the connection'],
    ['/circle', 'leads in a circle'],
    ['/to-file', 'leads to what is no web address'],
    ['/plain', 'not a feed'],
    ['/empty', 'not a feed'],
    ['/gzip-damaged', 'packed, and damaged'],
  ])('%s is told and kept: %s', async (path, message) => {
    place.subscribe(`- url: ${address(path)}`, '  title: Port');
    const {status, stdout, stderr} = await fetch();
    expect([status, stdout, stderr]).toEqual([74, '', expect.stringMatching(/^newsprint: Port: .*\n$/)]);
    expect(stderr).toContain(message);
    expect(place.state()).toMatchObject({error: expect.stringContaining(message), failures: 1});
    const feeds = await place.run(['feeds', '--json']);
    expect(JSON.parse(feeds.stdout).feeds[0].error).toContain(message);
  });

  test('stops no other feed, and is over when it is over', async () => {
    place.subscribe(`- ${address('/broken')}`, `- ${address('/news')}`);
    serveFeed([{id: 'ferry'}]);
    expect((await fetch()).status).toBe(3);
    expect(titles()).toEqual(['About ferry']);
    serveFeed([{id: 'tide'}], '/broken');
    expect((await fetch()).status).toBe(0);
    expect((await place.run(['feeds', '--json'])).stdout).not.toContain('error');
  });

  test('no feeds: says how to get some', async () => {
    expect(await fetch()).toEqual({
      ...{status: 1, stdout: ''},
      stderr: 'newsprint: there are no feeds: "newsprint subscribe <address>" adds one\n',
    });
  });

  test('a file that is no list of feeds stops it, one that has a mistake does not', async () => {
    place.subscribe('feeds: none');
    expect(await fetch()).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('feeds.yaml: is no list of feeds'),
    });
    serveFeed([{id: 'ferry'}]);
    place.subscribe(`- ${address('/news')}`, '- nonsense');
    const {status, stderr} = await fetch();
    expect([status, stderr]).toEqual([0, expect.stringMatching(/feeds\.yaml:2: a feed is an http or https address/)]);
    expect(titles()).toEqual(['About ferry']);
  });

  test('another fetch that runs is not disturbed, one that was killed keeps nobody', async () => {
    place.subscribe(`- ${address('/news')}`);
    serveFeed([{id: 'ferry'}]);
    const folder = 'home/.local/state/newsprint';
    const lock = (pid: number): void => {
      place.write({[`${folder}/fetch.lock`]: JSON.stringify({pid, host: 'here', started: ''})});
      utimesSync(place.path(`${folder}/fetch.lock`), now, now);
    };
    lock(process.pid);
    expect(await fetch()).toMatchObject({
      status: 74,
      stderr: expect.stringContaining(`another fetch is running (pid ${process.pid})`),
    });
    lock(process.pid + 1);
    expect((await fetch()).status).toBe(0);
    expect(readdirSync(place.path(folder))).not.toContain('fetch.lock');
  });
});

describe('a server that wants to be left alone', () => {
  const busy = (seconds: string | undefined, status = 429) =>
    serve('/news', '', seconds === undefined ? {} : {'retry-after': seconds}, status);

  test('for a moment gets it, and is asked again', async () => {
    place.subscribe(`- ${address('/news')}`);
    let count = 0;
    place.server.answer('/news', response => {
      count++;
      if (count === 1) response.writeHead(503, {'retry-after': '1'}).end();
      else response.writeHead(200).end(rss([{id: 'ferry'}]));
    });
    expect((await fetch()).status).toBe(0);
    expect(titles()).toEqual(['About ferry']);
  });

  test('for longer is not asked before, unless by name; nor are its other feeds', async () => {
    place.subscribe(...['/news', '/other', '/third'].map(path => `- ${address(path)}`));
    busy('3600');
    serveFeed([{id: 'ferry'}], '/other');
    serveFeed([{id: 'tide'}], '/third');
    const first = JSON.parse((await fetch('--json')).stdout);
    expect(first.feeds.map(({kind}: {kind: string}) => kind)).toEqual(['failed', expect.any(String), 'put off']);
    expect(askedFor('/third')).toHaveLength(0);
    const listed = stripStyles((await place.run(['feeds'], {terminal: 120})).stdout);
    expect(listed).toContain('answers 429 Too Many Requests; it is left alone until 2022-07-10 13:00\n');
    const second = JSON.parse((await fetch('--json')).stdout);
    expect(second.feeds[0]).toMatchObject({kind: 'put off', until: expect.any(String)});
    expect(second.feeds.slice(1).map(({kind}: {kind: string}) => kind)).toEqual(['fetched', 'fetched']);
    serveFeed([{id: 'new'}]);
    expect((await fetch(address('/news'))).status).toBe(0);
    expect(titles()).toContain('About new');
  });

  test('for a month is asked tomorrow all the same', async () => {
    place.subscribe(`- ${address('/news')}`);
    busy('2592000');
    await fetch();
    expect(place.state().notBefore).toBe(new Date(now.getTime() + 24 * 60 * 60 * 1000).toISOString());
  });

  test.each([
    ['without saying how long', undefined, 429],
    ['as its feed is gone', undefined, 410],
  ])('%s is not asked again at once', async (_, seconds, status) => {
    place.subscribe(`- ${address('/news')}`);
    busy(seconds, status);
    await fetch();
    const {status: ending, stdout} = await fetch('--plain');
    expect([ending, stdout, askedFor('/news').length]).toEqual([0, expect.stringMatching(/^put off\t/), 1]);
  });
});

describe('a feed that moved', () => {
  test('for good is asked for there from then on', async () => {
    place.subscribe(`- ${address('/old')}`);
    serve('/old', '', {location: '/news'}, 301);
    serveFeed([{id: 'ferry'}]);
    await fetch();
    await fetch();
    expect([askedFor('/old').length, askedFor('/news').length]).toEqual([1, 2]);
    expect(place.state()).toMatchObject({permanentAddress: address('/news')});
  });

  test('and is not there either is looked for where it was', async () => {
    place.subscribe(`- ${address('/old')}`);
    serve('/old', '', {location: '/news'}, 308);
    serveFeed([{id: 'ferry'}]);
    await fetch();
    serve('/news', '', {}, 404);
    serveFeed([{id: 'tide'}], '/old');
    expect((await fetch()).status).toBe(0);
    expect([titles().length, place.state().permanentAddress]).toEqual([2, undefined]);
  });

  test('to what is no feed has not moved', async () => {
    place.subscribe(`- ${address('/old')}`);
    serve('/old', '', {location: '/login'}, 301);
    serve('/login', '<html>Who are you?</html>', {'content-type': 'text/html'});
    expect((await fetch()).status).toBe(74);
    expect(place.state().permanentAddress).toBeUndefined();
  });
});

describe('pictures', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

  test('lie beside the article, where the subscription says so', async () => {
    place.subscribe(`- {url: "${address('/news')}", images: true}`);
    serve('/ship.png', png, {'content-type': 'image/png'});
    serve('/ship.svg', '<svg/>', {'content-type': 'image/svg+xml'});
    serve('/page.png', '<html>no picture</html>', {'content-type': 'text/html'});
    const shown = ['/ship.png', '/ship.svg', '/page.png', '/404'].map(
      path => `<p><img src="${address(path)}" alt="x"></p>`,
    );
    serveFeed([{id: 'ferry', text: `<p>A ship.</p>${shown.join('')}`}]);
    expect((await fetch()).status).toBe(0);
    const [[path = '', text] = []] = Object.entries(place.articles());
    const [, image = ''] = /!\[x\]\((images\/[0-9a-f]{16}\.png)\)/.exec(text ?? '') ?? [];
    expect(readFileSync(join(place.path('library'), path, '..', image))).toEqual(png);
    for (const kept of ['/ship.svg', '/page.png', '/404']) expect(text).toContain(`![x](${address(kept)})`);
  });

  test('are left where they are otherwise', async () => {
    place.subscribe(`- ${address('/news')}`);
    serveFeed([{id: 'ferry', text: `<p>A ship.</p><p><img src="${address('/ship.png')}" alt="x"></p>`}]);
    await fetch();
    expect(Object.values(place.articles())[0]).toContain(`![x](${address('/ship.png')})`);
    expect(askedFor('/ship.png')).toHaveLength(0);
  });
});

describe('the text of the page', () => {
  const sentences = Array.from(
    {length: 12},
    (_, number) =>
      `<p>Paragraph ${number} of the page tells more of the ferry, of its captain, and of the long way home.</p>`,
  ).join('\n');
  const page = `<!doctype html><html lang="en"><head><title>Ferry late</title></head><body><nav><a href="/">Home</a></nav>
    <article><h1>Ferry late</h1>${sentences}</article><footer>All rights reserved</footer></body></html>`;
  const feedOf = (path: string) => [{id: 'ferry', title: 'Ferry late', link: address(path), text: '<p>The ferry…</p>'}];
  const subscribe = () => place.subscribe(`- {url: "${address('/news')}", full-text: true}`);

  test('stands in the article, where the subscription says so', async () => {
    subscribe();
    serveFeed(feedOf('/ferry.html'));
    serve('/ferry.html', page, {'content-type': 'text/html'});
    expect(await fetch()).toMatchObject({status: 0, stderr: ''});
    const [text = ''] = Object.values(place.articles());
    expect(text).toContain('Paragraph 11 of the page');
    expect(text).not.toContain('All rights reserved');
    expect(text).toMatch(/^title: Ferry late$/m);
    expect(text).toContain(address('/ferry.html'));
  });

  test.each([
    ['/404', 'is not there'],
    ['/feed.pdf', 'is no page'],
    ['/wall', 'is shorter than what the feed has'],
  ])('%s that %s leaves what the feed has', async path => {
    subscribe();
    serveFeed(feedOf(path));
    serve('/feed.pdf', '%PDF-1.7', {'content-type': 'application/pdf'});
    serve('/wall', '<p>Pay</p>', {'content-type': 'text/html'});
    expect((await fetch()).status).toBe(0);
    expect(Object.values(place.articles())[0]).toContain('The ferry…');
  });

  test('that is not there is told of to who watches, to programs, and in the list of feeds', async () => {
    subscribe();
    serve('/ferry.html', page, {'content-type': 'text/html'});
    serve('/empty.html', '<html><body></body></html>', {'content-type': 'text/html'});
    serveFeed([
      ...feedOf('/ferry.html'),
      {id: 'port', link: address('/404')},
      {id: 'tide', link: address('/empty.html')},
    ]);
    const {status, stderr} = await place.run(['fetch'], {isWatched: true});
    expect([status, stderr]).toEqual([
      0,
      expect.stringContaining('Harbour News: 3 new, 2 of them without the text of their page\n'),
    ]);
    serve('/fog', '', {}, 410);
    serveFeed([{id: 'fog', link: address('/fog')}]);
    const {stdout} = await fetch('--json');
    expect(JSON.parse(stdout).feeds).toMatchObject([{kind: 'fetched', new: 1, withoutPage: 1}]);
    expect(JSON.parse((await place.run(['feeds', '--json'])).stdout).feeds).toMatchObject([
      {articles: 4, withoutPage: 3},
    ]);
    const listed = stripStyles((await place.run(['feeds'], {terminal: 120})).stdout);
    expect(listed).toContain('4 articles, 3 of them without the text of their page · ');
  });

  test('that cannot be had for now is tried again, though the feed says that it is as it was', async () => {
    subscribe();
    place.server.answer('/news', (response, request) => {
      const isKnown = request.headers['if-none-match'] === '"1"';
      response.writeHead(isKnown ? 304 : 200, {etag: '"1"'}).end(isKnown ? '' : rss(feedOf('/ferry.html')));
    });
    serve('/ferry.html', '', {}, 503);
    const {stdout} = await fetch('--json');
    expect(JSON.parse(stdout).feeds).toMatchObject([{kind: 'fetched', new: 0, waiting: 1}]);
    expect(titles()).toEqual([]);
    serve('/ferry.html', page, {'content-type': 'text/html'});
    await fetch();
    expect(Object.values(place.articles())[0]).toContain('Paragraph 11 of the page');
    expect(JSON.parse((await fetch('--json')).stdout).feeds).toMatchObject([{kind: 'unchanged'}]);
  });

  test('that can never be had is given up the third time', async () => {
    subscribe();
    serveFeed(feedOf('/ferry.html'));
    serve('/ferry.html', '', {}, 500);
    for (const count of [0, 0, 1]) {
      await fetch();
      expect(titles()).toHaveLength(count);
    }
    expect(Object.values(place.articles())[0]).toContain('The ferry…');
  });
});

test('what a feed from elsewhere names does not lead into the network of this machine', async () => {
  const far = 'http://far.example/news';
  place.subscribe(`- {url: "${far}", full-text: true, images: true}`);
  const inside = [address('/router.html'), address('/router.png'), 'http://printer.local/reset'];
  serveFeed(
    inside.map((link, number) => ({id: `${number}`, link, text: `<p>Words.</p><img src="${address('/router.png')}">`})),
    far,
  );
  const {status} = await place.run(['fetch'], {env: {http_proxy: `http://${place.server.host}`}});
  expect([status, titles().length]).toEqual([0, 3]);
  expect(place.server.asked.map(({path}) => path)).toEqual([far]);
});

describe('what is read, and older than the feed is kept for', () => {
  const age = (days: number): void => {
    const folder = place.path('home/.local/state/newsprint/feeds');
    const [file = ''] = readdirSync(folder);
    const taken = new Date(now.getTime() - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    const text = readFileSync(join(folder, file), 'utf8');
    writeFileSync(join(folder, file), text.replaceAll(/"taken": "[\d-]+"/g, `"taken": "${taken}"`));
  };
  const trashed = () =>
    existsSync(place.path('home/.local/share/Trash/files'))
      ? readdirSync(place.path('home/.local/share/Trash/files')).length
      : 0;

  test('goes to the trash, but nothing unread or starred, and does not come back', async () => {
    place.subscribe(`- {url: "${address('/news')}", keep: 90d}`);
    serveFeed(['ferry', 'port', 'tide'].map(id => ({id})));
    await fetch();
    await place.run(['mark', '--query', 'ferry', '--read', '--yes']);
    await place.run(['mark', '--query', 'tide', '--read', '--star', '--yes']);
    age(90);
    await fetch();
    expect(trashed()).toBe(0);
    age(91);
    await fetch();
    expect([titles().sort(), trashed()]).toEqual([['About port', 'About tide'], 1]);
    await fetch();
    expect([titles().length, trashed()]).toEqual([2, 1]);
  });

  test('stays where the subscription says nothing', async () => {
    place.subscribe(`- ${address('/news')}`);
    serveFeed([{id: 'ferry'}]);
    await fetch();
    await place.run(['mark', '--query', 'ferry', '--read', '--yes']);
    age(5000);
    await fetch();
    expect([titles().length, trashed()]).toEqual([1, 0]);
  });
});

describe('who watches', () => {
  const watch = () => place.run(['fetch'], {isWatched: true});

  test('is told of each feed, and of all of them', async () => {
    place.subscribe(
      `- ${address('/news')}`,
      `- {url: "${address('/404')}", title: Port}`,
      `- ${address('/conditional')}`,
    );
    serveFeed([{id: 'fog'}, {id: 'tide'}]);
    const {stderr, stdout, status} = await watch();
    expect([status, stdout]).toEqual([3, '']);
    const lines = stderr.split('\n');
    expect(lines.slice(0, 3).sort()).toEqual([
      'newsprint: Harbour News: 2 new',
      'newsprint: Harbour News: 2 new',
      expect.stringContaining('newsprint: Port: '),
    ]);
    expect(lines[3]).toBe('newsprint: 4 new articles from 2 of 3 feeds, 1 failed');
    expect((await watch()).stderr).toContain('newsprint: nothing new in 3 feeds, 1 failed\n');
  });

  test('is told of what hostile feeds call themselves, and nothing happens to the terminal', async () => {
    place.subscribe(`- ${address('/news')}`);
    serve('/news', rss([{id: 'x'}], 'Red \u009b31m &#x9b;32m &#27;]0;title&#7;'));
    const {stderr} = await watch();
    expect(stderr).toMatch(/^newsprint: Red .*: 1 new\n/);
    expect(stderr).not.toMatch(/[\u0080-\u009f\u0007]|\u001b\]/);
  });
});

describe('who asks', () => {
  test('may name feeds by address, title or a part of one', async () => {
    place.subscribe(`- {url: "${address('/news')}", title: Port}`, `- {url: "${address('/other')}", title: Starboard}`);
    serveFeed([{id: 'ferry'}]);
    serveFeed([{id: 'tide'}], '/other');
    await fetch('port');
    expect(titles()).toEqual(['About ferry']);
    await fetch('starb');
    expect(titles()).toHaveLength(2);
    expect(await fetch('lighthouse')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no feed "lighthouse"'),
    });
    expect(await fetch(place.server.host)).toMatchObject({status: 2, stderr: expect.stringContaining('fits 2 feeds')});
  });

  test('may name another library', async () => {
    place.subscribe(`- ${address('/news')}`);
    place.write({'other/.keep': ''});
    serveFeed([{id: 'ferry'}]);
    await fetch('--into', place.path('other'));
    expect(readdirSync(place.path('other')).filter(name => name.endsWith('.md'))).toHaveLength(1);
    expect(titles()).toEqual([]);
  });
});

test('many feeds are fetched, two of a host at once', async () => {
  let open = 0;
  let most = 0;
  const paths = Array.from({length: 12}, (_, number) => `/feed/${number}`);
  for (const path of paths) {
    place.server.answer(path, response => {
      open++;
      most = Math.max(most, open);
      setTimeout(() => {
        open--;
        response.end(rss([{id: path}]));
      }, 20);
    });
  }
  place.subscribe(...paths.map(path => `- ${address(path)}`));
  expect((await fetch()).status).toBe(0);
  expect([titles().length, most]).toEqual([12, 2]);
});

test('a damaged note of what was taken costs nothing', async () => {
  place.subscribe(`- ${address('/news')}`);
  serveFeed([{id: 'ferry'}]);
  await fetch();
  const folder = place.path('home/.local/state/newsprint/feeds');
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '{"version":1,"addr');
  expect(await fetch()).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('is damaged, and is asked for anew'),
  });
  expect(titles()).toHaveLength(1);
});
