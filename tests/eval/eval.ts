/** Measures results on material that others wrote: `npm run eval -- [what] <folder> [--json]`. Without a word, what is related. */
export {};

const measures: Readonly<Record<string, () => Promise<unknown>>> = {
  related: () => import('./related.ts'),
  feeds: () => import('./feeds.ts'),
  pages: () => import('./pages.ts'),
  'page-text': () => import('./page-text.ts'),
};

const [what = ''] = process.argv.slice(2);
const measure = measures[what];
if (measure !== undefined) process.argv.splice(2, 1);
await (measure ?? (() => import('./related.ts')))();
