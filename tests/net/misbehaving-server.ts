/** A server on the loopback that misbehaves in every way that a server can, a row for each. */
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {type AddressInfo, createServer as createSocketServer, type Socket} from 'node:net';
import {brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync} from 'node:zlib';

export type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

export const feedText = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Harbour News</title><link>https://harbour.example/</link><description>Ships</description>
<item><title>Ferry late again</title><link>https://harbour.example/ferry</link><guid>ferry-1</guid>
<description>&lt;p&gt;The ferry came an hour late, and nobody knew why.&lt;/p&gt;</description></item>
<item><title>مرفأ جديد</title><link>https://harbour.example/port</link><guid>port-2</guid>
<description>&lt;p&gt;A new pier opens in spring.&lt;/p&gt;</description></item>
</channel></rss>
`;

export const etag = '"tide-7"';
export const lastModified = 'Wed, 06 Jul 2022 08:00:00 GMT';

const [megabyte, xml] = [1024 * 1024, {'content-type': 'application/rss+xml; charset=utf-8'}] as const;

const send =
  (status: number, headers: Readonly<Record<string, string>> = {}, body: string | Uint8Array = ''): Behaviour =>
  response => {
    response.writeHead(status, headers).end(body);
  };

const redirect = (status: number, location: string): Behaviour => send(status, {location});

/** Of a single letter, which packs a thousandfold. */
const unpackedBomb = Buffer.alloc(16 * megabyte, 'a');
const quick = {params: {[constants.BROTLI_PARAM_QUALITY]: 1}};

/** Sends a piece whenever the last one was taken, for as long as anybody listens. */
const endless: Behaviour = response => {
  response.writeHead(200, xml);
  const piece = Buffer.alloc(64 * 1024, '<item>');
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', more).on('error', () => {});
  more();
};

const conditional: Behaviour = (response, request) => {
  const isKnown = request.headers['if-none-match'] === etag || request.headers['if-modified-since'] === lastModified;
  send(isKnown ? 304 : 200, {...xml, etag, 'last-modified': lastModified}, isKnown ? '' : feedText)(response, request);
};

export const behaviours = {
  '/feed': send(200, xml, feedText),
  '/plain': send(200, {'content-type': 'text/plain'}, 'plain words'),
  '/empty': send(200, xml),
  '/conditional': conditional,
  '/always-304': send(304),
  '/latin': send(200, {'content-type': 'text/xml; charset=iso-8859-1'}, feedText),

  '/gzip': send(200, {...xml, 'content-encoding': 'gzip'}, gzipSync(feedText)),
  '/brotli': send(200, {...xml, 'content-encoding': 'br'}, brotliCompressSync(feedText)),
  '/deflate': send(200, {...xml, 'content-encoding': 'deflate'}, deflateSync(feedText)),
  '/raw-deflate': send(200, {...xml, 'content-encoding': 'deflate'}, deflateRawSync(feedText)),
  '/twice-packed': send(200, {...xml, 'content-encoding': 'gzip, br'}, brotliCompressSync(gzipSync(feedText))),
  '/packed-unannounced': send(200, {'content-type': 'application/gzip'}, gzipSync(feedText)),
  '/announced-unpacked': send(200, {...xml, 'content-encoding': 'gzip'}, feedText),
  '/gzip-without-end': send(200, {...xml, 'content-encoding': 'gzip'}, gzipSync(feedText).subarray(0, -8)),
  '/gzip-damaged': send(200, {...xml, 'content-encoding': 'gzip'}, gzipSync(feedText).fill(7, 20, 60)),
  '/brotli-cut': send(200, {...xml, 'content-encoding': 'br'}, brotliCompressSync(feedText).subarray(0, -20)),
  '/packed-oddly': send(200, {...xml, 'content-encoding': 'zzz'}, feedText),
  '/packed-many-times': send(200, {...xml, 'content-encoding': 'gzip, gzip, gzip, gzip'}, feedText),
  '/gzip-bomb': send(200, {...xml, 'content-encoding': 'gzip'}, gzipSync(unpackedBomb)),
  '/brotli-bomb': send(200, {...xml, 'content-encoding': 'br'}, brotliCompressSync(unpackedBomb, quick)),
  '/bomb-in-bomb': send(200, {...xml, 'content-encoding': 'gzip, gzip'}, gzipSync(gzipSync(unpackedBomb))),

  '/silent': () => {},
  '/stalling': response => {
    response.writeHead(200, xml).write(feedText.slice(0, 100));
  },
  '/trickling': response => {
    response.writeHead(200, xml);
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  },
  '/endless': endless,
  '/large': (response, request) => {
    const length = 3 * megabyte;
    send(200, {...xml, 'content-length': String(length)}, Buffer.alloc(length, 'a'))(response, request);
  },
  '/cut-off': response => {
    response.writeHead(200, {...xml, 'content-length': '5000'}).write(feedText.slice(0, 100), () => response.destroy());
  },
  '/cut-off-chunked': response => {
    response.writeHead(200, xml).write(feedText.slice(0, 100), () => response.destroy());
  },
  '/hang-up': response => {
    response.destroy();
  },

  '/moved': redirect(301, '/moved-again'),
  '/moved-again': redirect(308, '/elsewhere'),
  '/elsewhere': redirect(302, '/feed'),
  '/for-now': redirect(307, '/moved'),
  '/moved-to-gone': redirect(301, '/410'),
  '/circle': redirect(302, '/circle-too'),
  '/circle-too': redirect(301, '/circle'),
  '/itself': redirect(301, '/itself'),
  '/to-file': redirect(302, 'file:///etc/passwd'),
  '/to-data': redirect(301, 'data:text/plain,hello'),
  '/to-script': redirect(302, 'javascript:alert(1)'),
  '/to-nowhere': redirect(302, 'http://'),
  '/to-nothing': send(302),
  '/to-arabic': redirect(302, Buffer.from('/مرفأ').toString('latin1')),
  [encodeURI('/مرفأ')]: send(200, xml, feedText),

  '/401': send(401),
  '/404': send(404, {'content-type': 'text/html'}, '<h1>nothing here</h1>'),
  '/410': send(410),
  '/429': send(429, {'retry-after': '120'}),
  '/429-date': send(429, {'retry-after': 'Sun, 10 Jul 2022 12:30:00 GMT'}),
  '/429-nonsense': send(429, {'retry-after': 'soon'}),
  '/500': send(500, {}, 'x'.repeat(100_000)),
  '/503': send(503, {'retry-after': '1'}),
} as const satisfies Readonly<Record<string, Behaviour>>;

/** On `/step/3` it leads to `/step/4`, and so on. */
const step: Behaviour = (response, request) =>
  redirect(302, `/step/${Number(request.url?.slice('/step/'.length)) + 1}`)(response, request);

export interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

export interface MisbehavingServer {
  /** `127.0.0.1:39411` */
  readonly host: string;
  readonly port: number;
  address(path: string): string;
  readonly asked: readonly Asked[];
  /** Instead of what the table says, or besides it. */
  answer(path: string, behaviour: Behaviour): void;
  close(): Promise<void>;
}

export const startServer = async (): Promise<MisbehavingServer> => {
  const asked: Asked[] = [];
  const own = new Map<string, Behaviour>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({path, headers: request.headers});
    const known = own.get(path) ?? (behaviours as Readonly<Record<string, Behaviour>>)[path];
    (known ?? (path.startsWith('/step/') ? step : behaviours['/404']))(response, request);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const {port} = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return {
    host,
    port,
    asked,
    address: path => `http://${host}${path}`,
    answer: (path, behaviour) => void own.set(path, behaviour),
    close: () =>
      new Promise<void>(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
};

/** What is no HTTP: says these bytes to everybody, and hangs up. */
export const startRawServer = async (
  bytes: string | Uint8Array,
): Promise<Pick<MisbehavingServer, 'address' | 'close'>> => {
  const sockets = new Set<Socket>();
  const server = createSocketServer(socket => {
    sockets.add(socket);
    socket.on('error', () => {}).once('data', () => socket.end(bytes));
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const {port} = server.address() as AddressInfo;
  return {
    address: path => `http://127.0.0.1:${port}${path}`,
    close: () =>
      new Promise<void>(done => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
};
