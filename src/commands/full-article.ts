/** All that `read --json` tells of an article: its text, its links and pictures, and what belongs to it. */

import {createLinkResolver, type LinkTarget} from '../core/links.ts';
import {createListedReferences} from '../core/listing/listing.ts';
import {documentImages} from '../core/markdown/images.ts';
import {documentLinks} from '../core/markdown/links.ts';
import {documentText} from '../core/markdown/text.ts';
import {parseMarkdown} from '../core/markdown.ts';
import {type Marks, stateOf} from '../core/marks.ts';
import {articleContentJson, articleJson} from '../render/json.ts';
import {describeReason} from '../render/reasons.ts';
import type {FoundArticle} from './article-source.ts';
import {listedArticle} from './listed.ts';
import type {Session} from './session.ts';

const relatedLimit = 10;

export const createArticleTeller = (session: Session, marks: Marks) => {
  const referenceOf = createListedReferences(session.listing);
  const index = session.index();
  const folders = session.listing.libraries;
  const idOf = (target: LinkTarget) => (target.kind === 'article' ? referenceOf(target.article) : null);

  return ({article, reference}: FoundArticle) => {
    const resolveLink = createLinkResolver({articles: index.linkedBy(article), failures: [], folders});
    const document = parseMarkdown(article.body, {dropFirstHeading: article.titleFrom === 'heading'});
    const links = documentLinks(document).map(({text, href}) => {
      const target = resolveLink(href, article);
      return {text, href, url: target.kind === 'web' ? target.url : null, article: idOf(target)};
    });
    const related = index.relatedTo(article, relatedLimit).map(({article: other, score, reasons}) => ({
      id: referenceOf(other),
      score,
      reasons: reasons.map(describeReason),
    }));
    const content = {text: documentText(document), links, images: documentImages(document), related};
    return {
      ...articleJson(listedArticle(article, reference, stateOf(marks, article))),
      ...articleContentJson(article, content),
    };
  };
};
