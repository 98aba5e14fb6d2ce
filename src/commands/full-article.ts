/** All that `read --json` tells of an article: its text, its links and pictures, and what belongs to it. */

import {createLinkResolver, type LinkTarget} from '../core/links.ts';
import {documentImages} from '../core/markdown/images.ts';
import {documentLinks} from '../core/markdown/links.ts';
import {documentText} from '../core/markdown/text.ts';
import {parseMarkdown} from '../core/markdown.ts';
import {type Marks, stateOf} from '../core/marks.ts';
import {createRelatedness} from '../core/related.ts';
import {articleContentJson, articleJson} from '../render/json.ts';
import {describeReason} from '../render/reasons.ts';
import type {FoundArticle} from './article-source.ts';
import type {Session} from './session.ts';

const relatedLimit = 10;

/** Compares the articles of the library once, however many are told. */
export const createArticleTeller = ({library, referenceOf}: Session, marks: Marks) => {
  const resolveLink = createLinkResolver(library);
  const relatedness = createRelatedness(library, {resolveLink});
  const idOf = (target: LinkTarget) => (target.kind === 'article' ? referenceOf(target.article) : null);

  return ({article, reference}: FoundArticle) => {
    const document = parseMarkdown(article.body, {dropFirstHeading: article.titleFrom === 'heading'});
    const links = documentLinks(document).map(({text, href}) => {
      const target = resolveLink(href, article);
      return {text, href, url: target.kind === 'web' ? target.url : null, article: idOf(target)};
    });
    const related = relatedness.relatedTo(article, relatedLimit).map(({article: other, score, reasons}) => ({
      id: referenceOf(other),
      score,
      reasons: reasons.map(describeReason),
    }));
    const content = {text: documentText(document), links, images: documentImages(document), related};
    return {
      ...articleJson({article, reference, state: stateOf(marks, article)}),
      ...articleContentJson(article, content),
    };
  };
};
