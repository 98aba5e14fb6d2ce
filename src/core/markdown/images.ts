/** The pictures of a document. */
import type {ArticleImage} from '../article.ts';
import type {MarkdownDocument} from '../markdown.ts';
import {walkDocument} from './walk.ts';

/** All pictures in document order. */
export const documentImages = (document: MarkdownDocument): readonly ArticleImage[] => {
  const images: ArticleImage[] = [];
  walkDocument(document, {
    inline: node => {
      if (node.type === 'image') images.push(node.image);
    },
    figure: ({image}) => {
      images.push(image);
    },
  });
  return images;
};
