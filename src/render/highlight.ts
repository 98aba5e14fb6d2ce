/**
 * Colours for code. Loaded when there is code to colour: the languages take longer to load than an article to show. Which
 * ones there are is chosen here; all that highlight.js knows would be four times as much.
 */
/// <reference types="highlight.js" />
import {highlight as colour, supportsLanguage} from 'cli-highlight';
import registry from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import go from 'highlight.js/lib/languages/go';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import markdown from 'highlight.js/lib/languages/markdown';
import php from 'highlight.js/lib/languages/php';
import python from 'highlight.js/lib/languages/python';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import shell from 'highlight.js/lib/languages/shell';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import type {Highlight} from './markdown/canvas.ts';
import type {Role, Style, Theme} from './theme.ts';

const languages = {
  bash,
  c,
  cpp,
  css,
  diff,
  go,
  ini,
  java,
  javascript,
  json,
  markdown,
  php,
  python,
  ruby,
  rust,
  shell,
  sql,
  typescript,
  xml,
  yaml,
};
for (const [name, language] of Object.entries(languages)) registry.registerLanguage(name, language);

/** What highlight.js finds in code, by how it looks. What is missing here looks like the code around it. */
const parts: Readonly<Partial<Record<Role, readonly string[]>>> = {
  syntaxKeyword: ['keyword', 'selector-tag', 'built_in', 'builtin-name', 'literal', 'tag', 'meta', 'meta-keyword'],
  syntaxString: ['string', 'regexp', 'meta-string', 'symbol', 'addition', 'link', 'code', 'template-tag'],
  syntaxNumber: [
    'number',
    'bullet',
    'attr',
    'attribute',
    'selector-attr',
    'selector-class',
    'selector-id',
    'selector-pseudo',
  ],
  syntaxComment: ['comment', 'quote', 'doctag'],
  syntaxName: ['title', 'name', 'type', 'section', 'function', 'class'],
  emphasis: ['emphasis'],
  strong: ['strong'],
  deleted: ['deletion'],
};

/** Parts that hold other parts, or that cli-highlight would colour by a theme of its own. */
const unstyled = [
  'subst',
  'params',
  'variable',
  'template-variable',
  'formula',
  'default',
  'function',
  'class',
] as const;

const asIs: Style = text => text;

const themeOf = ({style}: Theme): Record<string, Style> =>
  Object.fromEntries([
    ...Object.entries(parts).flatMap(([role, names]) => names.map(name => [name, style[role as Role]] as const)),
    ...unstyled.map(name => [name, asIs] as const),
  ]);

/** Colours `code` when `language` is one of those above; nothing is guessed, and a mistake in the code is no mistake here. */
export const highlight: Highlight = (code, language, theme) =>
  supportsLanguage(language) ? colour(code, {language, ignoreIllegals: true, theme: themeOf(theme)}) : undefined;
