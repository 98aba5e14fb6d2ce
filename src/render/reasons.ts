/** Why an article is suggested, in words: `this article` is the one that is read, `it` the one that is suggested. */
import type {Reason} from '../core/related.ts';

/** Three names say it; more would be a list. */
const mostTerms = 3;

export const describeReason = (reason: Reason): string => {
  switch (reason.kind) {
    case 'listed':
      return 'chosen by its editor';
    case 'links-to':
      return 'this article links to it';
    case 'linked-from':
      return 'it links here';
    case 'shares':
      return `shares ${reason.terms.slice(0, mostTerms).join(', ')}`;
  }
};
