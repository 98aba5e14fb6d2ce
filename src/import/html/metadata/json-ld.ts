/** Schema.org in JSON, as pages tell search engines of themselves: read with much patience. */
import type {HtmlDocument} from '../dom.ts';
import type {Metadata} from './sources.ts';

type Json = unknown;
type Node = Readonly<Record<string, Json>>;

const isNode = (value: Json): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

const deepest = 12;
const mostNodes = 2000;
const longest = 4_000_000;

/** Line breaks within strings, commas before closing brackets, comments around it all: met in the wild. */
const mended = (text: string): string =>
  text
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/, '')
    .replace(/[\0-\x1f]+/g, ' ')
    .replace(/,(?=\s{0,99}[}\]])/g, '')
    .replace(/;\s*$/, '');

const parse = (text: string): Json => {
  for (const attempt of [text, mended(text)]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt, or none: a page with broken JSON still has all its other sources.
    }
  }
  return undefined;
};

/** Every node, outer ones first; not what an article looks into, which is another's. */
const collect = (value: Json, nodes: Node[], depth = 0): void => {
  if (depth > deepest || nodes.length > mostNodes) return;
  if (Array.isArray(value)) for (const item of value) collect(item, nodes, depth + 1);
  if (!isNode(value)) return;
  nodes.push(value);
  for (const [key, inner] of Object.entries(value))
    if (typeof inner === 'object' && key !== 'itemReviewed') collect(inner, nodes, depth + 1);
};

/** Text of a value: itself, of each of several, or of what names a node. */
const texts = (value: Json, keys: readonly string[], depth = 0): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.slice(0, 200).flatMap(item => texts(item, keys, depth + 1));
  if (!isNode(value)) return [];
  const key = keys.find(name => value[name] !== undefined);
  return key === undefined ? [] : texts(value[key], keys, depth + 1);
};

const named = ['name', '@value', 'text'];
const located = ['url', 'contentUrl', '@id'];

const typesOf = (node: Node): readonly string[] => texts(node['@type'], []);

const articleType = /(?:Article|Posting|Report)$/;

/** What may be all that a page says; a review of what others claim names those others. */
const otherType = /^(?:(?:Claim)?Review|CreativeWork|Recipe|WebPage)$/;

/** The node that says most of what an article has to say. */
const articleOf = (nodes: readonly Node[]): Node | undefined => {
  const worth = (node: Node): number => {
    const types = typesOf(node);
    const said = ['headline', 'articleBody', 'datePublished', 'author'].filter(key => node[key] !== undefined).length;
    if (types.some(type => articleType.test(type))) return 10 + said;
    return types.some(type => otherType.test(type)) && said > 1 ? said : 0;
  };
  let best: {readonly node: Node; readonly worth: number} | undefined;
  for (const node of nodes) {
    const found = worth(node);
    if (found > (best?.worth ?? 0)) best = {node, worth: found};
  }
  return best?.node;
};

/** The part of a breadcrumb right above the article. */
const crumbs = (nodes: readonly Node[]): readonly string[] => {
  const list = nodes.find(node => typesOf(node).includes('BreadcrumbList'));
  const items = Array.isArray(list?.itemListElement) ? list.itemListElement : [];
  const names = items.flatMap((item: Json) => (isNode(item) ? texts(item.name ?? item.item, named).slice(0, 1) : []));
  return names.length > 2 ? names.slice(1, 2) : [];
};

/** Nodes that are only named by their `@id` stand elsewhere in the same graph. */
const resolver = (nodes: readonly Node[]) => {
  const byId = new Map(nodes.filter(node => Object.keys(node).length > 1).map(node => [node['@id'], node]));
  const resolve = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(resolve);
    const isReference = isNode(value) && typeof value['@id'] === 'string' && Object.keys(value).length === 1;
    return isReference ? (byId.get(value['@id']) ?? value) : value;
  };
  return resolve;
};

export const readJsonLd = (document: HtmlDocument): Metadata => {
  const nodes: Node[] = [];
  for (const script of document.querySelectorAll('script')) {
    const type = script.getAttribute('type') ?? '';
    if (/ld\+json/i.test(type) && script.textContent.length < longest) collect(parse(script.textContent), nodes);
  }
  const article = articleOf(nodes);
  if (article === undefined) return {section: crumbs(nodes)};
  const resolve = resolver(nodes);
  const image = resolve(article.image);
  const firstImage = Array.isArray(image) ? image.map(resolve)[0] : image;
  const ofImage = (key: string, keys: readonly string[]) => (isNode(firstImage) ? texts(firstImage[key], keys) : []);
  return {
    title: texts(article.headline ?? article.name, named),
    standfirst: texts(article.description, named),
    authors: texts(resolve(article.author ?? article.creator), named),
    section: [...texts(article.articleSection, named), ...crumbs(nodes)],
    site: texts(resolve(article.publisher), named),
    published: texts(article.datePublished ?? article.dateCreated, []),
    updated: texts(article.dateModified, []),
    lang: texts(article.inLanguage, ['alternateName', 'name']),
    tags: texts(article.keywords, named),
    address: texts(article.url ?? article.mainEntityOfPage, located),
    image: texts(firstImage, located),
    imageCaption: ofImage('caption', named),
    imageCredit: [...ofImage('creditText', named), ...ofImage('copyrightHolder', named)],
    text: texts(article.articleBody, named),
  };
};
