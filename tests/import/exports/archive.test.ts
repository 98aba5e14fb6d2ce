import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {AppError} from '../../../src/core/errors.ts';
import {archiveLimits, openArchive} from '../../../src/import/exports/archive.ts';
import {type ZipMember, zipOf} from './zip.ts';

const read = async (bytes: Uint8Array) => {
  const archive = await openArchive(bytes);
  const contents: Record<string, string> = {};
  for (const member of archive.members) contents[member.name] = Buffer.from(await archive.read(member)).toString();
  return {contents, skipped: archive.skipped};
};

describe('an archive', () => {
  test('gives its files, packed or stored, and passes over folders', async () => {
    const bytes = zipOf([
      {name: 'content/'},
      {name: 'content/الميناء.html', content: '<p>ميناء</p>'},
      {name: 'a.json', content: '[]', isStored: true},
      {name: 'empty', content: ''},
    ]);
    expect(await read(bytes)).toEqual({
      contents: {'content/الميناء.html': '<p>ميناء</p>', 'a.json': '[]', empty: ''},
      skipped: [],
    });
  });

  test.each<[string, ZipMember]>([
    ['its path leads out of the archive', {name: '../a'}],
    ['its path leads out of the archive', {name: 'content/../../a'}],
    ['its path leads out of the archive', {name: 'content\\..\\..\\a'}],
    ['its path is absolute', {name: '/etc/passwd'}],
    ['its path is absolute', {name: 'C:/a'}],
    ['its path is absolute', {name: '\\\\host\\a'}],
    ['its path has backslashes', {name: 'content\\a'}],
    ['its name holds a NUL', {name: 'a.html\0.md'}],
    ['its name is not in UTF-8', {name: Buffer.from([0x61, 0xff])}],
    ['it is a symbolic link', {name: 'link', content: '/etc/passwd', mode: 0o120777}],
    ['it is no regular file', {name: 'pipe', mode: 0o010644}],
    ['it is encrypted', {name: 'secret', content: 'x', flags: 0x801}],
    ['it is packed in a way that is not known here', {name: 'odd', content: 'x', method: 14}],
    ['another member has its name', {name: 'fine', content: 'other'}],
    ['it is larger than 32 MB', {name: 'huge', content: 'x', declaredSize: archiveLimits.member + 1}],
    ['it is packed more tightly than text ever is', {name: 'bomb', content: Buffer.alloc(2_000_000)}],
  ])('leaves a member out: %s', async (why, member) => {
    // Something that packs badly, so that the archive as a whole is not too tight.
    const ballast = {name: 'ballast', content: Buffer.alloc(300_000, 'x'), isStored: true};
    const {contents, skipped} = await read(zipOf([{name: 'fine', content: 'fine'}, member, ballast]));
    expect(Object.keys(contents)).toEqual(['fine', 'ballast']);
    expect(contents.fine).toBe('fine');
    expect(skipped).toEqual([
      {name: Buffer.from(member.name).toString('latin1') === 'a\xff' ? 'a\xff' : member.name, why},
    ]);
  });

  test.each<[string, RegExp, () => Uint8Array]>([
    ['nothing', /damaged/, () => new Uint8Array()],
    ['text', /damaged/, () => Buffer.from('PK, but no zip file')],
    ['one that is cut off', /damaged/, () => zipOf([{name: 'a', content: 'aaaa'}]).subarray(0, 60)],
    ['one that counts more members than it has', /damaged/, () => zipOf([{name: 'a'}], {entryCount: 9})],
    [
      'one in which members share bytes',
      /its members overlap/,
      () =>
        zipOf([
          {name: 'a', content: 'a'.repeat(5000)},
          ...Array.from({length: 9}, (_, at) => ({name: `b${at}`, sharesWith: 0})),
        ]),
    ],
    ['one that is nearly all blanks', /times as large/, () => zipOf([{name: 'a', content: Buffer.alloc(5_000_000)}])],
    [
      'one that is many small bombs',
      /times as large/,
      () => zipOf(Array.from({length: 20}, (_, at) => ({name: `${at}`, content: Buffer.alloc(900_000)}))),
    ],
  ])('is refused when it is %s', async (_, message, make) => {
    const error: unknown = await openArchive(make()).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).message).toMatch(message);
  });

  test('is refused when it has too many members or is too large', async () => {
    const bytes = zipOf([
      {name: 'a', content: 'a'},
      {name: 'b', content: 'b'},
    ]);
    await expect(openArchive(bytes, {...archiveLimits, members: 1})).rejects.toThrow('more than 1 members');
    await expect(openArchive(bytes, {...archiveLimits, total: 1})).rejects.toThrow('unpacked it would be larger');
  });

  test.each([
    ['more', 2],
    ['less', 5000],
  ])('never gives %s than a member declared', async (_, declaredSize) => {
    const archive = await openArchive(zipOf([{name: 'a', content: 'a'.repeat(1000), declaredSize}]));
    const [member] = archive.members;
    expect(member?.size).toBe(declaredSize);
    await expect(member && archive.read(member)).rejects.toThrow(AppError);
  });

  test('with damaged bytes in it fails for that member only', async () => {
    const bytes = Buffer.from(
      zipOf([
        {name: 'a', content: 'abcdefgh'.repeat(50)},
        {name: 'b', content: 'fine'},
      ]),
    );
    bytes.fill(0xff, 33, 40);
    const archive = await openArchive(bytes);
    const [first, second] = archive.members;
    await expect(first && archive.read(first)).rejects.toThrow(/^a is damaged/);
    expect(second && Buffer.from(await archive.read(second)).toString()).toBe('fine');
  });

  test('of any bytes is read or refused with an AppError', async () => {
    const sound = Buffer.from(
      zipOf([
        {name: 'a/b.html', content: '<p>one</p>'},
        {name: 'c.json', content: '[1]'},
      ]),
    );
    const change = fc.record({at: fc.nat(sound.length - 1), byte: fc.nat(255)});
    await fc.assert(
      fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 6}), fc.nat(sound.length), async (changes, cut) => {
        const bytes = Buffer.from(sound);
        for (const {at, byte} of changes) bytes[at] = byte;
        for (const part of [bytes, bytes.subarray(0, cut)]) {
          try {
            await read(part);
          } catch (error) {
            expect(error).toBeInstanceOf(AppError);
          }
        }
      }),
      {numRuns: 300},
    );
  });
});
