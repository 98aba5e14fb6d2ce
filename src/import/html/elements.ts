/** What HTML's elements are, as far as writing them as Markdown asks. */
import {type HtmlElement, isElement} from './dom.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that begin on a line of their own. */
export const blockElements = words(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main menu nav object ol p picture pre section summary table tbody td tfoot th thead tr ul video audio img amp-img embed caption',
);

/** Elements whose content is nothing to read. */
export const silentElements = words(
  'script style template head title link meta base svg canvas map noscript button input select textarea option optgroup datalist label progress meter dialog applet frame noframes param source track rp',
);

const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Said to be not shown, by itself and not by a style sheet. */
export const isHidden = (element: HtmlElement): boolean =>
  element.hasAttribute('hidden') || hiddenStyle.test(element.getAttribute('style') ?? '');

/** Nothing for a reader: hidden, or an ornament that is not read aloud. */
export const isOutOfSight = (element: HtmlElement): boolean =>
  isHidden(element) || element.getAttribute('aria-hidden') === 'true';

/** The elements at or below `root` that hold a block: those are not part of a line, whatever their name. */
export const blockHolders = (root: HtmlElement): ReadonlySet<HtmlElement> => {
  const holders = new Set<HtmlElement>();
  const holdsBlock = (element: HtmlElement): boolean => {
    let holds = false;
    for (const child of element.childNodes)
      if (isElement(child) && (holdsBlock(child) || blockElements.has(child.localName))) holds = true;
    if (holds) holders.add(element);
    return holds;
  };
  holdsBlock(root);
  return holders;
};
