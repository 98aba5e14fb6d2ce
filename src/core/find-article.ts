/** Finds the article that somebody means: by its id, the end of it, or the start of it. */
import {articleExtension} from './article-path.ts';
import {withoutDate} from './dates.ts';
import {editDistance} from './edit-distance.ts';
import {AppError} from './errors.ts';
import type {SafeField} from './sanitize.ts';

/** What is looked at to find an article. */
export interface Findable {
  readonly id: SafeField;
  readonly library: SafeField;
}

/** Where to look: all articles of some libraries, whatever is known of them. */
export interface Findables<Found extends Findable> {
  readonly articles: readonly Found[];
  readonly folders: readonly {readonly name: SafeField}[];
}

/** An article with the forms of its id that are compared, in one case or as they are. */
interface Candidate<Found extends Findable> {
  readonly article: Found;
  readonly id: string;
  /** The id with the leading date of its file name left out; the id itself where there is none. */
  readonly undated: string;
}

/** The first of the lists that has anything in it; the others are not made. */
const firstFilled = <Item>(lists: readonly (() => Item[])[]): Item[] => {
  for (const list of lists) {
    const items = list();
    if (items.length > 0) return items;
  }
  return [];
};

const nameOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

const undated = (id: string): string => {
  const name = nameOf(id);
  return id.slice(0, id.length - name.length) + withoutDate(name);
};

const endsWith = (id: string, reference: string): boolean => id === reference || id.endsWith(`/${reference}`);

const hasSegmentFrom = (id: string, reference: string): boolean =>
  id.startsWith(reference) || id.includes(`/${reference}`);

/** How a reference may fit, strongest first: the first way that fits anything decides. */
const ways: readonly ((candidate: Omit<Candidate<Findable>, 'article'>, reference: string) => boolean)[] = [
  ({id}, reference) => id === reference,
  (candidate, reference) => endsWith(candidate.id, reference) || endsWith(candidate.undated, reference),
  ({id}, reference) => id.startsWith(reference),
  (candidate, reference) => hasSegmentFrom(candidate.id, reference) || hasSegmentFrom(candidate.undated, reference),
];

const candidatesOf = <Found extends Findable>(
  articles: readonly Found[],
  change: (id: string) => string,
): Candidate<Found>[] =>
  articles.map(article => ({article, id: change(article.id), undated: change(undated(article.id))}));

const fitting = <Found extends Findable>(candidates: readonly Candidate<Found>[], reference: string): Found[] =>
  firstFilled(ways.map(fits => () => candidates.filter(candidate => fits(candidate, reference)))).map(
    ({article}) => article,
  );

/** The forms of what was typed: as it is, and without what a file's path has and an id has not. */
const formsOf = (reference: string): readonly string[] => {
  const path = reference.replace(/^(?:\.?\/)+|\/+$/g, '');
  const bare = path.slice(0, path.length - (articleExtension(path)?.length ?? 0));
  return [...new Set([reference, path, bare, bare.replace(/\/index$/i, '')])].filter(form => form !== '');
};

const search = <Found extends Findable>(articles: readonly Found[], reference: string): Found[] => {
  const inOneCase = (change: (text: string) => string) => () => {
    const candidates = candidatesOf(articles, change);
    return firstFilled(formsOf(reference).map(form => () => fitting(candidates, change(form))));
  };
  return firstFilled([inOneCase(text => text), inOneCase(text => text.toLowerCase())]);
};

/** `name:rest` for a library of that name; a name may itself hold colons. */
const inLibrary = <Found extends Findable>({articles, folders}: Findables<Found>, reference: string): Found[] => {
  const named = folders.filter(({name}) => reference.startsWith(`${name}:`));
  return named.flatMap(({name}) =>
    search(
      articles.filter(({library}) => library === name),
      reference.slice(name.length + 1),
    ),
  );
};

/**
 * What to call each article so that it is found again: its id, or `name:id` where two libraries have the same id.
 */
export const createReferences = ({
  articles,
}: Pick<Findables<Findable>, 'articles'>): ((article: Findable) => SafeField) => {
  const counts = new Map<SafeField, number>();
  for (const {id} of articles) counts.set(id, (counts.get(id) ?? 0) + 1);
  return ({id, library}) => ((counts.get(id) ?? 0) > 1 ? (`${library}:${id}` as SafeField) : id);
};

/** How many are named in a hint. */
const mostNamed = 8;

const ambiguous = (library: Findables<Findable>, reference: string, found: readonly Findable[]): AppError => {
  const referenceOf = createReferences(library);
  const names = found.map(referenceOf).sort();
  const rest = names.length - mostNamed;
  const more = rest > 0 ? ` and ${rest} more` : '';
  return new AppError('ambiguous-article', `"${reference}" fits ${found.length} articles`, {
    hint: `say one of: ${names.slice(0, mostNamed).join(', ')}${more}`,
  });
};

/** Ids longer than this are not compared letter by letter. */
const longestCompared = 120;

/** The ids that a slip of the finger may have missed, nearest first: at most three. */
const nearestIds = (library: Findables<Findable>, reference: string): SafeField[] => {
  const referenceOf = createReferences(library);
  const sought = reference.toLowerCase().slice(0, longestCompared);
  const reach = Math.max(2, Math.floor(sought.length / 3));
  const distanceTo = (text: string): number =>
    Math.abs(text.length - sought.length) > reach ? Number.POSITIVE_INFINITY : editDistance(sought, text);
  return library.articles
    .map(article => {
      const id = article.id.toLowerCase().slice(0, longestCompared);
      const name = withoutDate(nameOf(id));
      const distance = name.includes(sought) ? 1 : Math.min(distanceTo(id), distanceTo(name));
      return {reference: referenceOf(article), distance};
    })
    .filter(({distance}) => distance <= reach)
    .sort((a, b) => a.distance - b.distance || (a.reference < b.reference ? -1 : 1))
    .slice(0, 3)
    .map(({reference: near}) => near);
};

const notFound = (library: Findables<Findable>, reference: string): AppError => {
  const near = nearestIds(library, reference);
  return new AppError('nothing-found', `no article "${reference}"`, {
    hint: near.length > 0 ? `did you mean ${near.join(' or ')}?` : '"newsprint list" shows what there is',
  });
};

/**
 * The article that a reference means: its id, `name:id`, the last segments of its id, or the start of its id or file name,
 * in that order; a leading date in the file name may be left out, and the case ignored where nothing fits otherwise.
 * @throws {AppError} `nothing-found` with what is near it, `ambiguous-article` with all that fit
 */
export const findArticle = <Found extends Findable>(library: Findables<Found>, reference: string): Found => {
  const sought = reference.trim();
  const {articles} = library;
  const found = firstFilled([
    () => articles.filter(({id}) => id === sought),
    () => articles.filter(article => `${article.library}:${article.id}` === sought),
    () => inLibrary(library, sought),
    () => search(articles, sought),
  ]);
  const [first, ...others] = found;
  if (first === undefined) throw notFound(library, sought);
  if (others.length > 0) throw ambiguous(library, sought, found);
  return first;
};
