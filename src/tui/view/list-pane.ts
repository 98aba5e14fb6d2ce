/** The list of articles as lines: pointer, mark, title, date. */
import {type Article, articleDate} from '../../core/article.ts';
import {fit} from '../../core/text/truncate.ts';
import {width} from '../../core/text/width.ts';
import {wrap} from '../../core/text/wrap.ts';
import {shortDate} from '../../render/dates.ts';
import {layoutOf} from '../layout.ts';
import {articleKey, type State} from '../state.ts';

const roomForDate = 36;

const mark = (state: State, article: Article): string => {
  if (article.problems.length > 0) return '!';
  return state.read.has(articleKey(article)) ? ' ' : '●';
};

interface RowOptions {
  readonly isSelected: boolean;
  readonly columns: number;
  readonly dateWidth: number;
}

const dateText = (state: State, article: Article): string => {
  const date = articleDate(article);
  return date === undefined ? '' : shortDate(date, state.settings.today);
};

const row = (state: State, article: Article, {isSelected, columns, dateWidth}: RowOptions): string => {
  const {style} = state.settings.theme;
  const dated = dateWidth > 0 ? `  ${fit(dateText(state, article), dateWidth, 'right')} ` : '';
  const lead = `${isSelected ? '▸' : ' '}${mark(state, article)} `;
  const title = fit(article.title, Math.max(0, columns - width(lead) - width(dated)));
  // The pointer tells what is selected where inverse video does not.
  if (isSelected) return style.selected(lead + title + dated);
  const isRead = state.read.has(articleKey(article));
  return lead + (isRead ? style.read(title) : title) + style.muted(dated);
};

const emptyMessage = ({library, list}: State): string => {
  if (list.query !== '') return `Nothing matches “${list.query}”. Esc clears the search.`;
  if (list.hidesRead && library.articles.length > 0) return 'Everything here is read. Press . to show it.';
  if (library.articles.length > 0) return 'All articles here are drafts or hidden. "newsprint list --all" lists them.';
  const folders = library.folders.map(folder => folder.path).join(', ');
  return `No articles in ${folders} yet. Put Markdown files there, or start newsprint with a folder that has some.`;
};

/** @returns exactly `height` lines, each `columns` wide */
export const listPane = (state: State): readonly string[] => {
  const {listHeight, listWidth} = layoutOf(state.size);
  const {entries, top, selected} = state.list;
  const shown = entries.slice(top, top + listHeight);
  const dates = listWidth >= roomForDate ? shown.map(article => width(dateText(state, article))) : [];
  const dateWidth = Math.max(0, ...dates);
  const lines =
    entries.length === 0
      ? wrap(emptyMessage(state), Math.max(1, listWidth - 4)).map(line => `  ${line}`)
      : shown.map((article, i) =>
          row(state, article, {isSelected: top + i === selected, columns: listWidth, dateWidth}),
        );
  return Array.from({length: listHeight}, (_, i) => fit(lines[i] ?? '', listWidth));
};
