/** Where front matter ends and the body begins, and what the front matter says. Which fields count is in `front-matter-fields.ts`. */
import {parse as parseToml, TomlError} from 'smol-toml';
import type {FieldMap, FieldMapBuilder} from './field-map.ts';
import {createBuilder, toFieldMap} from './field-map.ts';
import {readLines} from './front-matter-lines.ts';
import {readYaml} from './yaml.ts';

/** Hostile still, as everything here: `line` counts from 1 in the file. */
export interface FrontMatterProblem {
  readonly message: string;
  readonly line?: number;
}

export interface FrontMatter {
  readonly fields: FieldMap;
  readonly problems: readonly FrontMatterProblem[];
  /** The text below. */
  readonly body: string;
  /** The line of the file that a key (in lower case) stands on, counted from 1; the last one where it stands on several. */
  readonly lineOf: (key: string) => number | undefined;
}

type Format = 'YAML' | 'TOML' | 'JSON';

interface Block {
  readonly format: Format;
  /** What is between the fences; of JSON, the braces too. */
  readonly text: string;
  /** Lines of the file above the text. */
  readonly linesAbove: number;
  readonly body: string;
}

interface Reading {
  readonly map: FieldMapBuilder;
  readonly problem?: FrontMatterProblem;
}

/** By the line that opens the block; which lines close it. */
const fences: readonly {readonly format: Format; readonly open: string; readonly close: readonly string[]}[] = [
  {format: 'YAML', open: '---', close: ['---', '...']},
  {format: 'TOML', open: '+++', close: ['+++']},
];

const isLineEnd = (character: string | undefined): boolean => character === '\n' || character === '\r';

/** Where the next line begins; undefined at the end of the text. */
const nextLine = (text: string, from: number): number | undefined => {
  const feed = text.indexOf('\n', from);
  const line = feed === -1 ? text.slice(from) : text.slice(from, feed);
  // Old Macs ended lines with a return alone.
  const back = from + line.indexOf('\r') + 1;
  if (back > from && back !== feed) return back;
  return feed === -1 ? undefined : feed + 1;
};

/** Where the line below a fence begins; undefined when there is more on its line than spaces. */
const behindFence = (text: string, from: number): number | undefined => {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at === text.length ? at : isLineEnd(text[at]) ? nextLine(text, at) : undefined;
};

/** A block that is opened and never closed is none: the line is a thematic break. */
const fencedBlock = (text: string): Block | undefined => {
  const fence = fences.find(({open}) => text.startsWith(open));
  const start = fence && behindFence(text, fence.open.length);
  for (let line = start; fence && line !== undefined; line = nextLine(text, line)) {
    const at = line;
    const closing = fence.close.find(written => text.startsWith(written, at));
    const end = closing && behindFence(text, line + closing.length);
    if (end) return {format: fence.format, text: text.slice(start, line), linesAbove: 1, body: text.slice(end)};
  }
  return undefined;
};

/** Where the object that opens the text is closed; braces in strings don't count. */
const endOfObject = (text: string): number | undefined => {
  let depth = 0;
  let isString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isString) {
      if (character === '\\') at++;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return undefined;
};

/** `{` and a key, or nothing: a Liquid or Hugo tag at the top is no JSON. */
const jsonBlock = (text: string): Block | undefined => {
  if (!/^\{\s*(?:"|\})/.test(text)) return undefined;
  const end = endOfObject(text);
  const rest = end === undefined ? undefined : /^[ \t]*(?:\r\n?|\n|$)([\s\S]*)$/.exec(text.slice(end));
  if (end === undefined || !rest) return undefined;
  return {format: 'JSON', text: text.slice(0, end), linesAbove: 0, body: rest[1] ?? ''};
};

const problemAt = (block: Block, message: string, line?: number): FrontMatterProblem =>
  line === undefined ? {message} : {message, line: block.linesAbove + line + 1};

/** @returns undefined when it is no TOML, or the failure where the caller wants to tell it */
const tryToml = (block: Block): Reading | FrontMatterProblem => {
  try {
    return {map: toFieldMap(parseToml(block.text))};
  } catch (error) {
    if (!(error instanceof TomlError)) return {message: 'front matter is no TOML'};
    const reason = error.message.replace(/^Invalid TOML document: /, '').replace(/\n[\s\S]*$/, '');
    return problemAt(block, `front matter is no TOML: ${reason}`, error.line - 1);
  }
};

const tryJson = (block: Block): Reading | undefined => {
  try {
    return {map: toFieldMap(JSON.parse(block.text))};
  } catch {
    return undefined;
  }
};

const byLine = (block: Block, problem: FrontMatterProblem): Reading => {
  const text = block.format === 'JSON' ? block.text.replace(/^[ \t]*[{}]?[ \t]*|,[ \t]*$/gm, '') : block.text;
  return {map: readLines(text), problem};
};

const readAsYaml = (block: Block): Reading => {
  const lines = readLines(block.text);
  if (lines.firstDoubt === undefined) return {map: lines};
  const yaml = readYaml(block.text);
  if (yaml.kind === 'map') return yaml;
  const toml = tryToml(block);
  if ('map' in toml && toml.map.fields.size > 0) {
    return {...toml, problem: {message: 'TOML between ---; it belongs between +++', line: 1}};
  }
  const problem =
    yaml.kind === 'failed'
      ? problemAt(block, `front matter is no YAML: ${yaml.reason}; read line by line`, yaml.line ?? lines.firstDoubt)
      : problemAt(block, 'front matter is no list of fields; read line by line', lines.firstDoubt);
  return {map: lines, problem};
};

const readAsToml = (block: Block): Reading => {
  const toml = tryToml(block);
  if ('map' in toml) return toml;
  const yaml = readYaml(block.text);
  if (yaml.kind === 'map') return {...yaml, problem: {message: 'YAML between +++; it belongs between ---', line: 1}};
  return byLine(block, {...toml, message: `${toml.message}; read line by line`});
};

const readAsJson = (block: Block): Reading => {
  const json = tryJson(block);
  if (json !== undefined) return json;
  const yaml = readYaml(block.text);
  const problem = problemAt(block, 'front matter is no JSON', 0);
  return yaml.kind === 'map' ? {...yaml, problem} : byLine(block, problem);
};

const readers: Readonly<Record<Format, (block: Block) => Reading>> = {
  YAML: readAsYaml,
  TOML: readAsToml,
  JSON: readAsJson,
};

/** Sentences between two thematic breaks, `Dear reader: …` among them, are no front matter; empty or commented out, it is. */
const isFrontMatter = ({fields}: FieldMapBuilder, {text}: Block): boolean =>
  fields.size === 0 ? text.split('\n').every(line => saysNothing.test(line)) : [...fields.keys()].some(isKey);

const saysNothing = /^\s*(?:#.*|\{\s*\}\s*)?$/;
const isKey = (key: string): boolean => !/\s/.test(key);

const keyOfLine = /^\s*["']?([\w.-]{1,100})["']?\s*[:=]/;

const lineFinder = ({text, linesAbove}: Block): FrontMatter['lineOf'] => {
  let lines: Map<string, number> | undefined;
  const index = () =>
    new Map(
      text.split(/\r\n?|\n/).flatMap((line, above): [string, number][] => {
        const key = keyOfLine.exec(line)?.[1];
        return key === undefined ? [] : [[key.toLowerCase(), above + 1 + linesAbove]];
      }),
    );
  return key => {
    lines ??= index();
    return lines.get(key);
  };
};

/** What is longer was not written as front matter; its beginning is read all the same. */
const longestFrontMatter = 1_000_000;

const readBlock = (block: Block): Reading =>
  block.text.length <= longestFrontMatter
    ? readers[block.format](block)
    : byLine({...block, text: block.text.slice(0, longestFrontMatter)}, {message: 'front matter is too long', line: 1});

const none = (text: string): FrontMatter => ({
  fields: createBuilder().fields,
  problems: [],
  body: text,
  lineOf: () => undefined,
});

/**
 * Takes the front matter off a decoded file: YAML between `---`, TOML between `+++`, a JSON object; at the very top only.
 * Never fails: what can't be parsed is read line by line, with a problem that says so.
 */
export const splitFrontMatter = (text: string): FrontMatter => {
  const block = fencedBlock(text) ?? jsonBlock(text);
  if (block === undefined) return none(text);
  const {map, problem} = readBlock(block);
  if (!isFrontMatter(map, block)) return none(text);
  const lineOf = lineFinder({...block, text: block.text.slice(0, longestFrontMatter)});
  const repeated = [...map.repeated].map((key): FrontMatterProblem => {
    const line = lineOf(key);
    return {message: `${key} stands here more than once; the first counts`, ...(line !== undefined && {line})};
  });
  return {fields: map.fields, problems: problem ? [problem, ...repeated] : repeated, body: block.body, lineOf};
};
