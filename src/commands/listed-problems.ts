/** What is wrong with the articles that a list shows. */
import {flags, hasFlag} from '../core/listing/listing.ts';
import type {Invocation} from './command.ts';
import {hasOption} from './options.ts';
import type {Used} from './report.ts';
import type {Session} from './session.ts';

/** The articles at these positions that have problems, where `--strict` asks for them: each is read to say which. */
export const problemsAt = (
  {listing, read}: Session,
  positions: Iterable<number>,
  {options}: Invocation,
): Pick<Used, 'articles'> => ({
  articles: hasOption(options, 'strict')
    ? Array.from(positions)
        .filter(position => hasFlag(listing, position, flags.problem))
        .map(read)
    : [],
});
