/** Lists of subscriptions in OPML, as every reader of feeds exports and imports them. */
import {escapeText} from 'entities/escape';
import {AppError} from '../../core/errors.ts';
import {type Period, parsePeriod, periodText} from '../../core/query/periods.ts';
import {field} from '../../core/sanitize.ts';
import {childrenNamed, readXml, type XmlElement} from './xml.ts';

export interface Subscription {
  /** One line; the address where the list gives none. */
  readonly title: string;
  /** Of the feed. */
  readonly address: string;
  /** The folder that it is in, the innermost of several. */
  readonly section?: string;
  readonly tags?: readonly string[];
  /** What no other reader knows of, in a namespace of its own; see `store/feeds/subscription.ts`. */
  readonly fullText?: boolean;
  readonly images?: boolean;
  readonly keep?: Period;
}

/** Any address would do; nothing has to stand there. */
const namespace = 'urn:x-newsprint:feeds';

const attributeOf = (outline: XmlElement, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    const value = field(outline.attributes.get(name) ?? '');
    if (value !== '') return value;
  }
  return undefined;
};

/** `feed:https://…` and `feed://…` ask the desktop for a reader. */
const withoutFeedScheme = (address: string): string =>
  address.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'http://');

/** `/Food/Japanese,/Travel` → `Japanese`, for lists that have categories in place of folders. */
const lastOfCategory = (categories: readonly string[]): string | undefined =>
  categories
    .find(category => category.includes('/'))
    ?.split('/')
    .at(-1)
    ?.trim() || undefined;

/** Tags and paths of folders in one list: OPML 2.0, `category`. */
const categoriesOf = (outline: XmlElement): readonly string[] =>
  (attributeOf(outline, 'category') ?? '')
    .split(',')
    .map(category => category.trim())
    .filter(category => category !== '');

const ownSettings = (outline: XmlElement): Pick<Subscription, 'fullText' | 'images' | 'keep'> => {
  const own = (name: string): string => outline.attributes.get(`newsprint:${name}`)?.trim() ?? '';
  const keep = parsePeriod(own('keep'));
  return {
    ...(own('full-text') === 'true' && {fullText: true}),
    ...(own('images') === 'true' && {images: true}),
    ...(keep !== undefined && {keep}),
  };
};

const subscriptionsIn = (outlines: readonly XmlElement[], folder: string | undefined): readonly Subscription[] =>
  outlines.flatMap(outline => {
    const title = attributeOf(outline, 'title', 'text');
    const isRss = /^(?:rss|atom|feed)$/i.test(outline.attributes.get('type') ?? '');
    const address = attributeOf(outline, 'xmlurl', ...(isRss ? ['url'] : []));
    const within = subscriptionsIn(childrenNamed(outline, 'outline'), address === undefined ? title : folder);
    if (address === undefined) return within;
    const categories = categoriesOf(outline);
    const tags = categories.filter(category => !category.includes('/'));
    const section = folder ?? lastOfCategory(categories);
    const subscription = {
      ...{title: title ?? address, address: withoutFeedScheme(address)},
      ...(section && {section}),
      ...(tags.length > 0 && {tags}),
      ...ownSettings(outline),
    };
    return [subscription, ...within];
  });

/**
 * The feeds of a list, in its order; one twice where it stands twice. Ill-formed and cut lists give what can be read.
 * @throws {AppError} when it is no OPML
 */
export const readOpml = (text: string): readonly Subscription[] => {
  const [root] = childrenNamed(readXml(text), 'opml');
  if (root === undefined) throw new AppError('usage', 'not a list of feeds', {hint: 'an OPML file can be read'});
  return subscriptionsIn(
    [...childrenNamed(root, 'body'), root].flatMap(holder => childrenNamed(holder, 'outline')),
    undefined,
  );
};

/** As XML may hold it in an attribute. */
const written = (text: string): string => escapeText(field(text)).replaceAll('"', '&quot;');

/** In a list of tags a comma ends one, and a slash makes a path of it. */
const writtenTags = (tags: readonly string[]): string =>
  tags
    .map(tag => field(tag.replace(/[,/]/g, ' ')))
    .filter(tag => tag !== '')
    .join(',');

const outlineOf = ({title, address, tags = [], fullText, images, keep}: Subscription): string => {
  const attributes: readonly (readonly [name: string, value: string])[] = [
    ...([
      ['type', 'rss'],
      ['text', title],
      ['title', title],
      ['xmlUrl', address],
    ] as const),
    ...(writtenTags(tags) === '' ? [] : [['category', writtenTags(tags)] as const]),
    ...(fullText ? [['newsprint:full-text', 'true'] as const] : []),
    ...(images ? [['newsprint:images', 'true'] as const] : []),
    ...(keep ? [['newsprint:keep', periodText(keep)] as const] : []),
  ];
  return `<outline ${attributes.map(([name, value]) => `${name}="${written(value)}"`).join(' ')}/>`;
};

/** OPML 2.0 with a folder for each section, and what only newsprint knows of in a namespace of its own. */
export const writeOpml = (subscriptions: readonly Subscription[]): string => {
  const folders = new Map<string, string[]>();
  for (const subscription of subscriptions) {
    const section = written(subscription.section ?? '');
    const folder = folders.get(section) ?? [];
    folder.push(outlineOf(subscription));
    folders.set(section, folder);
  }
  const outlines = [...folders].flatMap(([section, within]) =>
    section === ''
      ? within.map(outline => `    ${outline}`)
      : [
          `    <outline text="${section}" title="${section}">`,
          ...within.map(outline => `      ${outline}`),
          '    </outline>',
        ],
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:newsprint="${namespace}">`,
    '  <head>',
    '    <title>newsprint</title>',
    '  </head>',
    '  <body>',
    ...outlines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
};
