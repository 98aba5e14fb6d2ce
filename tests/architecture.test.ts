/** The layers of `src/README.md`, held: who may import whom, and who may touch the world. */
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative, sep} from 'node:path';
import {describe, expect, test} from 'vitest';
import {bundle, program} from '../src/build/bundle.mjs';
import {projectRoot} from './support/program.ts';

const source = join(projectRoot, 'src');

interface Import {
  readonly from: string;
  /** A path below `src/`, or the name of a package or of a module of Node's. */
  readonly to: string;
  readonly isOurs: boolean;
  /** By `import(…)`, when it is needed. */
  readonly isLate: boolean;
}

/** Comments say what code may not. */
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/.*$/gm, '');

const imported = /(?:^|\s)(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/g;

const files = readdirSync(source, {recursive: true, encoding: 'utf8'})
  .filter(file => /\.tsx?$/.test(file) && !file.startsWith(`build${sep}`))
  .map(file => ({file: file.split(sep).join('/'), code: withoutComments(readFileSync(join(source, file), 'utf8'))}));

const imports: readonly Import[] = files.flatMap(({file, code}) =>
  [...code.matchAll(imported)].map(match => {
    const to = match[1] ?? match[2] ?? '';
    const isOurs = to.startsWith('.');
    return {
      from: file,
      isLate: match[1] === undefined,
      to: isOurs
        ? relative(source, join(source, dirname(file), to))
            .split(sep)
            .join('/')
        : to,
      isOurs,
    };
  }),
);

/** A folder of `src/`, or a file directly in it. */
const layerOf = (file: string) => file.split('/')[0] ?? '';
const packageOf = (name: string) =>
  name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? '');
const show = ({from, to}: Import) => `${from} imports ${to}`;

/** What each layer may import of ours besides itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  store: ['core'],
  net: ['core'],
  import: ['core'],
  render: ['core'],
  tui: ['core', 'render'],
  commands: ['core', 'store', 'net', 'import', 'render', 'tui'],
  'cli.ts': ['core', 'render', 'commands'],
  'direct-output.ts': [],
  'main.ts': ['cli.ts', 'core', 'commands', 'direct-output.ts'],
  'manual.ts': ['commands'],
};

/** The only places that may use these packages. */
const places: Readonly<Record<string, RegExp>> = {
  ink: /^tui\//,
  react: /^tui\//,
  marked: /^(?:core|render)\/markdown(?:\/|\.ts$)/,
  'marked-terminal': /^render\/markdown(?:\/|\.ts$)/,
  'cli-highlight': /^render\/highlight\.ts$/,
  'highlight.js': /^render\/highlight\.ts$/,
  undici: /^net\//,
  linkedom: /^import\/html\//,
};

describe('imports', () => {
  test('are found', () => {
    expect(imports.length).toBeGreaterThan(files.length);
    expect(imports.some(({from, to}) => from === 'main.ts' && to === 'cli.ts')).toBe(true);
  });

  test.each([...new Set(files.map(({file}) => layerOf(file)))])('%s imports what its layer may', layer => {
    const may = allowed[layer];
    expect(may, `what may ${layer} import?`).toBeDefined();
    const wrong = imports.filter(({from, to, isOurs}) => {
      const target = layerOf(to);
      // `../package.json` is no layer.
      return isOurs && layerOf(from) === layer && target !== '..' && target !== layer && !may?.includes(target);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  test.each(['core', 'import', 'render'])('%s imports nothing of Node', layer => {
    expect(imports.filter(({from, to}) => layerOf(from) === layer && to.startsWith('node:')).map(show)).toEqual([]);
  });

  test.each(Object.entries(places))('%s has its place', (name, place) => {
    const users = imports.filter(({to, isOurs}) => !isOurs && packageOf(to) === name);
    expect(users.filter(({from}) => !place.test(from)).map(show)).toEqual([]);
  });

  test('go in no circle', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (path.includes(file) || done.has(file)) return;
      for (const {from, to, isOurs, isLate} of imports)
        if (from === file && isOurs && !isLate) visit(to, [...path, file]);
      done.add(file);
    };
    for (const {file} of files) visit(file, []);
    expect(circles).toEqual([]);
  });
});

describe('the world', () => {
  const users = (pattern: RegExp, where: RegExp) =>
    files.filter(({file, code}) => where.test(file) && pattern.test(code)).map(({file}) => file);

  test('the process belongs to main.ts', () => {
    expect(users(/\bprocess\s*[.[]|'node:process'/, /./)).toEqual(['main.ts']);
  });

  test('core, the importers, render and the reader’s decisions read no clock and throw no dice', () => {
    const pure =
      /^(?:core|import|render)\/|^tui\/(?:update|state|list|page|viewport|keymap|layout|place|[\w-]+-steps)\.ts$/;
    expect(
      users(
        /\bDate\.now\b|\bnew Date\(\)|\bperformance\.|\bMath\.random\b|\bset(?:Timeout|Interval|Immediate)\b/,
        pure,
      ),
    ).toEqual([]);
  });

  test('keys come in at one place, and what draws has no state of its own', () => {
    expect(users(/\buseInput\b/, /./).filter(file => file !== 'tui/app.tsx')).toEqual([]);
    expect(users(/\buse[A-Z]\w*\(/, /^tui\/components\//)).toEqual([]);
  });

  test('nobody writes to the console', () => {
    expect(users(/\bconsole\./, /./)).toEqual([]);
  });
});

test('listing articles loads no reader, no Markdown, and nothing else that takes long', async () => {
  const {packs, metafile} = await bundle({...program, isWritten: false});
  const packages = (packs.get('main.js') ?? []).flatMap(chunk => {
    const output = Object.entries(metafile.outputs).find(([path]) => path.endsWith(`/${chunk}`))?.[1];
    // What is called late leaves a line or two behind.
    const inputs = Object.entries(output?.inputs ?? {}).filter(([, {bytesInOutput}]) => bytesInOutput > 500);
    return inputs.flatMap(([path]) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  });
  expect([...new Set(packages)]).toEqual([]);
});
