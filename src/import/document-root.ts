/** The first element of a page, a feed or a piece of markup, found without parsing it: past declarations, comments and doctypes. */

export interface DocumentRoot {
  /** In lower case, with its prefix; empty where text does not begin with an element. */
  readonly root: string;
  readonly hasHtmlDoctype: boolean;
}

/** One of the things that may stand before it; of a comment, how it begins. */
const prolog = /\s+|<\?[^>]{0,2000}\?>|<!--|<!doctype\s+([^\s>[]{1,50})[^>[]{0,1000}(?:\[[^\]]{0,20000}\]\s*)?>/iy;

/** @param text its beginning */
export const documentRoot = (text: string): DocumentRoot => {
  let at = 0;
  let hasHtmlDoctype = false;
  for (;;) {
    prolog.lastIndex = at;
    const match = prolog.exec(text);
    if (match === null) break;
    at = prolog.lastIndex;
    if (match[1]?.toLowerCase() === 'html') hasHtmlDoctype = true;
    if (match[0] !== '<!--') continue;
    const end = text.indexOf('-->', at);
    if (end < 0) return {root: '', hasHtmlDoctype};
    at = end + 3;
  }
  const root = /^<([a-z][\w:.-]{0,60})(?=[\s/>])/i.exec(text.slice(at, at + 100))?.[1]?.toLowerCase() ?? '';
  return {root, hasHtmlDoctype};
};
