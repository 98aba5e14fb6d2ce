/** `help format`: how an article is written, in short. */
import {frontMatterFields, hidingFlags} from '../core/front-matter-fields.ts';
import {lines, type ManualSection, paragraph, rows} from './manual.ts';

const fieldLabels: Readonly<Record<string, string>> = {sourceUrl: 'source address', sourceName: 'source name'};

/** What is taken where no key is there. */
const otherwise: Readonly<Record<string, string>> = {
  title: 'the first heading, the first words, the file name',
  section: 'the folder',
  sourceName: 'the host of the address',
  published: 'the date in the path',
  image: 'the first picture of the body',
};

const keysText = (name: string, keys: readonly string[]): string => {
  const fallback = otherwise[name];
  return `${keys.join(', ')}${fallback === undefined ? '' : `; else ${fallback}`}`;
};

export const formatHelp: readonly ManualSection[] = [
  {
    title: 'An article',
    parts: [
      paragraph(
        'A Markdown file in UTF-8, and before it, if you like, what is known about it, as YAML between --- lines, TOML between +++ lines, or JSON in braces.',
      ),
      lines(
        '---',
        'title: Rabat and Madrid renew security ties',
        'standfirst: Senior officials of both countries met in the Moroccan capital',
        'section: Politics',
        'authors: [A. Reporter]',
        'source: {name: Example News, url: https://example.org/a}',
        'published: 2022-07-06',
        'lang: en',
        'tags: [Morocco, Spain]',
        'image: {src: images/meeting.jpg, alt: Two officials shake hands, credit: PHOTO/FILE}',
        'related: [politics/autonomy-plan]',
        '---',
        'The text, in CommonMark with tables, task lists, strikethrough and footnotes.',
      ),
    ],
  },
  {
    title: 'What is read',
    parts: [
      paragraph('The first of these keys that is there and usable, in any case:'),
      rows([
        ...Object.entries(frontMatterFields).map(
          ([name, {keys}]) => [fieldLabels[name] ?? name, keysText(name, keys)] as const,
        ),
        ['hidden', `${hidingFlags.map(({key, value}) => `${key}: ${value}`).join(', ')}; shown with --all`],
      ]),
    ],
  },
  {
    title: 'Links and pictures',
    parts: [
      rows([
        ['[text](other.md)', 'a link to another article; [[other]] and [[other|text]] too'],
        ['![alt](picture.jpg "caption")', 'a picture; a line in italics right below it is its caption too'],
        ['> [!NOTE] Title', 'a callout'],
        ['==text==', 'marked text'],
      ]),
      paragraph('What is wrong with an article never hides it: newsprint doctor tells.'),
    ],
  },
];
