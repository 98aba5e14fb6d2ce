/** The pictures that a Markdown file shows and that lie beside it: they come along, to the same place beside it. */
import {readFileSync, realpathSync, statSync} from 'node:fs';
import {dirname, join, sep} from 'node:path';
import type {Article} from '../../core/article.ts';
import {markdownImages} from '../../import/markdown-images.ts';
import {systemErrorCode} from '../../store/system-error.ts';
import type {Attachment, Attachments} from './attachment.ts';

/** Bytes; a larger one is no picture for an article. */
const largestPicture = 32 * 1024 * 1024;

const isRelative = (address: string): boolean => address !== '' && !/^(?:[a-z][\w+.-]*:|[/#?])/i.test(address);

/** @param path of the file; absolute */
export const neighboursOf = (path: string, {body, image}: Pick<Article, 'body' | 'image'>): Attachments => {
  const wanted = [...new Set([...(image === undefined ? [] : [image.src]), ...markdownImages(body)])].filter(
    isRelative,
  );
  const folder = dirname(path);
  const found = wanted.flatMap(address => pictureAt(folder, decoded(address)) ?? []);
  return {files: found, isIncomplete: found.length < wanted.length};
};

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address.replace(/[?#].*$/s, ''));
  } catch {
    return address;
  }
};

/** @returns undefined for one that is not there, cannot be read, or is not below the folder, links followed */
const pictureAt = (folder: string, place: string): Attachment | undefined => {
  try {
    return readPicture(folder, place);
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    return undefined;
  }
};

const readPicture = (folder: string, place: string): Attachment | undefined => {
  const segments = place.split('/').filter(segment => segment !== '.' && segment !== '');
  const name = segments.at(-1);
  if (name === undefined || place.includes('\0') || segments.some(segment => segment.startsWith('.'))) return undefined;
  const path = join(folder, ...segments);
  const stat = statSync(path, {throwIfNoEntry: false});
  if (stat === undefined || !stat.isFile() || stat.size > largestPicture) return undefined;
  if (!realpathSync(path).startsWith(realpathSync(folder) + sep)) return undefined;
  return {folder: segments.slice(0, -1).join('/'), name, bytes: readFileSync(path)};
};
