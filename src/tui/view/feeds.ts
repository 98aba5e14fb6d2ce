/** The sheet of feeds as lines: those that failed first, with the reason. */
import {wrap} from '../../core/text/wrap.ts';
import type {FeedStatus} from '../feeds.ts';
import {textWidth} from '../layout.ts';
import type {Settings, Size} from '../state.ts';

/** @param known absent while they are asked for. @returns lines of at most the text width */
export const feedLines = (
  known: readonly FeedStatus[] | undefined,
  {theme: {style}, measure}: Pick<Settings, 'theme' | 'measure'>,
  size: Size,
): readonly string[] => {
  const columns = textWidth(size, measure);
  const heading = [style.headline('Feeds'), ''];
  const plain = (text: string): readonly string[] => [...heading, ...wrap(text, columns)];
  if (known === undefined) return plain('Looking them up…');
  if (known.length === 0) return plain('There are none yet. Subscribe to one by its address, or that of its site.');
  const failed = known.filter(({error}) => error !== undefined);
  const others = known.filter(({error}) => error === undefined);
  const entry = ({title, address, lastFetch, error}: FeedStatus): readonly string[] => [
    ...wrap(style.strong(title), columns),
    ...(error === undefined ? [] : indented(style.error(error), columns)),
    ...indented(style.muted(`${lastFetch} · ${address}`), columns),
  ];
  return [
    ...heading,
    ...[...failed, ...others].flatMap((feed, index) => [...(index === 0 ? [] : ['']), ...entry(feed)]),
  ];
};

const indented = (text: string, columns: number): readonly string[] =>
  wrap(text, Math.max(1, columns - 2)).map(line => `  ${line}`);
