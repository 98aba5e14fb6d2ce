/**
 * Measures how quick newsprint is: `npm run bench [-- --only <part>] [--rounds <n>]`. Build it first. Prints a table and
 * writes `bench.json`; a figure says something only beside the others of its run.
 */
import {existsSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {benchLibrary} from './library.ts';
import {benchReading} from './reading.tsx';
import {type Row, ratioOf, renderRows} from './row.ts';
import {benchStart} from './start.ts';

type Part = (root: string, rounds: number) => Promise<readonly Row[]>;
const parts: Readonly<Record<string, Part>> = {start: benchStart, reading: benchReading, library: benchLibrary};

const {values} = parseArgs({
  options: {only: {type: 'string', multiple: true}, rounds: {type: 'string', default: '21'}},
});
const chosen = values.only ?? Object.keys(parts);
const unknown = chosen.filter(name => !Object.hasOwn(parts, name));
const rounds = Number(values.rounds);
const root = process.cwd();

if (unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1 || !existsSync(join(root, 'dist/main.js'))) {
  const parted = Object.keys(parts).join(', ');
  process.stderr.write(`usage: npm run bench [-- --only <${parted}>] [--rounds <n>], after npm run build\n`);
  process.exit(2);
}

const rows: Row[] = [];
for (const name of chosen) rows.push(...((await parts[name]?.(root, rounds)) ?? []));

process.stdout.write(`${renderRows(rows)}\n\nmedians of ${rounds} rounds, Node ${process.version}\n`);
const results = rows.map(row => ({...row, ratio: ratioOf(row)}));
writeFileSync(
  join(root, 'bench.json'),
  `${JSON.stringify({version: 1, node: process.version, rounds, rows: results}, null, 2)}\n`,
);
