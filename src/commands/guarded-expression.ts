/** Regular expressions that somebody typed. Some take longer than the universe lasts: they run where a clock can stop them. */
import {createContext, Script} from 'node:vm';
import {AppError} from '../core/errors.ts';
import type {Finder, Found} from '../core/find-text.ts';

/** Milliseconds for a block of an article. */
const longest = 100;

/** A line's end counts as a space, as the lines are only those of the window. */
const search = new Script(`
  expression.lastIndex = 0;
  [...text.replaceAll('\\n', ' ').matchAll(expression)]
    .filter(({0: found}) => found !== '')
    .map(({0: found, index}) => [index, index + found.length]);
`);

const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

/** @throws AppError for a source that is no regular expression; the finder throws one when it gives up */
export const guardedExpression = (source: string, flags: string): Finder => {
  const context = createContext({text: '', expression: expressionOf(source, flags)});
  return text => {
    context.text = text;
    try {
      const found = search.runInContext(context, {timeout: longest}) as readonly (readonly [number, number])[];
      return found.map(([start, end]): Found => ({start, end}));
    } catch (error) {
      // What else goes wrong (its stack, its size) is the expression's fault as well.
      const fault = isTimeout(error) ? 'takes too long here' : 'is too much for this program';
      throw new AppError('usage', `/${source}/ ${fault}`, {hint: 'make it simpler', cause: error});
    }
  };
};

const expressionOf = (source: string, flags: string): RegExp => {
  try {
    return new RegExp(source, flags);
  } catch (cause) {
    // V8 repeats the whole expression before it says what is wrong.
    const reason = cause instanceof Error ? cause.message.slice(cause.message.lastIndexOf(': ') + 2) : '';
    throw new AppError('usage', `no regular expression: ${reason.toLowerCase()}`, {cause});
  }
};
