/** Unpacks what servers pack to send less: gzip, deflate and brotli, never to more than is allowed. */
import {promisify} from 'node:util';
import {brotliDecompress, constants, gunzip, inflate, inflateRaw} from 'node:zlib';
import {AppError} from '../core/errors.ts';
import {tooLarge} from './too-large.ts';

/** What `Accept-Encoding` says. */
export const acceptedPackings = 'gzip, deflate, br';

/** More layers than anybody has a reason for. */
const mostLayers = 3;

interface Limits {
  /** Most bytes of what comes out. */
  readonly limit: number;
  /** Whether nothing can be missing of what was sent, as its length was known. */
  readonly isWhole: boolean;
}

type Unpack = (bytes: Uint8Array, limits: Limits) => Promise<Uint8Array>;

/** Some servers leave the end of the packing out. Only where nothing else can be missing is that no fault. */
const zlibOptions = ({limit, isWhole}: Limits) => ({
  maxOutputLength: limit,
  ...(isWhole && {finishFlush: constants.Z_SYNC_FLUSH}),
});

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const unpackGzip: Unpack = async (bytes, limits) =>
  // What is announced as packed need not be.
  isGzip(bytes) ? promisify(gunzip)(bytes, zlibOptions(limits)) : bytes;

/** With the head that the standard asks for, or without it, as some servers have it. */
const unpackDeflate: Unpack = async (bytes, limits) =>
  promisify(((bytes[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw)(bytes, zlibOptions(limits));

const unpackers: Readonly<Record<string, Unpack | undefined>> = {
  gzip: unpackGzip,
  'x-gzip': unpackGzip,
  deflate: unpackDeflate,
  br: async (bytes, {limit}) => promisify(brotliDecompress)(bytes, {maxOutputLength: limit}),
  identity: async bytes => bytes,
};

export interface Packed extends Limits {
  readonly bytes: Uint8Array;
  /** The header `Content-Encoding`: the layers, the outermost last. */
  readonly packing: string | undefined;
}

/**
 * What was packed. It stops as soon as there is more than the limit.
 * @throws {AppError} `io` for what is too large, and for a packing that is unknown or damaged
 */
export const unpack = async ({bytes, packing = '', ...limits}: Packed): Promise<Uint8Array> => {
  const layers = packing
    .toLowerCase()
    .split(',')
    .map(layer => layer.trim())
    .filter(layer => layer !== '');
  if (layers.length > mostLayers) throw new AppError('io', 'what it sends is packed too many times');
  // A file that lies on the server packed is announced as such by few of them.
  if (layers.length === 0 && isGzip(bytes)) layers.push('gzip');
  let unpacked = bytes;
  for (const layer of layers.reverse()) {
    const step = Object.hasOwn(unpackers, layer) ? unpackers[layer] : undefined;
    if (step === undefined)
      throw new AppError('io', `what it sends is packed as ${layer.slice(0, 40)}, which is not known`);
    unpacked = unpacked.length === 0 ? unpacked : await unpackLayer(step, unpacked, limits);
  }
  return unpacked;
};

const unpackLayer = async (step: Unpack, bytes: Uint8Array, limits: Limits): Promise<Uint8Array> => {
  try {
    return await step(bytes, limits);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limits.limit);
    // zlib's are `Z_…`, brotli's `ERR__ERROR_…`.
    if (/^Z_|^ERR__/.test(code)) throw new AppError('io', 'what it sends is packed, and damaged', {cause: error});
    throw error;
  }
};
