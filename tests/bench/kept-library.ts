/** Synthetic libraries to measure with, made once and kept for the next run. */
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, renameSync, utimesSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {createSandbox, type Sandbox} from '../support/program.ts';
import {createSynthetic, writeLibrary} from '../support/synthetic.ts';

export interface KeptLibrary {
  readonly folder: string;
  /** By the numbers of the articles. */
  pathAt(index: number): string;
  /**
   * Puts another text in the place of an article's, as an editor does: in a file that takes the place of the former. The
   * file and its folder say that it was a while ago: what was written this very moment is looked at again and again.
   */
  replace(index: number, text: string): void;
  textAt(index: number): string;
  /** A sandbox whose `XDG_CACHE_HOME` is kept beside the library, so that an index of it is made once, too. */
  sandbox(): Sandbox;
}

/** Another generator makes another library. */
const fingerprint = (articles: number): string => {
  const articleAt = createSynthetic({articles});
  const hash = createHash('sha256');
  for (let index = 0; index < 100; index++) hash.update(JSON.stringify(articleAt(index)));
  return hash.digest('hex').slice(0, 8);
};

/** @param root the project's folder */
export const keptLibrary = (root: string, articles: number): KeptLibrary => {
  const kept = join(root, 'node_modules/.cache/newsprint', `library-${articles}-${fingerprint(articles)}`);
  const folder = join(kept, 'articles');
  if (!existsSync(kept)) {
    process.stderr.write(`writing a library of ${articles} articles\n`);
    const unfinished = `${kept}-${process.pid}`;
    writeLibrary(join(unfinished, 'articles'), {articles});
    renameSync(unfinished, kept);
  }
  const articleAt = createSynthetic({articles});
  return {
    folder,
    pathAt: index => articleAt(index).path,
    textAt: index => articleAt(index).text,
    replace: (index, text) => {
      const path = join(folder, articleAt(index).path);
      const temporary = join(dirname(path), `.${index}.tmp`);
      writeFileSync(temporary, text);
      renameSync(temporary, path);
      const aWhileAgo = Date.now() / 1000 - 10;
      utimesSync(path, aWhileAgo, aWhileAgo);
      utimesSync(dirname(path), aWhileAgo, aWhileAgo);
    },
    sandbox: () => {
      const cache = join(kept, 'cache');
      mkdirSync(cache, {recursive: true});
      return createSandbox({XDG_CACHE_HOME: cache});
    },
  };
};
