/** The build stops when a package is not what its changes were made for. */
import {cpSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {changes, checkThirdParty} from '../../src/build/third-party.mjs';
import {projectRoot} from '../support/program.ts';

/** A project with the files that are changed, and nothing else. */
const projectOfCopies = () => {
  const root = mkdtempSync(join(tmpdir(), 'newsprint-packages-'));
  onTestFinished(() => rmSync(root, {recursive: true, force: true}));
  for (const {file} of changes) cpSync(join(projectRoot, 'node_modules', file), join(root, 'node_modules', file));
  return root;
};

test('the packages that are installed are the ones', () => {
  expect(() => checkThirdParty(projectOfCopies())).not.toThrow();
});

test.each(changes.map(change => [change.file, change] as const))('an update of %s is told', (file, {why}) => {
  const root = projectOfCopies();
  writeFileSync(join(root, 'node_modules', file), '\n', {flag: 'a'});
  expect(() => checkThirdParty(root)).toThrow(`node_modules/${file}`);
  expect(() => checkThirdParty(root)).toThrow(why);
});
