/** `newsprint read`: articles as text. */
import {decodeText} from '../core/encoding.ts';
import {AppError, exitCodes} from '../core/errors.ts';
import {block} from '../core/sanitize.ts';
import type {Highlight} from '../render/markdown.ts';
import {isAddress} from './address.ts';
import {type ArticleSource, createArticleSource, type FoundArticle} from './article-source.ts';
import type {Command, Invocation} from './command.ts';
import {findAll, worst} from './find-all.ts';
import type {BroughtIn} from './importing/open-address.ts';
import {readMarks} from './kept-state.ts';
import {countOption, hasOption} from './options.ts';
import {type OutputForm, outputForm, styling, textColumns} from './output.ts';
import {reportProblems, showError} from './report.ts';

export const read: Command = {
  name: 'read',
  summary: 'print articles',
  about: [
    'An article is named by its id, a part of its title, or its file. What stands at an address that begins with https:// is imported first.',
  ],
  args: [{name: 'article', isRequired: true, repeats: true, completes: 'article'}],
  options: [{name: 'raw', summary: 'the file as it is, with its front matter'}],
  run: async invocation => {
    const {args, options, io} = invocation;
    const isRaw = hasOption(options, 'raw');
    if (isRaw && hasOption(options, 'json')) {
      throw new AppError('usage', '--raw and --json exclude each other', {
        hint: 'in --json, markdown holds the body as it is',
      });
    }
    const {names, errors: missed} = args.some(isAddress) ? await bringIn(invocation) : {names: args, errors: []};
    for (const error of missed) showError(io, error);
    const source = createArticleSource(invocation);
    const {found, errors: unknown} = await findAll(names, source);
    for (const error of unknown) showError(io, error);
    const errors = [...missed, ...unknown];
    if (found.length === 0) return worst(errors);
    if (isRaw) printRaw(found, invocation);
    else await printers[outputForm(invocation)]({found, source, invocation});
    const ending = reportProblems(invocation, {articles: found.map(({article}) => article), failures: []});
    return errors.length > 0 ? exitCodes.partial : ending;
  },
};

/** What stands at addresses becomes articles of the library first. */
const bringIn = async (invocation: Invocation): Promise<BroughtIn> =>
  (await import('./importing/open-address.ts')).bringIn(invocation);

interface Printing {
  readonly found: readonly FoundArticle[];
  readonly source: ArticleSource;
  readonly invocation: Invocation;
}

const standardWidth = 80;

const printers: Readonly<Record<OutputForm, (printing: Printing) => Promise<void>>> = {
  plain: async ({found, invocation: {io, options}}) => {
    const {renderPlainArticle} = await import('../render/plain-article.ts');
    const width = countOption(options, 'width') ?? standardWidth;
    io.output.write(
      separated(
        found.map(({article}) => renderPlainArticle(article, {width})),
        width,
      ),
    );
  },
  styled: async ({found, source, invocation}) => {
    const {renderStyledArticle} = await import('../render/plain-article.ts');
    const settings = await source.settings();
    const {theme, hasHyperlinks} = await styling(invocation, settings);
    const width = textColumns(invocation, settings);
    const highlight = theme.level > 0 ? await loadHighlight(found) : undefined;
    const options = {width, theme, hyperlinks: hasHyperlinks, ...(highlight && {highlight})};
    invocation.io.output.write(
      separated(
        found.map(({article}) => renderStyledArticle(article, options)),
        width,
      ),
    );
  },
  json: async ({found, source, invocation: {io}}) => {
    const [{renderJson}, {createArticleTeller}] = await Promise.all([
      import('../render/json.ts'),
      import('./full-article.ts'),
    ]);
    const session = await source.session();
    const tell = createArticleTeller(session, await readMarks(io, session.settings));
    const articles = found.map(tell);
    io.output.write(renderJson(articles.length === 1 ? {article: articles[0]} : {articles}));
  },
};

/** What colours code, loaded only when an article has any whose language is named. */
const loadHighlight = async (found: readonly FoundArticle[]): Promise<Highlight | undefined> => {
  const {needsHighlighting, parseMarkdown} = await import('../core/markdown.ts');
  const hasCode = found.some(({article: {body}}) => needsHighlighting(parseMarkdown(body, {dropFirstHeading: false})));
  return hasCode ? (await import('../render/highlight.ts')).highlight : undefined;
};

/** Columns of the line between two articles, where lines may be of any length. */
const ruleColumns = 40;

const separated = (texts: readonly string[], width: number): string =>
  texts.map(text => `${text.trimEnd()}\n`).join(`\n${'─'.repeat(Math.min(width || ruleColumns, ruleColumns))}\n\n`);

/** A pipe gets the very bytes; a terminal, and who asks for plain text, gets them through the gate. */
const printRaw = (found: readonly FoundArticle[], {io, options}: Invocation): void => {
  const isGated = io.output.isTerminal || hasOption(options, 'plain');
  for (const one of found) io.output.write(isGated ? block(decodeText(one.bytes()).text) : one.bytes());
};
