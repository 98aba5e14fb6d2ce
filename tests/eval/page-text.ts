/**
 * Measures what is made of scraped pages: `npm run eval -- page-text <folder> [--json]`. The folder holds `page-text.json`,
 * `{"<key>": "<everything on the page>"}`, and `ground-truth.json`, `{"<key>": {"articleBody": …, "url": …}}`. The measure is
 * that of scrapinghub's article-extraction-benchmark: shingles of four words, counted; precision and recall averaged over the
 * pages; their harmonic mean.
 */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {documentText} from '../../src/core/markdown/text.ts';
import {parseMarkdown} from '../../src/core/markdown.ts';
import {articleOfPageText} from '../../src/import/page-text/article-of-page-text.ts';

const shingleLength = 4;

type Shingles = ReadonlyMap<string, number>;

/** Words as Python's `\w+` finds them. */
const shinglesOf = (text: string): Shingles => {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const shingles = new Map<string, number>();
  if (words.length === 0) return shingles;
  for (let place = 0; place < Math.max(1, words.length - shingleLength + 1); place++) {
    const shingle = words.slice(place, place + shingleLength).join(' ');
    shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1);
  }
  return shingles;
};

const size = (shingles: Shingles): number => [...shingles.values()].reduce((sum, count) => sum + count, 0);

export interface Scores {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

const f1Of = (precision: number, recall: number): number =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);

export const scoresOf = (found: string, expected: string): Scores => {
  const [own, truth] = [shinglesOf(found), shinglesOf(expected)];
  let shared = 0;
  for (const [shingle, count] of own) shared += Math.min(count, truth.get(shingle) ?? 0);
  const precision = size(own) === 0 ? Number.NaN : shared / size(own);
  const recall = size(truth) === 0 ? Number.NaN : shared / size(truth);
  return {f1: f1Of(precision || 0, recall || 0), precision, recall};
};

const mean = (values: readonly number[]): number => {
  const defined = values.filter(value => !Number.isNaN(value));
  return defined.reduce((sum, value) => sum + value, 0) / defined.length;
};

export const meanScores = (all: readonly Scores[]): Scores => {
  const precision = mean(all.map(({precision: each}) => each));
  const recall = mean(all.map(({recall: each}) => each));
  return {f1: f1Of(precision, recall), precision, recall};
};

interface Page {
  readonly articleBody: string;
  readonly url: string;
}

const readJson = <Value>(folder: string, name: string): Value =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')) as Value;

const textOf = (markdown: string): string => documentText(parseMarkdown(markdown, {dropFirstHeading: false}));

const measure = (folder: string, isJson: boolean): void => {
  const texts = readJson<Record<string, string>>(folder, 'page-text.json');
  const truths = readJson<Record<string, Page>>(folder, 'ground-truth.json');
  const pages = Object.entries(texts).flatMap(([key, text]) => {
    const truth = truths[key];
    if (truth === undefined) return [];
    const body = textOf(articleOfPageText(text, {address: truth.url}).body);
    const bare = textOf(articleOfPageText(text).body);
    return [
      {
        url: truth.url,
        own: scoresOf(body, truth.articleBody),
        bare: scoresOf(bare, truth.articleBody),
        untouched: scoresOf(text, truth.articleBody),
      },
    ];
  });
  const result = {
    pages: pages.length,
    article: meanScores(pages.map(({own}) => own)),
    withoutAddress: meanScores(pages.map(({bare}) => bare)),
    untouched: meanScores(pages.map(({untouched}) => untouched)),
  };
  if (isJson) {
    process.stdout.write(
      `${JSON.stringify({...result, worst: pages.map(({url, own}) => ({url, ...own}))}, null, 2)}\n`,
    );
    return;
  }
  const line = (name: string, {f1, precision, recall}: Scores) =>
    `${name.padEnd(24)} F1 ${f1.toFixed(3)}  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}\n`;
  process.stdout.write(`${result.pages} pages\n`);
  process.stdout.write(line('article', result.article));
  process.stdout.write(line('without its address', result.withoutAddress));
  process.stdout.write(line('page text as it is', result.untouched));
  const worst = [...pages].sort((a, b) => a.own.f1 - b.own.f1).slice(0, 10);
  for (const {url, own} of worst)
    process.stdout.write(`${line(`  ${own.f1.toFixed(3)}`, own).trimEnd()}  ${url.slice(0, 100)}\n`);
};

const folder = process.argv.slice(2).find(argument => !argument.startsWith('--'));
if (folder === undefined) {
  process.stderr.write('usage: npm run eval -- page-text <folder> [--json]\n');
  process.exitCode = 2;
} else measure(folder, process.argv.includes('--json'));
