import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {FieldValue} from '../../src/core/field-map.ts';
import {splitFrontMatter} from '../../src/core/front-matter.ts';
import {readLines} from '../../src/core/front-matter-lines.ts';
import {readYaml} from '../../src/core/yaml.ts';

const plain = (value: FieldValue | undefined): unknown => {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
  return Array.isArray(value) ? value.map(plain) : value;
};
const fieldsOf = (text: string): unknown => plain(splitFrontMatter(text).fields);

describe('front matter that is read as it was meant, without a problem', () => {
  test.each([
    ['YAML', "---\nTitle: A b\ntags: [x, \"y, z\", 'it''s']\n---\nText", {title: 'A b', tags: ['x', 'y, z', "it's"]}],
    [
      'YAML, lists and maps in blocks',
      '---\ntags:\n- x\n- y\nimage:\n  src: a.jpg\n  alt: B\n---\nText',
      {
        tags: ['x', 'y'],
        image: {src: 'a.jpg', alt: 'B'},
      },
    ],
    ['YAML, folded text', '---\ntitle: >-\n  A\n  b\nsummary: c\n  d\n---\nText', {title: 'A b', summary: 'c d'}],
    [
      'YAML, scalars as they are written',
      '---\na: 1.10\nb: 0x10\nc: yes\nd: 2022-07-06\ne: ~\n---\nText',
      {
        ...{a: '1.10', b: '0x10', c: 'yes', d: '2022-07-06', e: null},
      },
    ],
    [
      'YAML, tags of its own',
      '---\na: !!timestamp 2022-07-06\nb: !ruby/symbol c\n---\nText',
      {a: '2022-07-06', b: 'c'},
    ],
    ['YAML ended by dots', '---\ntitle: A\n...\nText', {title: 'A'}],
    [
      'TOML',
      '+++\ntitle = "A"\ndate = 2022-07-06T08:00:00+02:00\n[taxonomies]\ntags = ["x"]\n+++\nText',
      {
        title: 'A',
        date: '2022-07-06T08:00:00.000+02:00',
        taxonomies: {tags: ['x']},
      },
    ],
    [
      'JSON',
      '{"title": "A }", "n": 1, "t": true, "o": {"p": null}}\nText',
      {
        title: 'A }',
        n: '1',
        t: 'true',
        o: {p: null},
      },
    ],
    ['nothing', '---\n---\nText', {}],
    ['a comment', '---\n# nothing\n---\nText', {}],
  ])('%s', (_, text, fields) => {
    const read = splitFrontMatter(text);
    expect(plain(read.fields)).toEqual(fields);
    expect(read.problems).toEqual([]);
    expect(read.body).toBe('Text');
  });
});

test.each([['\r\n'], ['\r'], ['\n']])('line ends %j are all the same', end => {
  const read = splitFrontMatter(['---', 'title: A', 'tags:', '  - b', '---', 'One', 'Two'].join(end));
  expect(plain(read.fields)).toEqual({title: 'A', tags: ['b']});
  expect(read.body).toBe(['One', 'Two'].join(end));
});

describe('what is no front matter stays in the body', () => {
  test.each([
    ['a fence that is never closed', '---\ntitle: A\n'],
    ['sentences between two thematic breaks', '---\nDear reader: hello.\n\nMore.\n\n---\nText'],
    ['a blank line above', '\n---\ntitle: A\n---\n'],
    ['a longer rule', '----\ntitle: A\n----\n'],
    ['a Liquid tag', '{% include "a" %}\n'],
    ['a shortcode', '{{< figure src="a.jpg" >}}\n'],
    ['an object that goes on', '{"a": 1} is JSON\n'],
    ['a fence that names a language to run', '---js\nmodule.exports = {}\n---\n'],
  ])('%s', (_, text) => {
    expect(splitFrontMatter(text)).toMatchObject({body: text, problems: []});
  });
});

test('a body may hold thematic breaks', () => {
  expect(splitFrontMatter('---\ntitle: A\n---\nOne\n\n---\n\nTwo\n').body).toBe('One\n\n---\n\nTwo\n');
});

describe('broken front matter gives what can be read of it, and says what is wrong where', () => {
  test.each([
    [
      'an unquoted colon',
      '---\ntags: [a]\ntitle: Rift: and repair\n---\n',
      {tags: ['a'], title: 'Rift: and repair'},
      3,
    ],
    ['a leading @', '---\nauthor: @nobody\ntags:\n  - a\n---\n', {author: '@nobody', tags: ['a']}, 2],
    ['a leading *', '---\ntitle: *Star* turn\ndate: 2022-07-06\n---\n', {title: '*Star* turn', date: '2022-07-06'}, 2],
    ['a leading backtick', '---\ntitle: `code`\n---\n', {title: '`code`'}, 2],
    ['quotes for emphasis', '---\ntitle: "Yes" was the answer\n---\n', {title: '"Yes" was the answer'}, 2],
    ['a tab', '---\ntags:\n\t- a\ntitle: B\n---\n', {tags: ['a'], title: 'B'}, 3],
    ['a quote left open', '---\ndate: 2022-07-06\ntitle: "A\n---\n', {date: '2022-07-06', title: '"A'}, undefined],
    ['a line that is nothing', '---\ntitle: A\n%%%\ntags: [b]\n---\n', {title: 'A', tags: ['b']}, undefined],
    ['TOML between dashes', '---\ntitle = "A: b"\ntags = ["c"]\n---\n', {title: 'A: b', tags: ['c']}, 1],
    ['YAML between pluses', '+++\ntitle: A\ntags: [b]\n+++\n', {title: 'A', tags: ['b']}, 1],
    ['broken TOML', '+++\ntitle = "A"\ndraft = maybe\n+++\n', {title: 'A', draft: 'maybe'}, 3],
    ['a comma too many', '{\n"title": "A",\n"tags": ["b"],\n}\n', {title: 'A', tags: ['b']}, 1],
  ])('%s', (_, text, fields, line) => {
    const read = splitFrontMatter(text);
    expect(plain(read.fields)).toEqual(fields);
    expect(read.problems).toHaveLength(1);
    if (line !== undefined) expect(read.problems[0]?.line).toBe(line);
  });
});

test('of a key that stands twice, in whatever case, the first with a value counts', () => {
  const read = splitFrontMatter('---\ntags:\ntitle: A\nTags: [b]\nTitle: {c: d}\n---\n');
  expect(plain(read.fields)).toEqual({title: 'A', tags: ['b']});
  expect(read.problems.map(({line}) => line)).toEqual([4, 5]);
});

test('names of JavaScript are keys like any other', () => {
  for (const text of [
    '---\n__proto__: {a: b}\nconstructor: c\n---\n',
    '{"__proto__": {"a": "b"}, "constructor": "c"}\n',
  ]) {
    expect([...splitFrontMatter(text).fields.keys()]).toEqual(['__proto__', 'constructor']);
  }
  expect(({} as {a?: unknown}).a).toBeUndefined();
});

test('aliases can be followed but do not explode', () => {
  expect(fieldsOf('---\na: &x [one]\nb: *x\n---\n')).toEqual({a: ['one'], b: ['one']});
  const bomb = Array.from({length: 30}, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(9)}]`).join('\n');
  const read = splitFrontMatter(`---\ntitle: A\na0: &a0 [x]\n${bomb}\n---\n`);
  expect(read.fields.get('title')).toBe('A');
  expect(read.problems).toHaveLength(1);
});

test('front matter as newsprint writes it needs no YAML parser', () => {
  const text = `title: "Letters, sorted: how type was set"
authors: [A. Reporter, 'B. Reporter']
source: {name: Example News, url: https://example.org/a?b=c#d}
published: 2022-07-06
image: {src: images/a.jpg, alt: "A case, full of letters", credit: PHOTO/FILE}
tags:
  - letters
order: -1`;
  expect(readLines(text).firstDoubt).toBeUndefined();
});

test('whatever the line reader is sure about, the YAML parser reads the same', () => {
  const plainWord = fc.constantFrom(
    'a',
    'B c',
    'x:y',
    'https://example.org/a?b=c#d',
    '1.10',
    'null',
    '~',
    'é',
    '北京',
    '😀',
  );
  const listWord = fc.constantFrom(
    '[a, b]',
    '[a,]',
    '[]',
    '{}',
    '{a: "b, c", d: e}',
    '{a: \'b, c\' , d: "e"}',
    '{a: b, c: d}',
    '{a:}',
    "['a, b', c]",
    '[a b , "c"]',
  );
  const trickyWord = fc.constantFrom(
    ...["it's", 'a "b"', 'a#b', 'a b ', '', '- a', 'a: b', 'a:', ': a', '#c', 'a #c', '[a', '[, a]', '{a: }', "'a'"],
    ...["'a''b'", '"a"', '"a\\nb"', '"a', "'a", '"a" b', '|', '>-', '*a', '&a b', '!t a', '? a', '@a', '%a', '`a`'],
    ...[
      '- - a',
      '[[a]]',
      '[a: b]',
      '["a" b]',
      '{a, b}',
      '{a: [b]}',
      '\u00a0a',
      'a\u2028b',
      'a\tb',
      'a,b',
      'a]',
      '{',
      'a}',
    ],
    ...['=', '-', '---a', '{a: b, a: c}', '\ufeffa', 'a\ud800', '12:30', 'a :b', 'a: ', "a''b", '(a)', '…', '“a”'],
  );
  const word = fc.oneof({weight: 3, arbitrary: plainWord}, {weight: 2, arbitrary: listWord}, trickyWord);
  const key = fc.constantFrom('a: ', 'b:  ', 'tags: ', 'c-d: ');
  const item = fc.tuple(fc.constantFrom('- ', '  - ', '  x: ', '  y: '), word).map(parts => parts.join(''));
  const oddStart = fc.constantFrom('- ', '-', '# ', '"q": ', 'a b: ', '  ', '    ', 'a:', '', 'null: ', '   - ');
  const line = fc.oneof(
    {weight: 4, arbitrary: fc.tuple(key, word).map(parts => parts.join(''))},
    {
      weight: 2,
      arbitrary: fc
        .tuple(key, fc.array(item, {maxLength: 3}))
        .map(([start, items]) => [start.trimEnd(), ...items].join('\n')),
    },
    fc.tuple(oddStart, word).map(parts => parts.join('')),
  );
  let sure = 0;
  fc.assert(
    fc.property(fc.array(line, {maxLength: 4}), lines => {
      const text = lines.join('\n');
      const read = readLines(text);
      if (read.firstDoubt !== undefined || read.fields.size === 0) return;
      sure++;
      const yaml = readYaml(text);
      expect(yaml).toMatchObject({kind: 'map', map: {fields: read.fields, repeated: read.repeated}});
    }),
    {numRuns: 5000},
  );
  expect(sure).toBeGreaterThan(1000);
});

test('no text makes it fail, and none is lost: the body is the end of it', () => {
  const piece = fc.constantFrom(
    '---\n',
    '+++\n',
    '{',
    '}',
    '"',
    'a: ',
    'b = ',
    '[',
    ']',
    '- ',
    '\n',
    '  ',
    '&x ',
    '*x',
    '|\n',
    ',',
    'x',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, {maxLength: 30}).map(parts => parts.join('')),
      ),
      text => {
        expect(text.endsWith(splitFrontMatter(text).body)).toBe(true);
      },
    ),
    {numRuns: 3000},
  );
});
