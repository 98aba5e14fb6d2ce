import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {openNetwork} from '../../src/net/network.ts';
import {isOwnNetwork, lookUpElsewhere} from '../../src/net/own-network.ts';
import {type MisbehavingServer, startServer} from './misbehaving-server.ts';

describe('the own network', () => {
  test.each([
    ...['http://127.0.0.1/', 'http://localhost:80/', 'http://printer.local./', 'http://router/', 'http://192.168.1.1/'],
    ...[
      'http://10.1.2.3/',
      'http://172.31.0.1/',
      'http://169.254.169.254/latest',
      'http://[::1]/',
      'http://[fd00::1]/',
    ],
    ...['http://[fe80::1]/', 'http://[::ffff:127.0.0.1]/', 'http://0/', 'http://2130706433/', 'http://0x7f.1/'],
    ...['http://127.1/', 'http://100.64.0.1/', 'http://nas.home.arpa/', 'http://①②⑦.⓪.⓪.①/'],
  ])('is where %s leads', address => {
    expect(isOwnNetwork(new URL(address).hostname)).toBe(true);
  });

  test.each([
    ...[
      'http://example.org/',
      'http://8.8.8.8/',
      'http://172.32.0.1/',
      'http://[2001:db8::1]/',
      'http://local.example/',
    ],
    ...['http://مثال.example/', 'http://mylocalhost.example/', 'http://11.0.0.1/', 'http://[::ffff:8.8.8.8]/'],
  ])('is not where %s leads', address => {
    expect(isOwnNetwork(new URL(address).hostname)).toBe(false);
  });

  test('is known behind a name, too', async () => {
    const lookUp = promisify(lookUpElsewhere as never) as (name: string, options: object) => Promise<unknown>;
    await expect(lookUp('localhost', {})).rejects.toMatchObject({code: 'OWN_NETWORK'});
    await expect(lookUp('localhost', {all: true})).rejects.toMatchObject({code: 'OWN_NETWORK'});
  });
});

describe('what somebody else names', () => {
  let server: MisbehavingServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());
  const request = {isFromElsewhere: true};

  test('does not lead into it', async () => {
    const network = openNetwork({env: {}, version: '1', now: () => new Date()});
    const before = server.asked.length;
    for (const address of [server.address('/feed'), `http://localhost:${server.port}/feed`]) {
      await expect(network.fetchAddress(address, request)).rejects.toThrow('is in the network of this machine');
    }
    expect(server.asked.length).toBe(before);
    await network.close();
  });

  test('does not lead into it by a redirect either', async () => {
    const network = openNetwork({env: {http_proxy: `http://${server.host}`}, version: '1', now: () => new Date()});
    server.answer('http://far.example/', response =>
      response.writeHead(302, {location: server.address('/feed')}).end(),
    );
    await expect(network.fetchAddress('http://far.example/', request)).rejects.toThrow('is in the network of this');
    expect((await network.fetchAddress('http://far.example/')).status).toBe(404);
    await network.close();
  });

  test('may lead to the one host that is trusted, and from there to no other', async () => {
    const network = openNetwork({env: {}, version: '1', now: () => new Date()});
    server.answer('/to-another-name', response =>
      response.writeHead(302, {location: `http://localhost:${server.port}/feed`}).end(),
    );
    const trusting = {...request, trustedHost: '127.0.0.1'};
    expect((await network.fetchAddress(server.address('/feed'), trusting)).status).toBe(200);
    await expect(network.fetchAddress(server.address('/to-another-name'), trusting)).rejects.toThrow(
      'is in the network of this machine',
    );
    await network.close();
  });
});
