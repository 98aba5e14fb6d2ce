/** The preview beside the list: what the selected article is about. */
import {articleDate} from '../../core/article.ts';
import {blockLines} from '../../core/markdown/text.ts';
import type {MarkdownDocument} from '../../core/markdown.ts';
import {readingTime} from '../../core/reading-time.ts';
import {block} from '../../core/sanitize.ts';
import {fit} from '../../core/text/truncate.ts';
import {wrap} from '../../core/text/wrap.ts';
import {longDate} from '../../render/dates.ts';
import {layoutOf} from '../layout.ts';
import {selectedArticle} from '../list-steps.ts';
import {documentOf} from '../page.ts';
import {articleKey, type State} from '../state.ts';

/** Enough of the text to fill any preview, in UTF-16 units. */
const excerptLength = 6000;

/** The beginning of an article's text as paragraphs. Only so many blocks are opened: the whole of a long article would hold up the keys. */
export const excerptOf = ({blocks}: MarkdownDocument): readonly string[] => {
  const paragraphs: string[] = [];
  let length = 0;
  for (const part of blocks) {
    if (length >= excerptLength) break;
    const text = block(blockLines(part.open()).join('\n')).slice(0, excerptLength);
    paragraphs.push(...text.split('\n').filter(line => line !== ''));
    length += text.length;
  }
  return paragraphs;
};

/** @returns exactly `listHeight` lines, each `previewWidth` wide */
export const previewPane = (state: State): readonly string[] => {
  const {listHeight, previewWidth} = layoutOf(state.size);
  const {style} = state.settings.theme;
  const article = selectedArticle(state);
  const pad = (lines: readonly string[]) =>
    Array.from({length: listHeight}, (_, i) => fit(lines[i] ?? '', previewWidth));
  if (article === undefined) return pad([]);
  const flow = (text: string | undefined, role: (line: string) => string) =>
    text === undefined || text === '' ? [] : wrap(text, previewWidth).map(role);
  const date = articleDate(article);
  const related = state.suggestions.get(articleKey(article))?.related.length;
  const facts = [
    date && longDate(date),
    `${readingTime(article).minutes} min read`,
    related !== undefined && `${related} related`,
  ].filter(fact => typeof fact === 'string');
  const problems = article.problems.map(
    ({line, message}) => `! ${line === undefined ? '' : `line ${line}: `}${message}`,
  );
  return pad([
    ...flow(article.section?.toUpperCase(), style.kicker),
    ...flow(article.title, style.headline),
    ...flow(article.standfirst, style.standfirst),
    ...flow(facts.join(' · '), style.byline),
    ...problems.flatMap(problem => flow(problem, style.error)),
    '',
    ...excerptOf(documentOf(article)).flatMap(text => [...wrap(text, previewWidth), '']),
  ]);
};
