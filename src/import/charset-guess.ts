/**
 * Which charset bytes without a label are in, when they are no UTF-8: the one under which they are the likeliest, by how
 * often its letters come and whether words stay in one script. A few words are enough; n-grams of trigram detectors want
 * a few sentences. Among the Latin charsets, which differ in a few letters only, chardet's n-grams decide.
 */
import {analyse} from 'chardet';
import {type DoubleByte, doubleBytes, type Range, type SingleByte, singleBytes} from './charset-letters.ts';

const byteSet = (ranges: readonly Range[]): Uint8Array => {
  const set = new Uint8Array(256);
  for (const [from, to] of ranges) set.fill(1, from, to + 1);
  return set;
};

const sizeOf = (set: Uint8Array): number => set.reduce((sum, member) => sum + member, 0);

const isAsciiLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

// Natural logarithms of likelihoods.
const costs = {
  impossible: -14,
  undefinedByte: -10,
  scriptsMixed: -3,
  caseMixed: -4,
  ascii: Math.log(1 / 90),
  /** Among what has no label, the Latin charsets are the usual case. */
  likelierFromTheStart: 3,
};

/** The likelihood of `bytes` under a charset, as a logarithm. ASCII counts for nothing, since it is the same in all. */
type Likelihood = (bytes: Uint8Array) => number;

const doubleByteLikelihood = ({lead, trail, often, alone = [], hasRareTrails = false}: DoubleByte): Likelihood => {
  const leads = byteSet(lead);
  const trails = byteSet(trail);
  const lone = byteSet(alone);
  const rareShare = 1 - often.reduce((sum, [, , share]) => sum + share, 0);
  const rareCount = sizeOf(leads) - sizeOf(byteSet(often.map(([from, to]) => [from, to])));
  const ofLead = Float64Array.from({length: 256}, (_, byte) => {
    const group = often.find(([from, to]) => byte >= from && byte <= to);
    return Math.log(group === undefined ? rareShare / rareCount : group[2] / (group[1] - group[0] + 1));
  });
  const ofTrail = Float64Array.from({length: 256}, (_, byte) => {
    const share = !hasRareTrails
      ? 1 / sizeOf(trails)
      : byte >= 0xa1
        ? 0.95 / (0xff - 0xa1)
        : 0.05 / (sizeOf(trails) - (0xff - 0xa1));
    return Math.log(share) - (byte < 0x80 ? costs.ascii : 0);
  });
  const ofLone = Math.log(0.02 / Math.max(1, sizeOf(lone)));
  return bytes => {
    let sum = 0;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte < 0x80) continue;
      const next = bytes[at + 1] ?? 0;
      if (isAsciiLetter(bytes[at - 1] ?? 0)) sum += costs.scriptsMixed;
      if (leads[byte] && trails[next]) {
        sum += (ofLead[byte] ?? 0) + (ofTrail[next] ?? 0);
        at++;
      } else sum += lone[byte] ? ofLone : costs.impossible;
    }
    return sum;
  };
};

const singleByteLikelihood = ({often, some, isLatin = false, hasCase = false}: SingleByte): Likelihood => {
  const frequent = byteSet(often);
  const known = byteSet([...often, ...some]);
  const ofFrequent = Math.log(0.85 / sizeOf(frequent));
  const ofKnown = Math.log(0.145 / (sizeOf(known) - sizeOf(frequent)));
  const ofOther = Math.log(0.005 / 128);
  const isLetter = (byte: number) => byte >= 0xc0 || (frequent[byte] === 1 && !isLatin);
  return bytes => {
    let sum = isLatin ? costs.likelierFromTheStart : 0;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte < 0x80) continue;
      const before = bytes[at - 1] ?? 0;
      const after = bytes[at + 1] ?? 0;
      sum += frequent[byte] ? ofFrequent : known[byte] ? ofKnown : ofOther + costs.undefinedByte;
      if (!isLetter(byte)) continue;
      const isMixed = isLatin ? isLetter(before) : isAsciiLetter(before) || isAsciiLetter(after);
      if (isMixed) sum += costs.scriptsMixed;
      if (hasCase && !frequent[byte] && frequent[before]) sum += costs.caseMixed;
    }
    return sum;
  };
};

const models: readonly {readonly label: string; readonly likelihood: Likelihood}[] = [
  ...singleBytes.map(charset => ({label: charset.label, likelihood: singleByteLikelihood(charset)})),
  ...doubleBytes.map(charset => ({label: charset.label, likelihood: doubleByteLikelihood(charset)})),
];

const latin = 'windows-1252';

/** What chardet calls them, and the charset of the Web that has the same letters. */
const latinLabels: Readonly<Record<string, string>> = {
  'ISO-8859-1': latin,
  'windows-1252': latin,
  'ISO-8859-2': 'iso-8859-2',
  'windows-1250': 'windows-1250',
  'ISO-8859-9': 'windows-1254',
  'windows-1254': 'windows-1254',
};

/** Below this its n-grams fit by chance. */
const leastConfidence = 30;

const markup = /<(script|style)\b[\s\S]*?<\/\1|<[^<>]*>/gi;

/** @param sample short, since markup that ends nowhere is looked for anew at each of its beginnings */
const guessLatin = (sample: Uint8Array): string => {
  const words = Buffer.from(sample).toString('latin1').replace(markup, ' ');
  const best = analyse(Buffer.from(words, 'latin1')).find(({name}) => Object.hasOwn(latinLabels, name));
  return (best !== undefined && best.confidence >= leastConfidence && latinLabels[best.name]) || latin;
};

/** How many bytes are looked at. */
const sampleSize = 16_384;

/**
 * @param bytes no UTF-8 and no UTF-16; markup in them does no harm, since ASCII counts for nothing
 * @returns a label that `TextDecoder` knows
 */
export const guessCharset = (bytes: Uint8Array): string => {
  const firstHigh = bytes.findIndex(byte => byte >= 0x80);
  // Some words before it, which are in the same language.
  const from = Math.max(0, firstHigh - 200);
  const sample = bytes.subarray(from, from + sampleSize);
  const likeliest = models
    .map(({label, likelihood}) => ({label, score: likelihood(sample)}))
    .reduce((best, next) => (next.score > best.score ? next : best));
  return likeliest.label === latin ? guessLatin(sample) : likeliest.label;
};
