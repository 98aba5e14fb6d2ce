/** Themes as data: what each role looks like. A renderer names roles, never colours. */
import type {ChalkInstance} from 'chalk';
import {createChalk} from './chalk.ts';

/** Levels as chalk has them: none, 16 colours, 256 colours, truecolor. */
export type ColorLevel = 0 | 1 | 2 | 3;

/** What a piece of text is, to the eye. */
export type Role =
  | 'masthead'
  | 'kicker'
  | 'headline'
  | 'standfirst'
  | 'byline'
  | 'rule'
  | 'heading'
  | 'subheading'
  | 'strong'
  | 'emphasis'
  | 'deleted'
  | 'highlight'
  | 'code'
  | 'codeBlock'
  | 'keyboard'
  | 'link'
  | 'linkNumber'
  | 'quoteBar'
  | 'marker'
  | 'caption'
  | 'credit'
  | 'accent'
  | 'muted'
  | 'selected'
  | 'unread'
  | 'read'
  | 'error'
  | 'picked'
  | 'match'
  | 'currentMatch'
  | 'syntaxKeyword'
  | 'syntaxString'
  | 'syntaxNumber'
  | 'syntaxComment'
  | 'syntaxName';

export type Style = (text: string) => string;

export interface Theme {
  readonly name: ThemeName;
  readonly level: ColorLevel;
  readonly style: Readonly<Record<Role, Style>>;
}

const asIs: Style = text => text;

type Palette = Readonly<Record<Role, (chalk: ChalkInstance) => Style>>;

// Only the 16 colours and attributes, which follow the user's own light or dark palette. No `white` or `black`: each vanishes on one of the two.
const ansi: Palette = {
  masthead: c => c.bold,
  kicker: c => c.cyan.bold,
  headline: c => c.bold,
  standfirst: c => c.italic,
  byline: c => c.dim,
  rule: c => c.dim,
  heading: c => c.cyan.bold,
  subheading: c => c.bold,
  strong: c => c.bold,
  emphasis: c => c.italic,
  deleted: c => c.strikethrough,
  highlight: c => c.inverse,
  // Yellow, the usual one, is hard to read on white.
  code: c => c.magenta,
  // Its indent tells it apart; what is coloured in it is the language's.
  codeBlock: () => asIs,
  keyboard: c => c.bold,
  link: c => c.underline,
  linkNumber: c => c.dim,
  quoteBar: c => c.dim,
  marker: c => c.dim,
  caption: c => c.italic,
  credit: c => c.dim,
  accent: c => c.cyan,
  muted: c => c.dim,
  selected: c => c.inverse,
  unread: c => c.bold,
  read: c => c.dim,
  error: c => c.red,
  picked: c => c.inverse,
  // Both colours are told, so that it reads on any ground.
  match: c => c.black.bgYellow,
  currentMatch: c => c.black.bgYellow.bold.underline.inverse,
  syntaxKeyword: c => c.magenta,
  syntaxString: c => c.green,
  syntaxNumber: c => c.blue,
  syntaxComment: c => c.dim,
  syntaxName: c => c.cyan,
};

// Without colour, attributes still tell things apart: NO_COLOR asks for no colour, not for no bold.
const none: Palette = {
  ...ansi,
  kicker: c => c.bold,
  heading: c => c.bold.underline,
  code: c => c.bold,
  accent: () => asIs,
  error: c => c.bold,
  match: c => c.underline.bold,
  currentMatch: c => c.inverse.bold,
  syntaxKeyword: () => asIs,
  syntaxString: () => asIs,
  syntaxNumber: () => asIs,
  syntaxComment: () => asIs,
  syntaxName: () => asIs,
};

const palettes = {ansi, none} as const satisfies Record<string, Palette>;

export type ThemeName = keyof typeof palettes;
export const themeNames = Object.keys(palettes) as readonly ThemeName[];

/** Chalk joins whatever it is given: as a callback of `map` it would print the index too. */
const one =
  (paint: Style): Style =>
  text =>
    paint(text);

const painted = (roles: readonly [Role, Palette[Role]][], level: ColorLevel): [Role, Style][] => {
  const chalk = createChalk(level);
  return roles.map(([role, make]) => [role, one(make(chalk))]);
};

/**
 * A theme at a colour level. Level 0 gives text without any escape sequence, whatever the theme.
 * The chalk instance is our own: chalk's global one fixes its level at import and cannot be told of `--color`.
 */
export const createTheme = (name: ThemeName, level: ColorLevel): Theme => {
  const roles = Object.entries(palettes[name]) as [Role, Palette[Role]][];
  const style = Object.fromEntries(level === 0 ? roles.map(([role]) => [role, asIs]) : painted(roles, level));
  return {name, level, style: style as Record<Role, Style>};
};

/** No escape sequences at all: what `--plain` and pipes get. */
export const plainTheme: Theme = createTheme('none', 0);
