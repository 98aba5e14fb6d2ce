/** Text apart at its blank lines. */

/**
 * The runs of lines between blank ones. It goes by lines, since an expression that repeats a group for each blank line
 * fills the stack with what millions of them would have it remember.
 */
export const paragraphsOf = (text: string): readonly string[] => {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push(line);
    else if (lines.length > 0) {
      paragraphs.push(lines.join('\n'));
      lines = [];
    }
  }
  return lines.length > 0 ? [...paragraphs, lines.join('\n')] : paragraphs;
};
