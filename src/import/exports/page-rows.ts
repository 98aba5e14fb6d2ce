/** Bookmarks without a text, as rows of a CSV file: what is the same for all services that write them. */

import {readCsvRows} from './csv-rows.ts';
import type {ExportedItem, KnownOfPage} from './exported-item.ts';
import {webAddressOf} from './exported-values.ts';

export type ColumnReader = (column: string) => string | undefined;

/**
 * @param known what a row tells of its page besides its address, which is in the column `url`
 */
export function* pagesOfCsv(text: string, known: (column: ColumnReader) => KnownOfPage): Generator<ExportedItem> {
  const {rows, problems} = readCsvRows(text);
  for (const {row, fields} of rows) {
    const written = fields.get('url') ?? '';
    const address = webAddressOf(written);
    if (address === undefined) {
      yield {kind: 'failed', what: written || `row ${row}`, why: 'it has no address on the web'};
      continue;
    }
    yield {kind: 'page', address, known: known(column => fields.get(column))};
  }
  for (const {row, why} of problems) yield {kind: 'failed', what: `row ${row}`, why};
}
