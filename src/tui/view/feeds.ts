/** The sheet of feeds as lines: those that failed first, with the reason. */
import {wrap} from '../../core/text/wrap.ts';
import {renderFeeds} from '../../render/feeds.ts';
import type {FeedList} from '../feeds.ts';
import {textWidth} from '../layout.ts';
import type {Settings, Size} from '../state.ts';

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
  const {feeds, now} = known;
  if (feeds.length === 0) return said('There are none yet. Subscribe to one by its address, or by that of its site.');
  const sorted = [...feeds.filter(({error}) => error !== undefined), ...feeds.filter(({error}) => error === undefined)];
  return [...heading, ...renderFeeds(sorted, {width, theme, now}).trimEnd().split('\n')];
};
