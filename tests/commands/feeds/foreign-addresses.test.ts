import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {findFeed} from '../../../src/commands/feeds/finding.ts';
import {fetchNamedBy} from '../../../src/commands/feeds/foreign-addresses.ts';
import {type Network, openNetwork} from '../../../src/net/network.ts';
import {type MisbehavingServer, startServer} from '../../net/misbehaving-server.ts';
import {rss} from './feed-place.ts';

/** Its proxy answers for hosts that are far away; what is near is asked without it. */
let server: MisbehavingServer;
let network: Network;
beforeAll(async () => {
  server = await startServer();
  const env = {http_proxy: `http://${server.host}`, no_proxy: '127.0.0.1'};
  network = openNetwork({env, version: '1', now: () => new Date()});
  server.answer('/router', response => response.writeHead(200, {'content-type': 'application/xml'}).end(rss([])));
  server.answer('http://far.example/moved', response =>
    response.writeHead(302, {location: server.address('/router')}).end(),
  );
  server.answer('http://far.example/', response =>
    response
      .writeHead(200, {'content-type': 'text/html'})
      .end(`<link rel="alternate" type="application/rss+xml" href="${server.address('/router')}">`),
  );
});
afterAll(async () => {
  await network.close();
  await server.close();
});

const askedNear = () => server.asked.filter(({path}) => path === '/router').length;

describe('what a feed from far away names', () => {
  test.each([
    ['as it is', () => server.address('/router')],
    ['by a redirect of its own host', () => 'http://far.example/moved'],
  ])('does not lead into the network of this machine %s', async (_, named) => {
    const fetchNamed = fetchNamedBy('http://far.example/feed', network.fetchAddress);
    const before = askedNear();
    await expect(fetchNamed(named())).rejects.toThrow('is in the network of this machine');
    expect(askedNear()).toBe(before);
  });
});

test('what a feed of the own network names may be in there', async () => {
  const fetchNamed = fetchNamedBy(server.address('/feed'), network.fetchAddress);
  expect((await fetchNamed(server.address('/router'))).status).toBe(200);
});

test('a page from far away that names a feed in the network of this machine gives none', async () => {
  const before = askedNear();
  await expect(findFeed('http://far.example/', network.fetchAddress)).rejects.toThrow('there is no feed');
  expect(askedNear()).toBe(before);
});
