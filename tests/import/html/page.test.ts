import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {AppError} from '../../../src/core/errors.ts';
import {articleOfPage} from '../../../src/import/html/page.ts';
import {projectRoot} from '../../support/program.ts';

const read = (name: string) => readFileSync(join(projectRoot, 'tests/import/html/fixtures', name), 'utf8');

describe('a page in English, with all that stands around articles', () => {
  const article = articleOfPage(read('harbour.en.htm'), {
    address: 'https://tidewater.example/local/2023/05/04/last-ferry-vote?utm=x',
  });

  test('says what it is', () => {
    const {body, related, ...rest} = article;
    expect(rest).toEqual({
      title: 'Harbour town votes to keep its last ferry',
      standfirst: 'Residents will pay a little more so that the crossing stays open all winter',
      section: 'Local',
      authors: ['Nora Quill', 'Sam Holt'],
      source: {name: 'The Tidewater Post', url: 'https://tidewater.example/local/2023/05/04/last-ferry-vote'},
      published: '2023-05-04T07:30:00+01:00',
      updated: '2023-05-04T12:05:00+01:00',
      lang: 'en-GB',
      tags: ['Ferries', 'Transport', 'Harbour'],
      image: {
        src: 'https://cdn.tidewater.example/img/ferry-1200x630.jpg',
        alt: 'A small ferry at a quay',
        caption: 'The Kittiwake before its first crossing of the day.',
        credit: 'Photo: Ada Brook',
      },
    });
  });

  test('keeps its text, with headings, lists, quotations and pictures', () => {
    expect(
      article.body,
    ).toBe(`The people of Saltmarsh have voted to keep their ferry, and to pay for it themselves. After three evenings of argument in the village hall, the count on Wednesday night gave the crossing a majority of sixty-one votes.

“We are not sentimental about a boat,” said Hilda Penn, who has run the ticket hut for nineteen years. “We are practical about the eleven miles of road that you would have to drive instead.”

The council had wanted to end the service in October. Its figures showed that each crossing cost three times what the fares brought in, and that the engine would have to be replaced within two years.

![The village hall](https://tidewater.example/img/hall.jpg)

*The count went on past midnight.*

## What it will cost

From January every household will pay four pounds a month. **Children, students and carers** travel free; visitors pay double, which the innkeepers had asked the meeting not to do.

- A single crossing costs two pounds for residents.
- A bicycle travels for nothing before nine in the morning.

> A village that cannot be reached is a village that is being closed.

The first winter timetable will hang in the hut by the end of the month, and the council has promised to look at the figures again in two years’ time.`);
  });

  test('offers what to read on', () => {
    expect(article.related).toEqual([
      'https://tidewater.example/local/2023/04/11/bridge-repairs-delayed',
      'https://tidewater.example/local/2023/03/02/fares-rise-again',
      'https://tidewater.example/local/2022/11/20/storm-sinks-pontoon',
    ]);
  });
});

test('a page in Spanish, known by its meta tags', () => {
  const {body, ...rest} = articleOfPage(read('mercado.es.htm'));
  expect(rest).toEqual({
    title: 'El mercado viejo abrirá de noche',
    standfirst: 'Los puestos de la plaza mayor probarán un horario nuevo durante el verano',
    section: 'Ciudad',
    authors: ['Inés Robledo', 'Tomás Vega'],
    source: {name: 'Diario del Valle', url: 'https://diario.example/ciudad/mercado-noche.html'},
    published: '2024-06-18T21:15:00+02:00',
    lang: 'es',
    tags: ['mercados', 'verano'],
    image: {
      src: 'https://diario.example/fotos/mercado.jpg',
      caption: 'Un puesto de fruta al anochecer.',
      credit: 'Foto: Luz Arce',
    },
    related: ['https://diario.example/ciudad/plaza-sin-coches.html'],
  });
  expect(body.split('\n\n').map(paragraph => paragraph.slice(0, 20))).toEqual([
    'El mercado de la pla',
    '«Con cuarenta grados',
    'El ayuntamiento pond',
    'Los vecinos piden qu',
  ]);
});

test('a page in Arabic that says it is English, known by its microdata', () => {
  const article = articleOfPage(read('qamar.ar.htm'), {address: 'https://wadi.example/news/sun'});
  expect(article).toMatchObject({
    title: 'قرية جبلية تضيء طريقها بالشمس',
    authors: ['سلمى الحداد'],
    published: '2024-02-09',
    lang: 'ar',
    related: ['https://wadi.example/news/water-well'],
  });
  expect(article.body.split('\n\n')).toHaveLength(3);
  expect(article.body).not.toContain('إعلان');
});

test('a page in Japanese that says nothing of itself', () => {
  const article = articleOfPage(read('kissaten.ja.htm'), {address: 'https://minato.example/local/cafe'});
  expect(article).toMatchObject({
    title: '港町の喫茶店、百年の灯を守る',
    authors: [],
    published: '2024-11-03',
    lang: 'ja',
    related: ['https://minato.example/local/ferry'],
  });
  expect(article.body.split('\n\n')).toHaveLength(3);
  expect(article.body).toContain('「灯(あかり)を消さない');
});

const paragraph = (topic: string) =>
  `<p>Nobody had expected ${topic} to matter so much, least of all the people who had lived beside it for years. They said so, at length, to anybody who asked.</p>`;
const page = (body: string, head = '') =>
  `<html lang="en"><head><title>On small things</title>${head}</head><body>${body}</body></html>`;
const text = ['the gate', 'the well', 'the lamp', 'the bell'].map(paragraph).join('');

describe('what is no text of the article is left out', () => {
  test.each([
    ['the title again', `<h1>On small things</h1>${text}`],
    ['a line of dates and names', `<div><div>By Ann Lee</div><div>Updated 3 May 2021, 10:04 GMT</div></div>${text}`],
    ['navigation', `<ul><li><a href="/">Home</a><li><a href="/news">News</a></ul>${text}`],
    ['a share bar', `${text}<div>Facebook Twitter WhatsApp Email</div>`],
    [
      'a cookie note',
      `<div class="cookieBanner"><p>We use cookies. They are small, and we like them.</p></div>${text}`,
    ],
    [
      'a newsletter',
      `${text}<div class="c-newsletter"><p>Our letter comes every week. It is free, and short.</p></div>`,
    ],
    [
      'a box about the author',
      `${text}<div class="author-bio"><p>Ann Lee writes about small things. She is tall.</p></div>`,
    ],
    [
      'a list of links',
      `${text}<h3>Related</h3><ul><li><a href="/a/one">The first of them</a><li><a href="/a/two">The second</a></ul>`,
    ],
    [
      'a teaser between paragraphs',
      `${text}<p><a href="/a/three">Another story that you may want to read</a></p>${paragraph('the end')}`.replace(
        paragraph('the end'),
        '',
      ),
    ],
    [
      'cards of other articles',
      `${text}<div>${['one', 'two', 'three'].map(name => `<div><h3><a href="/a/${name}">Story ${name}</a></h3><p>What story ${name} is about. It is about little.</p></div>`).join('')}</div>`,
    ],
    [
      'a line of those who wrote it',
      `<div><div>Staff Reports</div></div>${text}<div>From staff and wire reports</div>`,
    ],
    ['a copyright line in Korean', `${text}<p>저작권자 ⓒ 갯벌신문, 무단전재 및 재배포금지</p>`],
    ['the title of a player', text.replace('</p><p>', '</p><div class="player-title">The gate, from above</div><p>')],
    [
      'a subtitle in Portuguese',
      `<h1>On small things</h1><h2 class="subtitulo">What the gate and the well have to say</h2>${text}`,
    ],
    ['a call in Russian', `${text}<p>Подписывайтесь на наш канал</p>`],
    ['who edited it, in Chinese', `${text}<p>（责任编辑：周明）</p>`],
    ['a copyright line', `${text}<p>© 2021 Example. All rights reserved.</p>`],
    ['what is hidden', `${text}<p style="display:none">Not to be seen. Not by anybody at all, really.</p>`],
    [
      'the next article',
      `<article><h1>On small things</h1>${text}</article><article><h1>On large things</h1><p>Large things are another matter. They take up room.</p></article>`,
    ],
  ])('%s', (_, html) => {
    const plain = articleOfPage(page(`<main>${html}</main>`)).body.replace(/^!\[.*$/gm, '');
    expect(plain).toBe(articleOfPage(page(`<main>${text}</main>`)).body);
  });

  test('but what heads the games to come stays', () => {
    const ahead = '<p>UP NEXT</p><p>Gate: visits the Well on Friday.</p>';
    expect(articleOfPage(page(`<main>${text}${ahead}</main>`)).body).toContain('UP NEXT\n\nGate: visits');
    expect(articleOfPage(page(`<main><p>Up Next</p>${text}</main>`)).body).not.toContain('Up Next');
  });

  test('but a heading above lines that are no sentences stays', () => {
    const results = '<h2>Gates</h2><p>North 3, South 1</p><p>East 2, West 2</p>';
    const {body} = articleOfPage(page(`<article><h1>On small things</h1><div>${results}${text}</div></article>`));
    expect(body.startsWith('## Gates\n\nNorth 3, South 1\n\nEast 2')).toBe(true);
  });

  test('but who is quoted stays', () => {
    const quote =
      '<blockquote><p>It is a gate, and nothing but a gate.</p><footer>— Bo Ek, gatekeeper</footer></blockquote>';
    const {body} = articleOfPage(page(`<article><h1>On small things</h1>${text}${quote}${text}</article>`));
    expect(body).toContain('> It is a gate, and nothing but a gate.\n>\n> — Bo Ek, gatekeeper');
  });

  test('but a sentence that mentions a date stays', () => {
    const sentence = 'The bell rang at 10:30 on 5 May 2019.';
    expect(articleOfPage(page(`<main>${text}<p>${sentence}</p></main>`)).body).toContain(sentence);
  });

  test('and a part of the marked article stays, whatever it is called', () => {
    const halves = ['the gate', 'the well', 'the lamp', 'the bell', 'the wall', 'the door'].map(paragraph);
    const html = `<article><h1>On small things</h1><div class="extra">${halves.slice(0, 3).join('')}</div><div>${halves.slice(3).join('')}</div></article>`;
    expect(articleOfPage(page(html)).body.split('\n\n')).toHaveLength(6);
  });

  test.each([
    ['as standing without something', 'no-sidebar'],
    ['after what the article is about', 'category-social'],
    ['with a word that only looks like it', 'commentary'],
  ])('and a part that is named %s', (_, name) => {
    const html = `<main>${text.repeat(3)}<div class="${name}"><p>The last of it was no different. It stood there, too, and was rarely looked at.</p></div></main>`;
    expect(articleOfPage(page(html)).body).toContain('The last of it');
  });

  test('and the text where every part of it is named like advertising', () => {
    const html = ['the gate', 'the well', 'the lamp', 'the bell'].map(
      topic => `<div class="ad-slot">${paragraph(topic)}</div>`,
    );
    expect(articleOfPage(page(`<main>${html.join('')}</main>`)).body.split('\n\n')).toHaveLength(4);
  });

  test('and a text of short lines stays whole', () => {
    const lines = Array.from({length: 30}, (_, index) => `<p>And then came number ${index}</p>`).join('');
    const {body} = articleOfPage(page(`<article><h1>On small things</h1>${lines}</article>`));
    expect(body).toContain('number 0');
    expect(body).toContain('number 29');
  });
});

describe('sources of what a page says of itself', () => {
  const article = (head: string, before = '') =>
    articleOfPage(page(`<main>${before}${text}</main>`, head), {address: 'https://example.org/a/b.html'});

  test.each([
    [
      'broken JSON-LD costs nothing else',
      '<script type="application/ld+json">{"headline": "x</script><meta name="author" content="Ann Lee">',
      {authors: ['Ann Lee']},
    ],
    [
      'line breaks within JSON',
      '<script type="application/ld+json">{"@type":"NewsArticle","author":"Ann\nLee"}</script>',
      {authors: ['Ann Lee']},
    ],
    [
      'authors as addresses are none',
      '<meta property="article:author" content="https://example.org/ann">',
      {authors: []},
    ],
    [
      'the site is no author',
      '<meta property="og:site_name" content="Example News"><meta name="author" content="Example News">',
      {authors: []},
    ],
    ['authors once', '<meta name="author" content="Ann Lee, ann lee and Bo Ek">', {authors: ['Ann Lee', 'Bo Ek']}],
    ['roles are no names', '<meta name="author" content="By Ann Lee, Science Editor">', {authors: ['Ann Lee']}],
    [
      'a title with its site',
      '<meta property="og:title" content="A bell rings | Example"><meta property="og:site_name" content="Example">',
      {title: 'A bell rings'},
    ],
    [
      'a title with the host of its site',
      '<meta property="og:title" content="A bell rings – example.org">',
      {title: 'A bell rings'},
    ],
    [
      'a title with a dash of its own',
      '<meta property="og:title" content="Bells - a history">',
      {title: 'Bells - a history'},
    ],
    ['titles encoded twice', '<meta property="og:title" content="Bells &amp;amp; lamps">', {title: 'Bells & lamps'}],
    [
      'Parse.ly and Sailthru',
      '<meta name="parsely-section" content="Things"><meta name="sailthru.tags" content="bells, lamps">',
      {section: 'Things', tags: ['bells', 'lamps']},
    ],
    [
      'Dublin Core',
      '<meta name="DC.creator" content="Ann Lee"><meta name="DC.date.issued" content="2020-02-03">',
      {authors: ['Ann Lee'], published: '2020-02-03'},
    ],
    [
      'a description that only repeats the text',
      '<meta name="description" content="Nobody had expected the gate to matter so much, least of all the people…">',
      {standfirst: undefined},
    ],
    [
      'an update at the time of publication is none',
      '<meta property="article:published_time" content="2020-02-03T10:00:00Z"><meta property="article:modified_time" content="2020-02-03T10:00:00Z">',
      {published: '2020-02-03T10:00:00Z', updated: undefined},
    ],
    [
      'a canonical address that is no page of the web',
      '<link rel="canonical" href="javascript:alert(1)">',
      {source: {url: 'https://example.org/a/b.html'}},
    ],
    [
      'a canonical address that is the front page',
      '<link rel="canonical" href="/">',
      {source: {url: 'https://example.org/a/b.html'}},
    ],
    ['a picture of the site', '<meta property="og:image" content="/assets/logo.png">', {image: undefined}],
    ['a short title that is one', '<meta property="og:title" content="Small things">', {title: 'Small things'}],
    [
      'a site that says what it is',
      '<meta property="og:site_name" content="Mudflat | News for waders">',
      {source: {name: 'Mudflat', url: 'https://example.org/a/b.html'}},
    ],
    [
      'what a page looks into is another’s',
      '<script type="application/ld+json">{"@type":"ClaimReview","datePublished":"2020-02-03","author":{"name":"Ann Lee"},"itemReviewed":{"@type":"CreativeWork","author":{"name":"Bo Ek"},"datePublished":"2019-01-01","headline":"x"}}</script>',
      {authors: ['Ann Lee'], published: '2020-02-03'},
    ],
    [
      'tags before keywords',
      '<meta name="keywords" content="gates, wells"><script type="application/ld+json">{"@type":"NewsArticle","keywords":["Lamps"]}</script>',
      {tags: ['Lamps']},
    ],
    ['the language of OpenGraph', '<meta property="og:locale" content="en_US">', {lang: 'en'}],
  ])('%s', (_, head, expected) => {
    const found: Partial<ReturnType<typeof article>> = article(head);
    for (const [key, value] of Object.entries(expected)) expect(found[key as keyof typeof found]).toEqual(value);
  });

  test.each([
    [
      'Altdorf Courier - A wheel turns again',
      '<font size="5"><b>A wheel turns again</b></font>',
      'A wheel turns again',
    ],
    [
      'A wheel turns - what that took the people of Altdorf',
      '<b>What is new</b>',
      'A wheel turns - what that took the people of Altdorf',
    ],
  ])('without any heading, the part of the title %j that stands in bold', (title, bold, expected) => {
    const html = `<html><head><title>${title}</title></head><body>${bold}<br>${text}</body></html>`;
    expect(articleOfPage(html).title).toBe(expected);
  });

  test('a title that every page of the site has is none', () => {
    const head = '<meta property="og:title" content="갯벌 신문">';
    const html = `<html><head><title>갯벌에서 돌아온 사람들, 다시 그물을 던지다 - Mudflat</title>${head}</head><body>${text}</body></html>`;
    expect(articleOfPage(html).title).toBe('갯벌에서 돌아온 사람들, 다시 그물을 던지다');
  });

  test('names and their roles in elements of their own', () => {
    const byline = '<div class="byline"><div>By ANN LEE and BOB EKMAN</div><div>Harbour Press</div></div>';
    expect(article('', byline).authors).toEqual(['Ann Lee', 'Bob Ekman', 'Harbour Press']);
  });

  test('the highest headings are of the second level', () => {
    const {body} = articleOfPage(page(`<main>${text}<h4><b>Below</b></h4>${text}</main>`));
    expect(body.match(/^#.*$/gm)).toEqual(['## Below']);
  });

  test('a line of stars is a rule, but none at the end', () => {
    const {body} = articleOfPage(page(`<main>${text}<p>* * *</p>${paragraph('the wall')}<p>***</p></main>`));
    expect(body.match(/^[^\p{L}\n]+$/gmu)).toEqual(['* * *']);
  });

  test('the date in the address, where there is no other', () => {
    const dated = articleOfPage(page(`<main>${text}</main>`), {address: 'https://example.org/2021/07/09/bells.html'});
    expect(dated.published).toBe('2021-07-09');
  });

  test('controls are taken out of every field', () => {
    const evil = 'A\u001b[31m bell\u202e rings';
    const found = articleOfPage(
      page(
        `<main>${text}<p>${evil} and rings.</p></main>`,
        `<meta property="og:title" content="${evil}"><meta name="author" content="Ann\u0007 Lee">`,
      ),
    );
    expect(JSON.stringify(found)).not.toMatch(/\\u001b|\\u0007|\u202e/);
    expect(found.title).toBe('A bell rings');
  });

  test('text that only search engines are told', () => {
    const told = text.replace(/<\/?p>/g, '\n').trim();
    const data = JSON.stringify({'@type': 'NewsArticle', headline: 'Told', articleBody: told});
    const {body} = articleOfPage(page('<div id="app"></div>', `<script type="application/ld+json">${data}</script>`));
    expect(body.split('\n\n')).toHaveLength(4);
  });
});

describe('whatever comes in', () => {
  const articleOrError = (html: string) => {
    try {
      expect(articleOfPage(html, {address: 'https://example.org/x'}).title.trim()).not.toBe('');
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
    }
  };

  test('a page without text is told of', () => {
    for (const html of ['', '\0', '<', '<html>', page('<div id="root"></div>'), page('<img src="a.png">')])
      expect(() => articleOfPage(html), html).toThrow(AppError);
  });

  test('a page in no order is read all the same', () => {
    const html = `</link><html rel=author><head></img>${paragraph('it')}<main id=comments>${paragraph('that')}</frameset><ul hidden>${text}`;
    expect(articleOfPage(html).body).toContain('Nobody had expected');
  });

  test('bytes that are no page', () => {
    fc.assert(fc.property(fc.string({unit: 'binary', maxLength: 300}), articleOrError), {numRuns: 60});
  });

  test('markup without order', () => {
    const names =
      'html head body title div p a img h1 article table tr td ul li script style svg figure figcaption br meta base noscript form iframe pre'.split(
        ' ',
      );
    const piece = fc.oneof(
      fc.constantFrom(...names).map(name => `<${name}>`),
      fc.constantFrom(...names).map(name => `</${name}>`),
      fc.constantFrom(
        '<meta property=og:title content="',
        '<a href="',
        '<img src=//[',
        '<base href="::">',
        '<script type=application/ld+json>',
        '{"@type":"NewsArticle","author":[[[{}]]]}',
        '<!--',
        '-->',
        '"',
        '>',
        '&#0;',
        '&lt;',
      ),
      fc.constantFrom(paragraph('this'), 'Some words. '),
    );
    fc.assert(
      fc.property(
        fc.array(piece, {maxLength: 40}).map(pieces => pieces.join('')),
        articleOrError,
      ),
      {numRuns: 100},
    );
  });

  const many = 3_000;
  test.each([
    ['nested elements', '<div>'.repeat(100_000) + text],
    ['nested and closed by others', '<div></b>'.repeat(many) + text],
    ['nested lists', '<ul><li>'.repeat(many) + text],
    ['nested tables', '<table><tr><td>'.repeat(many) + text],
    ['open marks', '<b><i>'.repeat(many) + text],
    ['line breaks', text + 'word<br>'.repeat(many)],
    ['pictures', text + '<p><img src=a.png>'.repeat(many / 4)],
    ['captions', text + '<div class=caption>x</div>'.repeat(many / 4)],
    [
      'captions of one figure',
      `${text}<figure>${'<figcaption>x</figcaption>'.repeat(500)}${'<b>x</b>'.repeat(45_000)}`,
    ],
    ['sizes of a picture', text + `<img srcset="${'x'.repeat(19_990)} y">`.repeat(60)],
    ['what is no address of a picture', text + `<img class="lazy" data-x="${'.jpg'.repeat(10_000)} y">`.repeat(30)],
    ['forms within forms', text + `<form><p>${'word '.repeat(250)}`.repeat(1000)],
    ['links', text + '<a href=x>y</a> '.repeat(many)],
    ['white space', `${text}<p>${' '.repeat(2_000_000)}x`],
    ['a long word', `${text}<p>${'x'.repeat(2_000_000)}`],
    ['marks of Markdown', `${text}<p>${'*_['.repeat(400_000)}`],
    ['a long title', `<title>${'a | '.repeat(100_000)}</title>${text}`],
    ['long classes', `<div class="${'share-'.repeat(100_000)}">x</div>${text}`],
    ['data without end', `<script type="application/ld+json">${'['.repeat(200_000)}</script>${text}`],
    ['meta tags', `<head>${'<meta property="article:tag" content="x">'.repeat(many / 4)}</head>${text}`],
  ])('%s by the thousand take seconds at most', (_, html) => {
    const start = performance.now();
    articleOrError(html);
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
