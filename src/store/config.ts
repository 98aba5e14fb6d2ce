/** Reads `config.yaml`. Mostly there is none, and then neither a YAML parser nor the checks are loaded. */
import type {CheckedConfig, ConfigWarning} from '../core/config.ts';
import type {KeyTable} from '../core/config-keys.ts';
import {field} from '../core/sanitize.ts';
import {readArticleFile} from './read-file.ts';

/** What the settings may name. */
export interface ConfigChoices {
  readonly themes: readonly string[];
  /** Called only where there are keys. */
  readonly keyTable: () => Promise<KeyTable>;
}

/** @returns what of the file can be used; a file that cannot be read, or is no YAML, is a warning like any other */
export const loadConfig = async (path: string, {themes, keyTable}: ConfigChoices): Promise<CheckedConfig> => {
  let text: string;
  try {
    const reading = readArticleFile(path);
    if ('refused' in reading) return unreadable(reading.refused);
    text = Buffer.from(reading.bytes)
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return {config: {}, warnings: []};
    return unreadable((error as Error).message);
  }
  const [{checkConfig}, yaml] = await Promise.all([import('../core/config.ts'), import('js-yaml')]);
  const {data, warnings: faults} = parseYaml(text, yaml.loadAll);
  const {config, warnings} = checkConfig({text, data, themes});
  const checked = {config, warnings: [...faults, ...warnings]};
  if (typeof data !== 'object' || data === null) return checked;
  const viewed = 'views' in data ? await withViews(checked, data.views, text) : checked;
  return 'keys' in data ? withKeys(viewed, data.keys, text, keyTable) : viewed;
};

/** The query language is loaded only where there are queries. */
const withViews = async ({config, warnings}: CheckedConfig, data: unknown, text: string): Promise<CheckedConfig> => {
  const {checkViews} = await import('../core/config-views.ts');
  const {views, warnings: more} = checkViews(data, text);
  return {config: {...config, ...(views.length > 0 && {views})}, warnings: [...warnings, ...more]};
};

const withKeys = async (
  {config, warnings}: CheckedConfig,
  data: unknown,
  text: string,
  keyTable: ConfigChoices['keyTable'],
): Promise<CheckedConfig> => {
  const [{checkKeys}, table] = await Promise.all([import('../core/config-keys.ts'), keyTable()]);
  const {keys, warnings: more} = checkKeys(data, text, table);
  return {config: {...config, ...(keys.size > 0 && {keys})}, warnings: [...warnings, ...more]};
};

const unreadable = (reason: string): CheckedConfig => ({
  config: {},
  warnings: [{message: field(`cannot be read: ${reason}`)}],
});

type Load = (text: string) => readonly unknown[];

interface ParsedYaml {
  readonly data: unknown;
  readonly warnings: readonly ConfigWarning[];
}

const parseYaml = (text: string, load: Load): ParsedYaml => {
  try {
    return {data: load(text)[0], warnings: []};
  } catch (error) {
    return {
      data: Object.assign({}, ...topLevelBlocks(text).map(block => readBlock(block, load))),
      warnings: [fault(error)],
    };
  }
};

/** One setting by itself, so that a broken one takes no other with it. */
const readBlock = (block: string, load: Load): object => {
  try {
    const data = load(block)[0];
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? data : {};
  } catch {
    return {};
  }
};

const topLevelBlocks = (text: string): readonly string[] => text.split(/^(?=[^\s#-])/m);

const fault = (error: unknown): ConfigWarning => {
  const {reason, mark} = error as {reason?: string; mark?: {line?: number}};
  const line = typeof mark?.line === 'number' ? {line: mark.line + 1} : {};
  return {...line, message: field(`is no YAML: ${reason ?? String(error)}`)};
};
