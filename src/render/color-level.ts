/** What a terminal can show, as far as its environment tells: colours, hyperlinks, characters beyond ASCII. */
import type {ColorLevel} from './theme.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface ColorQuestion {
  readonly env: Environment;
  readonly isTerminal: boolean;
  /** What `--color` says. */
  readonly flag: 'auto' | 'always' | 'never';
}

export interface ColorDecision {
  /** 0: no escape sequence at all. */
  readonly level: ColorLevel;
  /** Whether colours were asked to stay away: then `level` still allows bold and underline, and the theme is `none`. */
  readonly isColorless: boolean;
}

/**
 * Who decides, first to last: the flag, NO_COLOR (no-color.org: any value but the empty one), FORCE_COLOR (a level, or
 * anything but `0` and `false`), then the kind of terminal.
 */
export const decideColor = ({env, isTerminal, flag}: ColorQuestion): ColorDecision => {
  const isWanted = flag === 'always' || (flag === 'auto' && isForced(env));
  const level = levelOf(env, isTerminal || isWanted);
  if (flag === 'never' || (flag === 'auto' && Boolean(env.NO_COLOR)))
    return {level: Math.min(level, 1) as ColorLevel, isColorless: true};
  const isRefused = flag === 'auto' && (env.FORCE_COLOR === '0' || env.FORCE_COLOR === 'false');
  if (isRefused) return {level: Math.min(level, 1) as ColorLevel, isColorless: true};
  return {level: isWanted ? (Math.max(1, level) as ColorLevel) : level, isColorless: false};
};

/** Whether styled output is asked for even where no terminal is. */
export const isForced = ({FORCE_COLOR, NO_COLOR}: Environment): boolean =>
  FORCE_COLOR !== undefined && FORCE_COLOR !== '0' && FORCE_COLOR !== 'false' && !NO_COLOR;

const forcedLevels: Readonly<Record<string, ColorLevel>> = {'1': 1, '2': 2, '3': 3};

const truecolorTerms = /^(?:xterm-(?:kitty|ghostty)|alacritty|foot|contour|wezterm|rio)\b|-direct$/;
const plainTerms = /^(?:dumb|unknown)$/;

const levelOf = (env: Environment, isTerminal: boolean): ColorLevel => {
  const {TERM = '', COLORTERM = '', FORCE_COLOR = ''} = env;
  const forced = forcedLevels[FORCE_COLOR];
  if (!isTerminal) return 0;
  if (forced !== undefined) return forced;
  if (plainTerms.test(TERM)) return 0;
  if (/^(?:truecolor|24bit)$/.test(COLORTERM) || truecolorTerms.test(TERM)) return 3;
  if (/-256(?:color)?$/i.test(TERM)) return 2;
  return 1;
};

/** Terminals that name themselves in TERM_PROGRAM and make addresses into links. */
const linkingPrograms: ReadonlySet<string> = new Set([
  'iTerm.app',
  'WezTerm',
  'ghostty',
  'vscode',
  'rio',
  'Hyper',
  'Tabby',
]);
const linkingTerms = /^(?:xterm-(?:kitty|ghostty)|foot|alacritty|contour|wezterm|rio)\b/;

/** Whether an OSC 8 hyperlink becomes a link. A multiplexer may drop it or show it as it is, so there nobody knows. */
export const supportsHyperlinks = (env: Environment): boolean => {
  const {TERM = '', TERM_PROGRAM = '', VTE_VERSION = '', KONSOLE_VERSION = ''} = env;
  const isMultiplexed = Boolean(env.TMUX || env.STY || env.ZELLIJ) || /^(?:screen|tmux)/.test(TERM);
  if (isMultiplexed || plainTerms.test(TERM)) return false;
  // VTE 0.50.0 crashes on them. Konsole has them since 21.04, off unless switched on, and harmless then.
  return (
    linkingPrograms.has(TERM_PROGRAM) ||
    linkingTerms.test(TERM) ||
    Number(VTE_VERSION) > 5000 ||
    Number(KONSOLE_VERSION) >= 210400 ||
    Boolean(env.WT_SESSION)
  );
};

/** Whether the locale is one whose characters are UTF-8. */
export const isUtf8 = ({LC_ALL, LC_CTYPE, LANG}: Environment): boolean =>
  /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '');
