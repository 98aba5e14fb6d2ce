/** The recipes of the README and of the bundled guides, run as a reader would paste them into a shell. */
import {execFileSync, spawnSync} from 'node:child_process';
import {chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {createSandbox, launcher, projectRoot} from './support/program.ts';

/** Blocks of shell in a document; those that want a person at the keyboard say `sh interactive`. */
const recipesOf = (file: string): readonly string[] =>
  [...readFileSync(join(projectRoot, file), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(match => match[1] ?? '');

const sandbox = createSandbox();
const bin = mkdtempSync(join(tmpdir(), 'newsprint-bin-'));
writeFileSync(join(bin, 'newsprint'), `#!/bin/sh\nexec '${process.execPath}' '${launcher}' "$@"\n`);
chmodSync(join(bin, 'newsprint'), 0o755);
afterAll(() => {
  sandbox.remove();
  rmSync(bin, {recursive: true});
});

const isInstalled = (tool: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${tool}`], {stdio: 'ignore'});
    return true;
  } catch {
    return false;
  }
};

const optionalTools = ['jq', 'fzf', 'column'];

const run = (recipe: string) =>
  spawnSync('sh', ['-ec', recipe], {
    cwd: sandbox.home,
    env: {...sandbox.env, PATH: `${bin}${delimiter}${sandbox.env.PATH}`},
    encoding: 'utf8',
    timeout: 20_000,
  });

for (const file of ['README.md', 'articles/guides/scripting.md']) {
  const recipes = recipesOf(file).flatMap(block => (file === 'README.md' ? block.split(/\n\n+/) : [block]));

  test(`${file} has recipes`, () => {
    expect(recipes.length).toBeGreaterThan(3);
  });

  for (const recipe of recipes) {
    const missing = optionalTools.filter(tool => new RegExp(`\\b${tool}\\b`).test(recipe) && !isInstalled(tool));
    test.skipIf(missing.length > 0)(`${file}: ${recipe.trim().split('\n').at(-1)}`, () => {
      const {status, stdout, stderr} = run(recipe);
      expect({status, stderr}).toEqual({status: 0, stderr: ''});
      // What only tells of problems has nothing to tell here.
      if (!recipe.includes('--strict')) expect(stdout).not.toBe('');
      expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
    });
  }
}
