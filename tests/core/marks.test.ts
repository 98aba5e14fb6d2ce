import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {changeMark, revertMark} from '../../src/core/mark-changes.ts';
import {markLine, markText, parseMarkLines, parseMarkText} from '../../src/core/mark-lines.ts';
import {planMoves} from '../../src/core/mark-moves.ts';
import {latestTime, type Mark, mergeMarks} from '../../src/core/marks.ts';
import {anyMark, key, someMarks} from '../support/marks.ts';

describe('merging', () => {
  test('takes of each field what was said last', () => {
    const here: Mark = {isRead: {value: true, at: 5}, isStarred: {value: true, at: 1}};
    const there: Mark = {isRead: {value: false, at: 4}, isStarred: {value: false, at: 2}, opened: {value: 9, at: 9}};
    expect(mergeMarks(here, there)).toEqual({
      isRead: {value: true, at: 5},
      isStarred: {value: false, at: 2},
      opened: {value: 9, at: 9},
    });
  });

  test('gives the same in any order, however often', () => {
    fc.assert(
      fc.property(anyMark, anyMark, anyMark, (a, b, c) => {
        expect(mergeMarks(a, b)).toEqual(mergeMarks(b, a));
        expect(mergeMarks(mergeMarks(a, b), c)).toEqual(mergeMarks(a, mergeMarks(b, c)));
        expect(mergeMarks(a, a)).toEqual(a);
      }),
    );
  });
});

describe('a change', () => {
  test('is later than all that is known, whatever the clock says', () => {
    const known: Mark = {isRead: {value: true, at: 1000}};
    expect(changeMark(known, {key: key('a'), isRead: false}, 7)?.mark.isRead).toEqual({value: false, at: 1001});
    const last: Mark = {isRead: {value: true, at: latestTime}};
    const changed = changeMark(last, {key: key('a'), isRead: false}, 7)?.mark ?? {};
    expect(parseMarkText(markText(changed))).toEqual({isRead: {value: false, at: latestTime}});
  });

  test.each([
    ['unread', {isRead: false}],
    ['without a star', {isStarred: false}],
    ['nothing', {}],
    ['not told', {isRead: undefined}],
  ])('of an unmarked article to %s changes nothing', (_, change) => {
    expect(changeMark({}, {key: key('a'), ...change}, 7)).toBeUndefined();
  });

  test('leaves what is so already as old as it is', () => {
    const known: Mark = {isRead: {value: true, at: 1}, place: {value: {block: 1}, at: 1}};
    expect(changeMark(known, {key: key('a'), isRead: true, place: {block: 1}}, 7)).toBeUndefined();
    expect(changeMark(known, {key: key('a'), isRead: true, opened: 7}, 7)?.mark).toEqual({
      ...known,
      opened: {value: 7, at: 7},
    });
  });

  test('is taken back with its times', () => {
    const change = fc.record(
      {
        isRead: fc.boolean(),
        isStarred: fc.boolean(),
        place: fc.constant({block: 3}),
        opened: fc.nat(9),
        hash: fc.constant('abcdef01'),
      },
      {requiredKeys: []},
    );
    fc.assert(
      fc.property(anyMark, change, change, fc.nat(9), (before, first, second, now) => {
        const one = changeMark(before, {key: key('a'), ...first}, now);
        const other = changeMark(one?.mark ?? before, {key: key('a'), ...second}, now);
        const last = other?.mark ?? one?.mark ?? before;
        const back = other === undefined ? last : revertMark(last, other.reversal);
        expect(one === undefined ? back : revertMark(back, one.reversal)).toEqual(before);
      }),
    );
  });

  test('that was changed again since is not taken back', () => {
    const changed = changeMark({}, {key: key('a'), isRead: true, isStarred: true}, 1);
    const later: Mark = {...changed?.mark, isRead: {value: false, at: 2}};
    expect(changed && revertMark(later, changed.reversal)).toEqual({isRead: {value: false, at: 2}});
  });
});

describe('lines', () => {
  test('hold all that is known', () => {
    fc.assert(
      fc.property(someMarks, all => {
        const text = all.map(markLine).join('\n');
        expect(text).not.toMatch(/[\0-\x09\x0b-\x1f]|\p{Cs}/u);
        expect(parseMarkLines(text)).toEqual({marks: all, faults: []});
      }),
    );
  });

  test('are plain to read', () => {
    const mark: Mark = {isRead: {value: true, at: 1657108800000}, opened: {value: 5, at: 6}};
    expect(markLine({key: key('politics/border'), mark})).toBe(
      '{"version":1,"library":"news","id":"politics/border","read":[true,1657108800000],"opened":[5,6]}',
    );
  });

  const good = '{"version":1,"library":"news","id":"a","read":[true,5]}';
  test.each([
    ['no JSON object', 'not json'],
    ['no JSON object', '[1]'],
    ['no "version": 1', '{"library":"news","id":"a"}'],
    ['written by a later newsprint', '{"version":2,"library":"news","id":"a"}'],
    ['names no library and id', '{"version":1,"library":"news"}'],
    ['names no library and id', '{"version":1,"library":"news","id":"a\\u001b[2J"}'],
    ['read is no [value, time]', '{"version":1,"library":"news","id":"a","read":true}'],
    ['read has a wrong value', '{"version":1,"library":"news","id":"a","read":["yes",5]}'],
    ['the time of read', '{"version":1,"library":"news","id":"a","read":[true,-1]}'],
    ['the time of read', '{"version":1,"library":"news","id":"a","read":[true,1e300]}'],
    ['hash has a wrong value', '{"version":1,"library":"news","id":"a","hash":["xyz",1]}'],
    ['place has a wrong value', `{"version":1,"library":"news","id":"a","place":["${'x'.repeat(2000)}",1]}`],
  ])('with a fault (%s) are told with their number, and the others are read', (message, line) => {
    const {marks, faults} = parseMarkLines(`\ufeff${good}\r\n\n${line}\n${good}\n`);
    expect(marks).toHaveLength(2);
    expect(faults).toEqual([{line: 3, message: expect.stringContaining(message)}]);
  });

  test('may have fields that are not known', () => {
    expect(parseMarkLines(`${good.slice(0, -1)},"colour":"red"}`).marks).toEqual(parseMarkLines(good).marks);
  });
});

describe('marks of an article that is gone', () => {
  const marked = (id: string, hash: string, source?: string, library?: string) => ({
    key: key(id, library),
    mark: {
      isRead: {value: true, at: 1},
      hash: {value: hash, at: 1},
      ...(source !== undefined && {source: {value: source, at: 1}}),
    },
  });
  const there = (id: string, hash: string, source?: string) => ({key: key(id), hash, source});

  test.each([
    ['go to the one with the same content', [marked('old', 'h1')], [there('new', 'h1')], ['old → new']],
    ['else to the one from the same address', [marked('old', 'h1', 's')], [there('new', 'h2', 's')], ['old → new']],
    [
      'go by the content before the address',
      [marked('old', 'h1', 's')],
      [there('x', 'h2', 's'), there('y', 'h1', 't')],
      ['old → y'],
    ],
    ['stay when two articles have that content', [marked('old', 'h1')], [there('x', 'h1'), there('y', 'h1')], []],
    ['stay when two such marks are left', [marked('old', 'h1'), marked('older', 'h1')], [there('x', 'h1')], []],
    ['stay when the article has marks', [marked('old', 'h1'), marked('x', 'h9')], [there('x', 'h1')], []],
    ['stay when their library was not read', [marked('old', 'h1', undefined, 'away')], [there('x', 'h1')], []],
    ['are those of no other', [marked('x', 'h1')], [there('x', 'h1'), there('y', 'h1')], []],
    [
      'stay when another file has taken their name',
      [marked('a', 'h1'), marked('b', 'h2')],
      [there('b', 'h1'), there('c', 'h2')],
      [],
    ],
  ] as const)('%s', (_, marks, articles, expected) => {
    expect(planMoves(marks, articles).map(({from, to}) => `${from.id} → ${to.id}`)).toEqual(expected);
  });
});
