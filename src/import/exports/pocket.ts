/**
 * Pocket's exports. Since 2024 a zip of `part_000000.csv` and so on, with the columns title, url, time_added, tags and
 * status; before, one page `ril_export.html` with a list of what is unread and one of what is archived. Neither has texts.
 */
import {parseHtml} from '../html/dom.ts';
import type {ExportedItem, KnownOfPage} from './exported-item.ts';
import {dateOf, lineOf, marksOf, present, splitLines, webAddressOf} from './exported-values.ts';
import {pagesOfCsv} from './page-rows.ts';

interface Bookmark {
  readonly address: string | undefined;
  readonly title: string | undefined;
  readonly added: string | undefined;
  readonly tags: readonly string[];
  readonly isArchived: boolean;
}

const knownOf = ({address, title, added, tags, isArchived}: Bookmark): KnownOfPage => ({
  // Pocket writes the address in place of a title that it never learned.
  ...present({title: title === address ? undefined : lineOf(title)}),
  ...present({saved: dateOf(added), marks: marksOf(isArchived, undefined)}),
  authors: [],
  tags,
});

export const itemsOfPocketCsv = (text: string): Generator<ExportedItem> =>
  pagesOfCsv(text, column =>
    knownOf({
      address: column('url'),
      title: column('title'),
      added: column('time_added'),
      tags: splitLines(column('tags'), /[|,]/),
      isArchived: column('status') === 'archive',
    }),
  );

/** @param html the text of `ril_export.html` */
export function* itemsOfPocketPage(html: string): Generator<ExportedItem> {
  let isArchived = false;
  for (const element of parseHtml(html).querySelectorAll('h1, a[href]')) {
    if (element.localName === 'h1') {
      isArchived = /archive/i.test(element.textContent ?? '');
      continue;
    }
    const written = element.getAttribute('href') ?? '';
    const address = webAddressOf(written);
    if (address === undefined) {
      yield {kind: 'failed', what: written, why: 'it has no address on the web'};
      continue;
    }
    const title = element.textContent ?? undefined;
    const added = element.getAttribute('time_added') ?? undefined;
    const tags = splitLines(element.getAttribute('tags'), ',');
    yield {kind: 'page', address, known: knownOf({address: written, title, added, tags, isArchived})};
  }
}
