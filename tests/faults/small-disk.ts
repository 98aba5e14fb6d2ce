/** Disks of a test's own, in memory, where mounting is allowed: for what happens when one is full or may only be read. */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmdirSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'newsprint-disk-'));

const mount = (folder: string, options: string): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;

const unmount = (folder: string): void => {
  spawnSync('umount', ['--lazy', folder]);
  rmdirSync(folder);
};

const tryToMount = (): boolean => {
  const folder = newFolder();
  const isMounted = process.platform === 'linux' && mount(folder, 'size=64k');
  if (isMounted) unmount(folder);
  else rmdirSync(folder);
  return isMounted;
};

export const canMount: boolean = tryToMount();

/** @param size as `mount` takes it. @returns the folder of a disk of this size, which goes when the test ends */
export const mountSmall = (size: string): string => {
  const folder = newFolder();
  if (!mount(folder, `size=${size}`)) throw new Error(`nothing could be mounted on ${folder}`);
  onTestFinished(() => unmount(folder));
  return folder;
};

/** @param option `ro`, `rw`, or another size */
export const remount = (folder: string, option: string): void => {
  const {status, stderr} = spawnSync('mount', ['-o', `remount,${option}`, folder], {encoding: 'utf8'});
  if (status !== 0) throw new Error(stderr);
};
