import {expect, test} from 'vitest';
import {decodeBytes} from '../../src/import/charset.ts';
import {decodeKorean} from '../../src/import/korean.ts';

const read = (hex: string) => decodeKorean(Buffer.from(hex, 'hex'));

test.each([
  ['the first that was added', '8141', '갂'],
  ['the last', 'c652', '힣'],
  ['the first beside the old code', 'a141', '좥'],
  ['one among letters that were there', '41 8c63 b9e6 b0a2 42', 'A똠방각B'],
  ['ones on end, with ASCII between', 'bbc1208c632041b1db', '뼉 똠 A글'],
])('%s', (_, hex, text) => expect(read(hex.replaceAll(' ', ''))).toBe(text));

test('what was there stays as Node reads it', () => {
  for (let lead = 0xa1; lead <= 0xfe; lead++) {
    const row = Uint8Array.from(Array.from({length: 94}, (_, at) => [lead, 0xa1 + at]).flat());
    expect(decodeKorean(row)).toBe(new TextDecoder('euc-kr').decode(row));
  }
});

test('a page in it is read by that name', () => {
  const bytes = Buffer.concat([
    Buffer.from('<meta charset="ks_c_5601-1987"><p>'),
    Buffer.from('8c63b9e6b0a2c7cf', 'hex'),
  ]);
  expect(decodeBytes(bytes, {kind: 'html'}).text).toBe('<meta charset="ks_c_5601-1987"><p>똠방각하');
});
