/** The settings of a run: where things are, and what the configuration says. */
import type {Config, ConfigWarning} from '../core/config.ts';
import {loadConfig} from '../store/config.ts';
import {createPaths, type Paths} from '../store/paths.ts';
import type {Io} from './command.ts';
import {themeChoices} from './options.ts';
import {placed, tell} from './report.ts';

export interface Settings {
  readonly paths: Paths;
  readonly config: Config;
  readonly warnings: readonly ConfigWarning[];
}

export const readSettings = async ({env}: Pick<Io, 'env'>): Promise<Settings> => {
  const paths = createPaths(env);
  const keyTable = async () => {
    const [{keyTable: rows}, {keyNames: names}, {modeNames: placeNames}] = await Promise.all([
      import('../tui/keymap.ts'),
      import('../tui/input.ts'),
      import('../tui/key-rows.ts'),
    ]);
    return {rows, names, placeNames};
  };
  return {paths, ...(await loadConfig(paths.config, {themes: themeChoices, keyTable}))};
};

/** Reads the configuration, and tells what is wrong with it. */
export const openSettings = async (io: Io): Promise<Settings> => {
  const settings = await readSettings(io);
  for (const {message, line} of settings.warnings) tell(io, placed(settings.paths.config, message, line));
  return settings;
};
