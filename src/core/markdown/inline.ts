/** Running text: marked's tokens to the nodes of `tokens.ts`. Entities are decoded, text passes the gate, HTML tags become what they mean. */
import {decodeHTML, decodeHTMLStrict} from 'entities';
import type {Token} from 'marked';
import {field, inline as safeInline} from '../sanitize.ts';
import {describeImage} from './captions.ts';
import {readTag, silentElements, type Tag} from './html-tags.ts';
import type {LexedBody} from './lexer.ts';
import type {Inline, SpanType, TextNode} from './tokens.ts';

/** A reference of more digits than CommonMark allows is text. */
const overlongReference = /&(#(?:\d{8}|x[\da-f]{7}))/gi;

/** Markdown decodes only entities that end in a semicolon, HTML a few more. */
export const decodeMarkdown = (text: string): string =>
  text.includes('&') ? decodeHTMLStrict(text.replace(overlongReference, '&amp;$1')) : text;
export const decodeHtml = (text: string): string => (text.includes('&') ? decodeHTML(text) : text);

export const textNode = (text: string, raw = text): TextNode => ({type: 'text', raw, text: safeInline(text)});

/** Elements that are a kind of emphasis here. */
const spanElements: Readonly<Record<string, Exclude<SpanType, 'link'>>> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  cite: 'em',
  dfn: 'em',
  var: 'em',
  u: 'em',
  s: 'del',
  del: 'del',
  strike: 'del',
  mark: 'highlight',
  kbd: 'keyboard',
  sup: 'raised',
  sub: 'lowered',
};

const codeElements: ReadonlySet<string> = new Set(['code', 'tt', 'samp']);

const media: Readonly<Record<string, string>> = {iframe: 'Embedded', video: 'Video', audio: 'Audio', embed: 'Embedded'};

/** `example.org` of an address: what tells a reader where a film comes from. */
const hostOf = (address: string): string => /^(?:https?:)?\/\/(?:www\.)?([^/?#:]+)/i.exec(address)?.[1] ?? address;

/** What the nodes say, without markup and pictures. */
export const plainText = (nodes: readonly Inline[]): string =>
  nodes
    .map(node => {
      if (node.type === 'text' || node.type === 'codespan') return node.text;
      if (node.type === 'br') return '\n';
      return 'tokens' in node ? plainText(node.tokens) : '';
    })
    .join('');

/** A link can't hold another: the outer one is kept. */
const withoutLinks = (nodes: readonly Inline[]): Inline[] =>
  nodes.flatMap((node): Inline[] => {
    if (node.type === 'link') return withoutLinks(node.tokens);
    return 'tokens' in node ? [{...node, tokens: withoutLinks(node.tokens)}] : [node];
  });

/** What stands for a picture whose description holds pictures. */
const altText = (nodes: readonly Inline[]): string =>
  nodes.map(node => (node.type === 'image' ? (node.image.alt ?? '') : plainText([node]))).join('');

/** Elements open at once; more are taken for text. */
const deepest = 60;

interface OpenElement {
  readonly tag: Tag | undefined;
  readonly nodes: Inline[];
}

/** The nodes of an element that ended. */
const closeElement = ({tag, nodes}: OpenElement): Inline[] => {
  if (!tag) return nodes;
  const href = tag.attributes.get('href');
  if (tag.name === 'a' && href) return [{type: 'link', raw: '', href, tokens: withoutLinks(nodes)}];
  if (codeElements.has(tag.name)) return [{type: 'codespan', raw: '', text: safeInline(plainText(nodes))}];
  if (media[tag.name]) return nodes;
  const type = spanElements[tag.name];
  return type ? [{type, raw: '', tokens: nodes}] : nodes;
};

/** The nodes of an element without content, or of one whose content stands in for it. */
const emptyElement = (tag: Tag): Inline[] => {
  const {name, attributes} = tag;
  if (name === 'br' || name === 'hr') return [{type: 'br', raw: ''}];
  const src = attributes.get('src') ?? attributes.get('data-src') ?? '';
  if (name === 'img') {
    const alt = attributes.get('alt');
    const isTracker = /^[01]$/.test(attributes.get('width') ?? '') || /^[01]$/.test(attributes.get('height') ?? '');
    // An empty `alt` says that the picture is decoration.
    if (isTracker || alt?.trim() === '') return [];
    const caption = attributes.get('title');
    return [{type: 'image', raw: '', image: describeImage({src, ...(alt && {alt}), ...(caption && {caption})})}];
  }
  const kind = media[name];
  if (kind && src) {
    const label = `[${kind}: ${field(attributes.get('title') ?? '') || hostOf(src)}]`;
    return [{type: 'link', raw: '', href: src, tokens: [textNode(label)]}];
  }
  return [];
};

const standsAlone: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr', 'input', ...Object.keys(media)]);

/** Collects nodes while elements open and close around them. */
export interface InlineCollector {
  add(nodes: readonly Inline[]): void;
  tag(tag: Tag): void;
  /** Everything collected since the last call; what was still open is closed. */
  take(): Inline[];
}

export const collectInline = (): InlineCollector => {
  const top: OpenElement = {tag: undefined, nodes: []};
  const open: OpenElement[] = [top];
  const innermost = (): OpenElement => open.at(-1) ?? top;
  const closeDownTo = (depth: number): void => {
    while (open.length > depth) {
      const element = open.pop();
      if (element) innermost().nodes.push(...closeElement(element));
    }
  };
  const isKnown = ({name}: Tag): boolean => name === 'a' || codeElements.has(name) || name in spanElements;
  return {
    add: nodes => {
      for (const node of nodes) innermost().nodes.push(node);
    },
    tag: tag => {
      if (tag.isClosing) {
        const from = open.findLastIndex(element => element.tag?.name === tag.name);
        if (from > 0) closeDownTo(from);
      } else if (standsAlone.has(tag.name)) innermost().nodes.push(...emptyElement(tag));
      else if (open.length < deepest && isKnown(tag)) open.push({tag, nodes: []});
    },
    take: () => {
      closeDownTo(1);
      return top.nodes.splice(0);
    },
  };
};

const asText = (token: Token): TextNode => {
  const isLiteral = token.type === 'text' && 'isLiteral' in token && token.isLiteral === true;
  if (isLiteral) return textNode(String(token.text), token.raw);
  if (token.type === 'escape') return textNode(token.text, token.raw);
  // `text` of marked is half decoded; the source is decoded here, once and wholly.
  return textNode(decodeMarkdown(token.raw), token.raw);
};

const spanTokens: Readonly<Record<string, Exclude<SpanType, 'link'>>> = {
  strong: 'strong',
  em: 'em',
  del: 'del',
  highlight: 'highlight',
};

type Convert = (token: Token, body: LexedBody) => readonly Inline[];

const readToken: Convert = (token, body) => {
  const type = spanTokens[token.type];
  if (type) return [{type, raw: token.raw, tokens: readInline(('tokens' in token && token.tokens) || [], body)}];
  return convertOne[token.type]?.(token, body) ?? [asText(token)];
};

const convertOne: Readonly<Record<string, Convert>> = {
  text: (token, body) => ('tokens' in token && token.tokens ? readInline(token.tokens, body) : [asText(token)]),
  escape: token => [asText(token)],
  codespan: token => [{type: 'codespan', raw: token.raw, text: safeInline('text' in token ? String(token.text) : '')}],
  br: token => [{type: 'br', raw: token.raw}],
  checkbox: () => [],
  hidden: () => [],
  footnoteReference: token => [{type: 'footnoteReference', raw: token.raw, id: 'id' in token ? String(token.id) : ''}],
  link: (token, body) => {
    if (token.type !== 'link') return [];
    // In an address that stands for itself, `&copy=1` is no entity.
    // An address pasted from HTML has its ampersands written out; other entities would be parts of its query.
    if (token.autolink) {
      const [href, text] = [token.href, token.text].map(written => String(written).replaceAll('&amp;', '&'));
      return [{type: 'link', raw: token.raw, href: href ?? '', tokens: [textNode(text ?? '')]}];
    }
    return [
      {
        type: 'link',
        raw: token.raw,
        href: decodeMarkdown(token.href),
        tokens: withoutLinks(readInline(token.tokens ?? [], body)),
      },
    ];
  },
  image: (token, body) => {
    if (token.type !== 'image') return [];
    const alt = altText(readInline(token.tokens ?? [], body));
    const caption = decodeMarkdown(token.title ?? '');
    const src = decodeMarkdown(token.href);
    return [{type: 'image', raw: token.raw, image: describeImage({src, alt, caption})}];
  },
  picture: token => {
    if (!('href' in token)) return [];
    const said = (key: string) => (key in token ? {[key]: decodeMarkdown(String(token[key as keyof Token]))} : {});
    const image = describeImage({src: String(token.href), ...said('alt'), ...said('caption'), ...said('credit')});
    return [{type: 'image', raw: token.raw, image}];
  },
};

/** Where each silent element is closed for the last time: one that never is hides nothing. */
const lastClosings = (tags: readonly (Tag | undefined)[]): ReadonlyMap<string, number> => {
  const last = new Map<string, number>();
  for (const [index, tag] of tags.entries())
    if (tag?.isClosing && silentElements.has(tag.name)) last.set(tag.name, index);
  return last;
};

/** @param tokens marked's tokens of running text, lexed or not */
export const readInline = (tokens: readonly Token[], body: LexedBody): Inline[] => {
  const collector = collectInline();
  const lexed = body.open(tokens);
  const tags = lexed.map(token => (token.type === 'html' ? readTag(token.text) : undefined));
  const closings = lastClosings(tags);
  let silent: string | undefined;
  for (const [index, token] of lexed.entries()) {
    const tag = tags[index];
    if (silent) {
      if (tag?.isClosing && tag.name === silent) silent = undefined;
    } else if (tag) {
      if (!tag.isClosing && (closings.get(tag.name) ?? -1) > index) silent = tag.name;
      else collector.tag(tag);
    } else if (token.type !== 'html') collector.add(readToken(token, body));
  }
  return collector.take();
};
