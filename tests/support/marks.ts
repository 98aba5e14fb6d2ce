/** Builders of marks, by hand and at random. */
import fc from 'fast-check';
import {type ArticleKey, buildMark, type Json, type KeyedMark, type Mark, type Stamped} from '../../src/core/marks.ts';

export const key = (id: string, library = 'news'): ArticleKey => ({library, id});

/** Few values and times, so that some are the same, and some moments too. */
const stamped = (values: fc.Arbitrary<Json>): fc.Arbitrary<Stamped<Json> | undefined> =>
  fc.option(fc.record({value: values, at: fc.integer({min: 0, max: 5})}), {nil: undefined});

export const anyMark: fc.Arbitrary<Mark> = fc
  .record({
    isRead: stamped(fc.boolean()),
    isStarred: stamped(fc.boolean()),
    place: stamped(fc.constantFrom<Json>({block: 1}, {block: 2, hash: 7, fraction: -0.5}, null, 'a\u0000\ud800\n"')),
    opened: stamped(fc.integer({min: 0, max: 3})),
    hash: stamped(fc.constantFrom('0123abcd', 'ffff0000')),
    source: stamped(fc.constantFrom('web:example.org/a?', 'web:example.org/é\u0000\t\n?')),
  })
  .map(fields => buildMark(field => fields[field]));

/** Marks of a few articles, each of them at most once. */
export const someMarks: fc.Arbitrary<readonly KeyedMark[]> = fc.uniqueArray(
  fc.record({key: fc.constantFrom(key('a'), key('b'), key('北京/ü'), key('a', 'old news')), mark: anyMark}),
  {selector: ({key: {library, id}}) => `${library}:${id}`},
);
