/** A Markdown file that is to be an article of the library as it stands, but for what its reader wants to be said of it. */
import {Document, isMap, parseDocument} from 'yaml';
import {AppError} from '../core/errors.ts';

export interface WantedFields {
  readonly section?: string | undefined;
  readonly tags: readonly string[];
}

const yamlBlock = /^---[ \t]*\r?\n([\s\S]*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/**
 * The text with a section and tags in its front matter; everything else of it, comments too, stays.
 * @throws {AppError} `usage` for front matter that is no YAML, or broken
 */
export const withFields = (text: string, {section, tags}: WantedFields): string => {
  if (section === undefined && tags.length === 0) return text;
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const content = text.slice(mark.length);
  if (/^(?:\+\+\+|\{)/.test(content)) throw unfit('is no YAML');
  const block = content.startsWith('---') ? yamlBlock.exec(content) : null;
  const document = block === null ? new Document({}) : parseDocument(block[1] ?? '', {keepSourceTokens: true});
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) throw unfit('is broken');
  if (section !== undefined) document.set('section', section);
  if (tags.length > 0) document.set('tags', document.createNode(mergedTags(document.get('tags'), tags), {flow: true}));
  const head = `---\n${document.toString({lineWidth: 0, flowCollectionPadding: false})}---\n`;
  return block === null ? `${mark}${head}\n${content}` : mark + head + content.slice(block[0].length);
};

const mergedTags = (given: unknown, more: readonly string[]): readonly string[] => {
  const known =
    given === undefined || given === null ? [] : typeof given === 'string' ? given.split(/\s*,\s*/) : listed(given);
  return [...new Set([...known, ...more])];
};

const listed = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function'
    ? [value.toJSON()].flat().map(String)
    : [];

const unfit = (what: string): AppError =>
  new AppError('usage', `its front matter ${what}, so that no section and no tags can be added`, {
    hint: 'import it without --section and --tag',
  });
