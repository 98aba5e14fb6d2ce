/**
 * What is to be imported, by its content. A name and a type are hints for where the content says nothing: servers and people
 * get them wrong. What an archive holds is told by `detect-listing.ts`, what a database holds by its tables.
 */
import {splitFrontMatter} from '../core/front-matter.ts';
import {decodeBytes} from './charset.ts';
import {type DocumentRoot, documentRoot} from './document-root.ts';
import {csvColumns} from './exports/csv-rows.ts';
import {signatureOf} from './file-signatures.ts';
import {markdownLikeness} from './markdown-signs.ts';
import {cleanText} from './page-text/clean-text.ts';
import {readMail} from './page-text/mail-head.ts';

export type Kind =
  | 'html'
  | 'text'
  | 'markdown'
  | 'feed'
  | 'opml'
  | 'pocket-csv'
  | 'pocket-page'
  | 'instapaper'
  | 'wallabag'
  | 'readeck-csv'
  | 'newsboat-urls'
  /** A database: its tables tell whether it is newsboat's. */
  | 'newsboat-cache'
  /** A zip file. */
  | 'archive'
  /** Lines of addresses, of which nothing says that they are feeds. */
  | 'addresses'
  | 'unknown';

export interface Hints {
  /** Of the file, or the last segment of an address. */
  readonly name?: string | undefined;
  readonly contentType?: string | undefined;
}

export interface Detected {
  readonly kind: Kind;
  /** Of what is no text, and of `unknown` where it is known nonetheless, after "this is": `a PDF`. */
  readonly what?: string;
}

/** How much is looked at: bytes of a file, characters of text. */
const sampleSize = 65_536;

interface Sample extends Hints, DocumentRoot {
  readonly text: string;
}

type Text = Pick<Sample, 'text'>;

const sampleOf = (text: string, hints: Hints): Sample => {
  const start = text.slice(0, sampleSize).replace(/^\ufeff/, '');
  return {...hints, text: start, ...documentRoot(start)};
};

const isJson = ({text}: Text): boolean => /^\s*(?:\{\s*["}]|\[\s*(?:\{\s*["}]|\]\s*$))/.test(text);

const key = (name: string): RegExp => new RegExp(`"${name}"\\s*:`);

const has = ({text}: Text, ...names: readonly string[]): boolean => names.every(name => key(name).test(text));

const columns =
  (...names: readonly string[]) =>
  ({text}: Sample): boolean => {
    const present = csvColumns(text);
    return names.every(name => present.includes(name));
  };

const pageElements = new Set(['html', 'head', 'body', 'title', 'meta', 'link', 'script', 'style', 'frameset', 'base']);

const isPage = ({root, hasHtmlDoctype}: Sample): boolean => hasHtmlDoctype || pageElements.has(root);

/** Elements of running text: Markdown has them too, but seldom many, and not without signs of its own. */
const blockElement =
  /<\/?(?:p|div|h[1-6]|ul|ol|li|article|section|main|header|footer|nav|table|tr|td|blockquote|figure)\b/gi;

const isFragment = ({text, root}: Sample): boolean => {
  const blocks = text.match(blockElement)?.length ?? 0;
  return root === '' ? blocks >= 4 && markdownLikeness(text) < 0.75 : blocks >= 2 && markdownLikeness(text) < 1.5;
};

/** Lines that are neither empty nor comments; a cut-off last one is left out. */
const linesOf = (text: string): readonly string[] => {
  const lines = text.length < sampleSize ? text.split(/\r?\n/) : text.split(/\r?\n/).slice(0, -1);
  return lines.map(line => line.trim()).filter(line => line !== '' && !line.startsWith('#'));
};

const address = /^https?:\/\/\S+$/i;
const quoted = String.raw`"(?:[^"\\\n]|\\.)*"`;
const feedLine = new RegExp(
  String.raw`^(?:"(?:query|exec|filter):(?:[^"\\\n]|\\.)+"|(?:query|exec|filter):\S+|(?:https?|file):\/\/\S+)(?:[ \t]+(?:${quoted}|[^\s"]+))*$`,
  'i',
);
const feedMark = /^"?(?:query|exec|filter):|[ \t]"[^"\n]*"|[ \t]~\S/i;

const isFeedList = ({text, name}: Sample): boolean => {
  const lines = linesOf(text);
  if (lines.length === 0 || !lines.every(line => feedLine.test(line))) return false;
  return lines.some(line => feedMark.test(line)) || /^urls(?:\.txt)?$/i.test(name ?? '');
};

const isAddressList = ({text}: Sample): boolean => {
  const lines = linesOf(text);
  return lines.length > 0 && lines.every(line => address.test(line));
};

/** Few of them, since texts are met that were read in the wrong charset. */
const isText = ({text}: Text): boolean => {
  const odd = text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0;
  return odd * 30 <= text.length;
};

const hasFrontMatter = ({text}: Text): boolean => {
  const {fields, body} = splitFrontMatter(text);
  return fields.size > 0 && (body.trim() !== '' || !isJson({text}));
};

const feedRoots = /^(?:(?:[\w-]+:)?(?:rss|feed)|channel)$/;

const isRdfFeed = ({text, root}: Sample): boolean =>
  /^(?:rdf:)?rdf$/.test(root) && /purl\.org\/rss|netscape\.com\/rdf|<item[\s>]/i.test(text);

/** Programs that make feeds write warnings before them. Text that speaks of feeds names no attributes. */
const isLateFeed = ({text}: Sample): boolean =>
  !/<html|<!doctype html/i.test(text) &&
  /^[^<]{0,2000}(?:<\?xml[^>]{0,200}>\s*)?<(?:rss|feed)\s[^>]{0,2000}=/i.test(text);

const isMail = ({text}: Sample): boolean =>
  /^(?:From|MIME-Version|Received|Return-Path|Date): /i.test(text) && /^Content-Type: multipart\//im.test(text);

/** With bullets and quotations below, as people write them there, it is no Markdown for that. */
const isTextOfMail = ({text}: Sample): boolean => readMail(cleanText(text)) !== undefined;

/** In this order; the first that fits is it. */
const recognisers: readonly {readonly fits: (sample: Sample) => boolean; readonly detected: Detected}[] = [
  {fits: ({root}) => root === 'opml', detected: {kind: 'opml'}},
  {fits: ({root}) => feedRoots.test(root), detected: {kind: 'feed'}},
  {fits: isRdfFeed, detected: {kind: 'feed'}},
  {
    fits: sample => isPage(sample) && /<title>\s*Pocket Export\s*<\/title>/i.test(sample.text),
    detected: {kind: 'pocket-page'},
  },
  {
    fits: ({text}) => /^\s*<!doctype netscape-bookmark/i.test(text),
    detected: {kind: 'unknown', what: 'a list of bookmarks of a browser'},
  },
  {fits: isPage, detected: {kind: 'html'}},
  {
    fits: sample => !isText(sample),
    detected: {kind: 'unknown', what: 'no text'},
  },
  {fits: hasFrontMatter, detected: {kind: 'markdown'}},
  {
    fits: sample =>
      isJson(sample) && /"https?:\/\/(?:www\.)?jsonfeed\.org\/version/.test(sample.text.replaceAll('\\/', '/')),
    detected: {kind: 'feed'},
  },
  {
    fits: sample =>
      isJson(sample) && has(sample, 'url') && (has(sample, 'is_archived') || has(sample, 'is_read', 'is_fav')),
    detected: {kind: 'wallabag'},
  },
  {fits: isJson, detected: {kind: 'unknown', what: 'JSON of a kind that is not known here'}},
  {fits: columns('url', 'time_added', 'tags'), detected: {kind: 'pocket-csv'}},
  {fits: columns('url', 'title', 'selection', 'folder'), detected: {kind: 'instapaper'}},
  {fits: columns('url', 'title', 'labels', 'is_archived'), detected: {kind: 'readeck-csv'}},
  {fits: isFeedList, detected: {kind: 'newsboat-urls'}},
  {fits: isAddressList, detected: {kind: 'addresses'}},
  {fits: isMail, detected: {kind: 'unknown', what: 'a mail or a web archive (MHTML)'}},
  {fits: isLateFeed, detected: {kind: 'feed'}},
  {fits: isFragment, detected: {kind: 'html'}},
  {
    fits: ({text, root}) => root !== '' && /^\s*<\?xml\s/.test(text),
    detected: {kind: 'unknown', what: 'XML of a kind that is not known here'},
  },
  {fits: isTextOfMail, detected: {kind: 'text'}},
  {fits: ({text}) => markdownLikeness(text) >= 1, detected: {kind: 'markdown'}},
];

const namedMarkdown = /\.(?:md|markdown|mkd|mdown)$/i;
const namedHtml = /\.x?html?$/i;

/** Where the content says nothing. */
const hinted: readonly {readonly fits: (sample: Sample) => boolean; readonly kind: Kind}[] = [
  {fits: ({contentType = ''}) => /^\s*text\/(?:x-)?markdown\b/i.test(contentType), kind: 'markdown'},
  {fits: ({name = ''}) => namedMarkdown.test(name), kind: 'markdown'},
  {fits: ({contentType = ''}) => /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType), kind: 'html'},
  {fits: ({name = '', text}) => namedHtml.test(name) && text.includes('<'), kind: 'html'},
];

/** @param content all of it, or its beginning; bytes are decoded as they say they are */
export const detectKind = (content: Uint8Array | string, hints: Hints = {}): Detected => {
  if (typeof content !== 'string') {
    const signature = signatureOf(content);
    if (signature !== undefined) return {kind: signature.kind, what: signature.what};
  }
  const text =
    typeof content === 'string'
      ? content
      : decodeBytes(content.subarray(0, sampleSize), {kind: 'html', contentType: hints.contentType}).text;
  const sample = sampleOf(text, hints);
  const found = recognisers.find(({fits}) => fits(sample));
  return found?.detected ?? {kind: hinted.find(({fits}) => fits(sample))?.kind ?? 'text'};
};
