import {describe, expect, test} from 'vitest';
import {articleOfPage} from '../../../src/import/html/page.ts';

const text = ['a rope', 'an oar', 'a sail', 'a keel']
  .map(
    thing =>
      `<p>Whoever has lost ${thing} at low tide knows how long the afternoon becomes. They wait, and they talk.</p>`,
  )
  .join('');
const standfirstOf = (description: string, head = '') =>
  articleOfPage(
    `<html lang="en"><head><title>What the tide takes</title><meta name="description" content="${description}">${head}</head><body><h1>What the tide takes</h1><main>${text}</main></body></html>`,
    {address: 'https://www.saltmarsh-council.example/a/tide'},
  ).standfirst;

test.each([
  'Losing things at sea is an art of its own',
  'Five who lost what they loved, and what they did then.',
  'Gone.',
])('is a standfirst: %s', said => {
  expect(standfirstOf(said)).toBe(said);
});

describe('is none:', () => {
  test.each([
    ['one that was cut within a character', 'Losing things at sea is an art, as the ca\ufffd..., \ufffd found'],
    ['who owns it', 'Losing things at sea © The Saltmarsh Record, all rights reserved'],
    ['when it was typed in', '밀물이 가져가는 것들 [입력시간 : 2021-09-28 17:32]'],
    ['the beginning of the text, cut', 'Whoever has lost a rope at low tide knows how long the afternoon beco'],
    ['the title again', 'What the tide takes'],
    ['the name of the site', 'Saltmarsh Council.'],
    ['the name of the site and what it is', 'Saltmarsh Council, all about the marsh and its villages'],
    ['what the site is', 'Online portal with breaking news and updates from the marshes'],
  ])('%s', (_, said) => {
    expect(standfirstOf(said, '<meta property="og:site_name" content="Saltmarsh Council">')).toBeUndefined();
  });

  test('who the author is', () => {
    const author = '<meta name="author" content="Nora Quill">';
    expect(standfirstOf('Nora Quill is a writer who lives by the sea', author)).toBeUndefined();
    expect(standfirstOf('Nora Quill on what is lost by the sea', author)).toBe('Nora Quill on what is lost by the sea');
  });

  test('the beginning of the text, whose lines are run together', () => {
    const {standfirst} = articleOfPage(
      `<html><head><title>A manual, tried</title><meta name="description" content="Tried by: Nora Quill Price: £20 I have mended boats since I was nine, and never yet"></head>
      <body><main><p>Tried by: Nora Quill<br>Price: £20</p><p>I have mended boats since I was nine, and never yet read a manual to its end. This one I did.</p>${text}</main></body></html>`,
    );
    expect(standfirst).toBeUndefined();
  });
});
