/** Small libraries on disk for the terminal tests. */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {onTestFinished} from 'vitest';

/** A folder with these files (path → text), removed when the test ends. */
export const folderOf = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'newsprint-library-'));
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, text);
  }
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
  return folder;
};

const paragraphs = Array.from({length: 30}, (_, i) => `Paragraph number ${i} says something short.`).join('\n\n');

export const threeArticles = {
  'politics/border.md': `---\ntitle: Border rules\ndate: 2022-07-06\nsource: https://example.org/border\n---\nIt links to [the harbour](../economy/harbour.md) and [the web](https://example.org/x).\n\n${paragraphs}\n`,
  'politics/vote.md': '---\ntitle: The vote\ndate: 2022-07-04\n---\nA vote about the border rules.\n',
  'economy/harbour.md': '---\ntitle: The harbour\ndate: 2022-07-01\n---\nShips come and go.\n',
} as const;
