/** Zip files made by hand, so that anything in them can be a lie. */
import {deflateRawSync} from 'node:zlib';

export interface ZipMember {
  readonly name: string | Buffer;
  readonly content?: string | Uint8Array;
  readonly isStored?: boolean;
  /** What the headers say in place of the truth. */
  readonly declaredSize?: number;
  readonly method?: number;
  readonly flags?: number;
  /** Unix mode, with the type of the file. */
  readonly mode?: number;
  /** Points to the local header of the member of this number, and has no bytes of its own. */
  readonly sharesWith?: number;
}

const crcTable = Uint32Array.from({length: 256}, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

const crc = (bytes: Uint8Array): number => {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
};

/** @param entryCount what the end record says, in place of the truth */
export const zipOf = (members: readonly ZipMember[], {entryCount = members.length} = {}): Uint8Array => {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: {offset: number; packed: Buffer}[] = [];
  let offset = 0;
  for (const member of members) {
    const content = Buffer.from(member.content ?? '');
    const shared = member.sharesWith === undefined ? undefined : offsets[member.sharesWith];
    const packed = shared?.packed ?? (member.isStored === true ? content : deflateRawSync(content));
    const name = Buffer.from(member.name);
    const method = member.method ?? (member.isStored === true ? 0 : 8);
    const size = member.declaredSize ?? content.length;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(member.flags ?? 0x800, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(name.length, 22);
    const at = shared?.offset ?? offset;
    offsets.push({offset: at, packed});
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE((3 << 8) | 20, 4);
    common.copy(central, 6);
    central.writeUInt32LE((((member.mode ?? 0o100644) << 16) >>> 0) >>> 0, 38);
    central.writeUInt32LE(at, 42);
    directory.push(central, name);
    if (shared !== undefined) continue;
    const signature = Buffer.from([0x50, 0x4b, 3, 4]);
    pieces.push(signature, common, name, packed);
    offset += 30 + name.length + packed.length;
  }
  const size = directory.reduce((sum, {length}) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entryCount, 8);
  end.writeUInt16LE(entryCount, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, ...directory, end]);
};
