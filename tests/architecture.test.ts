/** The layers of `src/README.md`, held by reading every import. */
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, posix, relative} from 'node:path';
import {expect, test} from 'vitest';
import {projectRoot} from './support/program.ts';

interface Import {
  /** Path below `src/`. */
  readonly from: string;
  /** Path below `src/`, or the name of a package. */
  readonly to: string;
  readonly isOurs: boolean;
}

const source = join(projectRoot, 'src');

const files = readdirSync(source, {recursive: true, encoding: 'utf8'})
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => /\.tsx?$/.test(path));

const textOf = (file: string): string => readFileSync(join(source, file), 'utf8');
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

const importsOf = (file: string): readonly Import[] =>
  [...withoutComments(textOf(file)).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(([, target = '']) => {
    const isOurs = target.startsWith('.');
    const to = isOurs ? posix.normalize(posix.join(dirname(file), target)) : target;
    return {from: file, to, isOurs};
  });

const imports = files.flatMap(importsOf);

/** From the bottom up: each may import itself and what stands before it. */
const layers = ['core', 'store', 'render', 'tui', 'commands', 'cli.ts', 'main.ts'] as const;
type Layer = (typeof layers)[number];

/** Neighbours that must not know each other, though one stands above the other. */
const strangers: readonly (readonly [Layer, Layer])[] = [
  ['render', 'store'],
  ['tui', 'store'],
];

const layerOf = (file: string): Layer | undefined =>
  layers.find(layer => file === layer || file.startsWith(`${layer}/`));

test('there is something to check', () => {
  expect(imports.length).toBeGreaterThan(300);
});

test('each layer imports only itself and those below it', () => {
  const wrong = imports.filter(({from, to, isOurs}) => {
    const [upper, lower] = [layerOf(from), layerOf(to)];
    if (!isOurs || upper === undefined || lower === undefined) return false;
    const isAbove = layers.indexOf(lower) > layers.indexOf(upper);
    return isAbove || strangers.some(([one, other]) => upper === one && lower === other);
  });
  expect(wrong).toEqual([]);
});

const isNode = (name: string): boolean => name.startsWith('node:');

/** Which packages may be imported from where only. */
const owners: readonly {readonly what: string; readonly owns: RegExp; readonly where: RegExp}[] = [
  {what: 'Node itself', owns: /^node:/, where: /^(?:store|commands|tui|build)\/|^(?:main|cli|direct-output)\.ts$/},
  {what: 'React and Ink', owns: /^(?:react|ink)(?:\/|$)/, where: /^(?:tui|build)\//},
  {what: 'marked', owns: /^marked$/, where: /^core\/markdown|^render\/markdown/},
  {what: 'marked-terminal', owns: /^marked-terminal$/, where: /^render\/markdown/},
  {what: 'files', owns: /^node:fs/, where: /^(?:store|commands|build)\/|^(?:main|direct-output)\.ts$/},
  {what: 'child processes', owns: /^node:child_process$/, where: /^commands\/launch\.ts$/},
  {what: 'the network', owns: /^node:(?:https?|net|tls|dgram|dns)$|^undici$/, where: /^net\//},
];

test.each(owners)('only its owner imports $what', ({owns, where}) => {
  expect(imports.filter(({from, to, isOurs}) => !isOurs && owns.test(to) && !where.test(from))).toEqual([]);
});

test('core and render do no I/O and read no clock', () => {
  const impure = /\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bsetTimeout\(|\bfetch\(|\bconsole\./;
  const pure = files.filter(
    file => /^(?:core|render)\//.test(file) || file === 'tui/update.ts' || file.startsWith('tui/view/'),
  );
  expect(pure.filter(file => impure.test(withoutComments(textOf(file))))).toEqual([]);
  expect(imports.filter(({from, to}) => /^(?:core|render)\//.test(from) && isNode(to))).toEqual([]);
});

test('only main.ts owns the process', () => {
  const owner = /^main\.ts$|^direct-output\.ts$|^build\//;
  const users = files.filter(
    file => !owner.test(file) && /\bprocess\.(?!env\.NODE_ENV)/.test(withoutComments(textOf(file))),
  );
  expect(users).toEqual([]);
});

test('no key reaches the reader but through its own decoder', () => {
  expect(files.filter(file => /\buseInput\b/.test(withoutComments(textOf(file))))).toEqual([]);
});

test('nothing is loaded twice over: no import leads out of src', () => {
  const outside = imports.filter(({to, isOurs}) => isOurs && to.startsWith('..') && to !== '../package.json');
  expect(outside.map(({from, to}) => `${from} → ${relative('..', to)}`)).toEqual([]);
});
