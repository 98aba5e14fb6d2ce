/** Names of authors out of a byline as pages write it. */
import {letters, lettersOnly} from '../letters.ts';
import type {SiteNames} from './titles.ts';

const opening =
  /^(?:(?:written|reported|story|words|posted|published|text|article|review|opinion)\s+)?(?:by|por|von|par|di|de|oleh|door|av|af|przez|от|автор|作者|文|著者|記者|بقلم|كتب|द्वारा|текст)(?:\s*[:：]\s*|\s+)/iu;
const label = /^(?:authors?|autor(?:es|in)?|auteurs?|byline|writer)\s*[:：]?\s+/iu;

/** Between names. `y`, `e` and `et` stand in Spanish, Portuguese and French bylines, and in no English name by themselves. */
const between = /\s*[,;|、，]\s*|(?<=\p{Ll}{4})\.\s+(?=\p{Lu})|\s+(?:and|&|und|et|y|e|и|و|med|och|en)\s+/u;

const noName =
  /https?:|www\.|@|\.(?:com|org|net)\b|\d{2}|^\d|\d$|^(?:staff|staff reports?|(?:web|staff|news) ?(?:desk|writer|reporter|master)|admin|administrator|editor|editors|editorial|guest|contributor|anonymous|unknown|none|null|undefined|author|redacción|redaktion|redação|news ?room|updated|published)$/i;

/** What people do, behind their names: it names nobody. */
const role =
  /\b(?:editor|reporter|correspondent|writer|columnist|contributor|journalist|producer|analyst|photographer|director|professor|founder|ceo|bureau chief|staff|senior|special to|redactor|periodista|corresponsal|redakteur|journaliste|repórter|jornalista)\b/i;

const most = 20;

/** Words within names that have no capital are short, or are of one language's small list. */
const plainWord = /(?:^|\s)\p{Ll}{6,}(?=\s|$)/u;

/** `The Ports and Fisheries ministries`: whom the article is about, in one phrase that must not be taken apart. */
const isPhrase = (line: string): boolean => /^the\s/i.test(line) && plainWord.test(line);

const isName = (name: string): boolean =>
  name.length >= 2 && name.length <= 60 && name.split(' ').length <= 6 && /\p{L}/u.test(name) && !noName.test(name);

const tidy = (name: string): string => name.replace(/^[\s\-–—•·*"“”]+|[\s\-–—•·*.:,"“”]+$/gu, '').replace(/\s+/g, ' ');

/** `JANE DOE` as a person writes it; a name of a few capitals is an agency. */
const inCase = (name: string): string =>
  name.length > 5 && name === name.toUpperCase() && /\p{Lu}{2}/u.test(name) && name.includes(' ')
    ? name.replace(/\p{L}+/gu, word => word.charAt(0) + word.slice(1).toLowerCase())
    : name;

const namesIn = (written: string): readonly string[] => {
  const line = written
    .slice(0, 500)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(label, '')
    .replace(opening, '')
    .replace(/\s*(?:[(<[]|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:updated|published|posted)\b).*$/iu, '');
  if (isPhrase(line)) return [];
  const parts = line.split(between).map(tidy).filter(isName);
  const people = parts.filter(part => !role.test(part));
  return (people.length > 0 ? people : parts.slice(0, 1)).map(inCase);
};

/** Each once, in their order. The site itself is no author where there is another. */
export const cleanAuthors = (written: readonly string[], {site = '', host = ''}: SiteNames): readonly string[] => {
  const seen = new Set<string>();
  const names = written.flatMap(namesIn).filter(name => {
    const key = letters(name);
    const isNew = key !== '' && !seen.has(key);
    seen.add(key);
    return isNew;
  });
  const ofSite = new Set([lettersOnly(site), lettersOnly(host.replace(/^www\.|\.\w+$/g, ''))]);
  return names.filter(name => !ofSite.has(lettersOnly(name))).slice(0, most);
};
