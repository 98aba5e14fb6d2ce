/** The text of `feeds.yaml`: what it says, and how it is changed so that comments and order of whoever wrote it stay. */
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLParseError,
  type YAMLSeq,
} from 'yaml';
import {AppError} from '../../core/errors.ts';
import {checkSubscription, type Subscription, writtenSubscription} from './subscription.ts';

export interface FeedsProblem {
  /** Counts from 1. */
  readonly line?: number;
  readonly message: string;
}

export interface FeedsReading {
  readonly subscriptions: readonly Subscription[];
  /** What of the file cannot be used, while the rest can. */
  readonly problems: readonly FeedsProblem[];
}

/** More aliases than anybody writes by hand. */
const maxAliasCount = 100;

const mend = 'mend it with an editor; newsprint leaves it as it is';

interface Parsed {
  readonly document: Document.Parsed;
  lineOf(offset: number | undefined): {readonly line?: number};
}

/**
 * @param path of the file, to tell of it
 * @throws {AppError} `usage` for what is no list
 */
const parse = (text: string, path: string): Parsed => {
  const lines = new LineCounter();
  const document = parseDocument(text, {lineCounter: lines});
  const lineOf = (offset: number | undefined) => (offset === undefined ? {} : {line: lines.linePos(offset).line});
  const [error] = document.errors;
  if (error !== undefined) {
    const {reason, line = 1} = openQuote(document, error, lineOf) ?? reasonOf(error);
    throw new AppError('usage', `${path}:${line}: is no YAML: ${reason}`, {hint: mend});
  }
  const {contents} = document;
  const isNothing = contents === null || (isScalar(contents) && contents.value === null);
  if (!isNothing && !isSeq(contents)) {
    const hint = `it looks like "- url: https://example.org/feed"; ${mend}`;
    throw new AppError('usage', `${path}: is no list of feeds`, {hint});
  }
  return {document, lineOf};
};

interface Reason {
  readonly reason: string;
  readonly line?: number;
}

const reasonOf = ({message, linePos}: YAMLParseError): Reason => {
  const [reason = ''] = message.split('\n');
  return {reason: reason.replace(/ at line \d+.*$/, ''), ...(linePos && {line: linePos[0].line})};
};

/** A quotation mark that nothing closes is noticed where the file ends; what is to be mended stands where it opens. */
const openQuote = (
  document: Document.Parsed,
  {code, pos}: YAMLParseError,
  lineOf: Parsed['lineOf'],
): Reason | undefined => {
  if (code !== 'MISSING_CHAR') return undefined;
  let found: Reason | undefined;
  visit(document, {
    Scalar: (_, {type, range}) => {
      if (range?.[1] !== pos[0] || (type !== 'QUOTE_DOUBLE' && type !== 'QUOTE_SINGLE')) return undefined;
      const mark = type === 'QUOTE_DOUBLE' ? '"' : "'";
      found = {reason: `the ${mark} that opens here is never closed`, ...lineOf(range[0])};
      return visit.BREAK;
    },
  });
  return found;
};

const entriesOf = ({document}: Parsed): readonly unknown[] => (isSeq(document.contents) ? document.contents.items : []);

const dataOf = (entry: unknown, document: Document): unknown => {
  try {
    return isNode(entry) ? entry.toJS(document, {maxAliasCount}) : undefined;
  } catch {
    // More aliases than are followed.
    return undefined;
  }
};

const offsetOf = (entry: unknown, key?: string): number | undefined => {
  const pair = isMap(entry) && key !== undefined ? entry.items.find(({key: name}) => String(name) === key) : undefined;
  const node = isNode(pair?.key) ? pair.key : entry;
  return isNode(node) ? node.range?.[0] : undefined;
};

/** @throws {AppError} `usage` for what is no list */
export const readFeeds = (text: string, path: string): FeedsReading => {
  const parsed = parse(text, path);
  const problems: FeedsProblem[] = [];
  const subscriptions = new Map<string, Subscription>();
  for (const entry of entriesOf(parsed)) {
    const checked = checkSubscription(dataOf(entry, parsed.document));
    for (const {key, message} of checked.problems) problems.push({...parsed.lineOf(offsetOf(entry, key)), message});
    const {subscription} = checked;
    if (subscription === undefined) continue;
    if (subscriptions.has(subscription.url)) {
      problems.push({...parsed.lineOf(offsetOf(entry)), message: `${subscription.url} is there twice`});
    } else {
      subscriptions.set(subscription.url, subscription);
    }
  }
  return {subscriptions: [...subscriptions.values()], problems};
};

const listOf = (document: Document): YAMLSeq => {
  const {contents} = document;
  if (isSeq(contents)) {
    if (contents.items.length === 0) contents.flow = false;
    return contents;
  }
  const list = document.createNode([]) as YAMLSeq;
  document.contents = list;
  return list;
};

/** What stands above a feed may be about those after it: it stays. */
const keepComment = (list: YAMLSeq, at: number, document: Document): void => {
  const [entry, next] = [list.items[at], list.items[at + 1]];
  const comment = isNode(entry) ? entry.commentBefore : undefined;
  if (!comment) return;
  const joined = (after: string | null | undefined): string => (after ? `${comment}\n${after}` : comment);
  if (isNode(next)) next.commentBefore = joined(next.commentBefore);
  else document.comment = joined(document.comment);
};

const pickComments = ({commentBefore, comment, spaceBefore}: Node) => ({commentBefore, comment, spaceBefore});

/** Changes to the text of the file, all of which are in `text()` at the end. */
export interface FeedsEditor {
  has(url: string): boolean;
  /** One that is not there yet. */
  add(subscription: Subscription): void;
  /** Gives one that is there the values that are said. @returns whether it had others */
  change(subscription: Subscription): boolean;
  /** However often it is there. */
  remove(url: string): void;
  /** @throws {AppError} `usage` where another feed refers to one that was removed */
  text(): string;
}

/** @throws {AppError} `usage` for what is no list of feeds */
export const editFeeds = (before: string, path: string): FeedsEditor => {
  const {document} = parse(before, path);
  const list = listOf(document);
  const addressAt = (entry: unknown): string | undefined =>
    checkSubscription(dataOf(entry, document)).subscription?.url;
  const known = new Set(list.items.map(addressAt));
  const nodeOf = (values: Readonly<Record<string, unknown>>): Node => {
    const node = document.createNode(values);
    // Lists stand on the line of their key.
    if (isMap(node)) for (const {value} of node.items) if (isSeq(value)) value.flow = true;
    return node;
  };
  return {
    has: url => known.has(url),
    add: subscription => {
      known.add(subscription.url);
      list.add(nodeOf(writtenSubscription(subscription)));
    },
    change: ({url, ...values}) => {
      const at = list.items.findIndex(entry => addressAt(entry) === url);
      const entry = list.items[at];
      const old = JSON.stringify(checkSubscription(dataOf(entry, document)).subscription);
      if (isMap(entry)) {
        const fields = Object.entries(writtenSubscription(values));
        for (const [key, value] of fields) entry.set(key, document.createNode(value, {flow: true}));
      } else if (Object.keys(values).length > 0) {
        const node = nodeOf(writtenSubscription({url, ...values}));
        if (isNode(entry)) Object.assign(node, pickComments(entry));
        list.items[at] = node;
      }
      return JSON.stringify(checkSubscription(dataOf(list.items[at], document)).subscription) !== old;
    },
    remove: url => {
      for (let at = list.items.length - 1; at >= 0; at--) {
        if (addressAt(list.items[at]) !== url) continue;
        keepComment(list, at, document);
        list.items.splice(at, 1);
      }
      known.delete(url);
    },
    text: () => {
      try {
        const after = document.toString({lineWidth: 0, flowCollectionPadding: false});
        return before.includes('\r\n') ? after.replace(/\r?\n/g, '\r\n') : after;
      } catch (error) {
        throw new AppError('usage', `${path}: a feed refers to one that is taken out`, {hint: mend, cause: error});
      }
    },
  };
};
