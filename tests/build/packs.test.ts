/** The packs of `dist/` as the loader reads them. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {planPacks} from '../../src/build/packs.mjs';
import {projectRoot} from '../support/program.ts';

test('are ASCII, regular expressions too: the loader reads a byte as a character', () => {
  const dist = join(projectRoot, 'dist');
  const packs = readdirSync(dist).filter(name => name.endsWith('.js'));
  expect(packs.length).toBeGreaterThan(10);
  const foreign = packs.filter(name => readFileSync(join(dist, name)).some(byte => byte > 0x7f));
  expect(foreign).toEqual([]);
});

test('keep what a small part shares with a large one out of the pack of the large one', () => {
  const chunk = (bytes: number, imports: readonly string[], entryPoint?: string) => ({
    ...{bytes, inputs: {}, exports: []},
    imports: imports.map(path => ({path: `dist/${path}`, kind: 'import-statement' as const})),
    ...(entryPoint !== undefined && {entryPoint}),
  });
  const outputs = {
    'dist/main.js': chunk(1000, [], 'src/main.ts'),
    'dist/import.js': chunk(1000, ['html.js', 'shared.js'], 'src/commands/import.ts'),
    'dist/open.js': chunk(1000, ['shared.js'], 'src/commands/open.ts'),
    'dist/html.js': chunk(2_000_000, []),
    'dist/shared.js': chunk(1000, []),
  };
  expect(Object.fromEntries(planPacks({inputs: {}, outputs}, ['src/main.ts']))).toEqual({
    'main.js': ['main.js'],
    'open.js': ['shared.js', 'open.js'],
    'import.js': ['html.js', 'import.js'],
  });
});
