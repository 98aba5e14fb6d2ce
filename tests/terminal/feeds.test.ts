/** Feeds in the reader: fetched while one reads, told of, and subscribed to. */
import {createServer, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {openTerminal} from '../support/terminal.ts';
import {folderOf, threeArticles} from './library.ts';

const feed = (name: string, titles: readonly string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${name}</title>${titles
    .map(
      title =>
        `<item><title>${title}</title><guid>${name} ${title}</guid><pubDate>Thu, 07 Jul 2022 08:00:00 GMT</pubDate><description>All about it.</description></item>`,
    )
    .join('')}</channel></rss>`;

/** A server on this machine; a feed without an answer is waited for. */
const serve = async (answers: Readonly<Record<string, (response: ServerResponse) => void>>): Promise<string> => {
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    if (answer === undefined) response.writeHead(404).end();
    else answer(response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

test('R fetches behind what is read: new articles appear, failures are a key away, a subscribes', async () => {
  let release = (): void => {};
  const base = await serve({
    '/slow.xml': response => {
      release = () => response.end(feed('Harbour News', ['The quay is mended']));
    },
    '/site': response =>
      response
        .setHeader('content-type', 'text/html')
        .end('<html><head><link rel="alternate" type="application/rss+xml" href="/sea.xml"></head></html>'),
    '/sea.xml': response => response.end(feed('Sea Post', ['The tide is low'])),
  });
  const home = folderOf({'config/newsprint/feeds.yaml': `- url: ${base}/slow.xml\n- url: ${base}/gone.xml\n`});
  const env = Object.fromEntries(
    ['CONFIG', 'STATE', 'CACHE'].map(kind => [`XDG_${kind}_HOME`, join(home, kind.toLowerCase())]),
  );
  const screen = openTerminal({columns: 110, rows: 24, env, args: ['--library', folderOf(threeArticles)]});
  await screen.until('3 articles');
  screen.press('R');
  await screen.until('fetching 1 of 2');
  screen.press('j', 'enter');
  await screen.until('A vote about the border rules');
  release();
  await screen.until('1 new article from 1 of 2 feeds, 1 failed; F shows why');
  screen.press('F');
  await screen.until('answers 404');
  screen.press('q', 'q');
  await screen.until('The quay is mended');

  screen.press('a');
  screen.type(`${base}/site`);
  screen.press('enter');
  await screen.until('subscribed to Sea Post; R fetches it');
  screen.press('R');
  await screen.until('The tide is low');
  screen.press('q');
  expect((await screen.exit).code).toBe(0);
});
