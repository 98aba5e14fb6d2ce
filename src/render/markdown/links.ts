/** The links of a page: numbered as they come, each marked in the text so that it can be found again after wrapping. */
import type {LinkTarget} from '../../core/links.ts';
import {field, type SafeField, url} from '../../core/sanitize.ts';
import {stripStyles} from '../../core/text/style-state.ts';
import {markLink} from '../link-marks.ts';

/** Where an address leads, as far as the caller can tell. */
export type Resolve = (href: string) => LinkTarget;

export interface RenderedLink {
  /** From 1, in document order. */
  readonly number: number;
  /** What is shown of it. */
  readonly text: SafeField;
  readonly target: LinkTarget;
  /** Whether it leads from a footnote's number to its note, or back. */
  readonly isNote?: boolean;
}

/** Without a library an address leads to the web, to a place in the same text, or can't be followed. */
export const resolveAlone: Resolve = href => {
  if (href.startsWith('#')) return {kind: 'anchor', anchor: field(href.slice(1))};
  const address = url(href);
  return address === undefined
    ? {kind: 'nowhere', address: field(href.replace(/^(?:wiki|ref):/, ''))}
    : {kind: 'web', url: address};
};

/** Addresses that are programs or data: nobody can follow them, and no number should invite to. */
const isInert = (href: string): boolean => {
  const scheme = href.slice(0, href.indexOf(':') + 1);
  return inertSchemes.has(scheme.replace(/^[\s\0-\x20]+/, '').toLowerCase());
};

const inertSchemes: ReadonlySet<string> = new Set(['javascript:', 'vbscript:', 'data:', 'blob:']);

export interface LinkRegister {
  readonly links: readonly RenderedLink[];
  /** @returns the text marked as a link, and the link's number; 0 for one that leads nowhere by its nature */
  add(text: string, href: string): {readonly text: string; readonly number: number};
  /** @returns the text marked as a link between a footnote's number and its note */
  addNote(text: string, anchor: SafeField): string;
}

export const createLinkRegister = (resolve: Resolve): LinkRegister => {
  const links: RenderedLink[] = [];
  return {
    links,
    addNote: (text, anchor) => {
      const number = links.length + 1;
      links.push({number, text: field(stripStyles(text)), target: {kind: 'anchor', anchor}, isNote: true});
      return markLink(text, number, undefined);
    },
    add: (text, href) => {
      if (isInert(href)) return {text, number: 0};
      const target = resolve(href);
      const number = links.length + 1;
      const shown = text.trim() === '' ? field(href) : text;
      links.push({number, text: field(stripStyles(shown)), target});
      return {text: markLink(shown, number, target.kind === 'web' ? target.url : undefined), number};
    },
  };
};
