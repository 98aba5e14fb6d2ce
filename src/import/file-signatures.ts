/** Files that are told by their first bytes. */

export interface Signature {
  /** As Latin-1. */
  readonly bytes: string;
  /** What it is, after "this is"; or what it may be, for what can be imported. */
  readonly what: string;
  readonly kind: 'archive' | 'newsboat-cache' | 'unknown';
}

// None begins as an article may: `ID3` and `RIFF` are words.
const signatures: readonly Signature[] = [
  {bytes: 'SQLite format 3\0', what: 'a database', kind: 'newsboat-cache'},
  {bytes: 'PK\x03\x04', what: 'a zip file', kind: 'archive'},
  {bytes: 'PK\x05\x06', what: 'a zip file', kind: 'archive'},
  {bytes: '%PDF-', what: 'a PDF', kind: 'unknown'},
  {bytes: '\x1f\x8b', what: 'packed with gzip', kind: 'unknown'},
  {bytes: '\x89PNG', what: 'a picture', kind: 'unknown'},
  {bytes: '\xff\xd8\xff', what: 'a picture', kind: 'unknown'},
  {bytes: 'GIF87a', what: 'a picture', kind: 'unknown'},
  {bytes: 'GIF89a', what: 'a picture', kind: 'unknown'},
  {bytes: 'bplist00', what: 'a web archive of Safari', kind: 'unknown'},
  {bytes: '7z\xbc\xaf', what: 'a 7z archive', kind: 'unknown'},
  {bytes: 'Rar!\x1a', what: 'a RAR archive', kind: 'unknown'},
  {bytes: '\x7fELF', what: 'a program', kind: 'unknown'},
  {bytes: 'MZ\x90', what: 'a program', kind: 'unknown'},
];

export const signatureOf = (content: Uint8Array): Signature | undefined => {
  const start = Buffer.from(content.subarray(0, 16)).toString('latin1');
  return signatures.find(({bytes}) => start.startsWith(bytes));
};
