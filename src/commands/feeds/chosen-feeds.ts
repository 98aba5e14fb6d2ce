/** Which subscriptions a person means. */
import {AppError} from '../../core/errors.ts';
import {addressKey} from '../../core/links/web-address.ts';
import {url} from '../../core/sanitize.ts';
import type {Subscription} from '../../store/feeds/subscription.ts';

export interface NamedFeed extends Subscription {
  /** What it calls itself, where it has no title of its own. */
  readonly ownTitle?: string;
}

const keyOf = (address: string): string => {
  const safe = url(address);
  return safe === undefined ? address : addressKey(safe);
};

const titlesOf = ({title, ownTitle}: NamedFeed): readonly string[] =>
  [title, ownTitle].flatMap(text => (text === undefined ? [] : [text.toLowerCase()]));

type Fits = (feed: NamedFeed, name: string) => boolean;

/** The first that fits any feed decides. */
const ways: readonly Fits[] = [
  (feed, name) => feed.url === name,
  (feed, name) => keyOf(feed.url) === keyOf(name),
  (feed, name) => titlesOf(feed).includes(name.toLowerCase()),
  (feed, name) => feed.url.includes(name) || titlesOf(feed).some(title => title.includes(name.toLowerCase())),
];

/**
 * A feed by its address, its title or a part of one.
 * @throws {AppError} for a name that fits none, or several
 */
export const chooseFeed = <Feed extends NamedFeed>(name: string, feeds: readonly Feed[]): Feed => {
  const fitting = ways.map(fits => feeds.filter(feed => fits(feed, name))).find(found => found.length > 0) ?? [];
  const [first, second] = fitting;
  if (first === undefined) throw new AppError('nothing-found', `no feed "${name}"`, {hint: 'see: newsprint feeds'});
  if (second === undefined) return first;
  const some = fitting.slice(0, 3).map(feed => feed.url);
  const more = fitting.length > some.length ? ', …' : '';
  throw new AppError('usage', `"${name}" fits ${fitting.length} feeds`, {
    hint: `say one of: ${some.join(', ')}${more}`,
  });
};
