/** The sheet of feeds as lines: those that failed first, with the reason. */
import {wrap} from '../../core/text/wrap.ts';
import {renderFeeds} from '../../render/feeds.ts';
import type {Theme} from '../../render/theme.ts';
import type {FeedList} from '../feeds.ts';
import {textWidth} from '../layout.ts';
import type {Settings, Size} from '../state.ts';

interface Drawn {
  readonly width: number;
  readonly theme: Theme;
  readonly lines: readonly string[];
}

const drawn = new WeakMap<FeedList, Drawn>();

/** Drawn once for as long as nothing changes: each key and each frame asks, and a thousand feeds take 25 ms. */
const linesOf = (list: FeedList, {theme, width}: Omit<Drawn, 'lines'>): readonly string[] => {
  const before = drawn.get(list);
  if (before !== undefined && before.width === width && before.theme === theme) return before.lines;
  const {feeds, now} = list;
  const sorted = [...feeds.filter(({error}) => error !== undefined), ...feeds.filter(({error}) => error === undefined)];
  const lines = renderFeeds(sorted, {width, theme, now}).trimEnd().split('\n');
  drawn.set(list, {width, theme, lines});
  return lines;
};

/** @param known absent while they are asked for. @returns lines of at most the text width */
export const feedLines = (
  known: FeedList | undefined,
  {theme, measure}: Pick<Settings, 'theme' | 'measure'>,
  size: Size,
): readonly string[] => {
  const width = textWidth(size, measure);
  const said = (text: string): readonly string[] => [...heading, ...wrap(text, width)];
  const heading = [theme.style.strong('Feeds'), ''];
  if (known === undefined) return said('Looking them up…');
  if (known.feeds.length === 0)
    return said('There are none yet. Subscribe to one by its address, or by that of its site.');
  return [...heading, ...linesOf(known, {theme, width})];
};
