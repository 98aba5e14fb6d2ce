/** How a file becomes an article: its bytes are decoded, its front matter read, and what it does not say is taken from its body and path. */
import type {Article, ArticleSource, Problem} from './article.ts';
import {isListPage, sectionOfPath, titleOfPath} from './article-path.ts';
import {firstImage} from './body-image.ts';
import {scanOpening} from './body-opening.ts';
import {dateOfPath} from './dates.ts';
import {decodeText} from './encoding.ts';
import type {FieldMap, FieldValue} from './field-map.ts';
import {type Read, readFlag} from './field-values.ts';
import {type FrontMatter, type FrontMatterProblem, splitFrontMatter} from './front-matter.ts';
import {frontMatterFields, hidingFlags, listLayouts} from './front-matter-fields.ts';
import {field, type SafeField, type SafeUrl} from './sanitize.ts';
import {firstWords} from './text/first-words.ts';

/** A file of a library. The bytes are not held on to, so a buffer may be used again. */
export interface ArticleFile {
  readonly id: SafeField;
  readonly library: SafeField;
  /** Absolute, for opening; empty for what is no file. */
  readonly path: string;
  /** Below its library, `/` between segments. */
  readonly relativePath: string;
  readonly bytes: Uint8Array;
  /** What was found wrong with the file before it was read. */
  readonly problems?: readonly Problem[];
}

type FieldName = keyof typeof frontMatterFields;
const fieldNames = Object.keys(frontMatterFields) as FieldName[];
/** A field that was not found is undefined. */
type FieldsRead = {
  readonly [Name in FieldName]?: NonNullable<ReturnType<(typeof frontMatterFields)[Name]['read']>['value']>;
};

interface Row {
  readonly keys: readonly string[];
  readonly read: (value: FieldValue) => Read<unknown>;
}

/** `a.b` is the key `b` of the map at `a`. */
const valueAt = (fields: FieldMap, path: string): FieldValue | undefined => {
  const dot = path.indexOf('.');
  if (dot === -1) return fields.get(path);
  const map = fields.get(path.slice(0, dot));
  return map instanceof Map ? map.get(path.slice(dot + 1)) : undefined;
};

/** Tries a field's keys in order. A key that was meant but can't be used is a problem, even when a later one can. */
const readField = ({fields, lineOf}: FrontMatter, {keys, read}: Row, problems: FrontMatterProblem[]): unknown => {
  for (const path of keys) {
    const value = valueAt(fields, path);
    if (value === undefined || value === null) continue;
    const {value: found, problem} = read(value);
    if (found !== undefined) return found;
    if (problem === undefined) continue;
    const line = lineOf(path.slice(path.indexOf('.') + 1));
    problems.push({message: `${path}: ${problem}`, ...(line !== undefined && {line})});
  }
  return undefined;
};

const readFields = (frontMatter: FrontMatter): {read: FieldsRead; problems: FrontMatterProblem[]} => {
  const problems: FrontMatterProblem[] = [];
  const read: Partial<Record<string, unknown>> = {};
  if (frontMatter.fields.size > 0) {
    for (const name of fieldNames) read[name] = readField(frontMatter, frontMatterFields[name], problems);
  }
  return {read: read as FieldsRead, problems};
};

interface Title {
  readonly title: SafeField;
  readonly titleFrom: Article['titleFrom'];
}

/**
 * A heading that is not the first one makes a title too, but stays where it is: `'heading'` promises that the first
 * heading of the body is the title.
 */
const titleOf = (fromFields: SafeField | undefined, body: string, relativePath: string): Title => {
  if (fromFields !== undefined) return {title: fromFields, titleFrom: 'front-matter'};
  const {heading, top, words} = scanOpening(body);
  const candidates: readonly (readonly [string, Article['titleFrom']])[] = [
    [top?.text ?? '', heading === top ? 'heading' : 'words'],
    [firstWords(field(words ?? '')), 'words'],
    [titleOfPath(relativePath), 'file-name'],
  ];
  for (const [text, titleFrom] of candidates) {
    const title = field(text);
    if (title !== '') return {title, titleFrom};
  }
  return {title: field('Untitled'), titleFrom: 'file-name'};
};

const hostOf = (address: SafeUrl): SafeField => field(new URL(address).host.replace(/^www\./, ''));

const sourceOf = ({sourceName, sourceUrl}: FieldsRead): ArticleSource | undefined => {
  if (sourceUrl === undefined) return sourceName && {name: sourceName};
  const name = sourceName ?? hostOf(sourceUrl);
  return {...(name && {name}), url: sourceUrl};
};

const isHidden = (fields: FieldMap, relativePath: string): boolean => {
  const layout = fields.get('layout');
  return (
    isListPage(relativePath) ||
    hidingFlags.some(({key, value}) => readFlag(fields.get(key) ?? null) === value) ||
    (typeof layout === 'string' && listLayouts.includes(layout.toLowerCase()))
  );
};

const told = ({message, line}: FrontMatterProblem): Problem => ({
  message: field(message),
  ...(line !== undefined && {line}),
});

type Present<Fields> = {[Name in keyof Fields]?: NonNullable<Fields[Name]>};

/** The fields that have a value: an absent one is left out of the article. */
const present = <Fields extends Record<string, unknown>>(fields: Fields): Present<Fields> => {
  const kept: Record<string, unknown> = {};
  for (const name in fields) {
    if (fields[name] !== undefined && fields[name] !== '') kept[name] = fields[name];
  }
  return kept as Present<Fields>;
};

/** Never fails: whatever the bytes are, they are an article, with what is wrong about them among its problems. */
export const parseArticle = (file: ArticleFile): Article => {
  const {text, problem} = decodeText(file.bytes);
  const frontMatter = splitFrontMatter(text);
  const {body, fields} = frontMatter;
  const {read, problems} = readFields(frontMatter);
  const folder = sectionOfPath(file.relativePath);
  return {
    id: file.id,
    library: file.library,
    path: file.path,
    ...titleOf(read.title, body, file.relativePath),
    authors: read.authors ?? [],
    tags: read.tags ?? [],
    related: read.related ?? [],
    ...present({
      standfirst: read.standfirst,
      section: read.section ?? (folder === undefined ? undefined : field(folder)),
      source: sourceOf(read),
      published: read.published ?? dateOfPath(file.relativePath),
      updated: read.updated,
      saved: read.saved,
      lang: read.lang,
      image: read.image ?? firstImage(body),
    }),
    isHidden: isHidden(fields, file.relativePath),
    problems: [
      ...(file.problems ?? []),
      ...(problem === undefined ? [] : [{message: field(problem)}]),
      ...[...frontMatter.problems, ...problems].map(told),
    ],
    body,
  };
};
