/** What an XML document starts with, without reading it. */

/** Where the first element starts: after byte order mark, declaration, comments and document type. */
const skipProlog = (text: string): number => {
  let place = 0;
  for (;;) {
    while (/[\s\ufeff]/.test(text.charAt(place))) place += 1;
    const isTyped = text.startsWith('<!', place);
    const close = text.startsWith('<!--', place) ? '-->' : isTyped || text.startsWith('<?', place) ? '>' : undefined;
    if (close === undefined) return place;
    let end = text.indexOf(close, place);
    // Definitions within the document type have ends of their own.
    if (close === '>' && isTyped && text.slice(place, end).includes('[')) end = text.indexOf(']>', place) + 1;
    if (end < place) return place;
    place = end + close.length;
  }
};

/** How much is looked at. */
const opening = 20_000;

/** The name of the first element in small letters, without prefix, and the start of the text from it on. */
export const rootOf = (text: string): {readonly name: string | undefined; readonly start: string} => {
  const from = skipProlog(text);
  const start = text.slice(from, from + opening);
  const [, name] = /^<(?:[\w.-]{1,50}:)?([\w.-]{1,50})[\s/>]/.exec(start) ?? [];
  return {name: name?.toLowerCase(), start};
};
