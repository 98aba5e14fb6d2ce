/**
 * Measures how much of what other readers of feeds expect is found: `npm run eval -- feeds <folder>… [--json] [--all]`. A folder
 * holds `expect.json`, a list of `{file, header, path, equals}` as feedparser's tests state them, or feeds with the
 * expected result beside them (`name.json`, `name_expected.json`), as gofeed's tests have them.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {parseHTML} from 'linkedom';
import {parseDate} from '../../src/core/dates.ts';
import {AppError} from '../../src/core/errors.ts';
import {field} from '../../src/core/sanitize.ts';
import {decodeBytes} from '../../src/import/charset.ts';
import {articlesOfFeed} from '../../src/import/feed/articles.ts';
import {isoDateOf} from '../../src/import/feed/dates.ts';
import type {Feed, FeedEntry} from '../../src/import/feed/feed.ts';
import type {Markup} from '../../src/import/feed/markup.ts';
import type {FeedPerson} from '../../src/import/feed/people.ts';
import {readFeed} from '../../src/import/feed/read-feed.ts';
import {markdownOfHtml} from '../../src/import/html/markdown.ts';

interface Question {
  readonly group: string;
  readonly file: string;
  readonly path: string;
  readonly expected: unknown;
}

/** `converted`: right once it is Markdown, where what nobody may see is gone. */
type Answer = 'right' | 'converted' | 'wrong' | 'missing' | 'not applicable';

interface Answered extends Question {
  readonly answer: Answer;
  readonly found?: unknown;
}

const textOfBytes = (bytes: Uint8Array, header: string | null): string => {
  const contentType = /^content-type:\s*(.*)$/i.exec(header ?? '')?.[1];
  return decodeBytes(bytes, {kind: 'xml', ...(contentType !== undefined && {contentType})}).text;
};

/** HTML so that two ways of writing the same are the same. */
const canonical = (html: string, base?: string): string => {
  const {document} = parseHTML(`<html><body>${html}</body></html>`);
  const write = (node: ChildNode): string => {
    if (node.nodeType === 3) return (node.textContent ?? '').replace(/\s+/g, ' ');
    if (node.nodeType !== 1) return '';
    const element = node as Element;
    const attributes = [...element.attributes]
      .map(({name, value}) => {
        const isAddress = base !== undefined && /^(?:href|src)$/.test(name) && URL.canParse(value, base);
        return `${name}="${isAddress ? new URL(value, base).href : value}"`;
      })
      .sort();
    const inner = [...element.childNodes].map(write).join('');
    return `<${[element.localName, ...attributes].join(' ')}>${inner}</${element.localName}>`;
  };
  const written = [...document.body.childNodes].map(write).join('').replace(/\s+/g, ' ').trim();
  // One `div` around everything makes no difference; readers disagree on whether it is a part.
  return /^<div>(?:(?!<\/?div[ >]).)*<\/div>$/.test(written) ? written.slice(5, -6).trim() : written;
};

const textOfHtml = (html: string): string =>
  (parseHTML(`<html><body>${html}</body></html>`).document.body.textContent ?? '').replace(/\s+/g, ' ').trim();

/** As it passes the gate. */
const squeeze = (text: unknown): string => field(String(text).replace(/\s+/g, ' '));

const sameAddress = (found: string, expected: string): boolean =>
  found === expected ||
  (URL.canParse(found) && URL.canParse(expected) && new URL(found).href === new URL(expected).href);

const sameDate = (found: string, expected: string): boolean =>
  parseDate(found)?.time === parseDate(isoDateOf(expected) ?? '')?.time;

interface Comparison {
  readonly question: Question;
  readonly found: unknown;
  readonly expected: string;
}

type Compare = (comparison: Comparison) => boolean;

const line: Compare = ({found, expected}) => squeeze(found) === squeeze(expected);

/** Titles here are text; others keep their markup. */
const title: Compare = ({question, found, expected}) =>
  squeeze(found) === squeeze(/text_plain|brackets/.test(question.file) ? expected : textOfHtml(expected));

const markup: Compare = ({question, found, expected}) => {
  const {html, base} = found as Markup;
  const isPlain = /text_plain|brackets/.test(question.file);
  return isPlain ? textOfHtml(html) === squeeze(expected) : canonical(html, base) === canonical(expected, base);
};

const sameMarkdown = ({html, base}: Markup, expected: string): boolean =>
  squeeze(markdownOfHtml(html, {base})) === squeeze(markdownOfHtml(expected, {base}));

const address: Compare = ({found, expected}) => sameAddress(String(found), expected);
const date: Compare = ({found, expected}) => sameDate(String(found), expected);

interface Row {
  readonly path: RegExp;
  readonly of: (feed: Feed, index: (place: number) => number) => unknown;
  readonly compare: Compare;
}

const person = (people: readonly FeedPerson[] | undefined): string | undefined => {
  const [first] = people ?? [];
  if (first === undefined) return undefined;
  return first.name !== undefined && first.email !== undefined
    ? `${first.name} (${first.email})`
    : (first.name ?? first.email);
};

const entryRow = (path: RegExp, of: (entry: FeedEntry, n: number) => unknown, compare: Compare): Row => ({
  path: new RegExp(`^entries\\[(\\d+)\\]\\.${path.source}$`),
  of: (feed, index) => {
    const entry = feed.entries[index(1)];
    return entry && of(entry, index(2));
  },
  compare,
});

/** What feedparser calls it, and what it is here. */
const feedparserRows: readonly Row[] = [
  {path: /^feed\.title(?:_detail\.value)?$/, of: feed => feed.title, compare: title},
  {
    path: /^feed\.(?:tagline|subtitle|description|info)(?:_detail\.value)?$/,
    of: feed => feed.description,
    compare: title,
  },
  {path: /^feed\.link$/, of: feed => feed.siteAddress, compare: address},
  {path: /^feed\.links\.0\.href$/, of: feed => feed.siteAddress ?? feed.address, compare: address},
  {path: /^feed\.language$/, of: feed => feed.language, compare: line},
  {path: /^feed\.author$/, of: feed => person(feed.authors), compare: title},
  {path: /^feed\.author_detail\.name$/, of: feed => feed.authors[0]?.name, compare: line},
  {path: /^feed\.author_detail\.email$/, of: feed => feed.authors[0]?.email, compare: line},
  {path: /^feed\.author_detail\.url$/, of: feed => feed.authors[0]?.address, compare: address},
  {path: /^feed\.updated$/, of: feed => feed.updated, compare: date},
  entryRow(/title(?:_detail\.value)?/, entry => entry.title, title),
  entryRow(/description/, entry => entry.summary ?? entry.content, markup),
  entryRow(/(?:summary|subtitle)(?:_detail\.value)?/, entry => entry.summary, markup),
  entryRow(/content\.0\.value/, entry => entry.content, markup),
  entryRow(/content\.0\.base/, entry => entry.content?.base, address),
  entryRow(/summary_detail\.base/, entry => entry.summary?.base, address),
  entryRow(/content\.0\.language/, entry => entry.content?.lang?.replace('_', '-'), line),
  entryRow(/summary_detail\.language/, entry => entry.summary?.lang, line),
  entryRow(/language/, entry => entry.lang, line),
  entryRow(/link/, entry => entry.address, address),
  entryRow(/(?:id|guid)/, entry => entry.id, line),
  entryRow(/author/, entry => person(entry.authors), title),
  entryRow(/author_detail\.name/, entry => entry.authors[0]?.name, line),
  entryRow(/author_detail\.email/, entry => entry.authors[0]?.email, line),
  entryRow(/author_detail\.url/, entry => entry.authors[0]?.address, address),
  entryRow(/(?:published|created)/, entry => entry.published, date),
  entryRow(/updated/, entry => entry.updated, date),
  entryRow(/category/, entry => entry.categories[0], line),
  entryRow(/tags\.(\d+)\.term/, (entry, n) => entry.categories[n], title),
  entryRow(/tags\.(\d+)\.label/, (entry, n) => entry.categories[n], title),
  entryRow(/enclosures\.(\d+)\.href/, (entry, n) => entry.enclosures[n]?.address, address),
  entryRow(/enclosures\.(\d+)\.type/, (entry, n) => entry.enclosures[n]?.type, line),
  entryRow(/enclosures\.(\d+)\.length/, (entry, n) => entry.enclosures[n]?.length, line),
  entryRow(/(?:image\.href|media_thumbnail\.0\.url)/, entry => entry.image?.src, address),
  entryRow(/source\.title(?:_detail\.value)?/, entry => entry.source?.title, title),
  entryRow(/source\.link/, entry => entry.source?.address, address),
];

/** What is expected otherwise, on purpose. */
const disagreements: readonly {readonly file: RegExp; readonly path: RegExp; readonly why: string}[] = [
  {file: /_id_(?:xml_)?base/, path: /\.id$/, why: 'an id is compared as it was written (RFC 4287 §4.2.6)'},
  {
    ...{file: /item_image_-_rss_channel_item_(?:content|description)/, path: /image/},
    why: 'a picture in the text stays there',
  },
  {file: /entry_category_term/, path: /\.term$/, why: 'a category is its label where it has one'},
  {file: /http_content_language(?:_entry\w*)?\.xml$/, path: /./, why: 'asks for a header of HTTP'},
];

/** What is asked that has no place here, and why; the first row that fits. */
const reasons: readonly {readonly path: RegExp; readonly why: string}[] = [
  {path: /^no path$/, why: 'asks only whether it is well-formed'},
  {
    path: /extensions|Ext\b|custom|madeup|version$|feedType|feedVersion|avatar/i,
    why: 'how another reader keeps what it reads',
  },
  {
    path: /rights|copyright|generator|docs|cloud|text[iI]nput|ttl|rating|skip|comment|webMaster|publisher|expired|license|validity|wfw/,
    why: 'of no use to who reads: rights, generators, services',
  },
  {path: /contributor/, why: 'contributors are no authors'},
  {
    path: /(?:title|copyright|info|tagline|subtitle)_detail\.(?:base|language)$/,
    why: 'titles are text, which has no base',
  },
  {path: /\.type$|\.rel$|hreflang|isPermalink|scheme|domain$/, why: 'the form of what is said'},
  {path: /links?[.[#]/, why: 'links to other than the page'},
  {path: /source\./, why: 'of a source only name and page are kept'},
  {path: /^entries|^items/, why: 'of no use to who reads: sizes, players, names of pictures'},
  {path: /./, why: 'of a feed itself only name, description, pages, language, date and makers are kept'},
];

const whyNot = ({file, path}: Question): string =>
  (disagreements.find(row => row.file.test(file) && row.path.test(path)) ?? reasons.find(row => row.path.test(path)))
    ?.why ?? '';

const ask = (rows: readonly Row[], question: Question, feed: Feed | undefined): Answered => {
  const row = rows.find(({path}) => path.test(question.path));
  const isOnPurpose = disagreements.some(({file, path}) => file.test(question.file) && path.test(question.path));
  if (row === undefined || isOnPurpose) return {...question, answer: 'not applicable'};
  const parts = row.path.exec(question.path) ?? [];
  const found = feed && row.of(feed, place => Number(parts[place] ?? 0));
  const expected = String(question.expected);
  if (found === undefined) {
    const isNothing =
      expected.trim() === '' ||
      (row.compare === markup && canonical(expected) === '') ||
      (row.compare === title && textOfHtml(expected) === '');
    return {...question, answer: isNothing ? 'right' : 'missing'};
  }
  if (row.compare({question, found, expected})) return {...question, answer: 'right'};
  const isSame = row.compare === markup && sameMarkdown(found as Markup, expected);
  return {...question, answer: isSame ? 'converted' : 'wrong', found};
};

const feedOf = (text: string, origin?: string): Feed | undefined => {
  try {
    return readFeed(text, origin === undefined ? {} : {address: origin});
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
};

/** Reads every feed of a folder, and makes articles of it: what is refused, and what is a crash. */
const readAll = (folder: string): readonly string[] => {
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(
    file =>
      /\.(?:xml|json)$/.test(file) &&
      !/expect(?:ed)?\.json$/.test(file) &&
      !(file.endsWith('.json') && existsSync(join(folder, file.replace(/\.json$/, '.xml')))),
  );
  const refused: string[] = [];
  const crashes: string[] = [];
  for (const file of files) {
    try {
      const feed = feedOf(textOfBytes(readFileSync(join(folder, file)), null));
      if (feed === undefined) refused.push(file);
      else articlesOfFeed(feed);
    } catch (error) {
      crashes.push(`${file}: ${error}`);
    }
  }
  return [
    `feeds read   ${files.length - refused.length - crashes.length}/${files.length}`,
    `refused      ${refused.length}: ${refused.join(', ')}`,
    `crashes      ${crashes.length}${crashes.map(crash => `\n  ${crash}`).join('')}`,
  ];
};

interface FeedparserCase {
  readonly file: string;
  readonly header: string | null;
  readonly path?: readonly (string | number)[];
  readonly equals?: unknown;
}

const feedparserQuestions = (folder: string): readonly Answered[] => {
  const cases: readonly FeedparserCase[] = JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8'));
  const asked = cases.map(({file, header, path, equals}): Answered => {
    const location = /^content-location:\s*(\S+)/i.exec(header ?? '')?.[1];
    const text = textOfBytes(readFileSync(join(folder, file)), header);
    const feed = feedOf(text, location ?? `http://127.0.0.1:8097/${file}`);
    const group = file.split('/').slice(1, -1).join('/');
    const question = {
      group,
      file,
      path: (path ?? ['no path']).join('.').replace(/^entries\.?/, 'entries'),
      expected: equals,
    };
    return ask(feedparserRows, question, feed);
  });
  return asked;
};

const flatten = (value: unknown, path: string): readonly (readonly [string, unknown])[] => {
  if (Array.isArray(value)) return value.flatMap((item, place) => flatten(item, `${path}[${place}]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, item]) => flatten(item, path === '' ? name : `${path}.${name}`));
  return value === '' || value === null ? [] : [[path, value]];
};

const gofeedEntry = (path: string, of: (entry: FeedEntry, n: number) => unknown, compare: Compare): Row => ({
  path: new RegExp(`^(?:items|entries)\\[(\\d+)\\]\\.(?:${path})$`),
  of: (feed, index) => {
    const entry = feed.entries[index(1)];
    return entry && of(entry, index(2));
  },
  compare,
});

/** Categories are compared in no order: there, they come element by element. */
const category: Compare = ({question, found, expected}) =>
  (found as readonly string[]).some(one => title({question, found: one, expected}));

/** Categories here have one word each; gofeed's own model has term and label. */
const gofeedRows: readonly Row[] = [
  {path: /^title$/, of: feed => feed.title, compare: title},
  {path: /^(?:description|subtitle)$/, of: feed => feed.description, compare: title},
  {path: /^(?:link|home_page_url)$/, of: feed => feed.siteAddress, compare: address},
  {path: /^(?:feedLink|feed_url)$/, of: feed => feed.address, compare: address},
  {path: /^links\[0\](?:\.href)?$/, of: feed => feed.siteAddress ?? feed.address, compare: address},
  {path: /^language$/, of: feed => feed.language, compare: line},
  {path: /^authors?(?:\[0\])?\.name$/, of: feed => feed.authors[0]?.name, compare: line},
  {path: /^authors?(?:\[0\])?\.email$/, of: feed => feed.authors[0]?.email, compare: line},
  {path: /^authors?(?:\[0\])?\.ur[il]$/, of: feed => feed.authors[0]?.address, compare: address},
  {path: /^authors\[(\d+)\]\.name$/, of: (feed, index) => feed.authors[index(1)]?.name, compare: line},
  {path: /^authors\[(\d+)\]\.ur[il]$/, of: (feed, index) => feed.authors[index(1)]?.address, compare: address},
  {path: /^managingEditor$/, of: feed => person(feed.authors), compare: title},
  {path: /^(?:updated|lastBuildDate)(?:Parsed)?$/, of: feed => feed.updated, compare: date},
  gofeedEntry('title', entry => entry.title, title),
  gofeedEntry('description|summary', entry => entry.summary, markup),
  gofeedEntry('content|content\\.value|content_html', entry => entry.content, markup),
  gofeedEntry('link|url', entry => entry.address, address),
  gofeedEntry('guid|id|guid\\.value', entry => entry.id, line),
  gofeedEntry('links\\[0\\](?:\\.href)?', entry => entry.address, address),
  gofeedEntry('authors?(?:\\[0\\])?\\.name', entry => entry.authors[0]?.name, line),
  gofeedEntry('authors?(?:\\[0\\])?\\.email', entry => entry.authors[0]?.email, line),
  gofeedEntry('authors?(?:\\[0\\])?\\.ur[il]', entry => entry.authors[0]?.address, address),
  gofeedEntry('authors\\[(\\d+)\\]\\.name', (entry, n) => entry.authors[n]?.name, line),
  gofeedEntry('authors\\[(\\d+)\\]\\.ur[il]', (entry, n) => entry.authors[n]?.address, address),
  gofeedEntry('author', entry => person(entry.authors), title),
  gofeedEntry('(?:published|pubDate|date_published)(?:Parsed)?', entry => entry.published, date),
  gofeedEntry('(?:updated|date_modified)(?:Parsed)?', entry => entry.updated, date),
  gofeedEntry('categories\\[(\\d+)\\](?:\\.value|\\.label|\\.term)?', entry => entry.categories, category),
  gofeedEntry('tags\\[(\\d+)\\]', (entry, n) => entry.categories[n], title),
  gofeedEntry('image(?:\\.url)?', entry => entry.image?.src, address),
  gofeedEntry('enclosure\\.url', entry => entry.enclosures.at(-1)?.address, address),
  gofeedEntry('enclosure\\.type', entry => entry.enclosures.at(-1)?.type, line),
  gofeedEntry('enclosure\\.length', entry => entry.enclosures.at(-1)?.length, line),
  gofeedEntry('(?:enclosures|attachments)\\[(\\d+)\\]\\.url', (entry, n) => entry.enclosures[n]?.address, address),
  gofeedEntry('(?:enclosures|attachments)\\[(\\d+)\\]\\.(?:mime_)?type', (entry, n) => entry.enclosures[n]?.type, line),
  gofeedEntry(
    '(?:enclosures|attachments)\\[(\\d+)\\]\\.(?:length|size_in_bytes)',
    (entry, n) => entry.enclosures[n]?.length,
    line,
  ),
  gofeedEntry('source\\.title', entry => entry.source?.title, title),
  gofeedEntry('source\\.(?:url|links\\[0\\]\\.href)', entry => entry.source?.address, address),
];

const gofeedQuestions = (folder: string): readonly Answered[] => {
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).map(file => join(folder, file));
  return files.flatMap((file): readonly Answered[] => {
    const beside = [file.replace(/\.(?:xml|json)$/, '_expected.json'), file.replace(/\.xml$/, '.json')];
    const expectedFile = beside.find(other => other !== file && existsSync(other));
    if (!/\.(?:xml|json)$/.test(file) || file.endsWith('_expected.json') || expectedFile === undefined) return [];
    const name = relative(folder, file);
    const feed = feedOf(textOfBytes(readFileSync(file), null));
    const group = name.split('/').slice(1, -1).join('/');
    const expected: unknown = JSON.parse(readFileSync(expectedFile, 'utf8'));
    return flatten(expected, '').map(([path, value]) =>
      ask(gofeedRows, {group, file: name, path, expected: value}, feed),
    );
  });
};

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`);

const countBy = <Item>(items: readonly Item[], of: (item: Item) => string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(of(item), (counts.get(of(item)) ?? 0) + 1);
  return new Map([...counts].sort(([, one], [, other]) => other - one));
};

const report = (folder: string, answers: readonly Answered[], isAll: boolean): readonly string[] => {
  const applicable = answers.filter(({answer}) => answer !== 'not applicable');
  const wrong = applicable.filter(({answer}) => answer === 'wrong' || answer === 'missing');
  const converted = applicable.filter(({answer}) => answer === 'converted').length;
  const files = new Set(applicable.map(({file}) => file));
  const wrongFiles = new Set(wrong.map(({file}) => file));
  const skipped = countBy(
    answers.filter(({answer}) => answer === 'not applicable'),
    whyNot,
  );
  const groups = [...new Set(applicable.map(({group}) => group))].map(group => {
    const of = applicable.filter(answer => answer.group === group);
    const right = of.filter(({answer}) => answer === 'right' || answer === 'converted').length;
    return `  ${group}: ${right}/${of.length}  ${percent(right, of.length)}`;
  });
  const shown = wrong.slice(0, isAll ? wrong.length : 40).map(({file, path, expected, found, answer}) => {
    const seen = answer === 'missing' ? 'nothing' : JSON.stringify(found).slice(0, 300);
    return `  ${file}  ${path}\n    expected ${JSON.stringify(expected).slice(0, 300)}\n    found    ${seen}`;
  });
  return [
    folder,
    ...readAll(folder),
    `expectations ${applicable.length - wrong.length}/${applicable.length}  ${percent(applicable.length - wrong.length, applicable.length)}, of these ${converted} once converted`,
    `of feeds     ${files.size - wrongFiles.size}/${files.size}  ${percent(files.size - wrongFiles.size, files.size)}`,
    ...groups,
    `not applicable ${answers.length - applicable.length}`,
    ...[...skipped].map(([why, count]) => `  ${String(count).padStart(4)}  ${why}`),
    ...shown,
    '',
  ];
};

const [, , ...given] = process.argv;
const folders = given.filter(argument => !argument.startsWith('--'));
for (const folder of folders) {
  const answers = existsSync(join(folder, 'expect.json')) ? feedparserQuestions(folder) : gofeedQuestions(folder);
  const written = given.includes('--json')
    ? [JSON.stringify(answers)]
    : report(folder, answers, given.includes('--all'));
  process.stdout.write(`${written.join('\n')}\n`);
}
