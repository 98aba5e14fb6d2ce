/** The last line: a prompt, a notice, or where one is and which keys there are. */
import {problemText} from '../../core/article.ts';
import {asTyped} from '../../core/query/as-typed.ts';
import {describeQuery} from '../../core/query/describe.ts';
import {parseQuery} from '../../core/query.ts';
import {readingTime} from '../../core/reading-time.ts';
import {fit, truncate} from '../../core/text/truncate.ts';
import {clusters, width} from '../../core/text/width.ts';
import {isComplete} from '../find.ts';
import {type Action, hintsFor, keyOf, type Mode} from '../keymap.ts';
import {layoutOf} from '../layout.ts';
import {hasProblem, loadArticle} from '../library.ts';
import type {Line} from '../line-editor.ts';
import {pageOf} from '../page.ts';
import {isWayBack, pickedOf} from '../page-steps.ts';
import {linesAbove} from '../page-window.ts';
import {describeTarget} from '../panels.ts';
import type {Reading, State} from '../state.ts';

/** As many hints as fit; the one for help always, since it leads to all others. */
const hints = (state: State, mode: Mode, columns: number): string => {
  const {style} = state.settings.theme;
  const all = hintsFor(state.settings.keymap, mode).map(([key, hint]) => `${style.accent(key)} ${hint}`);
  const help = all.at(-1) ?? '';
  const gap = '   ';
  let shown = '';
  for (const hint of all.slice(0, -1)) {
    if (width(shown) + width(hint) + width(help) + 2 * gap.length > columns) break;
    shown += hint + gap;
  }
  return truncate(shown + help, columns);
};

const progress = (state: State, {article, top}: Reading): string => {
  const page = pageOf(state, article);
  const end = Math.max(1, linesAbove(page, {block: page.endOfText, line: 0}));
  const fraction = Math.min(1, (linesAbove(page, top) + layoutOf(state.size).articleHeight) / end);
  const left = Math.ceil(readingTime(article).minutes * (1 - fraction));
  return `${Math.floor(fraction * 100)}% · ${left === 0 ? 'end' : `${left} min left`}`;
};

/** The end of a text, of whole characters, in at most so many columns. */
const endOf = (text: string, columns: number): string => {
  let excess = width(text) - Math.max(0, columns);
  let start = 0;
  clusters(text, (cluster, clusterWidth) => {
    if (excess <= 0) return false;
    excess -= clusterWidth;
    start += cluster.length;
    return undefined;
  });
  return text.slice(start);
};

/** Which match this is, of how many; more may come while it is looked for. */
const foundText = ({reading, ...state}: State): string | undefined => {
  const find = reading?.find;
  if (reading === undefined || find?.finder === undefined) return undefined;
  const isDone = isComplete(find, pageOf({...state, reading}, reading.article));
  const count = `${find.matches.length}${isDone ? '' : '…'}`;
  if (find.matches.length === 0) return isDone ? 'no match' : 'looking…';
  return find.current === undefined ? count : `${find.matches.indexOf(find.current) + 1} of ${count}`;
};

/** What the search at the prompt was understood as, and whether its answer is still to come. */
const understood = (state: State): string | undefined => {
  const {list, prompt, reading} = state;
  if (reading !== undefined || prompt === undefined || prompt.text.trim() === '') return undefined;
  if (list.asked !== undefined) return 'searching…';
  if (state.progress !== undefined) return `${list.entries.length} found so far · ${state.progress}`;
  return `${list.entries.length} found · ${describeQuery(asTyped(parseQuery(list.query)))}`;
};

/** A long query scrolls to the left, so that what is being typed shows. */
const typedLine = (state: State, sign: string, {text, cursor}: Line, columns: number): string => {
  const at = [...text.slice(cursor)][0] ?? ' ';
  const typed = endOf(`${sign}${text.slice(0, cursor)}`, columns - 2);
  return typed + state.settings.theme.style.selected(at) + text.slice(cursor + at.length);
};

const promptLine = (state: State, line: Line, columns: number): string => {
  const {style} = state.settings.theme;
  const said = state.notice?.text ?? foundText(state) ?? understood(state);
  const note = said === undefined ? '' : `   ${state.notice === undefined ? style.muted(said) : style.error(said)}`;
  return typedLine(state, '/', line, columns) + note;
};

/** The problem of the selected article, where no preview says it. */
const selectedProblem = (state: State, mode: Mode): string | undefined => {
  const {list, size} = state;
  if (mode !== 'list' || layoutOf(size).previewWidth > 0) return undefined;
  const position = list.entries[list.selected];
  if (position === undefined || !hasProblem(state.library, position)) return undefined;
  const [problem] = loadArticle(state.library, position)?.problems ?? [];
  return problem && `! ${problemText(problem)}`;
};

/** The keys of a find, before them the gaps. */
const findHints = ({settings: {keymap, theme}}: State): string => {
  const keysOf = (...actions: readonly Action[]): string =>
    actions.flatMap(action => keyOf(keymap, 'article', action) ?? []).join('/');
  const hinted = [
    [keysOf('next-match', 'previous-match'), 'next/previous'],
    [keysOf('leave'), 'end'],
  ] as const;
  return hinted.map(([keys, does]) => (keys === '' ? '' : `   ${theme.style.accent(keys)} ${does}`)).join('');
};

/** Where the link leads that Tab picked, so that one knows before one follows. */
const pickedTarget = (state: State): string | undefined => {
  const pick = pickedOf(state);
  if (pick?.isNote) return isWayBack(pick) ? 'back to the text' : 'the note';
  return pick && describeTarget(pick.target);
};

export const statusLine = (state: State, mode: Mode): string => {
  const {columns} = state.size;
  const {style} = state.settings.theme;
  const room = Math.max(1, columns - 2);
  const {prompt: address} = state.feeds;
  if (address !== undefined) return fit(` ${typedLine(state, 'subscribe to: ', address, room)}`, columns);
  if (state.prompt !== undefined) return fit(` ${promptLine(state, state.prompt, room)}`, columns);
  const place = mode === 'article' && state.reading !== undefined ? progress(state, state.reading) : '';
  const problem = selectedProblem(state, mode);
  const target = mode === 'article' && state.reading !== undefined ? pickedTarget(state) : undefined;
  const found = mode === 'article' && state.reading?.find ? foundText(state) : undefined;
  const said =
    state.notice ??
    (problem === undefined ? undefined : {text: problem, isError: true}) ??
    (target === undefined ? undefined : {text: `→ ${target}`, isError: false});
  if (said === undefined && found !== undefined) {
    // The keys go first where there is no room, then the end of what is looked for.
    const query = `${place}   ${found}   /${state.reading?.find?.query}`;
    const keys = findHints(state);
    return fit(` ${width(query) + width(keys) <= room ? query + keys : truncate(query, room)}`, columns);
  }
  if (said !== undefined) {
    const text = said.isError ? style.error(said.text) : said.text;
    return fit(` ${place === '' ? '' : `${place}   `}${text}`, columns);
  }
  const query =
    mode === 'list' && state.list.query !== '' && state.list.view === undefined ? `/${state.list.query}` : '';
  const going = mode === 'list' ? (state.progress ?? state.feeds.fetching) : undefined;
  const left = place === '' ? truncate(query || (going ?? ''), Math.max(0, room - 8)) : place;
  const gap = left === '' ? '' : '   ';
  return fit(` ${left}${gap}${hints(state, mode, Math.max(0, room - width(left) - gap.length))}`, columns);
};
