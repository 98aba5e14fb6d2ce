/**
 * HTML as Markdown: the one way from foreign markup to the body of an article, for pages, feeds and exports. The text of
 * what comes out, read as Markdown, is the text of the HTML. It is our own, since converters at hand work through every
 * level of nesting again, and leave text standing that Markdown takes for markup; this one takes time in proportion to
 * its input. Running text is in `markdown-inline.ts`.
 */
import {block as safeBlock} from '../../core/sanitize.ts';
import {resolveAddress} from './addresses.ts';
import {type HtmlElement, type HtmlNode, isElement, isText, parseHtml} from './dom.ts';
import {blockElements, blockHolders, isHidden, silentElements} from './elements.ts';
import {pictureKey} from './image-source.ts';
import {writeCode} from './markdown-code.ts';
import {inlineText, paragraphs} from './markdown-inline.ts';
import {clean, type PictureContext, writeEmbed, writeFigure, writeImage} from './markdown-picture.ts';
import {writeTable} from './markdown-table.ts';
import {captionText} from './picture-text.ts';

export interface MarkdownOptions {
  /** The address of its page, which addresses within it are relative to. */
  readonly base?: string | undefined;
  /** The level that its highest headings get, 1 to 6, the others below them; left out, all keep theirs. */
  readonly highestHeading?: number | undefined;
  /** Addresses of pictures that are shown elsewhere, and not to be shown again. */
  readonly shown?: readonly string[] | undefined;
}

interface Context extends PictureContext {
  /** A link that holds blocks: each of its lines becomes a link. */
  readonly href?: string;
  /** How many lists and quotes are around. */
  readonly depth: number;
  readonly holders: ReadonlySet<HtmlElement>;
  /** A form is around that is to be read. */
  readonly isInForm?: boolean;
  /** A list stands right before: this one takes other marks, or the two would become one. */
  readonly isSecondList?: boolean;
  /** How many levels headings sink; rise, where it is negative. */
  readonly sinking: number;
}

type Rule = (element: HtmlElement, context: Context) => readonly string[];

/** Lists and quotes nest this deep at most: each level writes its lines anew. */
const deepest = 12;

const heading: Rule = (element, context) => {
  const text = inlineText(element.childNodes, {...context, isBold: true});
  const level = Math.min(6, Number(element.localName.charAt(1)) + context.sinking);
  // Number signs at the end would close it.
  return text === '' ? [] : [`${'#'.repeat(level)} ${text.replace(/(^| )(#+)$/, '$1\\$2')}`];
};

const usualList = /^(?:- |\d+\. )/;

/** A picture, maybe with the line below it; not one among words. */
const isPicture = (written: string): boolean => /^!\[[^\n]*\)(?:\n\n\*[^\n]*\*)?$/.test(written);

const indent = (lines: string, by: string): string => lines.replace(/\n(?=[^\n])/g, `\n${by}`);

const checkbox = (item: HtmlElement): string => {
  const box = item.querySelector('input[type=checkbox]');
  const isFirst = box !== null && [item, item.firstChild].some(holder => holder === box.parentNode);
  return isFirst ? `[${box.hasAttribute('checked') ? 'x' : ' '}] ` : '';
};

const list: Rule = (element, context) => {
  if (context.depth >= deepest) return writeBlocks(element.childNodes, context);
  const start = Number.parseInt(element.getAttribute('start') ?? '', 10);
  let number = Number.isNaN(start) ? 1 : Math.min(Math.max(0, start), 999_000_000);
  const isSecond = context.isSecondList === true;
  const items: string[] = [];
  const inItems: (readonly string[])[] = [];
  let isLoose = false;
  for (const child of element.childNodes) {
    const blocks = writeBlocks(isElement(child) && child.localName === 'li' ? child.childNodes : [child], {
      ...context,
      depth: context.depth + 1,
    });
    if (blocks.length === 0) continue;
    inItems.push(blocks);
    const marker = element.localName === 'ol' ? `${number++}${isSecond ? ')' : '.'} ` : isSecond ? '* ' : '- ';
    const box = isElement(child) ? checkbox(child) : '';
    isLoose ||= blocks.some((text, index) => index > 0 && !/^(?:[-*]|\d+[.)]) /.test(text));
    const [first = '', ...others] = blocks;
    const startsWithBlock = /^(?:#{1,6} |> |```|\|)/.test(first);
    const content = [startsWithBlock && box ? `${box}\n\n${first}` : box + first, ...others].join(
      isLoose ? '\n\n' : '\n',
    );
    items.push(marker + indent(content, ' '.repeat(marker.length)));
  }
  // A slide show is a list to a page, and pictures to a reader.
  if (inItems.every(blocks => blocks.every(isPicture))) return inItems.flat();
  return [items.join(isLoose ? '\n\n' : '\n')];
};

const quote: Rule = (element, context) => {
  const isNested = context.depth < deepest;
  const blocks = writeBlocks(element.childNodes, {...context, depth: context.depth + 1});
  if (!isNested || blocks.length === 0) return blocks;
  return [
    blocks
      .join('\n\n')
      .replace(/^(?=.)/gm, '> ')
      .replace(/^$/gm, '>'),
  ];
};

const isWithin = (element: HtmlElement, others: readonly HtmlElement[]): boolean =>
  others.some(other => other.contains(element));

const figure: Rule = (element, context) => {
  const captions = [...element.getElementsByTagName('figcaption')];
  const holdsText = [...element.querySelectorAll('table, pre, blockquote, p, ul, ol')].some(part =>
    part.localName !== 'p' || clean(part.textContent) !== '' ? !isWithin(part, captions) : false,
  );
  if (holdsText) return writeBlocks(element.childNodes, context);
  const caption = captions.map(captionText).join(' ').trim();
  const players = [...element.querySelectorAll('iframe, video, audio')].flatMap(player =>
    writeEmbed(player, {...context, title: caption}),
  );
  if (players.length > 0) return players;
  const pictures = writeFigure([...element.querySelectorAll('img, amp-img')], caption, context);
  return pictures.length > 0 ? pictures : writeBlocks(element.childNodes, context);
};

const table: Rule = (element, context) => {
  const captions = [...element.children].filter(({localName}) => localName === 'caption');
  const written = writeTable(element, context);
  if (written === undefined) return writeBlocks(element.childNodes, context);
  return [...captions.flatMap(caption => writeBlocks(caption.childNodes, context)), ...(written ? [written] : [])];
};

const rule = '* * *';

const strongLine: Rule = (element, context) => {
  const text = inlineText(element.childNodes, context);
  return text === '' ? [] : [/[*_`\\[]/.test(text) ? text : `**${text}**`];
};

/** A page for those without scripts repeats the picture that a script would have loaded. */
const noscript: Rule = (element, context) =>
  [...element.querySelectorAll('img')].flatMap(image => writeImage(image, context));

/** A form with fields is for asking, not for reading; old pages wrap themselves in one. */
const form: Rule = (element, context) =>
  // One within another is a fault of the page, and no longer than that one: its text is not measured again.
  !context.isInForm && clean(element.textContent).length < 1000
    ? []
    : writeBlocks(element.childNodes, {...context, isInForm: true});

const rules: Readonly<Record<string, Rule>> = {
  ...{h1: heading, h2: heading, h3: heading, h4: heading, h5: heading, h6: heading},
  ...{ul: list, ol: list, menu: list, dir: list},
  ...{blockquote: quote, pre: writeCode, table, form, noscript, figure},
  ...{dt: strongLine, summary: strongLine},
  ...{hr: () => [rule]},
  ...{iframe: writeEmbed, video: writeEmbed, audio: writeEmbed, embed: writeEmbed},
  ...{img: (image, context) => writeImage(image, context), 'amp-img': (image, context) => writeImage(image, context)},
};

/** An element that only holds blocks. */
const inner: Rule = (element, context) => writeBlocks(element.childNodes, context);

const ownRule = (name: string): Rule | undefined => (Object.hasOwn(rules, name) ? rules[name] : undefined);

function writeBlocks(nodes: Iterable<HtmlNode>, context: Context): readonly string[] {
  const blocks: string[] = [];
  let run: HtmlNode[] = [];
  // One by one: a call takes only so many arguments.
  const add = (added: readonly string[]) => {
    for (const text of added) blocks.push(text);
  };
  const endRun = () => {
    if (run.length > 0) add(paragraphs(run, context));
    run = [];
  };
  for (const node of nodes) {
    if (!isElement(node)) {
      if (isText(node)) run.push(node);
      continue;
    }
    const own = ownRule(node.localName);
    if (own === undefined && (silentElements.has(node.localName) || isHidden(node))) continue;
    const isBlock = own !== undefined || blockElements.has(node.localName) || context.holders.has(node);
    if (!isBlock) {
      run.push(node);
      continue;
    }
    endRun();
    if (isHidden(node)) continue;
    const href = node.localName === 'a' ? resolveAddress(node.getAttribute('href') ?? '', context.base) : undefined;
    const within = href === undefined ? context : {...context, href};
    const isSecondList = usualList.test(blocks.at(-1) ?? '');
    add((own ?? inner)(node, {...within, isSecondList}));
  }
  endRun();
  return blocks;
}

/** How far headings sink so that the highest have a level. */
const sinkingTo = (level: number, root: HtmlElement): number => {
  const headings = [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(({textContent}) => clean(textContent));
  const highest = headings.reduce((least, {localName}) => Math.min(least, Number(localName.charAt(1))), 7);
  return level - Math.min(6, highest);
};

/** Rules that part something: not at the beginning, nor at the end, nor two in a row. */
const withoutIdleRules = (blocks: readonly string[]): readonly string[] => {
  const parted = blocks.filter((block, index) => block !== rule || (index > 0 && blocks[index - 1] !== rule));
  return parted.at(-1) === rule ? parted.slice(0, -1) : parted;
};

/** The content of an element as Markdown. */
export const markdownOfElement = (element: HtmlElement, options: MarkdownOptions = {}): string => {
  const {base, highestHeading, shown = []} = options;
  const context: Context = {
    base,
    depth: 0,
    holders: blockHolders(element),
    shown: new Set(shown.map(pictureKey)),
    sinking: highestHeading === undefined ? 0 : sinkingTo(highestHeading, element),
  };
  return safeBlock(withoutIdleRules(writeBlocks(element.childNodes, context)).join('\n\n')).trim();
};

/**
 * A piece of HTML as Markdown: CommonMark with GFM. Links lead to http, https or mail, everything that acts or asks is
 * left out.
 * @throws AppError when it is too large
 */
export const markdownOfHtml = (html: string, options: MarkdownOptions = {}): string =>
  markdownOfElement(parseHtml(html).body, options);
