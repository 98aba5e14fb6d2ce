import {describe, expect, test} from 'vitest';
import {articleOfPage} from '../../../src/import/html/page.ts';

const paragraph = (thing: string) =>
  `<p>The keeper of ${thing} had seen many winters, and said so to all who came. None of them had been like this one.</p>`;
const text = ['the light', 'the bridge', 'the lock', 'the weir'].map(paragraph).join('');
const address = 'https://saltmarsh.example/local/winter';
const articleOf = (body: string, head = '') =>
  articleOfPage(`<html><head><title>A hard winter on the river</title>${head}</head><body>${body}</body></html>`, {
    address,
  });
const pictures = (body: string, head?: string) => {
  const {image, body: written} = articleOf(body, head);
  return [image?.src, ...(written.match(/(?<=\]\()[^)\s]+\.(?:jpg|png)/g) ?? [])].filter(Boolean);
};
const src = (name: string) => `https://saltmarsh.example/img/${name}`;

test('pictures of the article stay', () => {
  const html = `<main><p><img src="/img/ice.jpg" alt="Ice"></p>${text}<p><a href="/img/large/snow.jpg"><img src="/img/snow.jpg"></a></p>${paragraph('the ford')}<p><a href="${address}/attachment/2"><img src="/img/frost.jpg"></a></p></main>`;
  expect(pictures(html)).toEqual([src('ice.jpg'), src('snow.jpg'), src('frost.jpg')]);
});

describe('pictures are left out', () => {
  test.each([
    [
      'that only paper shows',
      `<div class="sheet"><img src="/img/print-header-logo.png" alt="print header logo"></div>${text}`,
    ],
    [
      'of a teaser above the text',
      `<div><a href="/sport/match"><img src="/img/match.jpg" alt="Two teams"></a><a href="/sport/match">Town wins at last</a></div>${text}`,
    ],
    [
      'of a teaser below it',
      `${text}<p><a href="https://other.example/shop"><img src="/img/boots.jpg" alt="Boots"></a></p>`,
    ],
    [
      'of a teaser within it',
      `${text}<p><a href="/gallery/9"><img src="/img/player.jpg"></a></p>${paragraph('the ford')}`,
    ],
    [
      'made for boards of pictures',
      `${text}<p><img src="/img/hard-winter-pin-2.jpg" alt="A hard winter"></p>${paragraph('the ford')}`,
    ],
  ])('%s', (_, html) => {
    expect(pictures(`<article><h1>A hard winter on the river</h1>${html}</article>`)).toEqual([]);
  });
});

test('the picture that the page names heads the article, not a teaser above it', () => {
  const named = '<meta property="og:image" content="/img/ice.jpg">';
  const teaser = '<div><a href="/sport/match"><img src="/img/match.jpg"></a></div>';
  expect(pictures(`<article><h1>A hard winter on the river</h1>${teaser}${text}</article>`, named)).toEqual([
    src('ice.jpg'),
  ]);
});

test('pictures that only share a name that all have are told apart', () => {
  const named = '<meta property="og:image" content="/photos/11223344/5/original.jpg">';
  const own = '<p><img src="/photos/11223344/5/920x920.jpg" alt="Ice"></p>';
  const other = '<p><img src="/photos/99887766/2/original.jpg" alt="Snow"></p>';
  const {image, body} = articleOf(`<main>${own}${text}${other}${paragraph('the ford')}</main>`, named);
  expect(image).toMatchObject({src: 'https://saltmarsh.example/photos/11223344/5/original.jpg', alt: 'Ice'});
  expect(body).toContain('99887766');
  expect(body).not.toContain('11223344');
});

test('a line in italics below the picture goes with it', () => {
  const html = `<main><div><img src="/img/ice.jpg"></div><div><span><em>The keeper on Monday</em></span></div>${text}</main>`;
  const {image, body} = articleOf(html, '<meta property="og:image" content="/img/ice.jpg">');
  expect(image).toEqual({src: src('ice.jpg'), caption: 'The keeper on Monday'});
  expect(body).not.toContain('Monday');
});

test('a caption that is said twice, and for the alternative text, is said once', () => {
  const said = 'The keeper looks at the ice on Monday morning.';
  const figure = `<figure><img src="/img/ice.jpg" alt="${said} Photo: A. Brook"><figcaption><span>${said}</span><span>${said} Photo: A. Brook</span></figcaption></figure>`;
  const {image} = articleOf(`<main>${figure}${text}</main>`);
  expect(image).toEqual({src: src('ice.jpg'), caption: said, credit: 'Photo: A. Brook'});
});

test('what a player writes over its picture is no caption', () => {
  const html = `<main>${text}<figure><img src="/img/flood.jpg" alt="The flood"><figcaption>video</figcaption></figure>${paragraph('the ford')}</main>`;
  expect(articleOf(html).body).toContain(`![The flood](${src('flood.jpg')})\n\nThe keeper`);
});

test('where the page has no address, nothing leads nowhere', () => {
  const html = `<html><head><title>A hard winter</title></head><body><main>${text}<p>They had <a href="/b">asked before</a>, and <a href="https://river.example/">the office</a> had answered them at once.</p>
    <figure><img src="/lost.jpg"></figure>${paragraph('the ford')}<figure><img src="/kept.jpg" alt="The ford"></figure>${paragraph('the mill')}</main></body></html>`;
  const {body} = articleOfPage(html);
  expect(body).toContain('They had asked before, and [the office](https://river.example/)');
  expect(body).not.toContain('lost.jpg');
  expect(body).toContain('![The ford](/kept.jpg)');
});
