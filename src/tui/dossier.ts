/** What the reader has found out of who and what is named where. */
import type {Article} from '../core/article.ts';
import type {NamedSentence} from '../core/names.ts';
import type {SafeField} from '../core/sanitize.ts';

export interface DossierName {
  readonly key: string;
  readonly text: SafeField;
  /** How often the article says it. */
  readonly count: number;
  /** How many articles name it; absent until all of them were read. */
  readonly articles?: number;
}

export interface NamingArticle {
  readonly article: Article;
  /** The first one there. */
  readonly sentence: NamedSentence | undefined;
}

export interface Dossier {
  /** By the key of the article. */
  readonly names: ReadonlyMap<string, readonly DossierName[]>;
  /** By the key of the name. */
  readonly naming: ReadonlyMap<string, readonly NamingArticle[]>;
}

export const emptyDossier: Dossier = {names: new Map(), naming: new Map()};

export const withNames = (dossier: Dossier, article: string, found: readonly DossierName[]): Dossier => ({
  ...dossier,
  names: new Map(dossier.names).set(article, found),
});

export const withNaming = (dossier: Dossier, name: string, found: readonly NamingArticle[]): Dossier => ({
  ...dossier,
  naming: new Map(dossier.naming).set(name, found),
});
