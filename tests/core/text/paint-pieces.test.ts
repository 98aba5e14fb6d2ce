import {expect, test} from 'vitest';
import {paintParts} from '../../../src/core/text/paint-pieces.ts';
import {stripStyles} from '../../../src/core/text/style-state.ts';

const inverse = (text: string): string => `\x1b[7m${text}\x1b[27m`;

test('the text stays, what is painted is whole, and the styles around it go on', () => {
  const line = 'a \x1b[1mbold\x1b[22m c';
  const painted = paintParts(line, [
    {start: 0, end: 4, paint: inverse},
    {start: 7, end: 8, paint: inverse},
  ]);
  expect(stripStyles(painted)).toBe('a bold c');
  expect(painted).toBe('\x1b[7ma \x1b[1mbo\x1b[22m\x1b[27m\x1b[1mld\x1b[22m \x1b[7mc\x1b[27m');
});

test('a link goes on behind what is painted within it', () => {
  const link = (text: string) => `\x1b]8;id=1;newsprint:\x1b\\${text}\x1b]8;;\x1b\\`;
  const painted = paintParts(link('one two'), [{start: 4, end: 7, paint: inverse}]);
  expect(painted).toBe(link('one ') + inverse(link('two')));
});
