import {execFileSync, spawn} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {createPlace, type Place, type RunOptions, runIn, whenTold} from './run.ts';

const paragraph = (about: string): string =>
  `The harbour board met on ${about}, and after a long evening it agreed that the old quay is to be mended before winter comes, at the town's own cost.`;

const page = (title: string, head = '', body = ''): string => `<!doctype html>
<html lang="en"><head><title>${title} | Harbour News</title>
<meta property="og:title" content="${title}"><meta property="og:site_name" content="Harbour News">${head}</head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>${title}</h1>
${['Monday', 'Tuesday', 'Wednesday', 'Thursday'].map(day => `<p>${paragraph(day)}</p>`).join('\n')}
${body}</article><footer>All rights reserved</footer></body></html>`;

const quay = page(
  'Quay to be mended',
  `<link rel="canonical" href="https://harbour.example/news/quay">
  <meta property="article:published_time" content="2022-07-06T08:00:00Z"><meta property="article:section" content="Town">`,
);

let place: Place;
beforeEach(() => {
  place = createPlace({'library/town/old.md': '# Old\n\nText of old.\n', 'in/quay.html': quay});
});
afterEach(() => place.remove());

const importing = (argv: readonly string[], options: RunOptions = {}) => runIn(place, ['import', ...argv], options);
const at = (path: string) => join(place.folder, path);
const text = (path: string): string => readFileSync(at(path), 'utf8');
const files = (): readonly string[] =>
  readdirSync(at('library'), {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.md'))
    .sort();

describe('a page', () => {
  test('becomes an article in the folder of its section, with its front matter', async () => {
    const {status, stdout, stderr} = await importing(['in/quay.html']);
    const path = at('library/town/2022-07-06-quay-to-be-mended.md');
    expect([status, stdout]).toEqual([0, `written\t${path}\t2022-07-06\tTown\tQuay to be mended\n`]);
    expect(stderr).toBe('newsprint: 1 article imported\n');
    expect(text('library/town/2022-07-06-quay-to-be-mended.md')).toMatch(
      /^---\ntitle: Quay to be mended\nsection: Town\nsource: \{name: Harbour News, url: https:\/\/harbour\.example\/news\/quay\}\npublished: 2022-07-06T08:00:00Z\nsaved: 2022-07-10T12:00:00Z\nlang: en\n---\n\nThe harbour board met on Monday/,
    );
    expect(text('library/town/2022-07-06-quay-to-be-mended.md')).not.toMatch(/Home|rights reserved/);
    const listed = await runIn(place, ['list', '--plain', '--fields', 'title,section,date,source']);
    expect(listed.stdout).toContain('Quay to be mended\tTown\t2022-07-06\tHarbour News\n');
  });

  test('that is there already stays as it is, by whatever address', async () => {
    await importing(['in/quay.html']);
    place.write({'in/again.html': quay.replace('/news/quay"', '/news/quay/amp?utm_source=mail"')});
    const {status, stdout, stderr} = await importing(['in/quay.html', 'in/again.html']);
    expect([status, stdout.match(/^present\t/gm)?.length]).toEqual([0, 2]);
    expect(stderr).toBe('newsprint: 0 articles imported, 2 already there\n');
    expect(files()).toEqual(['town/2022-07-06-quay-to-be-mended.md', 'town/old.md']);
  });

  test('with the text of one that is there is that one', async () => {
    await importing(['in/quay.html']);
    place.write({'in/copy.html': quay.replace(/<link[^>]*>/, '')});
    expect((await importing(['in/copy.html'])).stdout).toMatch(/^present\t/);
  });

  test('of the same name and day gets a number', async () => {
    place.write({'in/other.html': quay.replace('/news/quay"', '/news/other"').replaceAll('winter', 'summer')});
    await importing(['in/quay.html', 'in/other.html']);
    expect(files()).toContain('town/2022-07-06-quay-to-be-mended-2.md');
  });

  test('names as related what is in the library', async () => {
    await importing(['in/quay.html']);
    const teasers = `<aside class="related"><h3>Related articles</h3><ul>
      <li><a href="https://harbour.example/news/quay?utm_source=teaser">Quay to be mended</a></li>
      <li><a href="https://harbour.example/news/elsewhere">Something else</a></li></ul></aside>`;
    place.write({'in/crane.html': page('Crane is sold', '', teasers)});
    await importing(['in/crane.html']);
    expect(text('library/crane-is-sold.md')).toContain('related: [town/2022-07-06-quay-to-be-mended]\n');
  });
});

describe('Markdown', () => {
  const article = '---\ntitle: Tide tables # mine\nmood: calm\npublished: 2022-07-01\n---\nHigh at *noon*.\r\n\n\n';

  test('is kept byte by byte, so that what `read --raw` gives comes in as it is', async () => {
    place.write({'library/town/tide.md': article});
    const {stdout} = await runIn(place, ['read', 'town/tide', '--raw']);
    const {status} = await importing(['-', '--into', at('other')], {stdin: stdout});
    expect(status).toBe(2);
    mkdirSync(at('other'));
    await importing(['-', '--into', at('other')], {stdin: stdout});
    expect(text('other/2022-07-01-tide-tables.md')).toBe(article);
  });

  test('gets a section and tags that are asked for, and keeps the rest', async () => {
    const {status} = await importing(['-', '--section', 'Sea', '--tag', 'tide', '--tag', 'moon'], {stdin: article});
    expect(status).toBe(0);
    expect(text('library/sea/2022-07-01-tide-tables.md')).toBe(
      '---\ntitle: Tide tables # mine\nmood: calm\npublished: 2022-07-01\nsection: Sea\ntags: [tide, moon]\n---\nHigh at *noon*.\r\n\n\n',
    );
  });

  test('keeps its name, by which others link to it, and brings the pictures along that it shows', async () => {
    place.write({
      'notes/first.md': '# A note on ice\n\nSee [[Other one]].\n\n![ice](pics/ice%20sheet.png)\n',
      'notes/Other one.md': '# Another\n\n![gone](../elsewhere.png)\n',
      'notes/pics/ice sheet.png': 'PNG',
      'elsewhere.png': 'PNG',
    });
    const {status, stderr} = await importing(['notes/first.md', 'notes/Other one.md', '--section', 'Sea']);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^newsprint: 1 article: pictures stay behind: .*\nnewsprint: 2 articles imported\n$/);
    expect(readFileSync(at('library/sea/pics/ice sheet.png'), 'utf8')).toBe('PNG');
    const {stdout} = await runIn(place, ['read', 'sea/first', '--json']);
    expect(JSON.parse(stdout).article.links).toEqual([
      {text: 'Other one', href: expect.any(String), url: null, article: 'sea/Other one'},
    ]);
  });

  test('in a folder needs no import', async () => {
    place.write({'vault/.obsidian/app.json': '{}', 'vault/a.md': 'A', 'vault/b.md': 'B'});
    const {status, stdout, stderr} = await importing(['vault']);
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toBe(
      'newsprint: vault needs no import: "newsprint --library vault" reads it as it is, "--as markdown" imports it all the same\n',
    );
    expect(files()).toEqual(['town/old.md']);
    expect((await importing(['vault', '--as', 'markdown'])).stderr).toBe('newsprint: 2 articles imported\n');
  });
});

describe('text', () => {
  test('becomes an article whose words are those that came in', async () => {
    const body = ['Quay to be mended', '', paragraph('Monday'), '', paragraph('Tuesday')].join('\n');
    const {status} = await importing(['-', '--section', 'Town'], {stdin: body});
    expect(status).toBe(0);
    const written = text('library/town/quay-to-be-mended.md');
    expect(written).toContain(paragraph('Monday'));
    expect(written).toContain(paragraph('Tuesday'));
  });

  test('without any is told', async () => {
    const {status, stderr} = await importing(['-']);
    expect([status, stderr]).toEqual([1, 'newsprint: stdin: there is nothing on stdin\n']);
  });
});

describe('a feed', () => {
  const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title><link>https://harbour.example/</link>
    ${['quay', 'crane'].map(
      name => `<item><title>The ${name}</title><link>https://harbour.example/${name}</link>
      <pubDate>Wed, 06 Jul 2022 08:00:00 GMT</pubDate><description>&lt;p&gt;All of the ${name}.&lt;/p&gt;</description></item>`,
    )}</channel></rss>`;

  test('brings an article for each entry, once', async () => {
    const first = await importing(['-'], {stdin: feed});
    expect([first.status, first.stderr]).toEqual([0, 'newsprint: 2 articles imported\n']);
    expect(text('library/2022-07-06-the-quay.md')).toMatch(/source: \{name: Harbour.*\n[\s\S]*All of the quay\.\n$/);
    const again = await importing(['-'], {stdin: feed});
    expect(again.stderr).toBe('newsprint: 0 articles imported, 2 already there\n');
  });

  test.each([
    ['broken off', '<rss><channel><title>broken'],
    ['without entries', '<rss version="2.0"><channel><title>Harbour</title></channel></rss>'],
    ['of JSON without entries', '{"version": "https://jsonfeed.org/version/1.1", "title": "Harbour", "items": []}'],
  ])('%s is told', async (_, stdin) => {
    const {status, stderr} = await importing(['-'], {stdin});
    expect([status, stderr]).toEqual([1, 'newsprint: stdin: the feed has no entries\n']);
  });
});

describe('an export', () => {
  test('brings along what was read and starred', async () => {
    const entry = (name: string, is_archived: 0 | 1, is_starred: 0 | 1) => ({
      ...{is_archived, is_starred, tags: ['harbour'], title: `The ${name}`, url: `https://harbour.example/${name}`},
      ...{content: `<p>${paragraph(name)}</p>`, created_at: '2022-07-01T08:00:00+0000', mimetype: 'text/html'},
      ...{domain_name: 'harbour.example', reading_time: 1},
    });
    const json = JSON.stringify([entry('quay', 1, 0), entry('crane', 0, 1), entry('mole', 0, 0)]);
    const {status} = await importing(['-'], {stdin: json});
    expect(status).toBe(0);
    const found = async (query: string) => (await runIn(place, ['list', '--plain', '--fields', 'title', query])).stdout;
    expect(await found('is:read')).toBe('The quay\n');
    expect(await found('is:starred')).toBe('The crane\n');
    expect(await found('tag:harbour is:unread')).toContain('The mole');
  });

  test('that was unpacked is read where it lies', async () => {
    const item = {
      slug: 'quay',
      title: 'The quay',
      url: 'https://harbour.example/quay',
      state: 'Archived',
      labels: ['sea'],
    };
    place.write({
      'omnivore/metadata_0_to_20.json': JSON.stringify([{id: '1', ...item, savedAt: '2022-07-01T08:00:00Z'}]),
      'omnivore/content/quay.html': `<p>${paragraph('Monday')}</p>`,
    });
    const {status, stderr} = await importing(['omnivore']);
    expect([status, stderr]).toEqual([0, 'newsprint: 1 article imported\n']);
    expect((await runIn(place, ['list', '--plain', '--fields', 'title', 'is:read tag:sea'])).stdout).toBe('The quay\n');
  });

  test('that takes long is noted while it goes on, what was read too', async () => {
    let noted = '';
    const server = createServer(async (_, response) => {
      noted = (await runIn(place, ['list', '--plain', 'is:read'])).stdout;
      response.setHeader('content-type', 'text/html').end(page('The last'));
    });
    const entries = Array.from({length: 150}, (_, number) => ({
      ...{url: `https://harbour.example/${number}`, title: `Quay ${number}`, is_archived: 1, tags: []},
      content: `<p>${paragraph(`day ${number}`)}</p>`,
    }));
    place.write({'wallabag.json': JSON.stringify(entries)});
    const {status} = await importing(['wallabag.json', `${await listening(server)}/last`]);
    server.close();
    expect(status).toBe(0);
    expect(noted.split('\n').length).toBeGreaterThan(100);
  });

  test('of feeds subscribes to them', async () => {
    const opml = `<opml version="2.0"><body><outline text="Sea"><outline type="rss" text="Harbour" xmlUrl="https://harbour.example/feed"/></outline></body></opml>`;
    const {status, stderr} = await importing(['-'], {stdin: opml});
    expect([status, stderr]).toEqual([0, 'newsprint: 1 feed subscribed to\n']);
    const again = await importing(['-', '--plain'], {stdin: opml});
    expect([again.status, again.stdout]).toEqual([0, '']);
    expect(text('home/.config/newsprint/feeds.yaml')).toContain('https://harbour.example/feed');
  });

  test('that it is not, though --as says so, is told as wrong usage', async () => {
    const {status, stderr} = await importing(['--as', 'opml', 'in/quay.html']);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^newsprint: in\/quay\.html: not a list of feeds /)]);
  });

  test('of bookmarks fetches their pages, and says which could not be had', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/quay') response.setHeader('content-type', 'text/html').end(page('Quay to be mended'));
      else response.writeHead(404).end();
    });
    const base = await listening(server);
    const csv = `title,url,time_added,tags,status\nMine,${base}/quay,1656662400,sea|stone,archive\nGone,${base}/gone,1656662400,,unread\n`;
    const {status, stdout, stderr} = await importing(['-'], {stdin: csv});
    server.close();
    expect(status).toBe(3);
    expect(stdout).toMatch(/^written\t.*\tQuay to be mended\n$/);
    expect(stderr).toContain(`newsprint: ${base}/gone: `);
    expect(stderr).toContain('answers 404');
    expect((await runIn(place, ['list', '--plain', '--fields', 'title', 'is:read tag:stone'])).stdout).toBe(
      'Quay to be mended\n',
    );
  });
});

const listening = (server: Server): Promise<string> =>
  new Promise(resolve =>
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
  );

describe('an address', () => {
  let server: Server;
  let base: string;
  let notice: ReturnType<typeof whenTold>;
  beforeEach(async () => {
    notice = whenTold('asking');
    server = createServer((request, response) => {
      const answer = () =>
        response
          .setHeader('content-type', 'text/html')
          .end(request.url === '/empty' ? '<html></html>' : page('Quay to be mended'));
      if (request.url === '/slow') notice.wait(answer);
      else answer();
    });
    base = await listening(server);
  });
  afterEach(() => void server.close());

  test('is fetched, and known by itself', async () => {
    expect((await importing([`${base}/news/quay`])).status).toBe(0);
    expect(text('library/quay-to-be-mended.md')).toContain(`url: ${base}/news/quay`);
    expect((await importing([`${base}/news/quay?utm_source=x#top`])).stdout).toMatch(/^present\t/);
  });

  test('in place of a command is imported and read', async () => {
    const {status, stdout} = await runIn(place, [`${base}/news/quay`, '--plain']);
    expect([status, stdout.includes(paragraph('Monday').slice(0, 40))]).toEqual([0, true]);
    expect(files()).toContain('quay-to-be-mended.md');
    server.close();
    server.closeAllConnections();
    // What was brought in is there without the network, too.
    expect((await runIn(place, [`${base}/news/quay`, '--plain'])).stdout).toContain(paragraph('Monday').slice(0, 40));
  });

  test('is read by `read` as it is without a command, beside articles that are there', async () => {
    const bare = await runIn(place, ['--plain', `${base}/news/quay`]);
    expect(await runIn(place, ['read', '--plain', `${base}/news/quay`])).toEqual(bare);
    const {status, stdout, stderr} = await runIn(place, ['read', 'town/old', `${base}/empty`, `${base}/news/quay`]);
    expect([status, stderr]).toEqual([3, expect.stringMatching(/^newsprint: \S+\/empty: .*\n$/)]);
    expect(stdout.indexOf('Text of old.')).toBeLessThan(stdout.indexOf('Quay to be mended'));
  });

  test.each([
    ['without a command', ['/empty']],
    ['without a command, for a script', ['--json', '/empty']],
    ['after read', ['read', '/empty']],
  ])('without an article is told of %s as import tells of it', async (how, words) => {
    const argv = words.map(word => word.replace(/^\//, `${base}/`));
    const [told] = (await importing([`${base}/empty`])).stderr.split('\n');
    const terminal = how === 'without a command' ? {typed: '', terminal: 80} : {};
    expect(await runIn(place, argv, terminal)).toEqual({status: 1, stdout: '', stderr: `${told}\n`});
  });

  test('that is slow to answer is named to who waits, for as long as he waits', async () => {
    const {host} = new URL(base);
    const slow = await runIn(place, ['--plain', `${base}/slow`], {isWatched: true, told: notice.told});
    expect([slow.status, slow.stderr]).toEqual([0, `\r\u001b[Kasking ${host}…\r\u001b[K`]);
    expect((await runIn(place, ['--plain', `${base}/slow`])).stderr).toBe('');
    expect((await runIn(place, ['--plain', `${base}/news/quay`], {isWatched: true})).stderr).toBe('');
  });
});

describe('where it goes', () => {
  test('is the first library, or the one that --into names', async () => {
    mkdirSync(at('second'));
    const env = {NEWSPRINT_LIBRARY: `${at('library')}:${at('second')}`};
    await importing(['in/quay.html', '--into', 'second'], {env});
    expect(readdirSync(at('second/town'))).toEqual(['2022-07-06-quay-to-be-mended.md']);
    // It is in one of the libraries that are read.
    expect((await importing(['in/quay.html'], {env})).stdout).toMatch(/^present\t.*second/);
    const {status, stderr} = await importing(['in/quay.html', '--into', 'third'], {env});
    expect([status, stderr]).toEqual([
      2,
      'newsprint: there is no library third (--into takes a folder, or one of library, second)\n',
    ]);
  });

  test('is a library of one’s own for who has none', async () => {
    const {status} = await importing(['in/quay.html'], {env: {NEWSPRINT_LIBRARY: ''}});
    expect(status).toBe(0);
    expect(existsSync(at('home/.local/share/newsprint/articles/town/2022-07-06-quay-to-be-mended.md'))).toBe(true);
  });

  test('is never outside the library', async () => {
    mkdirSync(at('outside'));
    symlinkSync(at('outside'), at('library/sea'));
    const {status, stderr} = await importing(['in/quay.html', '--section', 'Sea']);
    expect([status, stderr]).toEqual([74, expect.stringContaining('leads out of the library')]);
    await importing(['in/quay.html', '--section', '../../outside']);
    expect(readdirSync(at('outside'))).toEqual([]);
    expect(files()).toContain('outside/2022-07-06-quay-to-be-mended.md');
  });
});

describe('--dry-run', () => {
  test('shows what would be written, and writes nothing', async () => {
    const {status, stdout, stderr} = await importing(['in/quay.html', '--dry-run'], {terminal: 80});
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /Quay to be mended[\s\S]*6 Jul 2022 · Town\b[\s\S]*2022-07-06-quay-to-be-mended\.md[\s\S]*harbour board met on Monday/,
    );
    expect(stderr).toBe('newsprint: 1 article would be imported\n');
    expect(files()).toEqual(['town/old.md']);
  });

  test('makes no library', async () => {
    await importing(['in/quay.html', '--dry-run'], {env: {NEWSPRINT_LIBRARY: ''}});
    expect(existsSync(at('home/.local/share/newsprint/articles'))).toBe(false);
  });
});

test('an empty name is no source', async () => {
  const {status, stderr} = await importing(['']);
  expect([status, stderr]).toEqual([2, 'newsprint: : an empty name is no source (a variable may be empty)\n']);
  expect(files()).toEqual(['town/old.md']);
});

describe('several sources', () => {
  test('are all taken, whatever is wrong with one of them', async () => {
    place.write({'in/picture.html': Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'in/b.html': page('Crane is sold')});
    const {status, stdout, stderr} = await importing([
      'in/nowhere.html',
      'in/picture.html',
      'in/quay.html',
      'in/b.html',
    ]);
    expect([status, stdout.match(/^written/gm)?.length]).toEqual([3, 2]);
    expect(stderr).toContain('newsprint: in/nowhere.html: there is no file in/nowhere.html');
    expect(stderr).toContain('newsprint: in/picture.html: it is a picture');
  });

  test('may be a folder or a pattern', async () => {
    place.write({'in/b.html': page('Crane is sold'), 'in/.hidden.html': page('Hidden')});
    expect((await importing(['in'])).stderr).toBe('newsprint: 2 articles imported\n');
    expect((await importing(['in/*.html'])).stderr).toBe('newsprint: 0 articles imported, 2 already there\n');
  });

  test('may be what a shell hands over for <(command)', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    const writer = spawn('sh', ['-c', 'cat in/quay.html > pipe'], {cwd: place.folder});
    expect((await importing(['pipe'])).stderr).toBe('newsprint: 1 article imported\n');
    writer.kill();
  });

  test('imported twice at the same time are there once', async () => {
    const names = Array.from({length: 12}, (_, number) => `pages/${number}.html`);
    place.write(Object.fromEntries(names.map((name, number) => [name, page(`Story ${number}`)])));
    const both = await Promise.all([importing(names), importing(names)]);
    expect(both.map(({status}) => status)).toEqual([0, 0]);
    expect(both.flatMap(({stdout}) => stdout.match(/^written/gm) ?? [])).toHaveLength(12);
    expect(files().filter(name => name.startsWith('story'))).toHaveLength(12);
  });

  test('are told of as JSON', async () => {
    const {stdout} = await importing(['in/quay.html', 'in/nowhere', '--json']);
    expect(JSON.parse(stdout)).toEqual({
      ...{version: 1, dryRun: false, present: [], feeds: []},
      written: [
        {
          ...{id: 'town/2022-07-06-quay-to-be-mended', title: 'Quay to be mended', section: 'Town', date: '2022-07-06'},
          path: at('library/town/2022-07-06-quay-to-be-mended.md'),
        },
      ],
      failed: [{source: 'in/nowhere', message: expect.stringContaining('there is no file')}],
    });
  });
});

test('escape sequences of a page reach neither the file nor the terminal', async () => {
  place.write({
    'in/evil.html': page(
      'Quay &#27;]0;x&#7; mended',
      '',
      '<p>Then &#27;[31m it was &#x202e;red, and everybody went home.</p>',
    ),
  });
  const {stdout} = await importing(['in/evil.html'], {terminal: 80});
  // biome-ignore format: one class
  expect(stdout.replace(/\u001b\[[\d;]*m/g, '')).not.toMatch(/[\u001b\u0007\u202e]/);
  const [name = ''] = readdirSync(at('library')).filter(file => file.endsWith('.md'));
  expect(text(`library/${name}`)).not.toMatch(/[\u001b\u0007\u202e]/);
});
