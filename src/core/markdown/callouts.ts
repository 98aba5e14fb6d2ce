/** GitHub's alerts and Obsidian's callouts: a quote whose first line is `[!KIND] Title`. */

const firstLine = /^\[!([A-Za-z][\w -]{0,40})(?:\|[^\]\n]{0,100})?\][+-]?[ \t]*([^\n]*)(?:\n|$)/;

export interface CalloutLine {
  readonly kind: string;
  readonly title: string;
  /** What follows the first line in the same paragraph. */
  readonly rest: string;
}

/** @param paragraph the source of the first paragraph of a quote */
export const readCalloutLine = (paragraph: string): CalloutLine | undefined => {
  const found = firstLine.exec(paragraph);
  if (!found) return;
  return {kind: (found[1] ?? '').toLowerCase(), title: (found[2] ?? '').trim(), rest: paragraph.slice(found[0].length)};
};
