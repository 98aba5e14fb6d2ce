/**
 * Instapaper's export, a CSV file with the columns URL, Title, Selection and Folder, later also Timestamp, later also Tags,
 * a list in JSON. Folders of one's own are sections; Unread, Archive and Starred are what Instapaper calls its marks.
 */
import type {ExportedItem} from './exported-item.ts';
import {dateOf, lineOf, linesOf, marksOf, present, splitLines} from './exported-values.ts';
import {pagesOfCsv} from './page-rows.ts';

/** A starred article is in no other folder, so whether it was read is not known. */
const folderMarks: Readonly<Record<string, {readonly isRead?: boolean; readonly isStarred?: boolean}>> = {
  unread: {isRead: false},
  archive: {isRead: true},
  starred: {isStarred: true},
};

const tagsOf = (value: string | undefined): readonly string[] => {
  try {
    return linesOf(JSON.parse(value || '[]'));
  } catch {
    return splitLines(value, ',');
  }
};

export const itemsOfInstapaper = (text: string): Generator<ExportedItem> =>
  pagesOfCsv(text, column => {
    const folder = lineOf(column('folder'));
    const marks = folderMarks[folder?.toLowerCase() ?? 'unread'];
    return {
      ...present({
        title: lineOf(column('title')),
        section: marks === undefined ? folder : undefined,
        saved: dateOf(column('timestamp')),
        marks: marks && marksOf(marks.isRead, marks.isStarred),
      }),
      authors: [],
      tags: tagsOf(column('tags')),
    };
  });
