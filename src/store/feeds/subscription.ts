/** What a subscription says, and what `feeds.yaml` may say of it. */
import {nearestWord} from '../../core/edit-distance.ts';
import {type Period, parsePeriod, periodText} from '../../core/query/periods.ts';

export interface Subscription {
  /** An http or https address, as it is written. */
  readonly url: string;
  readonly title?: string;
  readonly section?: string;
  readonly tags?: readonly string[];
  /** Whether each article is read from its own page. */
  readonly fullText?: boolean;
  /** Whether pictures are fetched, too. */
  readonly images?: boolean;
  /** How long an article is kept that was read and has no star; for ever where it is not said. */
  readonly keep?: Period;
}

export interface CheckedSubscription {
  /** Undefined where there is no address. */
  readonly subscription: Subscription | undefined;
  /** What is wrong, and what would be right; `key` is where. */
  readonly problems: readonly {readonly key?: string; readonly message: string}[];
}

/** A value read from the file: usable, or what would be right. */
type Reading = {readonly value: unknown} | {readonly wanted: string};

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const readText = (value: unknown): Reading => {
  if (typeof value === 'number') return {value: String(value)};
  return isText(value) ? {value: value.trim()} : {wanted: 'a text'};
};

/** `yes` is a text to YAML by now, and to nobody else. */
const switches: Readonly<Record<string, boolean>> = {yes: true, on: true, no: false, off: false};

const readSwitch = (value: unknown): Reading => {
  const said = typeof value === 'string' ? switches[value.toLowerCase()] : value;
  return typeof said === 'boolean' ? {value: said} : {wanted: 'true or false'};
};

const readTags = (value: unknown): Reading => {
  const tags = typeof value === 'string' ? value.split(',') : value;
  if (!Array.isArray(tags) || tags.some(tag => typeof tag === 'object')) return {wanted: 'a list like [sea, ships]'};
  return {value: tags.map(tag => String(tag).trim()).filter(tag => tag !== '')};
};

const readPeriod = (value: unknown): Reading => {
  const period = isText(value) ? parsePeriod(value.trim()) : undefined;
  return period === undefined ? {wanted: 'a time like 90d, 12w, 6m or 1y'} : {value: period};
};

/** Whether it is an address that is asked for. */
export const isWebAddress = (text: string): boolean => /^https?:\/\/[^/]/i.test(text) && URL.canParse(text);

interface Field {
  /** In the file. */
  readonly key: string;
  readonly name: keyof Subscription;
  readonly read: (value: unknown) => Reading;
}

/** In the order in which they are written. */
export const subscriptionFields = [
  {key: 'url', name: 'url', read: value => (isText(value) ? {value: value.trim()} : {wanted: 'an address'})},
  {key: 'title', name: 'title', read: readText},
  {key: 'section', name: 'section', read: readText},
  {key: 'tags', name: 'tags', read: readTags},
  {key: 'full-text', name: 'fullText', read: readSwitch},
  {key: 'images', name: 'images', read: readSwitch},
  {key: 'keep', name: 'keep', read: readPeriod},
] as const satisfies readonly Field[];

const keys: readonly string[] = subscriptionFields.map(({key}) => key);

const addressProblem = 'a feed is an http or https address, or {url: https://example.org/feed}';

/** @param entry what YAML holds for it */
export const checkSubscription = (entry: unknown): CheckedSubscription => {
  if (typeof entry === 'string') return checkSubscription({url: entry});
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    return {subscription: undefined, problems: [{message: addressProblem}]};
  }
  const given: Readonly<Record<string, unknown>> = {...entry};
  const problems: {key: string; message: string}[] = [];
  for (const key of Object.keys(given).filter(name => !keys.includes(name))) {
    const near = nearestWord(key, keys);
    const right = near === undefined ? `keys are ${keys.join(', ')}` : `did you mean ${near}?`;
    problems.push({key, message: `unknown key "${key}"; ${right}`});
  }
  const values = subscriptionFields.flatMap(({key, name, read}) => {
    const value = given[key];
    if (value === undefined || value === null) return [];
    const reading = read(value);
    if ('value' in reading) return [[name, reading.value]];
    problems.push({key, message: `${key} should be ${reading.wanted}`});
    return [];
  });
  const subscription = Object.fromEntries(values) as Subscription;
  if (subscription.url !== undefined && isWebAddress(subscription.url)) return {subscription, problems};
  return {subscription: undefined, problems: [...problems, {key: 'url', message: addressProblem}]};
};

/** As the file has it, without what is not said. */
export const writtenSubscription = (subscription: Partial<Subscription>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    subscriptionFields.flatMap(({key, name}) => {
      const value = subscription[name];
      if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
      return [[key, name === 'keep' ? periodText(value as Period) : value]];
    }),
  );
