/** What the reader has found out of who and what is named where. */
import type {NamingArticle} from '../core/library-questions.ts';
import type {SafeField} from '../core/sanitize.ts';

export interface DossierName {
  readonly key: string;
  readonly text: SafeField;
  /** How often the article says it. */
  readonly count: number;
  /** How many articles name it; absent until all of them were read. */
  readonly articles?: number;
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
