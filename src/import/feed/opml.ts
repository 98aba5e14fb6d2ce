/** Lists of subscriptions in OPML, as every reader of feeds exports and imports them. */
import {escapeText} from 'entities/escape';
import {AppError} from '../../core/errors.ts';
import {field} from '../../core/sanitize.ts';
import {rootOf} from './root-name.ts';
import {childrenNamed, readXml, type XmlElement} from './xml.ts';

export interface Subscription {
  /** One line; the address where the list gives none. */
  readonly title: string;
  /** Of the feed. */
  readonly address: string;
  /** The folder that it is in, the innermost of several. */
  readonly section?: string;
}

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
const lastOfCategory = (category: string | undefined): string | undefined =>
  category?.split(',')[0]?.split('/').at(-1)?.trim() || undefined;

const subscriptionsIn = (outlines: readonly XmlElement[], folder: string | undefined): readonly Subscription[] =>
  outlines.flatMap(outline => {
    const title = attributeOf(outline, 'title', 'text');
    const isRss = /^(?:rss|atom|feed)$/i.test(outline.attributes.get('type') ?? '');
    const address = attributeOf(outline, 'xmlurl', ...(isRss ? ['url'] : []));
    const within = subscriptionsIn(childrenNamed(outline, 'outline'), address === undefined ? title : folder);
    if (address === undefined) return within;
    const section = folder ?? lastOfCategory(attributeOf(outline, 'category'));
    const subscription = {title: title ?? address, address: withoutFeedScheme(address), ...(section && {section})};
    return [subscription, ...within];
  });

/** Whether text looks like OPML, by how it starts. */
export const isOpml = (text: string): boolean => rootOf(text).name === 'opml';

/**
 * The feeds of a list, in its order; one twice where it stands twice. Ill-formed and cut lists give what can be read.
 * @throws {AppError} when it is no OPML
 */
export const readOpml = (text: string): readonly Subscription[] => {
  const [root] = childrenNamed(readXml(text), 'opml');
  if (root === undefined) throw new AppError('io', 'not a list of feeds', {hint: 'an OPML file can be read'});
  return subscriptionsIn(
    [...childrenNamed(root, 'body'), root].flatMap(holder => childrenNamed(holder, 'outline')),
    undefined,
  );
};

/** As XML may hold it in an attribute. */
const written = (text: string): string => escapeText(field(text)).replaceAll('"', '&quot;');

const outlineOf = ({title, address}: Subscription): string =>
  `<outline type="rss" text="${written(title)}" title="${written(title)}" xmlUrl="${written(address)}"/>`;

/** OPML 2.0 with a folder for each section. */
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
    '<opml version="2.0">',
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
