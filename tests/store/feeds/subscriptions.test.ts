import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {AppError} from '../../../src/core/errors.ts';
import type {Subscription} from '../../../src/store/feeds/subscription.ts';
import {readSubscriptions, subscribeTo, unsubscribeFrom} from '../../../src/store/feeds/subscriptions.ts';
import {processesOf} from '../processes.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsprint-feeds-'));
  path = join(folder, 'config', 'feeds.yaml');
  mkdirSync(join(folder, 'config'));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const editing = () => ({path, processes: processesOf(), patience: 100});
const add = (...feeds: readonly Subscription[]) => subscribeTo(feeds, editing());
const write = (text: string | Uint8Array) => writeFileSync(path, text);
const text = () => readFileSync(path, 'utf8');
const read = () => readSubscriptions(path);

const full = {
  url: 'https://harbour.example/feed?a=1&b=2#x',
  title: 'Harbour: "News" # 1',
  section: 'Sea',
  tags: ['ships', 'tides, and more', '1984'],
  fullText: true,
  images: false,
  keep: {amount: 90, unit: 'd'},
} as const satisfies Subscription;

describe('what the file says', () => {
  test('is a list, an entry a feed; of little a line is enough', () => {
    write(`# mine
- https://a.example/feed
- url: https://b.example/rss
  title: 1984
  section: Mar
  tags: sea, ships
  full-text: yes
  images: maybe
  keep: 12w
- {url: "http://c.example/", tags: [x]}
`);
    expect(read()).toEqual({
      subscriptions: [
        {url: 'https://a.example/feed'},
        {
          url: 'https://b.example/rss',
          title: '1984',
          section: 'Mar',
          tags: ['sea', 'ships'],
          fullText: true,
          keep: {amount: 12, unit: 'w'},
        },
        {url: 'http://c.example/', tags: ['x']},
      ],
      problems: [{line: 8, message: 'images should be true or false'}],
    });
  });

  test.each([
    ['no file', undefined],
    ['an empty one', ''],
    ['only comments', '# nothing yet\n'],
    ['an empty list', '[]'],
    ['nothing', 'null\n'],
  ])('%s: there are no feeds, and the first can be added', async (_, content) => {
    if (content !== undefined) write(content);
    expect(read()).toEqual({subscriptions: [], problems: []});
    expect(await add({url: 'https://a.example/'})).toEqual(['added']);
    expect(read().subscriptions).toEqual([{url: 'https://a.example/'}]);
    expect(text().startsWith(content?.startsWith('#') ? '# nothing yet\n' : '- url: https://a.example/\n')).toBe(true);
  });

  test('what cannot be used is told with its line, and the rest is used', () => {
    write(`- url: https://a.example/
  titel: A
- ftp://b.example/
- url: https://c.example/
  keep: forever
- title: nowhere
- [https://d.example/]
- url: https://a.example/
- url: /etc/passwd
`);
    const {subscriptions, problems} = read();
    expect(subscriptions.map(({url}) => url)).toEqual(['https://a.example/', 'https://c.example/']);
    const noAddress = 'a feed is an http or https address, or {url: https://example.org/feed}';
    expect(problems).toEqual([
      {line: 2, message: 'unknown key "titel"; did you mean title?'},
      {line: 3, message: noAddress},
      {line: 5, message: 'keep should be a time like 90d, 12w, 6m or 1y'},
      {line: 6, message: noAddress},
      {line: 7, message: noAddress},
      {line: 8, message: 'https://a.example/ is there twice'},
      {line: 9, message: noAddress},
    ]);
  });

  test.each([
    ['no YAML', '- url: "https://a.example\n- x', /feeds\.yaml:\d: is no YAML: /],
    ['no list', 'url: https://a.example/\n', /feeds\.yaml: is no list of feeds/],
    ['two documents', '- a\n---\n- b\n', /feeds\.yaml:2: is no YAML: /],
    ['a key twice', '- {url: x, url: y}\n', /feeds\.yaml:1: is no YAML: /],
    ['no UTF-8', new Uint8Array([45, 32, 0xff, 0xfe, 10]), /feeds\.yaml is not UTF-8/],
  ])('%s is told, and never written over', async (_, content, message) => {
    write(content);
    const before = readFileSync(path);
    expect(read).toThrow(message);
    await expect(add(full)).rejects.toThrow(message);
    await expect(unsubscribeFrom(full.url, editing())).rejects.toThrow(message);
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(join(folder, 'config'))).toEqual(['feeds.yaml']);
  });

  test('any text ends in feeds or an error that is told', () => {
    const piece = fc.constantFrom(
      '- ',
      'url: ',
      'https://a.example/',
      '\n',
      '  ',
      '[',
      '{',
      '"',
      '&a ',
      '*a',
      ': ',
      '#',
      '!!js ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map(pieces => pieces.join('')),
        ),
        content => {
          write(content);
          try {
            for (const {url} of read().subscriptions) expect(url).toMatch(/^https?:/i);
          } catch (error) {
            expect(error).toBeInstanceOf(AppError);
          }
        },
      ),
      {numRuns: 300},
    );
  });

  test('aliases without end cost nothing', () => {
    const lines = Array.from({length: 30}, (_, n) => `- &a${n + 1} [${`*a${n},`.repeat(9)}]`);
    write(`- &a0 [x]\n${lines.join('\n')}\n- url: https://a.example/\n`);
    expect(read().subscriptions).toEqual([{url: 'https://a.example/'}]);
  });
});

describe('subscribing', () => {
  test('writes what can be read, and comes back the same', async () => {
    await add(full, {url: 'https://b.example/'});
    expect(text()).toBe(`- url: https://harbour.example/feed?a=1&b=2#x
  title: 'Harbour: "News" # 1'
  section: Sea
  tags: [ships, "tides, and more", "1984"]
  full-text: true
  images: false
  keep: 90d
- url: https://b.example/
`);
    expect(read()).toEqual({subscriptions: [full, {url: 'https://b.example/'}], problems: []});
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('leaves the comments and the order of whoever wrote the file', async () => {
    write(`# my feeds

# ships
- url: https://b.example/   # the best
  title:   "B"
# quiet
- https://a.example/

# the end
`);
    chmodSync(path, 0o644);
    await add({url: 'https://c.example/', title: 'C'}, {url: 'https://a.example/', images: true});
    expect(text()).toBe(`# my feeds

# ships
- url: https://b.example/ # the best
  title: "B"
# quiet
- url: https://a.example/
  images: true
- url: https://c.example/
  title: C

# the end
`);
    expect(statSync(path).mode & 0o777).toBe(0o644);
  });

  test('again changes what is said, and tells whether there is anything to change', async () => {
    await add({url: 'https://a.example/', title: 'A', tags: ['x']});
    const before = text();
    expect(await add({url: 'https://a.example/'}, {url: 'https://a.example/', title: 'A'})).toEqual(['known', 'known']);
    expect(text()).toBe(before);
    expect(await add({url: 'https://a.example/', keep: {amount: 1, unit: 'y'}})).toEqual(['changed']);
    expect(read().subscriptions).toEqual([
      {url: 'https://a.example/', title: 'A', tags: ['x'], keep: {amount: 1, unit: 'y'}},
    ]);
  });

  test('keeps the line ends of the file', async () => {
    write('# mine\r\n- https://a.example/\r\n');
    await add({url: 'https://b.example/'});
    expect(text()).toBe('# mine\r\n- https://a.example/\r\n- url: https://b.example/\r\n');
  });

  test('of very many at once takes no time', async () => {
    await add(
      ...Array.from({length: 2000}, (_, number) => ({url: `https://${number}.example/feed`, title: `${number}`})),
    );
    expect(read().subscriptions).toHaveLength(2000);
  });
});

describe('unsubscribing', () => {
  test('takes the feed out, and no comment', async () => {
    write(`# my feeds

# ships
- url: https://a.example/
  title: A
# quiet
- https://b.example/
# all of them
- url: https://c.example/
`);
    for (const name of ['a', 'c']) expect(await unsubscribeFrom(`https://${name}.example/`, editing())).toBe(true);
    expect(read().subscriptions).toEqual([{url: 'https://b.example/'}]);
    for (const comment of ['# my feeds', '# ships', '# quiet', '# all of them']) expect(text()).toContain(comment);
  });

  test('from what is not there changes nothing', async () => {
    await add({url: 'https://a.example/'});
    const {mtimeMs} = statSync(path);
    expect(await unsubscribeFrom('https://b.example/', editing())).toBe(false);
    expect(statSync(path).mtimeMs).toBe(mtimeMs);
  });

  test('from one that another one refers to is left to an editor', async () => {
    const before = '- &a {url: https://a.example/, title: A}\n- {url: https://b.example/, tags: [*a]}\n';
    write(before);
    await expect(unsubscribeFrom('https://a.example/', editing())).rejects.toThrow('refers to one that is taken out');
    expect(text()).toBe(before);
  });
});

describe('the file', () => {
  test('stays the link that it is', async () => {
    mkdirSync(join(folder, 'dotfiles'));
    symlinkSync('../dotfiles/feeds.yaml', path);
    await add({url: 'https://a.example/'});
    await add({url: 'https://b.example/'});
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'dotfiles/feeds.yaml'), 'utf8')).toContain('https://b.example/');
    expect(readdirSync(join(folder, 'dotfiles'))).toEqual(['feeds.yaml']);
  });

  test('is not lost where a draft was left behind', async () => {
    writeFileSync(join(folder, 'config', '.feeds.yaml.draft'), 'half of');
    await add({url: 'https://a.example/'});
    expect(readdirSync(join(folder, 'config'))).toEqual(['feeds.yaml']);
  });

  test('takes what several write at once', async () => {
    await Promise.all(
      Array.from({length: 20}, (_, number) =>
        subscribeTo([{url: `https://${number}.example/`}], {path, processes: processesOf()}),
      ),
    );
    expect(read().subscriptions).toHaveLength(20);
  });

  test.each([
    ['a folder', () => mkdirSync(path), /feeds\.yaml cannot be read/],
    [
      'a link in a circle',
      () => symlinkSync('feeds.yaml', path),
      /feeds\.yaml cannot be read: the link leads in a circle/,
    ],
  ])('that is %s is told', async (_, make, message) => {
    make();
    expect(read).toThrow(message);
    await expect(add(full)).rejects.toThrow(message);
  });

  test('that cannot be made is told', async () => {
    rmSync(join(folder, 'config'), {recursive: true});
    writeFileSync(join(folder, 'config'), 'a file');
    await expect(add(full)).rejects.toThrow(/feeds\.yaml cannot be written: /);
    expect(existsSync(path)).toBe(false);
  });
});
