import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {detectKind, type Hints, type Kind} from '../../src/import/detect.ts';
import {encodeAs} from './encode.ts';
import {zipOf} from './exports/zip.ts';

const rss = '<rss version="2.0"><channel><title>Harbour</title><item><title>Tide</title></item></channel></rss>';
const longComment = `<!-- ${'A licence that goes on and on. '.repeat(200)} -->`;
const pageText = `The harbour opens again

By A. Reporter

* Ferries leave at nine
* Tickets at the quay

# 1 in the charts: a song about ferries

The mayor said on Monday that the wait is over. Read more at https://harbour.example/news`;

const markdown = `# The harbour opens again

*By A. Reporter*

Ferries leave at nine, [the port says](https://harbour.example/port).

- Tickets at the quay
- Children travel for free
`;

const noise = Uint8Array.from({length: 2000}, (_, at) => (((at + 1) * 2_654_435_761) >>> 13) & 0xff);

const cases: readonly [what: string, kind: Kind, content: string, hints?: Hints][] = [
  ['an RSS feed', 'feed', rss],
  [
    'a feed with a comment, a doctype and a stylesheet before it',
    'feed',
    `<?xml version="1.0"?>\n${longComment}\n<?xml-stylesheet href="a.xsl"?><!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>\n${rss}`,
  ],
  ['a feed that says it is a page', 'feed', rss, {contentType: 'text/html', name: 'index.html'}],
  [
    'a feed with a warning before it',
    'feed',
    `Warning: undefined variable in /srv/feed.php on line 3\n<?xml version="1.0"?>${rss}`,
  ],
  ['an Atom feed', 'feed', '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>a</title></feed>'],
  ['an Atom feed with a prefix', 'feed', '<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"></atom:feed>'],
  ['an RDF feed', 'feed', '<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel/></rdf:RDF>'],
  [
    'a JSON feed',
    'feed',
    '{"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1", "title": "a", "items": [{"url": "u", "is_archived": 0}]}',
  ],
  [
    'subscriptions',
    'opml',
    '\ufeff<?xml version="1.0"?><!-- mine --><opml version="2.0"><body><outline xmlUrl="https://a.example/rss"/></body></opml>',
  ],
  [
    'RDF that is no feed',
    'unknown',
    '<?xml version="1.0"?><rdf:RDF xmlns:foaf="http://xmlns.com/foaf/0.1/"><foaf:Person/></rdf:RDF>',
  ],
  ['other XML', 'unknown', '<?xml version="1.0"?><urlset><url><loc>https://a.example/</loc></url></urlset>'],
  ['a page', 'html', '<!DOCTYPE html><html><body><p>Text</p></body></html>'],
  [
    'a page that shows a feed',
    'html',
    `<!doctype html><title>How to</title><body><p>Write <rss version="2.0">.</p><pre>${rss}</pre>`,
  ],
  [
    'an XHTML page',
    'html',
    '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
  ],
  ['a page without doctype, after a comment', 'html', `${longComment}\n<html><p>Text`],
  ['a page named as text', 'html', '<html><body>Text</body></html>', {name: 'a.txt', contentType: 'text/plain'}],
  ['a piece of a page', 'html', '<div class="story"><p>One.</p><p>Two.</p></div>'],
  ['a piece of a page that begins with words', 'html', 'Lead.<p>One.</p><p>Two.</p><p>Three.</p>'],
  ['a page’s text', 'text', pageText],
  [
    'a mail with bullets, numbers and quotations',
    'text',
    'From: Marta Olsen <m@example.org>\r\nSubject: The ferry\r\n\r\n> Does it run?\r\n> When?\r\n> Why?\r\n\r\n- it does\r\n- on Monday\r\n- so\r\n\r\n1. `wait`\r\n2. `pay`\r\n3. `go`\r\n',
  ],
  ['a word', 'text', 'Tide'],
  ['nothing', 'text', ''],
  ['a word that begins a recording', 'text', 'ID3 tags and RIFF files are how players know the name of a song.'],
  ['Arabic text', 'text', 'أعيد فتح الميناء بعد الفيضان\n\nقال العمدة إن الانتظار انتهى.'],
  ['Markdown', 'markdown', markdown],
  [
    'Markdown that begins with an HTML tag',
    'markdown',
    `<p align="center"><img src="logo.png"></p>\n\n${markdown}\n## More\n\n**Note:** see [there](https://a.example/).\n`,
  ],
  ['Markdown with front matter', 'markdown', '---\ntitle: Tide\n---\nThe tide came in.\n'],
  ['Markdown with TOML', 'markdown', '+++\ntitle = "Tide"\n+++\nThe tide came in.\n'],
  [
    'Markdown with JSON',
    'markdown',
    '{\n  "title": "Tide",\n  "url": "https://a.example/",\n  "is_archived": false\n}\n\nThe tide came in.\n',
  ],
  [
    'Markdown that begins with a link',
    'markdown',
    '[The port](https://a.example/) opens.\n\n[More](https://a.example/more) at nine.\n',
  ],
  ['a table', 'markdown', 'Times:\n\n| Ferry | Leaves |\n| --- | --- |\n| One | 9:00 |\n'],
  ['a text that is named Markdown', 'markdown', 'The tide came in.', {name: 'tide.md'}],
  ['a text that is served as Markdown', 'markdown', 'The tide came in.', {contentType: 'text/markdown; charset=utf-8'}],
  ['a page that is named Markdown', 'html', '<html><body>Text</body></html>', {name: 'tide.md'}],
  ['Pocket’s CSV', 'pocket-csv', 'title,url,time_added,tags,status\nTide,https://a.example/,1600000000,,unread\n'],
  ['Pocket’s CSV with columns in another order', 'pocket-csv', '\ufeff"url","title","tags","time_added"\r\n'],
  [
    'Pocket’s page',
    'pocket-page',
    '<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1></body></html>',
  ],
  [
    'Instapaper’s CSV',
    'instapaper',
    'URL,Title,Selection,Folder,Timestamp\nhttps://a.example/,Tide,,Unread,1600000000\n',
  ],
  ['Readeck’s CSV', 'readeck-csv', 'url,title,created,labels,is_archived,is_marked,type\r\n'],
  ['another CSV', 'text', 'name,value\na,1\n'],
  [
    'wallabag’s JSON',
    'wallabag',
    '[{"is_archived": 1, "title": "Tide", "url": "https://a.example/", "content": "<p>x</p>"}]',
  ],
  [
    'wallabag’s JSON of version 1',
    'wallabag',
    '[{"title": "Tide", "url": "https://a.example/", "is_read": "1", "is_fav": "0"}]',
  ],
  [
    'wallabag’s JSON from its interface',
    'wallabag',
    '{"page": 1, "_embedded": {"items": [{"url": "https://a.example/", "is_archived": 0}]}}',
  ],
  ['other JSON', 'unknown', '{"a": [1, 2, 3]}'],
  [
    'newsboat’s urls',
    'newsboat-urls',
    '# mine\nhttps://a.example/rss news "~The Harbour"\n\nhttps://b.example/atom\n"query:Unread:unread = \\"yes\\""\n',
  ],
  ['newsboat’s urls without tags, by their name', 'newsboat-urls', 'https://a.example/rss\n', {name: 'urls'}],
  ['addresses', 'addresses', 'https://a.example/one\nhttps://a.example/two\n'],
  ['a text that begins with an address', 'text', 'https://a.example/ says that the "harbour" opens.\nIt was closed.'],
  [
    'a browser’s bookmarks',
    'unknown',
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><DL><p><DT><A HREF="https://a.example/">a</A></DL>',
  ],
  [
    'a saved web archive',
    'unknown',
    'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n',
  ],
];

describe('content is told apart', () => {
  test.each(cases)('%s', (_, kind, content, hints) => {
    expect(detectKind(content, hints).kind).toBe(kind);
    expect(detectKind(Buffer.from(content), hints).kind).toBe(kind);
  });

  test.each(['utf-16le', 'utf-16be', 'utf-32be'])('in %s too', charset => {
    for (const [, kind, content, hints] of cases.filter(([, , text]) => text.length > 20)) {
      expect(detectKind(encodeAs(charset, `\ufeff${content}`), hints).kind, content.slice(0, 60)).toBe(kind);
    }
  });

  test('from the beginning of what is long', () => {
    const entry = '{"url": "https://a.example/", "is_archived": 1, "content": "<p>text</p>"}';
    expect(detectKind(Buffer.from(`[${`${entry},`.repeat(5000)}${entry}]`)).kind).toBe('wallabag');
    expect(detectKind(Buffer.from(`${'https://a.example/some/page\n'.repeat(5000)}`)).kind).toBe('addresses');
    expect(detectKind(Buffer.from(`<html><body>${'<p>text</p>'.repeat(20_000)}`)).kind).toBe('html');
  });

  test.each<[string, Kind, Uint8Array, string]>([
    ['a zip file', 'archive', zipOf([{name: 'a', content: 'a'}]), 'a zip file'],
    ['an empty zip file', 'archive', zipOf([]), 'a zip file'],
    ['a database', 'newsboat-cache', Buffer.from('SQLite format 3\0\x10\0\x01\x01'), 'a database'],
    ['a PDF', 'unknown', Buffer.from('%PDF-1.7\n%\xe2\xe3'), 'a PDF'],
    ['a picture', 'unknown', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'a picture'],
    ['a recording', 'unknown', Buffer.concat([Buffer.from('ID3\x03'), noise]), 'no text'],
    ['something else', 'unknown', Uint8Array.from({length: 500}, (_, at) => (at * 37) % 32), 'no text'],
  ])('bytes: %s', (_, kind, bytes, what) => {
    expect(detectKind(bytes, {name: 'a.html', contentType: 'text/html'})).toEqual({kind, what});
  });

  test('of any bytes and any text there is an answer', () => {
    fc.assert(fc.property(fc.uint8Array({maxLength: 400}), bytes => typeof detectKind(bytes).kind === 'string'));
    const pieces = fc.constantFrom(
      '<',
      '>',
      '<!--',
      '-->',
      '<?xml',
      '?>',
      '<!doctype ',
      '[',
      ']',
      '{"',
      '---\n',
      'rss',
      '# ',
      '\n',
      '"',
      'https://a/ ',
    );
    fc.assert(fc.property(fc.array(pieces), parts => typeof detectKind(parts.join('')).kind === 'string'));
  });

  test.each([
    '<!--',
    '<?',
    '<!doctype x [',
    '[',
    '[[',
    '![',
    '**',
    '*a',
    '`',
    '> ',
    '# ',
    '"',
    'https://a ',
    ' ',
    '<p>',
    '|-',
    '{"',
    '---\n',
  ])('in time that the length of what is looked at bounds: %s', piece => {
    const content = piece.repeat(Math.ceil(300_000 / piece.length));
    const start = performance.now();
    detectKind(content);
    expect(performance.now() - start).toBeLessThan(1500);
  });
});
