/** Our drawing surface for Ink gives what Ink's own gives, for whatever is drawn. */
import {styledCharsFromTokens, tokenize} from '@alcalzone/ansi-tokenize';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import InkOutput from '../../node_modules/ink/build/output.js';
import Output from '../../src/build/ink/output.ts';

interface Draw {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly isMarked: boolean;
}
interface Clip {
  readonly x1: number | undefined;
  readonly x2: number | undefined;
  readonly y1: number | undefined;
  readonly y2: number | undefined;
}
interface Frame {
  readonly width: number;
  readonly height: number;
  readonly steps: readonly ({readonly clip: Clip | undefined} & Draw)[];
}

const draw = (surface: InstanceType<typeof InkOutput> | Output, {steps}: Frame) => {
  for (const {x, y, text, isMarked, clip} of steps) {
    if (clip) surface.clip(clip);
    surface.write(x, y, text, {transformers: isMarked ? [(line, index) => `\u001B[32m${index}${line}\u001B[39m`] : []});
    if (clip) surface.unclip();
  }
  return surface.get();
};

const both = (frame: Frame) => [draw(new Output(frame), frame), draw(new InkOutput(frame), frame)] as const;

const pieces = [
  ...['a', 'word', ' ', '  ', '\n', '\n', '│', '…', '—', 'é', 'ß', 'Ж', '▸●★'],
  ...['日本', '한국', '。', '😀', '👩‍💻', '🇲🇦', '👍🏽', 'e\u0301', '☁\uFE0F', '\u200B', 'العربية', 'שלום'],
  ...['\u001B[1m', '\u001B[22m', '\u001B[2m', '\u001B[31m', '\u001B[39m', '\u001B[1;3;38;5;200m', '\u001B[48;2;1;2;3m'],
  ...[
    '\u001B[0m',
    '\u001B[m',
    '\u001B[7m',
    '\u001B[27m',
    '\u001B[38;5m',
    '\u001B[2K',
    '\u001B',
    '\u009B1m',
    '\u001B[1;',
  ],
  ...[
    '\u001B]8;;https://example.org/\u0007',
    '\u001B]8;id=1;http://a/\u0007',
    '\u001B]8;;\u0007',
    '\u001B]8;;x\u001B\\',
  ],
];
const text = fc.array(fc.constantFrom(...pieces), {maxLength: 14}).map(parts => parts.join(''));
const draws = (clip: fc.Arbitrary<Clip | undefined>) =>
  fc.array(
    fc.record({
      x: fc.integer({min: -3, max: 45}),
      y: fc.integer({min: -2, max: 6}),
      text,
      isMarked: fc.boolean(),
      clip,
    }),
    {maxLength: 6},
  );
const frames = (clip: fc.Arbitrary<Clip | undefined>): fc.Arbitrary<Frame> =>
  fc.record({width: fc.integer({min: 0, max: 40}), height: fc.integer({min: 0, max: 5}), steps: draws(clip)});

test('whatever is drawn, over each other and beyond the edges, looks as Ink draws it', () => {
  fc.assert(
    fc.property(frames(fc.constant(undefined)), frame => {
      const [ours, theirs] = both(frame);
      expect(ours).toEqual(theirs);
    }),
    {numRuns: 3000},
  );
});

/** The package that cuts puts codes into another order, which nobody sees. */
const look = (output: string) =>
  output
    .split('\n')
    .map(line =>
      styledCharsFromTokens(tokenize(line)).map(({value, styles}) => [value, ...styles.map(({code}) => code).sort()]),
    );

test('what is clipped is cut where Ink cuts it', () => {
  const edge = (max: number) => fc.option(fc.integer({min: 0, max}), {nil: undefined});
  // Half of a wide character is measured by the package that cuts; and that forgets bold when dim follows, which we don't.
  const cut = [
    'a',
    'word',
    ' ',
    '\n',
    'é…│',
    '\u001B[1m',
    '\u001B[22m',
    '\u001B[31m',
    '\u001B[39m',
    '\u001B[7m',
    '\u001B[27m',
  ];
  const narrow = fc.array(fc.constantFrom(...cut), {maxLength: 14}).map(parts => parts.join(''));
  fc.assert(
    fc.property(
      frames(fc.record({x1: edge(20), x2: edge(40), y1: edge(3), y2: edge(6)})),
      fc.array(narrow, {minLength: 6, maxLength: 6}),
      ({width, height, steps}, texts) => {
        const frame = {
          width,
          height,
          steps: steps.map((step, at) => ({...step, isMarked: false, text: texts[at] ?? ''})),
        };
        const [ours, theirs] = both(frame);
        expect(look(ours.output)).toEqual(look(theirs.output));
      },
    ),
    {numRuns: 2000},
  );
});

test('scripts whose letters join keep their text whole', () => {
  const surface = new Output({width: 20, height: 1});
  surface.write(0, 0, '\u001B[1mनमस्ते\u001B[22m दुनिया', {transformers: []});
  expect(surface.get().output).toBe('\u001B[1mनमस्ते\u001B[22m दुनिया');
});
