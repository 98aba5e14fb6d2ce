import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Article} from '../../src/core/article.ts';
import {idOfPath} from '../../src/core/article-path.ts';
import {frontMatterFields} from '../../src/core/front-matter-fields.ts';
import {parseArticle} from '../../src/core/parse-article.ts';
import {field} from '../../src/core/sanitize.ts';

const parse = (content: string | Uint8Array, relativePath = 'note.md'): Article =>
  parseArticle({
    id: field(idOfPath(relativePath)),
    library: field('news'),
    path: `/library/${relativePath}`,
    relativePath,
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
  });
const withFields = (yaml: string, path?: string): Article => parse(`---\n${yaml}\n---\nText of it.\n`, path);

test('an article as newsprint writes it', () => {
  const article = withFields(`title: Rabat and Madrid renew security ties
standfirst: Senior officials of both countries met in the Moroccan capital
section: Politics
authors: [A. Reporter]
source: {name: Example News, url: https://example.org/a}
published: 2022-07-06
saved: 2022-07-07T08:00:00Z
lang: en
tags: [Morocco, Spain, security]
image: {src: images/meeting.jpg, alt: Two officials shake hands, credit: PHOTO/FILE}
related: [politics/autonomy-plan]`);
  expect(article).toMatchObject({
    title: 'Rabat and Madrid renew security ties',
    titleFrom: 'front-matter',
    standfirst: 'Senior officials of both countries met in the Moroccan capital',
    section: 'Politics',
    authors: ['A. Reporter'],
    source: {name: 'Example News', url: 'https://example.org/a'},
    published: {iso: '2022-07-06'},
    saved: {iso: '2022-07-07T08:00:00Z'},
    lang: 'en',
    tags: ['Morocco', 'Spain', 'security'],
    image: {src: 'images/meeting.jpg', alt: 'Two officials shake hands', credit: 'PHOTO/FILE'},
    related: ['politics/autonomy-plan'],
    isHidden: false,
    problems: [],
    body: 'Text of it.\n',
  });
});

describe('front matter as other tools write it', () => {
  test.each<[string, string, object]>([
    [
      'Obsidian Web Clipper',
      'title: "A"\nsource: "https://example.org/a"\nauthor:\n  - "[[Jane Doe]]"\ntags:\n  - "clippings"',
      {
        source: {name: 'example.org', url: 'https://example.org/a'},
        authors: ['Jane Doe'],
        tags: ['clippings'],
      },
    ],
    [
      'unquoted wiki links',
      'authors: [[Jane Doe]]\nrelated:\n  - [[notes/one#part|One]]',
      {
        authors: ['Jane Doe'],
        related: ['notes/one#part'],
      },
    ],
    [
      'Hugo',
      'date: 2022-07-06 08:00:00 +0200\nlastmod: 2022-07-08\ndraft: true\ntaxonomies:\n  tags: [x]\ncover:\n  image: a.jpg\n  caption: B',
      {
        published: {iso: '2022-07-06T08:00:00+02:00', day: '2022-07-06'},
        updated: {day: '2022-07-08'},
        isHidden: true,
        tags: ['x'],
        image: {src: 'a.jpg', caption: 'B'},
      },
    ],
    [
      'Jekyll',
      'categories: [world, europe]\ntags: one two\npublished: false\nimage: a.jpg',
      {
        section: 'world',
        tags: ['one', 'two'],
        isHidden: true,
        image: {src: 'a.jpg'},
      },
    ],
    [
      'Astro',
      'pubDate: "Jul 08 2022"\nupdatedDate: 2022-07-09\nheroImage: ./a.jpg\ndescription: B',
      {
        published: {day: '2022-07-08'},
        updated: {day: '2022-07-09'},
        image: {src: './a.jpg'},
        standfirst: 'B',
      },
    ],
    [
      'a picture without a place',
      'image: {caption: Two officials, credit: PHOTO/FILE}',
      {image: {src: '', caption: 'Two officials', credit: 'PHOTO/FILE'}},
    ],
    [
      'a read-it-later service',
      'given_url: https://www.example.org/a\ntime_added: 1657094400\nauthor: {name: Jane Doe}\nsite_name: Example',
      {
        source: {name: 'Example', url: 'https://www.example.org/a'},
        saved: {iso: '2022-07-06T08:00:00Z'},
        authors: ['Jane Doe'],
      },
    ],
    [
      'a government site',
      'topics:\n  - api\ndeck: B\nfeatured_image:\n  uid: a-picture\n  alt: C\nsource_url: http://example.org/a\nsource: digitalgov',
      {
        tags: ['api'],
        standfirst: 'B',
        image: {src: 'a-picture', alt: 'C'},
        source: {name: 'digitalgov', url: 'http://example.org/a'},
      },
    ],
    [
      'a byline',
      'byline: By Jane Doe\nkeywords: "one, two words, #three"',
      {
        authors: ['Jane Doe'],
        tags: ['one', 'two words', 'three'],
      },
    ],
  ])('%s', (_, yaml, expected) => {
    expect(withFields(yaml)).toMatchObject({...expected, problems: []});
  });
});

test('every key of the table is found, in whatever case, alone', () => {
  const samples = {
    ...{sourceUrl: 'https://example.org/a', published: '2022-07-06', updated: '2022-07-06', saved: '2022-07-06'},
  } as Record<string, string>;
  const reads: Record<string, (article: Article) => unknown> = {
    sourceUrl: article => article.source?.url,
    sourceName: article => article.source?.name,
  };
  for (const [name, {keys}] of Object.entries(frontMatterFields)) {
    for (const key of keys) {
      const [parent = '', child] = key.toUpperCase().split('.');
      const value = samples[name] ?? 'Sample';
      const article = withFields(child === undefined ? `${parent}: ${value}` : `${parent}: {${child}: "${value}"}`);
      const found = (reads[name] ?? (({[name as keyof Article]: it}) => it))(article);
      expect(JSON.stringify(found), key).toContain(value);
    }
  }
});

describe('the first key that is usable wins, and what is not usable is told with its line', () => {
  test.each<[string, string, object, string[]]>([
    ['a flag is no date', 'published: true\ndate: 2022-07-06', {published: {day: '2022-07-06'}}, []],
    ['a word is no date', 'title: A\ndate: yesterday', {}, ['date: "yesterday" is no date @3']],
    [
      'nor is a day that never was',
      'published: 2022-02-31\ndate: 2022-03-01',
      {published: {day: '2022-03-01'}},
      ['published: "2022-02-31" is no date @2'],
    ],
    ['an empty title', 'title: ""\nname: B', {title: 'B'}, []],
    ['a number as a title', 'title: 1984', {title: '1984'}, []],
    ['a map as a title', 'title: {a: b}\nsubject: C', {title: 'C'}, ['title: is no text @2']],
    ['a relative address', 'url: /2022/a/', {}, []],
    [
      'an address that runs',
      'source_url: javascript:alert(1)',
      {},
      ['source_url: is no address that may be opened @2'],
    ],
  ])('%s', (_, yaml, expected, problems) => {
    const article = withFields(yaml);
    expect(article).toMatchObject(expected);
    expect(article.problems.map(({message, line}) => `${message} @${line}`)).toEqual(problems);
  });
});

describe('the title comes from the front matter, else from the first heading, the first words, the file name', () => {
  test.each<[string, string, string, Article['titleFrom']]>([
    ['an ATX heading', 'Intro\n\n# One *two* `three` #\n', 'One two three', 'heading'],
    ['a Setext heading', 'One [two](http://a.b/c_(d))\nthree\n===\n', 'One two three', 'heading'],
    ['entities and escapes', '# A &amp; b \\*c\\* &#8217;d\n', 'A & b *c* ’d', 'heading'],
    ['wiki links, attributes, tags', '# [[note|One]] ==two== <b>three</b> {#id}\n', 'One two three', 'heading'],
    ['underscores in words stay', '# snake_case_name and _this_\n', 'snake_case_name and this', 'heading'],
    ['a heading in a fence is none', '```sh\n# comment\n```\n# Real\n', 'Real', 'heading'],
    ['nor in a comment', '<!--\n# Hidden\n-->\n%%\n# Hidden too\n%%\n# Real\n', 'Real', 'heading'],
    ['a heading that is not the first is not taken out', '## Kicker\n\n# Real\n', 'Real', 'words'],
    ['no top heading: the first words', '## Part one\n\nText\n', 'Part one', 'words'],
    ['a paragraph', '![A picture](a.jpg)\n\n---\n\nSome **words** to\nbegin with.\n', 'A picture', 'words'],
    ['a quotation', '> [!NOTE] Mind\n> this\n', 'Mind', 'words'],
    ['long words are cut', `${'word '.repeat(40)}\n`, `${'word '.repeat(15)}word…`, 'words'],
    ['nothing but markup', '---\n\n***\n<!-- nothing -->\n', 'Border rules', 'file-name'],
    ['an empty file', '', 'Border rules', 'file-name'],
  ])('%s', (_, body, title, titleFrom) => {
    expect(parse(body, '2022-07-06-border_rules.md')).toMatchObject({title, titleFrom});
  });
});

describe('what the path says', () => {
  test.each<[string, object]>([
    ['politics/border-rules.md', {section: 'politics'}],
    ['_posts/2022/07/politics/border-rules.md', {section: 'politics'}],
    ['content/news/2022/2022-07-06-border-rules.md', {section: undefined, published: {day: '2022-07-06'}}],
    ['2022-07/border-rules.md', {section: undefined, published: undefined}],
    ['2022/07/06/border-rules/index.md', {section: undefined, published: {day: '2022-07-06'}, title: 'Border rules'}],
    ['border-rules/index.md', {section: undefined}],
    ['politics/border-rules/index.md', {section: 'politics'}],
    ['politics/_index.md', {isHidden: true}],
    ['_index.de.md', {isHidden: true}],
    ['politics/index.md', {isHidden: false}],
  ])('%s', (path, expected) => {
    expect(parse('', path)).toEqual(expect.objectContaining(parse('', path)));
    for (const [key, value] of Object.entries(expected)) {
      const found = parse('', path)[key as keyof Article];
      if (typeof value === 'object') expect(found).toMatchObject(value);
      else expect(found).toBe(value);
    }
  });

  test('front matter is stronger', () => {
    expect(withFields('section: World\ndate: 2020-01-01', 'politics/2022-07-06-a.md')).toMatchObject({
      section: 'World',
      published: {day: '2020-01-01'},
    });
  });
});

describe('the picture is that of the front matter, else the first of the body', () => {
  test.each<[string, object | undefined]>([
    [
      'Text ![Alt](a.jpg "A caption. PHOTO/FILE") text',
      {src: 'a.jpg', alt: 'Alt', caption: 'A caption.', credit: 'PHOTO/FILE'},
    ],
    ['![](<a b.jpg>)', {src: 'a b.jpg'}],
    ['![[pictures/a.png|300]]', {src: 'pictures/a.png'}],
    ['<figure><img alt="B" src=\'a.jpg\'></figure>', {src: 'a.jpg', alt: 'B'}],
    ['{{< figure src="a.jpg" caption="C" >}}', {src: 'a.jpg', caption: 'C'}],
    ['```\n![](no.jpg)\n```\n![](a.jpg)', {src: 'a.jpg'}],
    ['![[a note]] ![broken', undefined],
    ['![](data:image/png;base64,AAAA)', {src: 'data:image/png'}],
  ])('%s', (body, image) => {
    expect(parse(body).image).toEqual(image);
  });
});

test('entities are decoded before the gate, so that none can bring an escape sequence in', () => {
  expect(withFields('title: A&#27;[31mB &amp; c\u0007')).toMatchObject({title: 'AB & c'});
});

test('UTF-16, a byte order mark and CRLF change nothing', () => {
  const text = '\ufeff---\r\ntitle: Señor\r\ntags:\r\n- a\r\n---\r\nText\r\n';
  for (const bytes of [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()]) {
    expect(parse(bytes)).toMatchObject({title: 'Señor', tags: ['a'], body: 'Text\r\n', problems: []});
  }
});

/** Every text of an article that is shown somewhere, however deep. The body and the path are not: they pass the gate later. */
const shownTexts = ({body, path, ...shown}: Article): string[] => {
  const texts: string[] = [];
  JSON.stringify(shown, (_, value) => {
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  return texts;
};

test('any bytes are an article, and nothing it shows can act on a terminal', () => {
  const hostile = fc.constantFrom(
    ...[
      '\u001b[31m',
      '\u001b]0;x\u0007',
      '&#27;]8;;',
      '\u0000',
      '\u009b',
      '\u202e',
      '\u2066',
      '\r',
      '\n',
      '\t',
      '\ufeff',
      '\ud800',
    ],
    ...[
      '---\n',
      '+++\n',
      '{"title": "',
      '"}\n',
      'title: ',
      'tags: [',
      ']',
      'source: https://a.b/',
      'date: ',
      '2022-07-06',
    ],
    ...[
      'author: [[',
      ']]',
      'image: {src: ',
      '}',
      '# ',
      '===\n',
      '![',
      '](',
      ')',
      '<img src=',
      '>',
      'a',
      ' ',
      '|\n  ',
      '&amp;',
      '北',
      '- ',
    ],
  );
  const text = fc.array(fc.oneof(hostile, fc.string()), {maxLength: 20}).map(parts => Buffer.from(parts.join('')));
  const path = fc.constantFrom('a.md', '2022/07/06/b\u001b.md', '_index.md', '\u202e/c.md', 'x/index.md', '.md');
  fc.assert(
    fc.property(fc.oneof(text, fc.uint8Array({maxLength: 300})), path, (bytes, relativePath) => {
      const article = parse(bytes, relativePath);
      expect(article.title).not.toBe('');
      for (const shown of shownTexts(article)) {
        expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029]/);
      }
    }),
    {numRuns: 3000},
  );
});

test('the worst input takes no more than its length', () => {
  const units = [
    ...[
      ' ',
      '\n',
      '#',
      '=',
      '-',
      '>',
      '|',
      '*',
      '_',
      '[',
      '![',
      '<',
      '<img ',
      '{{<',
      '&',
      '"',
      '\\"',
      '`',
      '%%',
      '<!--',
    ],
    ...[
      '\t',
      ', ',
      'a: ',
      '- ',
      '[[',
      '{a: ',
      '*a ',
      '&a ',
      '"a',
      '\0',
      'ÿ',
      '  - a\n',
      'a: b\n',
      'a:\n',
      "'",
      '![](',
      '\r',
    ],
  ];
  const frames = ['', '---\n \n---\n', '---\na:  \n---\n', '---\na: [ ]\n---\n', '+++\na =  \n+++\n', '{" '];
  for (const unit of units) {
    for (const frame of frames) {
      // A quadratic step would take minutes over all of these, and the test's time run out.
      expect(parse(frame.replace(/ (?=\n|\]|$)|^$/, () => unit.repeat(100_000 / unit.length))).id).toBe('note');
    }
  }
});
