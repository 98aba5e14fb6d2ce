/** `newsprint related`: what belongs to an article, and why. */
import {articleDate} from '../core/article.ts';
import {exitCodes} from '../core/errors.ts';
import {createListedReferences} from '../core/listing/listing.ts';
import {stateOf} from '../core/marks.ts';
import type {RelatedArticle} from '../core/related.ts';
import {tabbedLines} from '../render/list.ts';
import {describeReason} from '../render/reasons.ts';
import {createArticleSource} from './article-source.ts';
import type {Command} from './command.ts';
import {readMarks} from './kept-state.ts';
import {listedArticle} from './listed.ts';
import {countOption} from './options.ts';
import {outputForm, styling} from './output.ts';
import {reportProblems, tell} from './report.ts';

const standardLimit = 10;

export const related: Command = {
  name: 'related',
  summary: 'what belongs to an article, and why',
  args: [{name: 'article', isRequired: true, repeats: false, completes: 'article'}],
  options: [
    {name: 'limit', value: 'count', isCount: true, summary: `at most this many; ${standardLimit} unless given`},
  ],
  run: async invocation => {
    const {args, options, io} = invocation;
    const source = createArticleSource(invocation);
    const {article} = await source.find(args[0] ?? '');
    const {listing, index, settings} = await source.session();
    const referenceOf = createListedReferences(listing);
    const found = index().relatedTo(article, countOption(options, 'limit') ?? standardLimit);
    const form = outputForm(invocation);
    if (form === 'json') {
      const {articleJson, renderJson} = await import('../render/json.ts');
      const marks = readMarks(io, settings);
      const articles = found.map(entry => ({
        ...articleJson(listedArticle(entry.article, referenceOf(entry.article), stateOf(marks, entry.article))),
        score: entry.score,
        reasons: entry.reasons.map(describeReason),
      }));
      io.output.write(renderJson({articles}));
    } else if (form === 'styled') {
      const {renderRelated} = await import('../render/related.ts');
      const entries = found.map(entry => ({...entry, reference: referenceOf(entry.article)}));
      io.output.write(renderRelated(entries, await styling(invocation, settings)));
    } else {
      io.output.write(tabbedLines(found.map(entry => line(entry, referenceOf(entry.article)))));
    }
    const ending = reportProblems(invocation, {articles: [article], failures: []});
    if (found.length > 0) return ending;
    tell(io, `nothing in the library belongs to ${article.id}`);
    return exitCodes['nothing-found'];
  },
};

/** Three digits tell the order apart; more would look like a measurement. */
const scoreText = ({score}: RelatedArticle): string => score.toFixed(3);

const line = (entry: RelatedArticle, reference: string): readonly string[] => {
  const {article} = entry;
  return [
    reference,
    scoreText(entry),
    entry.reasons.map(describeReason).join('; '),
    articleDate(article)?.day ?? '',
    article.section ?? '',
    article.title,
  ];
};
