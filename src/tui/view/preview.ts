/** The preview beside the list: what the selected article is about. */
import {articleDate, problemText} from '../../core/article.ts';
import {excerptOf} from '../../core/excerpt.ts';
import {readingTime} from '../../core/reading-time.ts';
import {fit} from '../../core/text/truncate.ts';
import {wrap} from '../../core/text/wrap.ts';
import {longDate} from '../../render/dates.ts';
import {layoutOf} from '../layout.ts';
import {selectedArticle} from '../list-steps.ts';
import {articleKey, type State} from '../state.ts';

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
  const problems = article.problems.map(problem => `! ${problemText(problem)}`);
  return pad([
    ...flow(article.section?.toUpperCase(), style.kicker),
    ...flow(article.title, style.headline),
    ...flow(article.standfirst, style.standfirst),
    ...flow(facts.join(' · '), style.byline),
    ...problems.flatMap(problem => flow(problem, style.error)),
    '',
    ...excerptOf(article).flatMap(text => [...wrap(text, previewWidth), '']),
  ]);
};
