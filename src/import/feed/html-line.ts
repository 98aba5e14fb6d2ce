/** HTML as one line of plain text: for titles, and for the first words of what has none. */
import {decodeHTML} from 'entities/decode';
import {Tokenizer} from 'htmlparser2';

/** What a title may be marked up with; other tags in what may be plain text are words about tags. */
const knownTags: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code del dfn em embed font i iframe img ins kbd mark object param q rp rt ruby s samp ' +
    'small span strike strong sub sup tbody tt u var wbr'
  ).split(' '),
);
/** A space stands where these do. */
const breakingTags: ReadonlySet<string> = new Set(
  'blockquote br center dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table td th tr ul'.split(' '),
);
const silentTags: ReadonlySet<string> = new Set(['script', 'style']);

/**
 * @param isGuessed it may be plain text; then only tags that a title may have are tags
 * @param longest UTF-16 units that are enough, spaces aside, to spare time; a little more may come
 */
export const lineOfHtml = (
  html: string,
  {
    isGuessed = false,
    longest = Number.POSITIVE_INFINITY,
  }: {readonly isGuessed?: boolean; readonly longest?: number} = {},
): string => {
  if (!html.includes('<')) return decodeHTML(html).replace(/\s+/g, ' ').trim();
  const pieces: string[] = [];
  let length = 0;
  let isSilent = false;
  let tag = '';
  let start = 0;
  const add = (piece: string): void => {
    if (isSilent) return;
    pieces.push(piece);
    length += piece.trim().length;
    if (length > longest) tokenizer.pause();
  };
  const meet = (end: number): void => {
    if (silentTags.has(tag)) isSilent = true;
    else if (breakingTags.has(tag)) add(' ');
    else if (isGuessed && !knownTags.has(tag)) add(html.slice(start - 1, end + 1));
  };
  const tokenizer = new Tokenizer(
    {decodeEntities: true},
    {
      ontext: (from, to) => add(html.slice(from, to)),
      ontextentity: code => add(String.fromCodePoint(code)),
      onopentagname: (from, to) => {
        tag = html.slice(from, to).toLowerCase();
        start = from;
      },
      onopentagend: meet,
      onselfclosingtag: meet,
      onclosetag: (from, to) => {
        tag = html.slice(from, to).trim().toLowerCase();
        if (silentTags.has(tag)) isSilent = false;
        else if (breakingTags.has(tag)) add(' ');
        else if (isGuessed && !knownTags.has(tag)) add(`</${tag}>`);
      },
      oncdata: () => undefined,
      oncomment: () => undefined,
      ondeclaration: () => undefined,
      onprocessinginstruction: () => undefined,
      onattribname: () => undefined,
      onattribdata: () => undefined,
      onattribend: () => undefined,
      onattribentity: () => undefined,
      onend: () => undefined,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return pieces.join('').replace(/\s+/g, ' ').trim();
};
