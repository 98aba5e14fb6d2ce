/** Why an article is suggested, in words: `this article` is the one that is read, `it` the one that is suggested. */
import type {Reason} from '../core/related.ts';

/** Three names say it; more would be a list. */
const mostTerms = 3;

/**
 * What says most in few words: why somebody put the two together, and what they share. All reasons of a well-linked
 * article would fill the screen.
 * @param most how many at the most; the first is the strongest
 */
export const mainReasons = (reasons: readonly Reason[], most: 1 | 2): string => {
  const chosen = reasons.find(({kind}) => kind !== 'shares');
  const shared = reasons.find(({kind}) => kind === 'shares');
  return [chosen, shared]
    .filter(reason => reason !== undefined)
    .slice(0, most)
    .map(describeReason)
    .join('; ');
};

export const describeReason = (reason: Reason): string => {
  switch (reason.kind) {
    case 'listed':
      return 'listed as related';
    case 'links-to':
      return 'this article links to it';
    case 'linked-from':
      return 'it links here';
    case 'shares':
      return `shares ${reason.terms.slice(0, mostTerms).join(', ')}`;
  }
};
