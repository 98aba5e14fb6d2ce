/** How a mark changes, and how that is taken back. */
import {
  type ArticleKey,
  buildMark,
  fieldsOfMarks,
  type Json,
  latestTime,
  type Mark,
  type MarkField,
  type MarkValues,
  type Stamped,
} from './marks.ts';

/** What is to be so from now on; what is left out stays. */
export type MarkChange = {readonly key: ArticleKey} & {readonly [Field in MarkField]?: MarkValues[Field] | undefined};

/** What a change did to one article: what each field that it touched was, and since when it is what it became. */
export interface Reversal {
  readonly key: ArticleKey;
  readonly fields: {readonly [Field in MarkField]?: {readonly before: Stamped<Json> | null; readonly at: number}};
}

export interface Changed {
  readonly mark: Mark;
  readonly reversal: Reversal;
}

/** What was never said is so by itself: an article is unread and without a star. */
const currentValue = (mark: Mark, field: MarkField): Json | undefined =>
  mark[field]?.value ?? (field === 'isRead' || field === 'isStarred' ? false : undefined);

const isSame = (a: Json | undefined, b: Json): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Clocks go backwards, and other machines' are ahead: what is done now is later than all that is known. */
const timeAfter = (now: number, known: Stamped<Json> | undefined): number =>
  Math.min(latestTime, known === undefined ? now : Math.max(now, known.at + 1));

/**
 * @param now milliseconds since 1970
 * @returns undefined when all of it is so already
 */
export const changeMark = (mark: Mark, change: MarkChange, now: number): Changed | undefined => {
  const fields: Partial<Record<MarkField, {before: Stamped<Json> | null; at: number}>> = {};
  const changed = buildMark(field => {
    const value = change[field];
    const before = mark[field];
    if (value === undefined || isSame(currentValue(mark, field), value)) return before;
    const at = timeAfter(now, before);
    fields[field] = {before: before ?? null, at};
    return {value, at};
  });
  return Object.keys(fields).length === 0 ? undefined : {mark: changed, reversal: {key: change.key, fields}};
};

/** The mark as it was before. A field that was changed again since, here or by another program, stays as it is now. */
export const revertMark = (mark: Mark, {fields}: Reversal): Mark =>
  buildMark(field => {
    const reverted = fields[field];
    return reverted === undefined || reverted.at !== mark[field]?.at ? mark[field] : (reverted.before ?? undefined);
  });

/** Whether there is anything in it that would show: a hash that was learned by the way does not. */
export const isNoticeable = ({fields}: Reversal): boolean =>
  fieldsOfMarks.some(name => name !== 'hash' && name !== 'source' && fields[name] !== undefined);
