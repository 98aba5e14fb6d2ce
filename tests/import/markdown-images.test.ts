import {expect, test} from 'vitest';
import {markdownImages, withImageSources} from '../../src/import/markdown-images.ts';

const body = `![A ship](https://a.example/ship.jpg "At sea")

Text ![](<https://a.example/two words.png>) and [![b\\]](https://a.example/b_(1).gif)](https://a.example/page).

\`\`\`
![code](https://a.example/code.png)
\`\`\`

[no picture](https://a.example/x.png) ![amp](https://a.example/i?a=1&amp;b=2) ![esc](https://a.example/a\\_b.png)
![open](https://a.example/unfinished
`;

test('pictures are found where Markdown shows them', () => {
  expect(markdownImages(body)).toEqual([
    'https://a.example/ship.jpg',
    'https://a.example/two words.png',
    'https://a.example/b_(1).gif',
    'https://a.example/i?a=1&b=2',
    'https://a.example/a_b.png',
    'https://a.example/unfinished',
  ]);
});

test('those that are elsewhere now are put there, and nothing else changes', () => {
  const moved = withImageSources(body, address =>
    /ship|words|\(1\)|b=2|code/.test(address) ? 'images/7.png' : undefined,
  );
  expect(moved).toBe(
    body
      .replace('https://a.example/ship.jpg', 'images/7.png')
      .replace('<https://a.example/two words.png>', 'images/7.png')
      .replace('https://a.example/b_(1).gif', 'images/7.png')
      .replace('https://a.example/i?a=1&amp;b=2', 'images/7.png'),
  );
});

test('hostile text takes no time', () => {
  const began = performance.now();
  for (const piece of ['![', '![a](', '![a](b(', '![\\', '![a](<', '```\n', '![](('])
    markdownImages(piece.repeat(100_000));
  expect(performance.now() - began).toBeLessThan(3000);
});
