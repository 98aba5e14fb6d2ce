import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Article} from '../../src/core/article.ts';
import {AppError} from '../../src/core/errors.ts';
import {asTyped} from '../../src/core/query/as-typed.ts';
import {QueryError} from '../../src/core/query/query-error.ts';
import {compileQuery, parseQuery} from '../../src/core/query.ts';
import {field, url} from '../../src/core/sanitize.ts';
import {printQuery} from './print-query.ts';

const published = (day: string) => ({iso: day, day, time: Date.parse(day)});

const article = (changes: Partial<Article> = {}): Article => ({
  id: field('politics/security'),
  library: field('news'),
  path: '/news/politics/security.md',
  title: field('Rabat and Madrid renew security ties'),
  titleFrom: 'front-matter',
  standfirst: field('Senior officials met'),
  section: field('World news'),
  authors: [field('José Pérez González')],
  tags: [field('Content strategy'), field('Łódź')],
  source: {name: field('Example Daily'), url: url('https://news.example.org/a') as never},
  lang: field('pt-BR'),
  published: published('2022-07-06'),
  related: [],
  isHidden: false,
  problems: [],
  body: "They spoke of [border crossings](https://address.test/hidden) and of Spain's coast.\n\n北京市 hosts C++ co-operation.\n",
  ...changes,
});

const fits = (query: string, changes: Partial<Article> = {}) =>
  compileQuery(parseQuery(query), {now: new Date(2022, 6, 10, 12)})(article(changes));

describe('a query finds', () => {
  test.each([
    ['', true],
    ['   ', true],
    ['rabat', true],
    ['RABAT gonzalez', true],
    ['rabat berlin', false],
    ['secur', false],
    ['secur*', true],
    ['"madrid renew"', true],
    ['“madrid renew”', true],
    ['"renew madrid"', false],
    ['"security ties senior"', false], // the title's end and the standfirst's start are no phrase
    ['spain', true],
    ["spain's", true],
    ['co-operation', true],
    ['coperation', false],
    ['hidden', false], // the address of a link is no text
    ['address.test', false],
    ['strategy', true],
    ['北京', true],
    ['京市', true],
    ['市', true],
    ['市京', false],
    ['-rabat', false],
    ['-berlin', true],
    ['NOT berlin', true],
    ['NOT NOT rabat', true],
    ['--rabat', true],
    ['berlin OR rabat', true],
    ['berlin OR paris', false],
    ['berlin rabat OR madrid', true],
    ['berlin (rabat OR madrid)', false],
    ['-(berlin OR paris) madrid', true],
    ['rabat AND madrid', true],
    ['section:"world news"', true],
    ['section:world', false],
    ['section:world*', true],
    ['SECTION:"World News"', true],
    ['tag:content-strategy', true],
    ['tag:content', false],
    ['tag:lodz', true],
    ['-tag:lodz', false],
    ['author:perez', true],
    ['author:"jose perez"', true],
    ['author:rabat', false],
    ['title:madrid', true],
    ['title:officials', false],
    ['source:example.org', true],
    ['source:daily', true],
    ['source:other.org', false],
    ['lang:pt', true],
    ['lang:pt-br', true],
    ['lang:p', false],
    ['after:2022', true],
    ['after:2022-07', true],
    ['after:2022-07-06', true],
    ['after:2022-07-07', false],
    ['before:2022-07-06', false],
    ['before:2022-07-07', true],
    ['before:2022-07', false],
    ['newer:4d', true],
    ['newer:3d', false],
    ['newer:1w', true],
    ['newer:1m', true],
    ['has:problem', false],
    ['has:image', false],
    ['-has:hidden', true],
  ])('%s: %s', (query, expected) => {
    expect(fits(query)).toBe(expected);
  });

  test.each([
    ['```js\nawait fetch(url)\n```', 'fetch', true],
    ['```\nnever closed', 'closed', true],
    ['Text:\n\n    indented code', 'indented', true],
    ['<pre><code class="language-sh">make install</code></pre>', '"make install"', true],
    ['<pre class="language-sh">make</pre>', 'language', false],
    ['see https://example.org/guide.', 'example.org', true],
    ['see <https://example.org/guide>', 'example.org', true],
    ['<script>let hidden</script>', 'hidden', false],
    ['<!-- hidden -->', 'hidden', false],
    ['a pic&shy;ture, caf&eacute;', '"picture cafe"', true],
    ['[[Western Sahara|the desert]]', 'desert', true],
  ])('in the body what a reader sees: %j, %s: %s', (body, query, expected) => {
    expect(fits(query, {body})).toBe(expected);
  });

  test('no article without a date by its date, from either side', () => {
    const undated = {published: undefined as never};
    expect([fits('after:2000', undated), fits('before:2100', undated), fits('newer:9999y', undated)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('an article by the day it was saved when it has no other', () => {
    expect(fits('after:2023', {published: undefined as never, saved: published('2023-02-01')})).toBe(true);
  });

  test('pictures, problems and hidden articles', () => {
    expect(fits('has:image', {image: {src: field('a.jpg')}})).toBe(true);
    expect(fits('has:problem', {problems: [{message: field('x')}]})).toBe(true);
    expect(fits('has:hidden', {isHidden: true})).toBe(true);
  });
});

test.each([
  ['has:hidden', true],
  ['rabat (x OR has:hidden)', true],
  ['-has:hidden', false],
  ['rabat', false],
])('%s asks for hidden articles: %s', (query, expected) => {
  expect(parseQuery(query).asksForHidden).toBe(expected);
});

/** The caret's line below the query, as the command line shows it. */
const pointed = (query: string): string => {
  try {
    compileQuery(parseQuery(query));
  } catch (error) {
    if (error instanceof QueryError) return `${error.message} @${error.span.start}–${error.span.end}`;
    throw error;
  }
  return 'no mistake';
};

test.each([
  ['is:read', true],
  ['is:unread', false],
  ['is:starred', false],
  ['rabat -is:starred', true],
  ['(is:starred OR is:READ) rabat', true],
])('%s asks what is remembered', (text, expected) => {
  const query = parseQuery(text);
  expect(query.asksForState).toBe(true);
  const fitsNow = compileQuery(query, {isRead: ({id}) => id === 'politics/security', isStarred: () => false});
  expect(fitsNow(article())).toBe(expected);
});

test('what does not ask what is remembered says so', () => {
  expect([parseQuery('').asksForState, parseQuery('rabat OR -has:image').asksForState]).toEqual([false, false]);
});

test.each([
  ['sectoin:politics', 'there is no field "sectoin" @0–7'],
  ['rabat section:', 'section: is followed by nothing @6–13'],
  ['section:""', 'section: is followed by nothing @0–7'],
  ['rabat "madrid', 'the quotes that open here are not closed @6–13'],
  ['(rabat', 'the "(" that opens here is not closed @0–1'],
  ['rabat)', 'this ")" closes nothing @5–6'],
  ['()', 'a word is missing between "(" and ")" @1–2'],
  ['rabat OR', 'a word is missing between "OR" and the end @8–9'],
  ['OR rabat', 'a word is missing before "OR" @0–1'],
  ['rabat AND OR madrid', 'a word is missing between "AND" and "OR" @10–11'],
  ['rabat -', 'a word is missing between "-" and the end @7–8'],
  ['*', 'letters are missing before "*" @0–1'],
  ['ra*bat', '"*" stands only at the end of a word @2–3'],
  ['rabat &', 'there are no letters or digits to look for here @6–7'],
  ['after:2022-13', 'after: does not take "2022-13" @6–13'],
  ['after:2022-02-30', 'after: does not take "2022-02-30" @6–16'],
  ['before:yesterday', 'before: does not take "yesterday" @7–16'],
  ['newer:week', 'newer: does not take "week" @6–10'],
  ['is:red', 'is: does not take "red" @3–6'],
  ['has:video', 'has: does not take "video" @4–9'],
  ['is:unread', 'is: cannot be asked for here @0–9'],
  ['a '.repeat(2001), 'the query is too long @4000–4002'],
  ['https://example.org', 'no mistake'],
  ['10:30', 'no mistake'],
])('the mistake in %s is told with its place', (query, expected) => {
  expect(pointed(query)).toBe(expected);
});

test('an unknown field names the one that was probably meant', () => {
  expect(() => parseQuery('sectoin:x')).toThrow(expect.objectContaining({hint: 'did you mean section: ?'}));
});

test('what is being typed is the beginning of a word; what is excluded or quoted is not', () => {
  expect(printQuery(asTyped(parseQuery('rabat secur')))).toBe('rabat secur*');
  expect(printQuery(asTyped(parseQuery('rabat secur ')))).toBe('rabat secur');
  expect(printQuery(asTyped(parseQuery('rabat -secur')))).toBe('rabat -secur');
  expect(printQuery(asTyped(parseQuery('"rabat secur"')))).toBe('"rabat secur"');
  expect(printQuery(asTyped(parseQuery('section:pol')))).toBe('section:pol*');
});

const word = fc.constantFrom('rabat', 'a', 'gonzález', '北京', 'x-y', '10:30', 'or', 'e.g.');
const leaf = fc.oneof(
  word,
  word.map(text => `${text}*`),
  fc.array(word, {minLength: 1, maxLength: 3}).map(all => `"${all.join(' ')}"`),
  fc
    .tuple(fc.constantFrom('section', 'tag', 'author', 'title', 'source', 'lang', 'name'), word)
    .map(all => all.join(':')),
  fc.constantFrom('is:read', 'has:image', 'after:2022-7', 'before:2022', 'newer:7d', 'title:"road map"'),
);
const {query: anyQuery} = fc.letrec<{query: string}>(tie => ({
  query: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    leaf,
    fc.array(tie('query'), {minLength: 1, maxLength: 3}).map(all => all.join(' ')),
    fc.array(tie('query'), {minLength: 2, maxLength: 3}).map(all => all.join(' OR ')),
    tie('query').map(all => `(${all})`),
    tie('query').map(all => `-(${all})`),
    tie('query').map(all => `NOT (${all})`),
  ),
}));

const withoutSpans = (node: unknown): unknown =>
  JSON.parse(JSON.stringify(node ?? null, (key, value) => (key === 'span' ? undefined : value)));

test('a query printed and read again is the same query', () => {
  fc.assert(
    fc.property(anyQuery, text => {
      const query = parseQuery(text);
      const again = parseQuery(printQuery(query));
      expect(printQuery(again)).toBe(printQuery(query));
      expect(withoutSpans(again.root)).toEqual(withoutSpans(query.root));
    }),
    {numRuns: 300},
  );
});

test('any text is a query or a mistake that is told with a place inside it, never a failure', () => {
  const bits = fc.constantFrom(
    '(',
    ')',
    '"',
    '-',
    '*',
    ' ',
    'OR',
    'AND',
    'NOT',
    ':',
    'section:',
    'after:',
    'a',
    '\u001b[2J',
    '😀',
    '\ud800',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({unit: 'binary'}),
        fc.array(bits, {maxLength: 30}).map(all => all.join('')),
      ),
      text => {
        try {
          compileQuery(parseQuery(text))(article());
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          const {span} = error as QueryError;
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.start).toBeLessThanOrEqual(text.length);
          expect(span.end).toBeGreaterThan(span.start);
        }
      },
    ),
    {numRuns: 500},
  );
});

test.each([
  ['brackets', '('],
  ['negations', '-'],
  ['words', 'a '],
  ['keywords', 'NOT '],
  ['quotes', '"'],
  ['stars', '*'],
  ['fields', 'title:'],
])('a megabyte of %s is answered, in linear time', (_, unit) => {
  const text = unit.repeat(1_000_000 / unit.length);
  const answered = () => {
    try {
      parseQuery(text);
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
    }
  };
  expect(answered).not.toThrow();
});
