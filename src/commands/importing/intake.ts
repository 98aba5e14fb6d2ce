/** Takes articles into a library: each becomes a file, unless the library has it already. */
import {join, relative, sep} from 'node:path';
import {type Article, articleDate} from '../../core/article.ts';
import {idOfPath} from '../../core/article-path.ts';
import {excerptOf} from '../../core/excerpt.ts';
import {parseArticle} from '../../core/parse-article.ts';
import {field, type SafeField} from '../../core/sanitize.ts';
import {composeArticle} from '../../import/compose.ts';
import {fileNames, folderOfSection} from '../../import/file-name.ts';
import type {ImportedArticle, ImportedMarks} from '../../import/imported-article.ts';
import type {ImportedFile} from '../../render/import.ts';
import {contentHash} from '../../store/content-hash.ts';
import {folderWithin, freePath, writeNewFile} from '../../store/import/new-file.ts';
import type {KnownArticle, KnownArticles} from './known-articles.ts';

/** A file that goes with an article, into a folder beside it: `images/9f86d081.jpg`. Its name says what is in it. */
export interface Attachment {
  readonly folder: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What became of an article: a file that was written, or one that was there. */
export interface Taken extends ImportedFile {
  /** Its path as the file system has it. */
  readonly file: string;
  readonly marks?: ImportedMarks | undefined;
}

export interface Intake {
  /** @throws {AppError} `io` for a folder that leads out of the library; errors of the file system */
  add(article: ImportedArticle, attachments?: readonly Attachment[]): Taken;
  /** A Markdown file of others, which stays as it is. @throws as `add` does */
  addFile(bytes: Uint8Array, name: string): Taken;
}

export interface IntakeOptions {
  /** The folder of the library; absolute, there already unless nothing is written. */
  readonly library: string;
  readonly known: KnownArticles;
  /** Says what would be written, and writes nothing. */
  readonly isDry: boolean;
}

export const createIntake = ({library, known, isDry}: IntakeOptions): Intake => {
  const put = (named: Named, content: string | Uint8Array, attachments: readonly Attachment[]): string => {
    const folders = [folderOfSection(named.section)].filter(Boolean);
    if (isDry) return freePath(join(library, ...folders), fileNames(named));
    const folder = folderWithin(library, folders);
    for (const {folder: name, name: file, bytes} of attachments) {
      writeNewFile(folderWithin(library, [...folders, name]), [file], bytes, {isKept: true});
    }
    return writeNewFile(folder, fileNames(named), content);
  };

  const idOf = (path: string): SafeField => field(idOfPath(relative(library, path).split(sep).join('/')));

  /** @param present the same article, where it is known already */
  const take = (
    article: Article,
    content: string | Uint8Array,
    present: KnownArticle | undefined,
    attachments: readonly Attachment[] = [],
  ): Taken => {
    const found = present ?? known.byText(article.title, article.body);
    if (found !== undefined)
      return {kind: 'present', ...described(article), ...found, path: field(found.path), file: found.path};
    const path = put(namedBy(article), content, attachments);
    const {title, body, source} = article;
    const written = {id: idOf(path), path};
    known.add({...written, title, body, ...(source?.url !== undefined && {address: source.url})});
    return {
      kind: 'written',
      ...described(article),
      ...written,
      path: field(path),
      file: path,
      preview: excerptOf(article),
    };
  };

  const knownBy = (address: string | undefined): KnownArticle | undefined =>
    address === undefined ? undefined : known.byAddresses([address]).get(address);

  return {
    add: (article, attachments) => {
      const own = knownBy(article.source?.url);
      const related = [...known.byAddresses(article.related).values()].filter(({path}) => path !== own?.path);
      const content = composeArticle({...article, related: related.map(({id}) => id)});
      return {...take(parsed(Buffer.from(content), 'article.md'), content, own, attachments), marks: article.marks};
    },
    addFile: (bytes, name) => {
      const article = parsed(bytes, name);
      return take(article, bytes, known.byHash(contentHash(bytes)) ?? knownBy(article.source?.url));
    },
  };
};

const parsed = (bytes: Uint8Array, name: string): Article =>
  parseArticle({id: field(name), library: field(''), path: '', relativePath: name, bytes});

type Named = Parameters<typeof fileNames>[0] & Pick<ImportedArticle, 'section'>;

const namedBy = ({title, section, published}: Article): Named => ({
  title,
  ...(section !== undefined && {section}),
  ...(published && {published: published.iso}),
});

const described = (article: Article) => {
  const {title, section} = article;
  const date = articleDate(article)?.day;
  return {title, ...(section !== undefined && {section}), ...(date !== undefined && {day: date})};
};
