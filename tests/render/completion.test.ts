import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, expect, test} from 'vitest';
import {sharedOptions} from '../../src/commands/options.ts';
import {commands} from '../../src/commands/table.ts';
import {renderCompletion} from '../../src/render/completion.ts';
import {helpTopics, type Shell, shells} from '../../src/render/topics.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsprint-completion-'));
afterAll(() => rmSync(folder, {recursive: true}));

const named = commands.filter(({name}) => name !== '');
const fileOf = (shell: Shell): string => {
  const path = join(folder, `completion.${shell}`);
  writeFileSync(path, renderCompletion(shell, {commands: named, shared: sharedOptions, topics: helpTopics}));
  return path;
};

/** Stands in for the program, which the scripts ask for the ids of articles. */
writeFileSync(join(folder, 'newsprint'), "#!/bin/sh\nprintf 'politics/border\\nguides/two words\\n'\n", {mode: 0o755});
const env = {...process.env, PATH: `${folder}:${process.env.PATH}`, HOME: folder};

const isInstalled = (shell: Shell): boolean => spawnSync(shell, ['-c', ':']).status === 0;

for (const shell of shells) {
  test.skipIf(!isInstalled(shell))(`the script for ${shell} is understood by ${shell}`, () => {
    const {status, stderr} = spawnSync(shell, ['-n', fileOf(shell)], {encoding: 'utf8', env});
    expect([status, stderr]).toEqual([0, '']);
  });
}

test('every command and option is in the script of every shell', () => {
  for (const shell of shells) {
    const script = renderCompletion(shell, {commands: named, shared: sharedOptions, topics: helpTopics});
    for (const {name, options} of named) {
      expect(script).toContain(name);
      for (const option of [...options, ...sharedOptions])
        expect(script).toContain(shell === 'fish' ? `-l ${option.name}` : `--${option.name}`);
    }
  }
});

/** What the shell offers for the last word of a line. */
const offers: Partial<Record<Shell, (words: readonly string[]) => string>> = {
  bash: words =>
    execFileSync(
      'bash',
      [
        '--norc',
        '-c',
        `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _newsprint 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`,
        fileOf('bash'),
        ...words,
      ],
      {encoding: 'utf8', env},
    ),
  fish: words =>
    execFileSync(
      'fish',
      ['--no-config', '-c', 'source $argv[1]; complete -C "$argv[2]"', fileOf('fish'), words.join(' ')],
      {encoding: 'utf8', env},
    ),
};

for (const [shell, offer] of Object.entries(offers)) {
  test.skipIf(!isInstalled(shell as Shell)).each([
    ['a command', ['newsprint', 'rela'], 'related'],
    ['an option of the command', ['newsprint', 'list', '--rev'], '--reverse'],
    ['an option that all share', ['newsprint', 'read', '--theme', 'no'], 'none'],
    ['a value', ['newsprint', 'list', '--sort', 'ti'], 'title'],
    ['an article', ['newsprint', 'read', 'pol'], 'politics/border'],
    ['an article for the reader', ['newsprint', 'pol'], 'politics/border'],
    ['a topic of help', ['newsprint', 'help', 'que'], 'query'],
    ['a word of the command', ['newsprint', 'state', 'exp'], 'export'],
    ['a shell', ['newsprint', 'completion', 'zs'], 'zsh'],
  ])(`${shell} completes %s`, (_, words, expected) => {
    expect(
      offer(words)
        .split('\n')
        .map(line => line.split('\t')[0]),
    ).toContain(expected);
  });
}
