import {readdirSync, rmSync, symlinkSync, unlinkSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {createPlace, type Place, runIn} from './run.ts';

let place: Place;
beforeEach(() => {
  place = createPlace();
});
afterEach(() => place.remove());

const index = (...options: readonly string[]) => runIn(place, ['index', ...options]);
const counts = async (...options: readonly string[]) => JSON.parse((await index('--json', ...options)).stdout);
const cache = () => join(place.folder, 'home/.cache/newsprint');
const article = (number: number) => join(place.folder, `library/${number}.md`);

const write = (count: number): void =>
  place.write(
    Object.fromEntries(Array.from({length: count}, (_, n) => [`library/${n}.md`, `# Article ${n}\n\nText.\n`])),
  );

/** How many articles need no database, and how many do. */
describe.each([12, 320])('a library of %i articles', count => {
  beforeEach(() => write(count));

  test('is taken in, and what changed is told', async () => {
    const first = await index();
    expect([first.status, first.stdout]).toEqual([0, '']);
    expect(first.stderr).toMatch(
      new RegExp(`^newsprint: ${count} articles: ${count} new or changed, 0 gone; \\d+\\.\\d s\n$`),
    );
    expect(await counts()).toEqual({version: 1, articles: count, read: 0, gone: 0});
    unlinkSync(article(3));
    unlinkSync(article(4));
    place.write({'library/5.md': '# Reworded\n', 'library/new.md': '# New\n'});
    expect(await counts()).toEqual({version: 1, articles: count - 1, read: 2, gone: 2});
  });

  test('is looked at file by file: one that was written in place is seen', async () => {
    const long = new Date('2020-01-01');
    for (let n = 0; n < count; n++) utimesSync(article(n), long, long);
    await index();
    writeFileSync(article(1), '# Reworded in place\n');
    expect(await counts()).toMatchObject({read: 1, gone: 0});
  });

  test('--rebuild makes everything anew', async () => {
    await index();
    const names = () => readdirSync(cache());
    const before = names();
    expect(await counts('--rebuild')).toEqual({version: 1, articles: count, read: count, gone: 0});
    expect(names()).toEqual(before);
  });

  test('that was listed only is indexed nevertheless', async () => {
    await runIn(place, ['list']);
    expect(await counts()).toMatchObject({articles: count});
    expect((await runIn(place, ['list', '--plain', 'text'])).stdout.split('\n')).toHaveLength(count + 1);
  });

  test('whose cache cannot be written ends with 74', async () => {
    place.write({'home/.cache/newsprint': 'a file where the folder should be\n'});
    for (const options of [[], ['--rebuild']]) {
      const {status, stderr} = await index(...options);
      expect([status, stderr]).toEqual([74, expect.stringMatching(/^newsprint: .*\n$/)]);
    }
    rmSync(cache());
    expect((await index()).status).toBe(0);
  });
});

test('an empty library is well too', async () => {
  place.write({'library/.keep': ''});
  expect((await index()).stderr).toContain('0 articles: 0 new or changed, 0 gone');
});

test('files that cannot be read are told of, and end it with 3', async () => {
  place.write({'library/good.md': '# Good\n'});
  symlinkSync('bad.md', join(place.folder, 'library/bad.md'));
  const {status, stderr} = await index();
  expect(stderr).toContain('a file or folder could not be read');
  expect([status, await counts()]).toEqual([3, {version: 1, articles: 1, read: 0, gone: 0}]);
  expect((await index('--strict')).stderr).toContain('bad.md');
});
