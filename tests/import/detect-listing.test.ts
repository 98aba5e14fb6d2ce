import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {detectArticleFolder, detectExport} from '../../src/import/detect-listing.ts';

describe('a folder that needs no importing', () => {
  test.each<[string, readonly string[]]>([
    ['obsidian', ['.obsidian/app.json', 'Welcome.md', 'images/a.png']],
    ['obsidian', ['.obsidian/workspace.json']],
    ['hugo', ['hugo.toml', 'content/posts/tide.md', 'layouts/index.html', 'static/a.css', 'go.mod', 'README']],
    ['hugo', ['config.toml', 'content/a.md', 'themes/x/theme.toml', 'themes/x/layouts/a.html']],
    ['hugo', ['config/_default/config.yaml', 'content/news/_index.md']],
    ['jekyll', ['_config.yml', '_posts/2022-07-06-tide.md', '_layouts/default.html', 'Gemfile', 'Rakefile']],
    [
      'markdown',
      ['a.md', 'news/b.markdown', 'news/b.jpg', '.DS_Store', '.git/config', '.git/HEAD', '.git/index', 'LICENSE'],
    ],
    [
      'markdown',
      [
        '2022-07-06-readeck-bookmarks/2022-07-06-a-example-x/index.md',
        '2022-07-06-readeck-bookmarks/2022-07-06-a-example-x/x-a.jpg',
      ],
    ],
  ])('%s', (kind, names) => {
    expect(detectArticleFolder(names)).toBe(kind);
    const inside = names.map(name => `site/${name}`);
    expect(detectArticleFolder(['__MACOSX/._site', 'site/', ...inside])).toBe(kind);
  });

  test.each<[string, readonly string[]]>([
    ['nothing', []],
    ['pages', ['a.html', 'b.html', 'README.md']],
    ['code', ['src/a.ts', 'src/b.ts', 'README.md', 'package.json']],
    ['a config.toml of something else', ['config.toml', 'content/a.html']],
    ['a config without posts', ['_config.yml', 'a.html']],
    ['pictures', ['a.jpg', 'b.png']],
  ])('is not %s', (_, names) => expect(detectArticleFolder(names)).toBeUndefined());
});

describe('an export by its names', () => {
  test.each<[string | undefined, readonly string[]]>([
    ['omnivore', ['metadata_0_to_20.json', 'metadata_20_to_31.json', 'content/tide.html', 'highlights/tide.md']],
    ['omnivore', ['export/metadata_0_to_3.json']],
    ['readeck', ['data.json', 'bookmarks/Xa12/info.json', 'bookmarks/Xa12/container/index.html']],
    ['pocket', ['part_000000.csv', 'part_000001.csv', 'annotations/part_000000.json']],
    ['pocket', ['ril_export.html']],
    [undefined, ['metadata.json', 'part_1.csv', 'info.json']],
    [undefined, []],
  ])('%s', (kind, names) => expect(detectExport(names)).toBe(kind));
});

test('any listing gets an answer', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), names => {
      detectArticleFolder(names);
      detectExport(names);
    }),
  );
});
