/**
 * How well the text of news pages is found: `npm run eval -- pages <folder> [--json]`, a folder with `ground-truth.json`
 * (`{key: {articleBody, url}}`) and `html/<key>.html.gz`. Beside our own figures stand those of Readability alone on the
 * same pages, for comparison, and those of each half of them, which tells rules that fit some pages from rules that hold.
 */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {Readability} from '@mozilla/readability';
import {documentText} from '../../src/core/markdown/text.ts';
import {parseMarkdown} from '../../src/core/markdown.ts';
import {parseHtml} from '../../src/import/html/dom.ts';
import {readMetadata} from '../../src/import/html/metadata/metadata.ts';
import {articleOfPage} from '../../src/import/html/page.ts';
import {readPageText} from '../../src/import/html/page-text.ts';
import type {ImportedArticle} from '../../src/import/imported-article.ts';
import {agreement, average} from './shingles.ts';

interface Truth {
  readonly articleBody: string;
  readonly url: string;
}

const readable = (markdown: string): string => documentText(parseMarkdown(markdown, {dropFirstHeading: false}));

const textOfReadability = (html: string): string =>
  new Readability(parseHtml(html) as never).parse()?.textContent ?? '';

/** The text before it becomes Markdown, which shows what that costs. */
const foundText = (html: string, address: string): string => {
  const document = parseHtml(html);
  return readPageText({html, document, metadata: readMetadata(document, address), base: address}).plain;
};

/** Words that Markdown shows and its plain text leaves out: what is said below pictures. */
const shown = (markdown: string): string => markdown.replace(/\]\([^)]*\)/g, ']').replace(/[\\*_`#>|[\]-]+/g, ' ');

const articleOf = (html: string, address: string): ImportedArticle | undefined => {
  try {
    return articleOfPage(html, {address});
  } catch {
    return undefined;
  }
};

const fields = ['standfirst', 'section', 'published', 'updated', 'lang', 'image'] as const;

const measure = (folder: string) => {
  const truths: Readonly<Record<string, Truth>> = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8'));
  return Object.entries(truths).map(([key, {articleBody, url}]) => {
    const html = gunzipSync(readFileSync(join(folder, 'html', `${key}.html.gz`))).toString('utf8');
    const start = performance.now();
    const article = articleOf(html, url);
    const milliseconds = performance.now() - start;
    const body = article?.body ?? '';
    return {
      key,
      article,
      milliseconds,
      written: agreement(articleBody, readable(body)),
      shown: agreement(articleBody, shown(body)),
      found: agreement(articleBody, foundText(html, url)),
      readability: agreement(articleBody, textOfReadability(html)),
    };
  });
};

const [folder, ...options] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('usage: npm run eval -- pages <folder> [--json], the folder with ground-truth.json and html/\n');
  process.exit(2);
}

const pages = measure(folder);
const part = (count: number) => count / pages.length;
const half = (which: number) => pages.filter((_, index) => index % 2 === which).map(({written}) => written);
const results = {
  written: average(pages.map(({written}) => written)),
  halves: {odd: average(half(0)).f1, even: average(half(1)).f1},
  'before Markdown': average(pages.map(({found}) => found)),
  'with captions': average(pages.map(({shown: all}) => all)),
  readability: average(pages.map(({readability}) => readability)),
  has: {
    article: part(pages.filter(({article}) => article !== undefined).length),
    authors: part(pages.filter(({article}) => article && article.authors.length > 0).length),
    tags: part(pages.filter(({article}) => article && article.tags.length > 0).length),
    ...Object.fromEntries(fields.map(field => [field, part(pages.filter(({article}) => article?.[field]).length)])),
  },
  time: {'ms a page': pages.reduce((sum, {milliseconds}) => sum + milliseconds, 0) / pages.length},
};

const table = Object.entries(results).flatMap(([group, figures]) =>
  Object.entries(figures).map(([label, value]) => [`${group} ${label}`, value.toFixed(3)] as const),
);
const worst = [...pages]
  .sort((a, b) => a.written.precision + a.written.recall - b.written.precision - b.written.recall)
  .slice(0, 10)
  .map(({key, written}) => `  ${key.slice(0, 12)}  ${written.precision.toFixed(3)} ${written.recall.toFixed(3)}`);
process.stdout.write(
  options.includes('--json')
    ? `${JSON.stringify(results, null, 2)}\n`
    : `${table.map(([label, value]) => `${label.padEnd(26)} ${value}`).join('\n')}\n\nfarthest from expected (precision, recall):\n${worst.join('\n')}\n`,
);
