import {expect, test} from 'vitest';
import {parseMarkdown} from '../../src/core/markdown.ts';
import {excerptOf} from '../../src/tui/view/preview.ts';

test('the preview begins with the text, a paragraph each, without pictures', () => {
  const document = parseMarkdown('# One\n\nThe *first* paragraph.\n\n![A picture](a.jpg)\n\n- an item\n', {
    dropFirstHeading: false,
  });
  expect(excerptOf(document)).toEqual(['One', 'The first paragraph.', 'an item']);
});

test('of a long article only the first blocks are read: moving past it does not hold up the keys', () => {
  const document = parseMarkdown('A paragraph of a long article.\n\n'.repeat(5000), {dropFirstHeading: false});
  let opened = 0;
  const blocks = document.blocks.map(part => ({
    ...part,
    open: () => {
      opened += 1;
      return part.open();
    },
  }));
  expect(excerptOf({...document, blocks})[0]).toBe('A paragraph of a long article.');
  expect(opened).toBeLessThan(500);
});
