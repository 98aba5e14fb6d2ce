/** The panel of related articles as lines: numbers, titles, reasons, and more of the section. */
import {articleDate} from '../../core/article.ts';
import {fit, truncate} from '../../core/text/truncate.ts';
import {width} from '../../core/text/width.ts';
import {shortDate} from '../../render/dates.ts';
import {mainReasons} from '../../render/reasons.ts';
import {layoutOf} from '../layout.ts';
import {panelEntries} from '../panel-steps.ts';
import {articleKey, type Panel, type State} from '../state.ts';
import {scrollTo} from '../viewport.ts';

interface Row {
  readonly text: string;
  /** Index of the entry it shows. */
  readonly entry?: number;
}

const panelRows = (state: State, panel: Panel, columns: number): readonly Row[] => {
  const {style} = state.settings.theme;
  const found = state.suggestions.get(articleKey(panel.article));
  if (found === undefined) return [{text: style.muted('Looking for what is related…')}];
  const entries = panelEntries(state, panel);
  const numberWidth = String(entries.length).length;
  const rows = entries.map((article, i): readonly Row[] => {
    const isSelected = i === panel.selected;
    const related = found.related.find(entry => entry.article === article);
    const date = articleDate(article);
    const dated = date === undefined ? '' : shortDate(date, state.settings.today);
    const number = `${isSelected ? '▸' : ' '}${String(i + 1).padStart(numberWidth)} `;
    if (related === undefined) {
      const room = Math.max(0, columns - width(dated) - 1);
      const line = `${fit(number + article.title, room)} ${dated}`;
      return [{text: isSelected ? style.selected(line) : line, entry: i}];
    }
    const note = mainReasons(related.reasons, 2);
    const title = fit(number + article.title, columns);
    const indent = ' '.repeat(numberWidth + 2);
    return [
      {text: isSelected ? style.selected(title) : title, entry: i},
      ...(note === '' ? [] : [{text: style.muted(truncate(indent + note, columns)), entry: i}]),
    ];
  });
  const section = panel.article.section;
  const more = rows.slice(found.related.length).flat();
  return [
    {text: style.subheading(truncate(`Related to ${panel.article.title}`, columns))},
    {text: ''},
    ...(found.related.length === 0 ? [{text: style.muted('Nothing else here is related to it.')}] : []),
    ...rows.slice(0, found.related.length).flat(),
    ...(more.length === 0
      ? []
      : [
          {text: ''},
          {text: style.subheading(truncate(section === undefined ? 'More' : `More in ${section}`, columns))},
        ]),
    ...more,
  ];
};

/** @returns at most `articleHeight` lines of `columns`, scrolled so that the selected entry shows */
export const relatedPanel = (state: State, panel: Panel, columns: number): readonly string[] => {
  const height = layoutOf(state.size).articleHeight;
  const rows = panelRows(state, panel, columns);
  const first = Math.max(
    0,
    rows.findIndex(row => row.entry === panel.selected),
  );
  const last = Math.max(
    first,
    rows.findLastIndex(row => row.entry === panel.selected),
  );
  const top = scrollTo(0, height, rows.length, {first, last, margin: 2});
  return rows.slice(top, top + height).map(row => row.text);
};
