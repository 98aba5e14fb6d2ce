import {expect, test} from 'vitest';
import {guardedExpression} from '../../src/commands/guarded-expression.ts';
import {AppError} from '../../src/core/errors.ts';

test('an expression finds over the ends of lines, and nothing empty', () => {
  expect(guardedExpression('b.c|x*', 'gu')('ab\nc  x')).toEqual([
    {start: 1, end: 4},
    {start: 6, end: 7},
  ]);
});

test('one that would take forever gives up', () => {
  const started = performance.now();
  expect(() => guardedExpression('(a+)+$', 'gu')(`${'a'.repeat(40)}b`)).toThrow(AppError);
  expect(performance.now() - started).toBeLessThan(5000);
});

test('what is none is told', () => {
  expect(() => guardedExpression('(a', 'gu')).toThrow('unterminated group');
});

test('it knows nothing of the program', () => {
  expect(guardedExpression('\\bprocess\\b', 'gu')('no process here')).toEqual([{start: 3, end: 10}]);
});

test('one that is too much for the engine is told, too', () => {
  expect(() => guardedExpression('(?:a?){9999999}', 'gu')('aaa')).toThrow(AppError);
});
