import {createServer} from 'node:net';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {AppError} from '../../src/core/errors.ts';
import type {FetchRequest} from '../../src/net/fetch-address.ts';
import {type Network, openNetwork} from '../../src/net/network.ts';
import {
  etag,
  feedText,
  lastModified,
  type MisbehavingServer,
  startRawServer,
  startServer,
} from './misbehaving-server.ts';

const now = new Date('2022-07-10T12:00:00Z');
const openPlain = (env = {}): Network => openNetwork({env, version: '1.2.3', now: () => now});

let server: MisbehavingServer;
let network: Network;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(() => {
  network = openPlain();
});
afterEach(() => network.close());

/** Short, since the tests wait for them. */
const limits = {headerTime: 150, pieceTime: 150, totalTime: 400, bytes: 2 * 1024 * 1024};

const ask = (path: string, request: FetchRequest = {}) => network.fetchAddress(server.address(path), request);
const textOf = ({bytes}: {readonly bytes: Uint8Array}) => Buffer.from(bytes).toString();

const failure = async (work: Promise<unknown>): Promise<AppError> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(AppError);
  return error as AppError;
};

describe('an answer', () => {
  test('tells what it is and where it was found', async () => {
    const {bytes, ...rest} = await ask('/conditional#part');
    expect(textOf({bytes})).toBe(feedText);
    expect(rest).toEqual({
      status: 200,
      address: server.address('/conditional'),
      contentType: 'application/rss+xml; charset=utf-8',
      etag,
      lastModified,
    });
    expect(server.asked.at(-1)?.headers).toMatchObject({
      'user-agent': 'newsprint/1.2.3',
      'accept-encoding': 'gzip, deflate, br',
    });
  });

  test.each([
    ['the etag', {etag}],
    ['the date', {lastModified}],
    ['both', {etag, lastModified}],
  ])('is 304 without a body where %s is known', async (_, validators) => {
    expect(await ask('/conditional', {validators})).toMatchObject({status: 304, bytes: new Uint8Array()});
  });

  test('comes whole where another version is known, or where what is kept of it is no header', async () => {
    for (const validators of [{etag: '"other"'}, {etag: `"a\r\nx: y"`}, {etag: 'e'.repeat(5000)}]) {
      expect((await ask('/conditional', {validators})).status).toBe(200);
    }
  });

  test.each(['/gzip', '/brotli', '/deflate', '/raw-deflate', '/twice-packed'])('%s is unpacked', async path => {
    expect(textOf(await ask(path))).toBe(feedText);
  });

  test.each([
    ['/packed-unannounced', 'is unpacked where nobody said that it is packed'],
    ['/announced-unpacked', 'is taken as it is where it is not packed as it was said'],
    ['/gzip-without-end', 'may lack the end of its packing'],
    ['/empty', 'may be empty'],
  ])('%s %s', async path => {
    expect(textOf(await ask(path))).toBe(path === '/empty' ? '' : feedText);
  });

  test.each([
    ['/401', 401],
    ['/404', 404],
    ['/410', 410],
    ['/500', 500],
    ['/always-304', 304],
    ['/to-nothing', 302],
  ])('%s is its status, without a body', async (path, status) => {
    expect(await ask(path)).toEqual({
      ...{status, address: server.address(path), bytes: new Uint8Array()},
      ...(path === '/404' && {contentType: 'text/html'}),
    });
  });

  test.each([
    ['/429', 120],
    ['/429-date', 1800],
    ['/503', 1],
    ['/429-nonsense', undefined],
  ])('%s says how long to wait', async (path, seconds) => {
    expect((await ask(path)).retryAfter).toBe(seconds);
  });
});

describe('redirects', () => {
  test.each([
    ['/moved', '/elsewhere'],
    ['/moved-again', '/elsewhere'],
    ['/elsewhere', undefined],
    ['/for-now', undefined],
  ])('%s are followed, and remembered as far as they are for good', async (path, goal) => {
    const fetched = await ask(path);
    expect([fetched.status, fetched.address, fetched.permanentAddress]).toEqual([
      ...[200, server.address('/feed')],
      goal && server.address(goal),
    ]);
  });

  test('may lead to an address that is written in its own letters', async () => {
    expect((await ask('/to-arabic')).status).toBe(200);
  });

  test.each(['/circle', '/itself'])('%s that lead in a circle are told', async path => {
    expect((await failure(ask(path))).message).toBe(`${server.host}: leads in a circle`);
  });

  test('without end come to one', async () => {
    const before = server.asked.length;
    expect((await failure(ask('/step/1'))).message).toBe(`${server.host}: leads on and on, 10 times`);
    expect(server.asked.length - before).toBe(11);
  });

  test.each(['/to-file', '/to-data', '/to-script', '/to-nowhere'])(
    '%s, away from the web, are not followed',
    async path => {
      const error = await failure(ask(path));
      expect([error.code, error.message]).toEqual(['io', `${server.host}: leads to what is no web address`]);
    },
  );

  test('keep user and password to the host that they are for', async () => {
    const other = await startServer();
    try {
      server.answer('/with-user', response => response.writeHead(302, {location: '/with-user-too'}).end());
      server.answer('/with-user-too', response => {
        response.writeHead(301, {location: other.address('/feed').replace('//', '//own:word@')}).end();
      });
      const address = server.address('/with-user').replace('//', '//reader:pass%20word@');
      const fetched = await network.fetchAddress(address);
      const authorization = `Basic ${Buffer.from('reader:pass word').toString('base64')}`;
      expect(server.asked.slice(-2).map(({headers}) => headers.authorization)).toEqual([authorization, authorization]);
      expect(other.asked.map(({headers}) => headers.authorization)).toEqual([undefined]);
      expect(fetched.address).toBe(other.address('/feed'));
    } finally {
      await other.close();
    }
  });
});

describe('limits', () => {
  test.each([
    ['/silent', 'does not answer'],
    ['/stalling', 'stopped in the middle of its answer'],
    ['/trickling', 'is not done in time'],
    ['/cut-off', 'broke off the connection'],
    ['/cut-off-chunked', 'broke off the connection'],
    ['/hang-up', 'broke off the connection'],
    ['/endless', 'what it sends is larger than 2 MB'],
    ['/large', 'what it sends is larger than 2 MB'],
    ['/gzip-bomb', 'what it sends is larger than 2 MB'],
    ['/brotli-bomb', 'what it sends is larger than 2 MB'],
    ['/bomb-in-bomb', 'what it sends is larger than 2 MB'],
    ['/gzip-damaged', 'what it sends is packed, and damaged'],
    ['/brotli-cut', 'what it sends is packed, and damaged'],
    ['/packed-oddly', 'what it sends is packed as zzz, which is not known'],
    ['/packed-many-times', 'what it sends is packed too many times'],
  ])('%s: %s', async (path, message) => {
    const error = await failure(ask(path, {limits}));
    expect([error.code, error.message]).toEqual(['io', `${server.host}: ${message}`]);
  });

  test('of time go for all redirects together', async () => {
    for (const number of [1, 2, 3, 4]) {
      server.answer(`/slow/${number}`, response => {
        setTimeout(() => response.writeHead(302, {location: `/slow/${number + 1}`}).end(), 120);
      });
    }
    expect((await failure(ask('/slow/1', {limits}))).message).toBe(`${server.host}: is not done in time`);
  });

  test('what nobody wants any longer ends at once', async () => {
    const stop = new AbortController();
    const asked = ask('/silent', {signal: stop.signal});
    const before = server.asked.length;
    await expect.poll(() => server.asked.length).toBeGreaterThan(before - 1);
    stop.abort(new Error('stopped'));
    await expect(asked).rejects.toThrow('stopped');
    await expect(ask('/feed', {signal: stop.signal})).rejects.toThrow('stopped');
  });

  test('an answer that failed leaves the network usable', async () => {
    for (const path of ['/endless', '/stalling', '/hang-up', '/gzip-bomb']) await failure(ask(path, {limits}));
    expect((await ask('/feed')).status).toBe(200);
  });
});

describe('what is no server', () => {
  test.each([
    ['says no HTTP', 'SSH-2.0-OpenSSH_9.3\r\n', 'does not answer in HTTP'],
    ['says bytes', new Uint8Array([0, 255, 1, 2, 3, 13, 10, 13, 10]), 'does not answer in HTTP'],
    ['sends headers without end', `HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(100_000)}`, 'sends headers without end'],
    [
      'says two lengths',
      'HTTP/1.1 200 OK\r\ncontent-length: 3\r\ncontent-length: 5\r\n\r\nabcde',
      'sent less, or more, than it announced',
    ],
    ['says less than it announced', 'HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\nabc', 'broke off the connection'],
  ])('%s', async (_, bytes, message) => {
    const raw = await startRawServer(bytes);
    try {
      const error = await failure(network.fetchAddress(raw.address('/'), {limits}));
      expect([error.code, error.message]).toEqual(['io', expect.stringContaining(message)]);
    } finally {
      await raw.close();
    }
  });

  test('what it sends beyond the length that it announced is not taken', async () => {
    const raw = await startRawServer('HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nabcdef');
    try {
      expect(textOf(await network.fetchAddress(raw.address('/'), {limits}))).toBe('abc');
    } finally {
      await raw.close();
    }
  });

  test('nobody listens', async () => {
    const closed = await startServer();
    await closed.close();
    const {message} = await failure(network.fetchAddress(closed.address('/')));
    expect(message).toBe(`${closed.host}: refuses the connection`);
  });

  test('it does not speak HTTPS', async () => {
    const {message} = await failure(network.fetchAddress(`https://${server.host}/`));
    expect(message).toBe(`${server.host}: does not speak HTTPS as it should`);
  });

  test.each([
    ['file:///etc/passwd', 'only http and https addresses are'],
    ['data:text/html,hello', 'only http and https addresses are'],
    ['javascript:alert(1)', 'only http and https addresses are'],
    ['ftp://example.org/feed', 'only http and https addresses are'],
    ['/etc/passwd', 'one looks like https://example.org/'],
    ['https://', 'one looks like https://example.org/'],
    ['', 'one looks like https://example.org/'],
    [`https://example.org/${'a'.repeat(10_000)}`, 'one looks like https://example.org/'],
  ])('%s is not asked for', async (address, hint) => {
    const error = await failure(network.fetchAddress(address));
    expect([error.code, error.hint]).toEqual(['usage', hint]);
    expect(error.message.length).toBeLessThan(300);
  });
});

describe('a proxy of the environment', () => {
  test.each([['http_proxy'], ['HTTP_PROXY'], ['all_proxy']])('%s is asked in place of the server', async name => {
    const proxied = openPlain({[name]: `http://${server.host}`});
    const before = server.asked.length;
    server.answer('http://far.invalid/feed', response => response.writeHead(200).end('by proxy'));
    expect(textOf(await proxied.fetchAddress('http://far.invalid/feed'))).toBe('by proxy');
    expect(server.asked[before]?.headers.host).toBe('far.invalid');
    await proxied.close();
  });

  test('is told who asks, where the environment says so', async () => {
    const proxied = openPlain({http_proxy: `me:secret@${server.host}`});
    server.answer('http://far.invalid/mine', response => response.writeHead(200).end());
    await proxied.fetchAddress('http://far.invalid/mine');
    expect(server.asked.at(-1)?.headers['proxy-authorization']).toBe(
      `Basic ${Buffer.from('me:secret').toString('base64')}`,
    );
    await proxied.close();
  });

  test('is passed by for the hosts of no_proxy', async () => {
    const proxied = openPlain({http_proxy: 'http://127.0.0.1:9', no_proxy: '127.0.0.1'});
    expect((await proxied.fetchAddress(server.address('/feed'))).status).toBe(200);
    await proxied.close();
  });

  test('gets a tunnel for https, and its refusal is told', async () => {
    let request = '';
    const proxy = createServer(socket => {
      socket
        .on('error', () => {})
        .once('data', bytes => {
          request = bytes.toString();
          socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
        });
    });
    await new Promise<void>(done => proxy.listen(0, '127.0.0.1', done));
    const {port} = proxy.address() as {port: number};
    const proxied = openPlain({HTTPS_PROXY: `127.0.0.1:${port}`});
    const {message} = await failure(proxied.fetchAddress('https://far.invalid/feed'));
    expect(request.split('\r\n', 1)).toEqual(['CONNECT far.invalid:443 HTTP/1.1']);
    expect(message).toBe('far.invalid: is not let through by the proxy');
    await proxied.close();
    proxy.close();
  });

  test('that there can not be is told', () => {
    expect(() => openPlain({https_proxy: 'ftp://proxy'})).toThrow('https_proxy names no proxy');
  });
});
