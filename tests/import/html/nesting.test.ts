import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseHtml} from '../../../src/import/html/dom.ts';
import {withShallowNesting} from '../../../src/import/html/nesting.ts';

const depthOf = (html: string): number => {
  let deepest = 0;
  const visit = (node: {childNodes: Iterable<unknown>}, depth: number): void => {
    deepest = Math.max(deepest, depth);
    for (const child of node.childNodes) visit(child as typeof node, depth + 1);
  };
  visit(parseHtml(html).documentElement, 0);
  return deepest;
};

describe('nesting', () => {
  test('of an ordinary page is left as it is', () => {
    const html = '<!doctype html><html><body><p>One<p>Two<ul><li>a<li>b</ul><svg><path/></svg></body></html>';
    expect(withShallowNesting(html)).toBe(html);
  });

  test('is bounded, and attributes found, where all is in capitals', () => {
    const html = `<A HREF="b" Title='C>D'>e</A>${'<DIV CLASS="a">'.repeat(3000)}`;
    const link = parseHtml(html).querySelector('a[href]');
    expect([link?.getAttribute('href'), link?.getAttribute('title'), link?.textContent]).toEqual(['b', 'C>D', 'e']);
    expect(depthOf(html)).toBeLessThan(300);
  });

  test('of elements whose end is left out is none', () => {
    const html = `<ul>${'<li>a'.repeat(1000)}</ul>${'<p>b'.repeat(1000)}`;
    expect(withShallowNesting(html)).toBe(html);
  });

  test.each(['div', 'b', 'table', 'svg', 'li', 'x-y'])('of <%s> is bounded', name => {
    expect(depthOf(`<${name}>`.repeat(3000))).toBeLessThan(300);
  });

  test('keeps the text, and what stands behind', () => {
    const html = `${'<div>'.repeat(1000)}deep${'</div>'.repeat(1000)}<p>after</p>`;
    const body = parseHtml(html).body;
    expect(body.textContent).toBe('deepafter');
    expect(body.querySelector('p')?.parentNode).toBe(body);
  });

  test('is bounded whatever the order of tags', () => {
    const names = ['div', 'p', 'b', 'li', 'ul', 'table', 'tr', 'td', 'svg', 'title', 'math', 'mi', 'br', 'script'];
    const piece = fc.tuple(
      fc.constantFrom('<', '</'),
      fc.constantFrom(...names),
      fc.constantFrom('>', '/>', ' a="<b>">', '">'),
    );
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 12}), pieces => {
        const html = pieces
          .map(parts => parts.join(''))
          .join('')
          .repeat(150);
        expect(depthOf(html)).toBeLessThan(300);
      }),
      {numRuns: 60},
    );
  });
});
