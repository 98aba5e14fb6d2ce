/** Whether a text holds what was on a page beside its article, or is nothing but an article. */
import {hasNotice, isCallOfPage, isCookieNotice, isCopyright, phraseOf} from './interface-lines.ts';
import type {JudgedLine, LineKind} from './judged-lines.ts';
import {pictureOfIcon} from './picture-lines.ts';
import {namesSection} from './sections.ts';

const pageKinds: ReadonlySet<LineKind> = new Set(['interface', 'box', 'end', 'picture']);

/** `Download` and `Contact` may head the parts of a text; nobody writes `Share` or `Log in` into one, or tells of its cookies. */
const weak = 1;
const strong = 2;
const enough = 3;

const evidence = ({kind, text}: JudgedLine): number => {
  if (!pageKinds.has(kind)) return 0;
  const phrase = phraseOf(text);
  const isStrong =
    (kind === 'picture' && pictureOfIcon(text) !== undefined) ||
    (kind === 'interface' &&
      (isCallOfPage(phrase) || hasNotice(phrase) || isCookieNotice(phrase) || namesSection(text))) ||
    (kind === 'end' && isCopyright(text));
  return isStrong ? strong : weak;
};

export const isOfPage = (lines: readonly JudgedLine[]): boolean => {
  let sum = 0;
  for (const line of lines) {
    sum += evidence(line);
    if (sum >= enough) return true;
  }
  return false;
};
