/** Who wrote it: names with addresses, in the ways that RSS and Dublin Core put them into one string, or as Atom has them. */
import {resolveAddress} from './addresses.ts';
import {lineOf} from './markup.ts';
import {childrenNamed, isElement, textNamed, type XmlElement} from './xml.ts';

export interface FeedPerson {
  readonly name?: string;
  readonly email?: string;
  /** Of the person's own page. */
  readonly address?: string;
}

const email = /[^\s()<>[\]:;,"]{1,100}@[^\s()<>[\]:;,"]{1,200}/;

/** Of `ann@example.org (Ann Lee)`, `Ann Lee (ann@example.org)`, `Ann Lee <ann@example.org>` and of a name alone. */
export const personOf = (text: string): FeedPerson | undefined => {
  const line = text.slice(0, 1000).replace(/\s+/g, ' ').trim();
  const found = email.exec(line)?.[0];
  const rest = found === undefined ? line : line.replace(found, '').replace(/^mailto:/i, '');
  const name = (found === undefined ? rest : rest.replace(/[()<>[\]]/g, ' ').replace(/ +/g, ' '))
    .replace(/^[\s,;:"-]+|[\s,;:"-]+$/g, '')
    .trim();
  const address = found?.replace(/^mailto:/i, '');
  if (name === '' && address === undefined) return undefined;
  return {...(name !== '' && {name}), ...(address !== undefined && {email: address})};
};

/** An element that holds a person: as children, Atom's way, or as text. */
export const personIn = (element: XmlElement): FeedPerson | undefined => {
  const named = (...names: readonly string[]): string | undefined =>
    textNamed(element, ...names.flatMap(name => [`atom:${name}`, name, `itunes:${name}`]));
  if (!element.children.some(isElement)) return personOf(lineOf(element));
  const [name, mail, page] = [named('name'), named('email'), named('uri', 'url', 'homepage')];
  if (name === undefined && mail === undefined && page === undefined) return personOf(lineOf(element));
  return {
    ...(name !== undefined && {name: name.replace(/\s+/g, ' ')}),
    ...(mail !== undefined && {email: mail}),
    ...(page !== undefined && {address: resolveAddress(page, element.base)}),
  };
};

/** Those of the first of the names that gives any; nobody twice. */
export const peopleNamed = (element: XmlElement, ...names: readonly string[]): readonly FeedPerson[] => {
  for (const name of names) {
    const people = new Map<string, FeedPerson>();
    for (const child of childrenNamed(element, name)) {
      const person = personIn(child);
      if (person !== undefined) people.set((person.name ?? person.email ?? person.address ?? '').toLowerCase(), person);
    }
    if (people.size > 0) return [...people.values()];
  }
  return [];
};
