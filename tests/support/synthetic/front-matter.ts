/** The ways in which articles say what they are: as many as there are tools that write them. */
import type {Head} from './head.ts';

/** In YAML as in TOML, text in double quotes is read as JSON reads it. */
const quoted = (text: string): string => JSON.stringify(text);
const listed = (items: readonly string[]): string => `[${items.map(quoted).join(', ')}]`;
const under = (key: string, items: readonly string[]): string =>
  `${key}:\n${items.map(item => `  - ${item}`).join('\n')}`;

const dayOf = ({published}: Head): string => published.toISOString().slice(0, 10);
const timeOf = ({published}: Head): string => `${published.toISOString().slice(0, 19)}Z`;

const fenced = (fence: string, lines: readonly string[]): string => `${fence}\n${lines.join('\n')}\n${fence}\n\n`;

const image = 'images/picture.jpg';

/** What people write and YAML does not take. */
const mistakes: readonly ((head: Head) => string)[] = [
  ({title}) => `title: ${title}: a report: the whole of it`,
  ({title}) => `title: @${title}`,
  ({title}) => `title: ${quoted(title)}\nsubtitle:\n\tindented: by a tab`,
];

export interface Kind {
  /** How many of all articles are of the kind. */
  readonly share: number;
  /** The name of its file begins with the day. */
  readonly hasDatedName?: boolean;
  readonly linksBy: 'path' | 'name';
  /** @returns what stands above the body */
  write(head: Head): string;
}

export const kinds = {
  yaml: {
    share: 0.5,
    linksBy: 'path',
    write: head =>
      fenced('---', [
        `title: ${head.title}`,
        `standfirst: ${head.standfirst}`,
        `section: ${head.topic.section}`,
        `authors: ${listed(head.authors)}`,
        `source: {name: ${quoted(head.source.name)}, url: ${quoted(head.source.url)}}`,
        `published: ${dayOf(head)}`,
        `lang: ${head.topic.language.code}`,
        `tags: ${listed(head.tags)}`,
        ...(head.hasImage ? [`image: {src: ${image}, alt: ${quoted(head.standfirst)}, credit: PHOTO/FILE}`] : []),
        ...(head.isDraft ? ['draft: true'] : []),
      ]),
  },
  obsidian: {
    share: 0.16,
    linksBy: 'name',
    write: head =>
      fenced('---', [
        `title: ${quoted(head.title)}`,
        `source: ${quoted(head.source.url)}`,
        under(
          'author',
          head.authors.map(author => quoted(`[[${author}]]`)),
        ),
        `published: ${dayOf(head)}`,
        `created: ${dayOf(head)}`,
        `description: ${quoted(head.standfirst)}`,
        `category: ${head.topic.section}`,
        under('tags', ['clippings', ...head.tags.map(quoted)]),
      ]),
  },
  jekyll: {
    share: 0.14,
    hasDatedName: true,
    linksBy: 'path',
    write: head =>
      fenced('---', [
        'layout: post',
        `title:  ${quoted(head.title)}`,
        `date:   ${timeOf(head).replace('T', ' ').replace('Z', ' +0000')}`,
        `categories: ${quoted(head.topic.section)}`,
        `author: ${head.authors[0]}`,
        `canonical_url: ${head.source.url}`,
        `excerpt: ${quoted(head.standfirst)}`,
      ]),
  },
  toml: {
    share: 0.1,
    linksBy: 'path',
    write: head =>
      fenced('+++', [
        `title = ${quoted(head.title)}`,
        `date = ${timeOf(head)}`,
        `description = ${quoted(head.standfirst)}`,
        `categories = [${quoted(head.topic.section)}]`,
        `tags = ${listed(head.tags)}`,
        `authors = ${listed(head.authors)}`,
        'draft = false',
      ]),
  },
  none: {share: 0.1, hasDatedName: true, linksBy: 'path', write: head => `# ${head.title}\n\n`},
} as const satisfies Readonly<Record<string, Kind>>;

/** What is read line by line, with a problem. */
export const malformed: Kind = {
  share: 0,
  linksBy: 'path',
  write: head =>
    fenced('---', [
      mistakes[head.published.getUTCDate() % mistakes.length]?.(head) ?? '',
      `date: ${dayOf(head)}`,
      `section: ${head.topic.section}`,
    ]),
};
