import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {fileNames, folderOfSection, keptNames} from '../../src/import/file-name.ts';
import type {ImportedArticle} from '../../src/import/imported-article.ts';

const named = (title: string, dates: Partial<Omit<ImportedArticle, 'title'>> = {}): string =>
  fileNames({title, ...dates}).next().value ?? '';

describe('the name of a file', () => {
  test.each([
    ['Border rules', 'border-rules.md'],
    ["  It's the Queen’s  —  really!  ", 'its-the-queens-really.md'],
    ['Łódź, Škoda & Ångström', 'łódź-škoda-ångström.md'],
    ['北京：新规定', '北京-新规定.md'],
    ['اتفاق جديد', 'اتفاق-جديد.md'],
    ['हिन्दी समाचार', 'हिन्दी-समाचार.md'],
    ['../../etc/passwd', 'etc-passwd.md'],
    ['a\0b\nc', 'a-b-c.md'],
    ['😀', 'untitled.md'],
    ['', 'untitled.md'],
    ['CON', 'con-.md'],
    ['COM¹', 'com¹-.md'],
    ['Index', 'index-.md'],
    ['.hidden', 'hidden.md'],
    ['C:\\windows', 'c-windows.md'],
  ])('of %j is %s', (title, name) => {
    expect(named(title)).toBe(name);
  });

  test('begins with the day of publication, where that is known', () => {
    expect(named('A', {published: '2022-07-06T23:30:00-05:00'})).toBe('2022-07-06-a.md');
    expect(named('A', {published: 'soon'})).toBe('a.md');
  });

  test('has a number where the first one is taken', () => {
    const names = fileNames({title: 'A'});
    expect([names.next().value, names.next().value, names.next().value]).toEqual(['a.md', 'a-2.md', 'a-3.md']);
  });

  test('is cut between words', () => {
    expect(named(`${'word '.repeat(40)}`, {published: '2022-07-06'})).toBe(
      `${`2022-07-06-${'word-'.repeat(13)}word`.slice(0, 75)}.md`,
    );
  });

  test('is at most 80 bytes of letters, digits, marks and hyphens, whatever the title', () => {
    fc.assert(
      fc.property(
        fc.string({unit: 'binary', maxLength: 200}),
        fc.constantFrom('2022-07-06', ''),
        (title, published) => {
          const name = named(title, {published});
          expect(Buffer.from(name, 'utf8').toString('utf8')).toBe(name);
          expect(Buffer.byteLength(name)).toBeLessThanOrEqual(80);
          expect(name).toMatch(/^[\p{L}\p{N}][-\p{L}\p{N}\p{M}]*\.md$/u);
          expect(name.normalize('NFC')).toBe(name);
        },
      ),
    );
  });
});

test('a section is one folder, or none', () => {
  expect(folderOfSection('World/Europe')).toBe('world-europe');
  expect(folderOfSection('..')).toBe('');
  expect(folderOfSection('node_modules')).toBe('node-modules');
  expect(folderOfSection(undefined)).toBe('');
});

describe('a name that is kept', () => {
  test.each([
    ['/a/b/First note.md', 'First note.md'],
    ['résumé.markdown', 'résumé.md'],
    ['notes.txt', 'notes.md'],
    ['北京.md', '北京.md'],
  ])('%s', (path, name) => {
    expect(keptNames(path)?.next().value).toBe(name);
  });

  test('gets a number where it is taken', () => {
    const names = keptNames('a.md');
    expect([names?.next().value, names?.next().value]).toEqual(['a.md', 'a-2.md']);
  });

  test.each(['a:b.md', 'a?.md', '.hidden.md', 'con.md', ' a.md', 'a .md', 'a\nb.md', `${'a'.repeat(90)}.md`])(
    '%j is none',
    name => {
      expect(keptNames(name)).toBeUndefined();
    },
  );
});
