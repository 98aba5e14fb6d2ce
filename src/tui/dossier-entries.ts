/** The dossier as panels list it: the names of an article, and the articles that name one of them. */
import {type Article, articleDate} from '../core/article.ts';
import {shortDate} from '../render/dates.ts';
import {openArticle} from './article-steps.ts';
import type {DossierName} from './dossier.ts';
import {type PanelEntry, plain} from './panel-entry.ts';
import {articleKey, type Effect, type Panel, type State, type Step} from './state.ts';
import {step} from './step.ts';

export const askNames = (state: State, {article}: Panel): Effect | undefined =>
  state.dossier.names.get(articleKey(article))?.every(({articles}) => articles !== undefined)
    ? undefined
    : {type: 'find-names', article};

export const askNaming = (state: State, {name}: Panel): Effect | undefined =>
  name === undefined || state.dossier.naming.has(name.key) ? undefined : {type: 'find-naming', name: name.key};

const openNaming = (state: State, article: Article, selected: number, {key, text}: DossierName): Step => {
  const under: Panel = {kind: 'names', article, selected, typed: ''};
  const panel: Panel = {kind: 'naming', article, name: {key, text}, selected: 0, typed: '', under};
  const missing = askNaming(state, panel);
  return step({...state, panel}, ...(missing === undefined ? [] : [missing]));
};

const noteOf = ({count, articles}: DossierName): string => {
  const here = count === 1 ? '' : `${count} times`;
  const elsewhere = articles === undefined ? '' : articles === 1 ? 'only here' : `in ${articles} articles`;
  return [here, elsewhere].filter(text => text !== '').join(', ');
};

export const namesEntries = (state: State, article: Article): readonly PanelEntry[] | undefined =>
  state.dossier.names.get(articleKey(article))?.map((name, index) => ({
    ...plain,
    text: name.text,
    note: noteOf(name),
    go: now => openNaming(now, article, index, name),
  }));

export const namingEntries = (state: State, _: Article, {name}: Panel): readonly PanelEntry[] | undefined =>
  state.dossier.naming.get(name?.key ?? '')?.map(({article, sentence}) => {
    const date = articleDate(article);
    return {
      ...plain,
      text: article.title,
      note: date === undefined ? '' : shortDate(date, state.settings.today),
      ...(sentence !== undefined && {quote: sentence}),
      go: now => openArticle(now, article),
    };
  });
