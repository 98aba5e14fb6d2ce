/** The trash of another disk, and moves between disks; skipped where nothing may be mounted. */
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir, userInfo} from 'node:os';
import {join} from 'node:path';
import {beforeEach, describe, expect, onTestFinished, test} from 'vitest';
import {moveFile} from '../../src/store/move-file.ts';
import {createTrash} from '../../src/store/trash.ts';
import {canMount, mountSmall} from '../faults/small-disk.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'newsprint-trash-'));
  onTestFinished(() => rmSync(home, {recursive: true, force: true}));
});

const discard = (path: string): void =>
  createTrash({dataHome: join(home, 'data'), home, platform: 'linux', now: () => new Date('2022-07-10T12:00:00')})(
    path,
  );

const write = (folder: string, text = 'text'): string => {
  mkdirSync(join(folder, 'a b'), {recursive: true});
  writeFileSync(join(folder, 'a b', 'rules.md'), text);
  return join(folder, 'a b', 'rules.md');
};

describe.skipIf(!canMount)('another disk', () => {
  test('has a trash of the user at its top, which names files from there', () => {
    const disk = mountSmall('1m');
    discard(write(disk));
    const trash = join(disk, `.Trash-${userInfo().uid}`);
    expect(readdirSync(join(trash, 'files'))).toEqual(['rules.md']);
    expect(readFileSync(join(trash, 'info/rules.md.trashinfo'), 'utf8')).toContain('\nPath=a%20b/rules.md\n');
    expect([statSync(trash).mode & 0o777, readdirSync(home)]).toEqual([0o700, []]);
  });

  test.each([
    ['with its sticky bit is used', 0o1777, '.Trash'],
    ['without is not', 0o777, '.Trash-'],
  ])('a trash for all %s', (_, mode, expected) => {
    const disk = mountSmall('1m');
    mkdirSync(join(disk, '.Trash'));
    chmodSync(join(disk, '.Trash'), mode);
    discard(write(disk));
    const {uid} = userInfo();
    const trash = join(disk, expected === '.Trash' ? `.Trash/${uid}` : `.Trash-${uid}`);
    expect(readdirSync(join(trash, 'files'))).toEqual(['rules.md']);
  });

  test.each([
    ['a link to another folder', (trash: string) => symlinkSync(home, trash)],
    ['a file', (trash: string) => writeFileSync(trash, '')],
    [
      'a folder of somebody else',
      (trash: string) => {
        mkdirSync(trash);
        chownSync(trash, 12_345, 12_345);
      },
    ],
  ])('%s in the place of the trash gets nothing', (_, make) => {
    const disk = mountSmall('1m');
    const path = write(disk);
    make(join(disk, `.Trash-${userInfo().uid}`));
    expect(() => discard(path)).toThrow();
    expect([readFileSync(path, 'utf8'), readdirSync(home)]).toEqual(['text', []]);
  });

  test('takes a file that is moved there with its time', () => {
    const [from, to] = [write(home), join(mountSmall('1m'), 'rules.md')];
    const time = new Date('2020-01-01');
    utimesSync(from, time, time);
    moveFile(from, to);
    expect([readFileSync(to, 'utf8'), statSync(to).mtime, readdirSync(join(home, 'a b'))]).toEqual(['text', time, []]);
  });

  test('that is full leaves the file where it was, and nothing half', () => {
    const [from, disk] = [write(home, 'x'.repeat(500_000)), mountSmall('64k')];
    expect(() => moveFile(from, join(disk, 'rules.md'))).toThrow('ENOSPC');
    expect([readdirSync(disk), statSync(from).size]).toEqual([[], 500_000]);
  });

  test('keeps a file that is there', () => {
    const [from, disk] = [write(home), mountSmall('64k')];
    writeFileSync(join(disk, 'rules.md'), 'mine');
    expect(() => moveFile(from, join(disk, 'rules.md'))).toThrow('EEXIST');
    expect([readFileSync(join(disk, 'rules.md'), 'utf8'), readFileSync(from, 'utf8')]).toEqual(['mine', 'text']);
  });
});
