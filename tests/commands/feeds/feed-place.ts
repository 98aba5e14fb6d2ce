/** A place with a library of its own, and a server whose feeds it subscribes to. */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';
import {type MisbehavingServer, startServer} from '../../net/misbehaving-server.ts';
import {createPlace, type Place, type RunOptions, type RunResult, runIn} from '../run.ts';

export interface FeedPlace extends Place {
  readonly server: MisbehavingServer;
  run(argv: readonly string[], options?: RunOptions): Promise<RunResult>;
  /** Writes `feeds.yaml`. */
  subscribe(...lines: readonly string[]): void;
  feedsText(): string;
  /** The files of the library by their paths, without what no reader sees. */
  articles(): Readonly<Record<string, string>>;
  /** What is known of the only feed. */
  state(): Readonly<Record<string, unknown>>;
  path(name: string): string;
}

const [config, state] = ['home/.config/newsprint/feeds.yaml', 'home/.local/state/newsprint/feeds'];

export const createFeedPlace = async (): Promise<FeedPlace> => {
  const place = createPlace({'library/.keep': ''});
  const server = await startServer();
  onTestFinished(async () => {
    place.remove();
    await server.close();
  });
  const path = (name: string): string => join(place.folder, name);
  return {
    ...{...place, server, path},
    run: (argv, options) => runIn(place, argv, options),
    subscribe: (...lines) => place.write({[config]: `${lines.join('\n')}\n`}),
    feedsText: () => (existsSync(path(config)) ? readFileSync(path(config), 'utf8') : ''),
    articles: () =>
      Object.fromEntries(
        readdirSync(path('library'), {recursive: true, encoding: 'utf8'})
          .filter(name => name.endsWith('.md'))
          .sort()
          .map(name => [name, readFileSync(path(`library/${name}`), 'utf8')]),
      ),
    state: () => {
      const [file = ''] = readdirSync(path(state)).filter(name => name.endsWith('.json'));
      return JSON.parse(readFileSync(join(path(state), file), 'utf8'));
    },
  };
};

export interface Item {
  readonly id: string;
  readonly title?: string;
  readonly link?: string;
  /** HTML. */
  readonly text?: string;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const itemOf = (item: Item): string => {
  const {id} = item;
  const title = item.title ?? `About ${id}`;
  const link = item.link ?? `https://harbour.example/${id}`;
  const text = item.text ?? `<p>All that is known of ${id}.</p>`;
  return [
    `<item><guid isPermaLink="false">${id}</guid><title>${escaped(title)}</title><link>${escaped(link)}</link>`,
    `<pubDate>Wed, 06 Jul 2022 08:00:00 GMT</pubDate><description>${escaped(text)}</description></item>`,
  ].join('');
};

/** An RSS feed. */
export const rss = (items: readonly Item[], title = 'Harbour News'): string =>
  [
    `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>https://harbour.example/</link>`,
    ...items.map(itemOf),
    '</channel></rss>',
  ].join('\n');
