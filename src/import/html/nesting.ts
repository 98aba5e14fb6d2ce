/**
 * HTML with its nesting bounded, so that nothing that is done with a page's elements overflows the stack or looks at the
 * same text thousands of times. Where too many elements are open, the tags of further ones are left out and what stands
 * between them stays, as browsers do it. Names of attributes become small letters on the way: the parser keeps them as
 * they are written, and nothing is found by `HREF`.
 */
import {Tokenizer} from 'htmlparser2';

/** Browsers stop at 512; articles are done by 60. */
const deepest = 256;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const voids = words(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr',
);

/** What an opening tag closes when that is open right above it: authors leave out the closing tags of these. */
const closedBy: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...[...words('p div ul ol table h1 h2 h3 h4 h5 h6 blockquote section')].map(name => [name, words('p')] as const),
  ['li', words('li')],
  ['dd', words('dd dt')],
  ['dt', words('dd dt')],
  ['tr', words('tr th td')],
  ['th', words('th')],
  ['td', words('th td')],
  ['option', words('option')],
]);

const foreign = words('svg math');
const htmlInForeign = words('mi mo mn ms mtext annotation-xml foreignobject desc title');

/** What stands in these is no markup as long as their tags stay. */
const verbatim = words('script style title textarea xmp');

interface Open {
  readonly name: string;
  /** Its tag was left out. */
  readonly isLeftOut: boolean;
}

/** Follows which elements are open, as htmlparser2 does, and says of each tag whether it stays. */
const followNesting = () => {
  const open: Open[] = [];
  const counts = new Map<string, number>();
  /** Whether `<x/>` closes itself here: within SVG and MathML, but not in the HTML within them. */
  const isForeign: boolean[] = [false];
  const count = (name: string, by: number) => counts.set(name, (counts.get(name) ?? 0) + by);
  const pop = (): Open | undefined => {
    const last = open.pop();
    if (last !== undefined) count(last.name, -1);
    return last;
  };
  return {
    opens: (name: string, closesItself: boolean): boolean => {
      if (voids.has(name)) return true;
      const closed = closedBy.get(name);
      while (closed?.has(open.at(-1)?.name ?? '')) pop();
      const isLeftOut = open.length >= deepest && (closesItself || !verbatim.has(name));
      if (!isLeftOut && foreign.has(name)) isForeign.push(true);
      if (!isLeftOut && htmlInForeign.has(name)) isForeign.push(false);
      if (closesItself && isForeign.at(-1)) return !isLeftOut;
      open.push({name, isLeftOut});
      count(name, 1);
      return !isLeftOut;
    },
    closes: (name: string): boolean => {
      if (!counts.get(name)) return voids.has(name) || name === 'p';
      let last = pop();
      while (last !== undefined && last.name !== name) last = pop();
      const stays = last?.isLeftOut !== true;
      // The parser leaves a foreign element at any of these, whichever was opened.
      if (stays && isForeign.length > 1 && (foreign.has(name) || htmlInForeign.has(name))) isForeign.pop();
      return stays;
    },
  };
};

/** The same page with no more than 256 elements open at once; mostly the very same text. Linear. */
export const withShallowNesting = (html: string): string => {
  const nesting = followNesting();
  const kept: string[] = [];
  let from = 0;
  let start = 0;
  let name = '';
  const leaveOut = (end: number) => {
    kept.push(html.slice(from, start - 1));
    from = end + 1;
  };
  const ignore = () => {};
  /** Where in the tag at hand names of attributes have capitals. */
  let capitals: (readonly [from: number, to: number])[] = [];
  const ends = (end: number, closesItself: boolean) => {
    if (!nesting.opens(name, closesItself)) return leaveOut(end);
    for (const [at, to] of capitals) {
      kept.push(html.slice(from, at), html.slice(at, to).toLowerCase());
      from = to;
    }
  };
  const tokenizer = new Tokenizer(
    {decodeEntities: false},
    {
      onopentagname: (at, end) => {
        start = at;
        name = html.slice(at, end).toLowerCase();
        capitals = [];
      },
      onopentagend: end => ends(end, false),
      onselfclosingtag: end => ends(end, true),
      onclosetag: (at, end) => {
        start = at - 1;
        if (!nesting.closes(html.slice(at, end).toLowerCase())) leaveOut(Math.max(end, html.indexOf('>', end)));
      },
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      onattribname: (at, end) => {
        if (/[A-Z]/.test(html.slice(at, end))) capitals.push([at, end]);
      },
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onprocessinginstruction: ignore,
      ontext: ignore,
      ontextentity: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return from === 0 ? html : kept.join('') + html.slice(from);
};
