/**
 * Which bytes are the usual letters of each charset that a text without a label may be in, and how often they come: counted
 * by hand from the order of the code tables, where the common kana, Hangul and ideographs stand together.
 */

/** From, to: both included. */
export type Range = readonly [from: number, to: number];

/** Two bytes a character, between single ones that are ASCII. */
export interface DoubleByte {
  readonly label: string;
  readonly lead: readonly Range[];
  readonly trail: readonly Range[];
  /** Lead bytes of kana, Hangul, usual ideographs and punctuation, and how much of a text they are. */
  readonly often: readonly (readonly [...Range, share: number])[];
  /** Where second bytes below 0xA1 are only for what is rare. */
  readonly hasRareTrails?: boolean;
  /** Bytes that are a rare character of their own: kana of half width. */
  readonly alone?: readonly Range[];
}

export const doubleBytes: readonly DoubleByte[] = [
  {
    label: 'shift_jis',
    lead: [
      [0x81, 0x9f],
      [0xe0, 0xfc],
    ],
    trail: [
      [0x40, 0x7e],
      [0x80, 0xfc],
    ],
    often: [
      [0x81, 0x81, 0.12],
      [0x82, 0x82, 0.4],
      [0x83, 0x83, 0.13],
      [0x88, 0x97, 0.3],
    ],
    alone: [[0xa1, 0xdf]],
  },
  {
    label: 'euc-jp',
    lead: [[0xa1, 0xfe]],
    trail: [[0xa1, 0xfe]],
    often: [
      [0xa1, 0xa1, 0.12],
      [0xa4, 0xa4, 0.4],
      [0xa5, 0xa5, 0.13],
      [0xb0, 0xcf, 0.3],
    ],
  },
  {
    label: 'euc-kr',
    lead: [[0x81, 0xfe]],
    trail: [
      [0x41, 0x5a],
      [0x61, 0x7a],
      [0x81, 0xfe],
    ],
    often: [
      [0xa1, 0xa1, 0.03],
      [0xb0, 0xc8, 0.94],
    ],
    hasRareTrails: true,
  },
  {
    label: 'gb18030',
    lead: [[0x81, 0xfe]],
    trail: [
      [0x40, 0x7e],
      [0x80, 0xfe],
    ],
    often: [
      [0xa1, 0xa1, 0.07],
      [0xa3, 0xa3, 0.07],
      [0xb0, 0xd7, 0.82],
    ],
    hasRareTrails: true,
  },
  {
    label: 'big5',
    lead: [[0x81, 0xfe]],
    trail: [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
    often: [
      [0xa1, 0xa1, 0.12],
      [0xa4, 0xc6, 0.82],
    ],
  },
];

/** One byte a character. */
export interface SingleByte {
  readonly label: string;
  /** Small letters, or those that come the most. */
  readonly often: readonly Range[];
  /** Capitals, other letters, quotation marks. */
  readonly some: readonly Range[];
  /** Whether its letters stand in words with ASCII's, and seldom side by side. */
  readonly isLatin?: boolean;
  /** A capital after a small letter is a sign of another charset. */
  readonly hasCase?: boolean;
}

const quotes: readonly Range[] = [
  [0x91, 0x97],
  [0xab, 0xab],
  [0xbb, 0xbb],
];

export const singleBytes: readonly SingleByte[] = [
  {
    label: 'windows-1252',
    often: [
      [0xe0, 0xe1],
      [0xe3, 0xe9],
      [0xed, 0xed],
      [0xf1, 0xf3],
      [0xf6, 0xf6],
      [0xf8, 0xfc],
      [0xdf, 0xdf],
      ...quotes,
      [0xa0, 0xa0],
      [0xa3, 0xa3],
      [0xa9, 0xa9],
      [0xb0, 0xb0],
    ],
    some: [
      [0x80, 0x80],
      [0x85, 0x85],
      [0x8a, 0x8c],
      [0x8e, 0x8e],
      [0x99, 0x9c],
      [0x9e, 0x9f],
      [0xa1, 0xff],
    ],
    isLatin: true,
  },
  {
    label: 'windows-1251',
    often: [[0xe0, 0xff]],
    some: [[0xc0, 0xdf], [0xa8, 0xa8], [0xaa, 0xaa], [0xaf, 0xaf], [0xb2, 0xb4], [0xb8, 0xba], [0xbf, 0xbf], ...quotes],
    hasCase: true,
  },
  {
    label: 'koi8-u',
    often: [[0xc0, 0xdf]],
    some: [
      [0xe0, 0xff],
      [0xa3, 0xa4],
      [0xa6, 0xa7],
      [0xad, 0xad],
      [0xb3, 0xb4],
      [0xb6, 0xb7],
      [0xbd, 0xbd],
    ],
    hasCase: true,
  },
  {
    label: 'iso-8859-5',
    often: [[0xd0, 0xef]],
    some: [
      [0xb0, 0xcf],
      [0xf0, 0xff],
      [0xa1, 0xac],
    ],
    hasCase: true,
  },
  {
    label: 'ibm866',
    often: [
      [0xa0, 0xaf],
      [0xe0, 0xef],
    ],
    some: [
      [0x80, 0x9f],
      [0xf0, 0xf7],
    ],
    hasCase: true,
  },
  {
    label: 'windows-1253',
    often: [
      [0xdc, 0xdf],
      [0xe1, 0xfe],
    ],
    some: [[0xa2, 0xa2], [0xb8, 0xbf], [0xc1, 0xdb], ...quotes],
    hasCase: true,
  },
  {label: 'windows-1255', often: [[0xe0, 0xfa]], some: [[0xc0, 0xd3], ...quotes]},
  {
    label: 'windows-1256',
    often: [
      [0xc7, 0xd6],
      [0xd8, 0xdb],
      [0xdd, 0xdf],
      [0xe1, 0xe1],
      [0xe3, 0xe6],
      [0xec, 0xed],
    ],
    some: [
      [0x81, 0x81],
      [0x8d, 0x90],
      [0x98, 0x98],
      [0xa1, 0xa1],
      [0xaa, 0xaa],
      [0xba, 0xba],
      [0xc0, 0xc6],
      [0xf0, 0xf6],
      [0xf8, 0xfa],
    ],
  },
  {
    label: 'windows-874',
    often: [
      [0xa1, 0xa1],
      [0xa4, 0xa4],
      [0xa7, 0xa7],
      [0xb4, 0xb5],
      [0xb7, 0xb7],
      [0xb9, 0xbb],
      [0xc1, 0xc3],
      [0xc5, 0xc5],
      [0xc7, 0xc7],
      [0xca, 0xcb],
      [0xcd, 0xcd],
      [0xd1, 0xd5],
      [0xe0, 0xe0],
      [0xe8, 0xe9],
    ],
    some: [
      [0xa2, 0xda],
      [0xdf, 0xfb],
    ],
  },
];
