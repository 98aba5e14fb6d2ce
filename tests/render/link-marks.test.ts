import {describe, expect, test} from 'vitest';
import {url} from '../../src/core/sanitize.ts';
import {wrap} from '../../src/core/text/wrap.ts';
import {linksOnLine, markLink, showLinks} from '../../src/render/link-marks.ts';

const web = markLink('the web', 1, url('https://example.org/a'));
const inner = markLink('an article', 2, undefined);
const line = `x ${web} y ${inner} z`;

describe('a line with links', () => {
  test('without hyperlinks is its text', () => {
    expect(showLinks(line, {hyperlinks: false})).toBe('x the web y an article z');
  });

  test('with hyperlinks links to the web only', () => {
    expect(showLinks(line, {hyperlinks: true})).toBe(
      'x \x1b]8;id=1;https://example.org/a\x1b\\the web\x1b]8;;\x1b\\ y an article z',
    );
  });

  test('shows what is picked', () => {
    const pick = (text: string) => `<${text}>`;
    expect(showLinks(line, {hyperlinks: false, picked: 2, pick})).toBe('x the web y <an article> z');
  });
});

test('a link that is wrapped is on each of its lines', () => {
  expect(wrap(line, 7).map(linksOnLine)).toEqual([[1], [1], [2], [2], []]);
});
