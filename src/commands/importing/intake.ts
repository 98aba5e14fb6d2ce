/** Takes articles into a library: each becomes a file, unless the library has it already. */
import {readFileSync} from 'node:fs';
import {basename, join, relative, sep} from 'node:path';
import {type Article, articleDate} from '../../core/article.ts';
import {idOfPath} from '../../core/article-path.ts';
import {excerptOf} from '../../core/excerpt.ts';
import {addressKey} from '../../core/links/web-address.ts';
import {parseArticle} from '../../core/parse-article.ts';
import {field, type SafeField} from '../../core/sanitize.ts';
import {composeArticle} from '../../import/compose.ts';
import {fileNames, folderOfSection, keptNames} from '../../import/file-name.ts';
import type {ImportedArticle, ImportedMarks} from '../../import/imported-article.ts';
import type {ImportedFile} from '../../render/import.ts';
import {contentHash} from '../../store/content-hash.ts';
import {folderWithin, freePath, type NewFile, sweepDrafts, writeNewFile} from '../../store/import/new-file.ts';
import {expectedError} from '../expected-error.ts';
import type {Attachment, Attachments} from './attachment.ts';
import type {KnownArticle, KnownArticles} from './known-articles.ts';
import {neighboursOf} from './neighbours.ts';
import {createUntriedNames} from './untried-names.ts';

/** What became of an article: a file that was written, or one that was there. */
export interface Taken extends ImportedFile {
  /** Its path as the file system has it. */
  readonly file: string;
  readonly marks?: ImportedMarks | undefined;
  /** Whether a file that goes with it was left behind: it is not there, lies elsewhere, or another one has its name. */
  readonly isIncomplete?: boolean;
}

export interface Intake {
  /** @throws {AppError} `io` for a folder that leads out of the library; errors of the file system */
  add(article: ImportedArticle, attachments?: readonly Attachment[]): Taken;
  /**
   * A Markdown file of others, which stays as it is.
   * @param path where it lies, absolute: it keeps its name, and the pictures beside it come along
   * @throws as `add` does
   */
  addFile(bytes: Uint8Array, path?: string): Taken;
}

export interface IntakeOptions {
  /** The folder of the library; absolute, there already unless nothing is written. */
  readonly library: string;
  readonly known: KnownArticles;
  /** Says what would be written, and writes nothing. */
  readonly isDry: boolean;
  now(): Date;
}

export const createIntake = ({library, known, isDry, now}: IntakeOptions): Intake => {
  const untried = createUntriedNames();

  const swept = new Set<string>();

  /** A folder that is written into; what a killed run left in it goes. */
  const folderFor = (names: readonly string[]): string => {
    const folder = folderWithin(library, names);
    if (!swept.has(folder)) sweepDrafts(folder, now().getTime());
    swept.add(folder);
    return folder;
  };

  const attach = (folders: readonly string[], {folder, name, bytes}: Attachment): boolean => {
    const place = folderFor([...folders, ...folder.split('/').filter(Boolean)]);
    const {path} = writeNewFile(place, [name], bytes, {isSame: () => true});
    return contentHash(readFileSync(path)) === contentHash(bytes);
  };

  const put = (article: Article, content: string | Uint8Array, {section, names, attachments}: Placing): Put => {
    const folders = [folderOfSection(section)].filter(Boolean);
    if (isDry) {
      const folder = join(library, ...folders);
      return {path: freePath(folder, untried(folder, names)), isNew: true, isIncomplete: false};
    }
    const folder = folderFor(folders);
    const {files, isIncomplete} = attachments();
    const attached = files.map(file => attach(folders, file));
    // Another import that runs at the same time may have the same article.
    const isSame = (path: string): boolean => isSameArticle(parsed(readFileSync(path), 'article.md'), article);
    return {
      ...writeNewFile(folder, untried(folder, names), content, {isSame}),
      isIncomplete: isIncomplete || attached.includes(false),
    };
  };

  /** The library is what cannot be written, whatever was read. */
  const putOrTell: typeof put = (...article) => {
    try {
      return put(...article);
    } catch (error) {
      throw expectedError(error, `${library} cannot be written`);
    }
  };

  const idOf = (path: string): SafeField => field(idOfPath(relative(library, path).split(sep).join('/')));

  /** @param present the same article, where it is known already */
  const take = (
    article: Article,
    content: string | Uint8Array,
    present: KnownArticle | undefined,
    placing: Partial<Placing> = {},
  ): Taken => {
    const {title, body, source, section} = article;
    const found = present ?? known.byText(title, body);
    if (found !== undefined) return {kind: 'present', title, ...found, path: field(found.path), file: found.path};
    const placed = {names: fileNames(namedBy(article)), section, attachments: none, ...placing};
    const {path, isNew, isIncomplete} = putOrTell(article, content, placed);
    const written = {id: idOf(path), path};
    known.add({...written, title, body, ...(source?.url !== undefined && {address: source.url})});
    if (!isNew) return {kind: 'present', title, ...written, path: field(path), file: path};
    const shown = {...described(article), path: field(path), preview: excerptOf(article)};
    return {kind: 'written', ...written, ...shown, file: path, isIncomplete};
  };

  const knownBy = (address: string | undefined): KnownArticle | undefined =>
    address === undefined ? undefined : known.byAddresses([address]).get(address);

  return {
    add: (article, files) => {
      const own = knownBy(article.source?.url);
      const related = [...known.byAddresses(article.related).values()].filter(({path}) => path !== own?.path);
      const content = composeArticle({...article, related: related.map(({id}) => id)});
      const placing = files && {attachments: () => ({files, isIncomplete: false})};
      const taken = take(parsed(Buffer.from(content), 'article.md'), content, own, placing);
      return {...taken, marks: article.marks};
    },
    addFile: (bytes, path) => {
      // Its folders are those of another place.
      const article = parsed(bytes, basename(path ?? 'article.md'));
      const present = known.byHash(contentHash(bytes)) ?? knownBy(article.source?.url);
      if (path === undefined) return take(article, bytes, present);
      const names = keptNames(path);
      return take(article, bytes, present, {...(names && {names}), attachments: () => neighboursOf(path, article)});
    },
  };
};

const none = (): Attachments => ({files: [], isIncomplete: false});

interface Placing {
  readonly section: string | undefined;
  readonly names: Iterable<string>;
  /** Asked for only when the article is written. */
  readonly attachments: () => Attachments;
}

interface Put extends NewFile {
  readonly isIncomplete: boolean;
}

const isSameArticle = (one: Article, other: Article): boolean => {
  const [first, second] = [one, other].map(({source}) => source?.url && addressKey(source.url));
  const hasSameText = one.title === other.title && one.body.trim() === other.body.trim();
  return hasSameText || (first !== undefined && first === second);
};

const parsed = (bytes: Uint8Array, name: string): Article =>
  parseArticle({id: field(name), library: field(''), path: '', relativePath: name, bytes});

const namedBy = ({title, published}: Article): Parameters<typeof fileNames>[0] => ({
  title,
  ...(published && {published: published.iso}),
});

const described = (article: Article) => {
  const {title, section} = article;
  const date = articleDate(article)?.day;
  return {title, ...(section !== undefined && {section}), ...(date !== undefined && {day: date})};
};
