/** Rules that are typed, as a line of stars between two parts of a text. */
import {type HtmlElement, isElement} from './dom.ts';
import {textBlocks} from './text-blocks.ts';

/** Nothing but signs; underscores aside, which agencies set between parts and which are a line by themselves. */
const typed = /^(?:[*•·~=–—-]\s*){3,}$|^⁂$/;

/** Turns them into `<hr>`. */
export const makeRules = (root: HtmlElement): void => {
  for (const {text, nodes, kind, apart} of textBlocks(root)) {
    const [block] = nodes;
    if (block === undefined || nodes.length > 1 || !isElement(block) || apart !== undefined || kind === 'li') continue;
    if (text.length <= 40 && typed.test(text)) block.replaceWith(root.ownerDocument.createElement('hr'));
  }
};
