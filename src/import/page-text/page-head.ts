/** What stands above an article's text: headline, standfirst, who wrote it and when, the picture on top. */
import {fold} from '../../core/tokens.ts';
import type {ImportedArticle, ImportedImage} from '../imported-article.ts';
import {authorsOfLine} from './byline.ts';
import {dateInText} from './date-in-text.ts';
import {headlinePlace, withoutSite} from './headline.ts';
import type {JudgedLine} from './judged-lines.ts';
import {isOtherLanguage, type Language} from './languages.ts';
import {countWords, endsSentence} from './line-shape.ts';
import {type PictureText, pictureOfIcon} from './picture-lines.ts';

export type PageHead = Pick<ImportedArticle, 'authors'> &
  Partial<Pick<ImportedArticle, 'title' | 'standfirst' | 'section' | 'published' | 'updated' | 'image'>>;

/** How far above the text its head may begin. */
const mostLines = 40;

/** A standfirst says something. */
const fewestStandfirstWords = 7;
const fewestSentenceWords = 4;

/** With more lines of text between the headline and the article's, they are of something else. */
const mostBetween = 3;
const mostStandfirstWords = 90;

const updating =
  /^(?:last )?(?:updated?|modified)|^(?:última )?actualiza|^atualizad|^(?:mis|mise) à jour|^aktualisiert|^aggiornat|^bijgewerkt|^uppdaterad|^oppdatert|^opdateret|^aktualizacja|^обновлено|^оновлено|^güncelle|^تحديث|^更新|^最終更新/iu;

interface Search {
  readonly lines: readonly JudgedLine[];
  /** The place of the text's first line. */
  readonly bodyStart: number;
  /** Behind the text's last line. */
  readonly bodyEnd: number;
  readonly body: string;
  readonly language: Language;
  readonly address?: string;
}

const mostKickerWords = 3;

/** A section's name right above the headline: the text's first line, or a name that a menu of the page has as well. */
const kicker = (lines: readonly JudgedLine[], headline: number): string | undefined => {
  const line = lines[headline - 1];
  if (line?.kind !== 'label' || line.words === 0 || line.words > mostKickerWords || !/^[\p{Lu}\p{Lo}]/u.test(line.text))
    return undefined;
  if (endsSentence(line.text) || line.text.length > 40) return undefined;
  const isInMenu = lines.some(({text}, place) => place !== headline - 1 && text === line.text);
  return headline === 1 || isInMenu ? line.text : undefined;
};

/** How many lines behind the text may say who wrote it and when. */
const linesBehind = 6;

const standfirstPlace = ({lines, bodyStart, language}: Search, start: number, title: number): number | undefined => {
  const fits = (place: number): boolean => {
    const line = lines[place];
    if (line === undefined || (line.kind !== 'prose' && line.kind !== 'label')) return false;
    const words = countWords(line.text.replace(/\p{Nd}+/gu, ' '));
    if (words < (endsSentence(line.text) ? fewestSentenceWords : fewestStandfirstWords) || words > mostStandfirstWords)
      return false;
    return fold(line.text) !== fold(lines[title]?.text ?? '') && !isOtherLanguage(line.text, language);
  };
  const between = lines
    .slice(title + 1, bodyStart)
    .filter(({kind, words}) => kind === 'prose' || (kind === 'label' && words > 3));
  if (between.length > mostBetween) return undefined;
  for (let place = title + 1; place < bodyStart; place++) if (fits(place)) return place;
  // Above the headline only where nothing else is: in the text's first lines.
  for (let place = start; place < title && title <= 2; place++) if (fits(place)) return place;
  return undefined;
};

/** The picture above the text, with what is said of it. `src` is empty where the text has no name for it. */
const headPicture = (above: readonly JudgedLine[], alt: string | undefined): ImportedImage | undefined => {
  const icon = above.findLast(({text, kind}) => kind === 'picture' && pictureOfIcon(text) !== undefined);
  const name = above.findLast(({text, kind}) => kind === 'picture' && pictureOfIcon(text) === undefined);
  const credit = above.findLast(line => line.kind === 'credit');
  const caption = credit && above[above.indexOf(credit) - 1];
  const said: PictureText | undefined =
    icon !== undefined
      ? pictureOfIcon(icon.text)
      : caption?.kind === 'caption' && credit !== undefined
        ? {caption: caption.text, credit: credit.text.replace(/^\((.*)\)$/, '$1')}
        : undefined;
  if (name === undefined && said === undefined) return undefined;
  return {src: name?.text ?? '', ...(alt !== undefined && {alt}), ...said};
};

const datesOf = (lines: readonly JudgedLine[]): Pick<PageHead, 'published' | 'updated'> => {
  let published: string | undefined;
  let updated: string | undefined;
  for (const {kind, text} of lines) {
    if (kind !== 'date' && kind !== 'byline') continue;
    const first = dateInText(text);
    if (first === undefined) continue;
    const second = dateInText(first.rest)?.iso;
    if (updating.test(text)) updated ??= first.iso;
    else {
      published ??= first.iso;
      updated ??= second;
    }
  }
  return {...(published !== undefined && {published}), ...(updated !== undefined && {updated})};
};

export const pageHead = (search: Search): PageHead => {
  const {lines, bodyStart, bodyEnd, body, language, address} = search;
  const headline = lines.findLastIndex(
    ({kind}, place) => kind === 'headline' && place < bodyStart && place >= bodyStart - mostLines,
  );
  const start = headline < 0 ? Math.max(0, bodyStart - mostLines) : headline;
  const found =
    headline < 0
      ? headlinePlace({lines, start, end: bodyStart, language, body, ...(address !== undefined && {address})})
      : headline;
  const standfirst = found === undefined ? undefined : standfirstPlace(search, start, found);
  const above = lines.slice(start, bodyStart);
  const behind = lines.slice(bodyEnd, bodyEnd + linesBehind);
  const other = above.find(
    ({kind, text}, place) => kind === 'label' && start + place !== found && isOtherLanguage(text, language),
  );
  const section = found === undefined ? undefined : kicker(lines, found);
  const titleText = found === undefined ? undefined : lines[found]?.text;
  const image = headPicture(above, other?.text);
  const host = address !== undefined && URL.canParse(address) ? new URL(address).hostname.replaceAll('-', '') : '';
  const isSite = (name: string): boolean => {
    const folded = fold(name).replace(/[^\p{L}\p{N}]/gu, '');
    return (
      host.includes(folded) || lines.some(({text}, place) => place > 0 && text.length < 200 && text.includes(name))
    );
  };
  const authors = [...above, ...behind].map(({kind, text}) =>
    kind === 'byline' || kind === 'date' ? authorsOfLine(text) : [],
  );
  const dates = datesOf(above);
  return {
    authors: authors.find(names => names.length > 0) ?? [],
    ...(titleText !== undefined && {title: found === 0 ? withoutSite(titleText, isSite) : titleText}),
    ...(section !== undefined && {section}),
    ...(standfirst !== undefined && {standfirst: lines[standfirst]?.text ?? ''}),
    ...(dates.published === undefined && dates.updated === undefined ? datesOf(behind) : dates),
    ...(image !== undefined && {image}),
  };
};
