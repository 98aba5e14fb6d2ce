/** Whether text is Markdown: by signs that plain text seldom has, counted, so that one bullet or one number sign is none. */

interface Sign {
  readonly pattern: RegExp;
  readonly weight: number;
}

/** How often each may count: ten headings are no more Markdown than three. */
const mostOfEach = 3;

/** Two of the heavy ones, or one and some light ones, are beyond chance. */
const enough = 4;

// Each looks at one line at most, so that all of them take time in proportion to the text.
const signs: readonly Sign[] = [
  {pattern: /^#{1,6} +[^\s#][^\n]*$/gm, weight: 2},
  {pattern: /\[[^[\]\n]{1,200}\]\((?:https?:|\/|\.|#|mailto:|<)[^()\n]{0,500}\)/g, weight: 3},
  {pattern: /!\[[^[\]\n]{0,200}\]\([^()\n]{1,500}\)/g, weight: 3},
  {pattern: /^\[[^[\]\n]{1,100}\]: +<?\S{1,500}/gm, weight: 2},
  {pattern: /^(?:```|~~~)[\w+-]{0,30}$/gm, weight: 2},
  {pattern: /^\|? ?:?-{3,}:? ?\|(?:[ :|-]{1,500})$/gm, weight: 4},
  {pattern: /\[\[[^[\]\n]{1,200}\]\]/g, weight: 2},
  {pattern: /(?<![\w*])\*\*[^\s*][^*\n]{0,200}\*\*(?![\w*])/g, weight: 1},
  {pattern: /(?<![\w*_])(?:\*[^\s*][^*\n]{0,200}[^\s*]\*|_[^\s_][^_\n]{0,200}[^\s_]_)(?![\w*_])/g, weight: 0.5},
  {pattern: /^\S[^\n]{0,200}\n(?:={3,}|-{3,})$/gm, weight: 1},
  {pattern: /^ {0,3}[-*+] (?:\[[ x]\] )?\S/gm, weight: 0.5},
  {pattern: /^ {0,3}\d{1,3}[.)] \S/gm, weight: 0.3},
  {pattern: /^> ?\S/gm, weight: 0.5},
  {pattern: /(?<!`)`[^`\n]{1,100}`(?!`)/g, weight: 0.5},
];

const count = (text: string, pattern: RegExp): number => {
  pattern.lastIndex = 0;
  let found = 0;
  while (found < mostOfEach && pattern.exec(text) !== null) found++;
  return found;
};

/** How much of a Markdown file text looks: 0 for plain text, 1 and more for Markdown beyond chance. */
export const markdownLikeness = (text: string): number =>
  signs.reduce((sum, {pattern, weight}) => sum + weight * count(text, pattern), 0) / enough;
