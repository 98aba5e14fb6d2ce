import {describe, expect, test} from 'vitest';
import {unwrap} from '../../../src/import/page-text/unwrap.ts';

/** Wraps as a mail program does: at spaces, as full as lines get. */
const wrapped = (paragraph: string, width: number): string => {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
};

const paragraphs = [
  'The ferry between the two islands will run again from Monday, after a winter in which the harbour wall was rebuilt stone by stone. Passengers had to take the long way round by bus and train.',
  'Short and on one line.',
  '“We waited for this,” said the harbour master, who has seen four walls in her time and expects to see a fifth before she retires; the sea, she says, always wins in the end.',
];

describe('a wrapped text is made whole', () => {
  test.each([36, 60, 72, 76, 100])('at %i columns', width => {
    const text = paragraphs.map(paragraph => wrapped(paragraph, width)).join('\n\n');
    expect(unwrap(text)).toBe(paragraphs.join('\n\n'));
  });

  test('without blank lines between its paragraphs', () => {
    const text = paragraphs.map(paragraph => wrapped(paragraph, 72)).join('\n');
    expect(unwrap(text)).toBe(paragraphs.join('\n'));
  });

  test('with lines set in at the beginning of paragraphs', () => {
    const text = paragraphs.map(paragraph => `   ${wrapped(paragraph, 68)}`).join('\n');
    expect(unwrap(text).split('\n')).toHaveLength(3);
  });

  test('around an address that is longer than a line', () => {
    const address = `https://example.org/${'the-wall-and-the-ferry/'.repeat(3)}?a=1`;
    const text = `${paragraphs[0]} As can be read at ${address} by all who want to know it.`;
    expect(unwrap(wrapped(text, 60))).toBe(text);
    const list = `${wrapped(paragraphs[0] ?? '', 60)}\n\n${address}1\n${address}2\n${address}3`;
    expect(unwrap(list)).toBe(`${paragraphs[0]}\n\n${address}1\n${address}2\n${address}3`);
  });

  test('in Japanese, without spaces where lines met', () => {
    const text =
      '二つの島を結ぶフェリーが月曜日から再び運航すると、港湾局が\n明らかにした。冬の間に防波堤の石が一つずつ積み直され、乗客\nはバスと列車を乗り継いで遠回りをしなければならなかった。';
    expect(unwrap(text)).toBe(text.replaceAll('\n', ''));
  });

  test('in Arabic', () => {
    const paragraph =
      'تعود العبارة بين الجزيرتين إلى العمل ابتداء من يوم الاثنين بعد شتاء أعيد فيه بناء جدار الميناء حجرا بعد حجر وكان على الركاب أن يسلكوا الطريق الطويل بالحافلة والقطار حتى يصلوا إلى بيوتهم في المساء.';
    expect(unwrap(wrapped(paragraph, 60))).toBe(paragraph);
  });
});

describe('hyphens at the ends of lines', () => {
  const set = (...lines: string[]) => lines.join('\n');

  test('go where they divided a word', () => {
    const text = set(
      'The old harbour wall was rebuilt in the win-',
      'ter, and the ferry will run again from Mon-',
      'day on, as the authorities of both islands',
      'told the passengers who had been waiting.',
    );
    expect(unwrap(text)).toContain('in the winter, and the ferry will run again from Monday on,');
  });

  test('stay where the compound is known from elsewhere', () => {
    const text = set(
      'Her well-known views on the wall are not those',
      'of the council, which asked a lesser but well-',
      'known builder to look at the stones once more.',
    );
    expect(unwrap(text)).toContain('lesser but well-known builder');
  });
});

describe('a single hyphen at the end of a line', () => {
  const lines = (front: string, end: string, more = '') =>
    [
      `The council of both islands counted its votes and there were ${front}-`,
      `${end} of them in the end, which was more than anybody had thought`,
      `there would be. ${more}`,
    ].join('\n');

  test.each([
    ['seventy', 'three', '', 'seventy-three'],
    ['agree', 'ment', '', 'agreement'],
    ['har', 'bour', 'The harbour is near.', 'harbour'],
    ['ferry', 'stones', 'A ferry. Stones.', 'ferry-stones'],
    ['new', 'fangled', '', 'new-fangled'],
  ])('%s-%s', (front, end, more, whole) => {
    expect(unwrap(lines(front, end, more))).toContain(`were ${whole} of them`);
  });
});

describe('what hangs from an item belongs to it', () => {
  test.each([
    [
      '* the ice road, which nobody had\n  opened at all\n* and the bridge',
      '* the ice road, which nobody had opened at all\n* and the bridge',
    ],
    [' 1. the ice road did\n    not open\n 2. the bridge', '1. the ice road did not open\n2. the bridge'],
    [
      '- the ferry, which was rebuilt\nin the winter\n- the bridge',
      '- the ferry, which was rebuilt in the winter\n- the bridge',
    ],
    ['- one\n\n- two, and\n  more of it', '- one\n\n- two, and more of it'],
  ])('%j', (text, whole) => {
    expect(unwrap(text)).toBe(whole);
  });
});

test('quoted lines are made whole, and stay quoted', () => {
  const quoted = (text: string, mark: string) =>
    text
      .split('\n')
      .map(line => `${mark}${line}`)
      .join('\n');
  const first = paragraphs[0] ?? '';
  expect(unwrap(`Ann wrote:\n${quoted(wrapped(first, 70), '> ')}\n\nYes.`)).toBe(`Ann wrote:\n> ${first}\n\nYes.`);
  expect(unwrap(quoted(wrapped(first, 70), '>> '))).toBe(`> > ${first}`);
});

test('commands that are set in stay as they are', () => {
  const text = `Then say\n\n    $ curl --head \\\n        https://example.org/\n\nand wait.`;
  expect(unwrap(text)).toBe(text);
});

describe('lines that their author ended stay lines', () => {
  test.each([
    [
      'a paragraph a line',
      'One long paragraph that goes on and on and on and on.\nAnother one, of about the same length as the other.\nAnd a third.',
    ],
    ['a menu', 'Home\nNews\nSport\nCulture\nScience and technology\nOpinion'],
    [
      'headlines of about one length',
      'Minister resigns over the harbour wall affair\nFerry runs again after a long winter of work\nIslands agree on a common tariff for bread\nCouncil postpones its vote on the new school',
    ],
    ['a poem', 'The sea took the wall,\nthe wall took the winter,\nand we who were waiting\ntook the long way home.'],
    ['a list', 'What you need:\n- flour and water\n- a little salt\n- patience'],
  ])('%s', (_, text) => {
    expect(unwrap(text)).toBe(text);
  });

  test('a list in a wrapped text', () => {
    const list = '- flour and water\n- a little salt';
    const text = `${wrapped(paragraphs[0] ?? '', 60)}\n\n${list}`;
    expect(unwrap(text)).toBe(`${paragraphs[0]}\n\n${list}`);
  });
});
