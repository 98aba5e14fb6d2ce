/** The keys of `config.yaml`: actions with the keys that they are to have, each checked by itself. */
import type {ConfigWarning} from './config.ts';
import {lineOfInnerKey, lineOfKey, shown} from './config-lines.ts';
import {nearestWord} from './edit-distance.ts';
import {type KeyBinding, type KeyChoices, rebind} from './key-bindings.ts';
import {field} from './sanitize.ts';
import {width} from './text/width.ts';

/** What keys there are, and what they do. */
export interface KeyTable {
  readonly rows: readonly KeyBinding[];
  /** The names of those that are not named by the character they type. */
  readonly names: readonly string[];
  /** What people call the places where keys count. */
  readonly placeNames: Readonly<Record<string, string>>;
}

export interface CheckedKeys {
  readonly keys: KeyChoices;
  readonly warnings: readonly ConfigWarning[];
}

const section = 'keys';

/** What takes all keys from an action. */
const nothing = 'none';

/** A character that is typed by itself, and is seen. */
const isCharacter = (key: string): boolean =>
  [...key].length === 1 && key.trim() !== '' && field(key) === key && width(key) > 0;

/** What would be a key in place of what is none. */
const rightKey = (key: unknown, names: readonly string[]): string => {
  if (typeof key === 'string' && /^ctrl-[a-z]$/.test(key)) return 'to a terminal it is the same as another key';
  const near = typeof key === 'string' ? nearestWord(key, names) : undefined;
  if (near !== undefined) return `did you mean ${near}?`;
  const named = names.filter(name => !name.startsWith('ctrl-'));
  return `a key is one character, or ${named.join(', ')}, or ctrl- with a letter`;
};

/** Why a key cannot be given to an action; undefined where it can. */
const mistakeIn = (given: unknown, action: string, {rows, names}: KeyTable): string | undefined => {
  // YAML takes a digit for a number.
  const key = typeof given === 'number' ? String(given) : given;
  if (typeof key !== 'string' || !(isCharacter(key) || names.includes(key))) {
    return `unknown key ${shown(given)} for ${action}; ${rightKey(key, names)}`;
  }
  // Wherever a panel is open they would do something else.
  if (/^[0-9]$/.test(key)) return `${key} cannot be a key for ${action}; digits go to the entries of a panel`;
  const owner = rows.find(row => row.always?.includes(key));
  return owner === undefined || owner.action === action
    ? undefined
    : `${key} cannot be a key for ${action}; it is always ${owner.action}`;
};

/** What is written for an action as a list; undefined for what is neither a key nor several. */
const written = (value: unknown): readonly unknown[] | undefined => {
  if (Array.isArray(value)) return value;
  if (value === nothing) return [];
  return typeof value === 'string' || typeof value === 'number' ? [value] : undefined;
};

/**
 * What is right of them; the rest is told of, and so is every key that an action loses to another one.
 * @param data what YAML holds below `keys`
 * @param text the file, to find lines in
 */
export const checkKeys = (data: unknown, text: string, table: KeyTable): CheckedKeys => {
  const warnings: ConfigWarning[] = [];
  const warn = (line: number | undefined, message: string): void => {
    warnings.push({...(line !== undefined && {line}), message: field(message)});
  };
  const keys = new Map<string, readonly string[]>();
  if (data === undefined || data === null) return {keys, warnings};
  if (typeof data !== 'object' || Array.isArray(data)) {
    warn(
      lineOfKey(text, section),
      `keys should be actions with their keys, like {open: [enter, l]}, not ${shown(data)}`,
    );
    return {keys, warnings};
  }
  const actions = [...new Set(table.rows.map(({action}) => action))];
  for (const [action, value] of Object.entries(data)) {
    const line = lineOfInnerKey(text, section, action);
    if (!actions.includes(action)) {
      const near = nearestWord(action, actions);
      const right = near === undefined ? '"newsprint help keys" names them' : `did you mean ${near}?`;
      warn(line, `unknown action "${action}"; ${right}`);
      continue;
    }
    const wanted = written(value);
    if (wanted === undefined) {
      warn(line, `${action} should have a key, a list of keys, or ${nothing}, not ${shown(value)}`);
      continue;
    }
    const mistakes = wanted.flatMap(key => mistakeIn(key, action, table) ?? []);
    for (const mistake of mistakes) warn(line, mistake);
    const right = wanted.filter(key => mistakeIn(key, action, table) === undefined).map(String);
    // Only what says so takes all keys away.
    if (right.length > 0 || wanted.length === 0) keys.set(action, [...new Set(right)]);
  }
  for (const {action, key, winner, on} of rebind(table.rows, keys).lost) {
    const isEverywhere = table.rows.every(row => row.action !== action || row.on.every(place => on.includes(place)));
    const where = isEverywhere ? '' : ` (${on.map(place => table.placeNames[place] ?? place).join(', ')})`;
    const isChosenToo = keys.has(action);
    warn(
      lineOfInnerKey(text, section, isChosenToo ? action : winner),
      isChosenToo
        ? `${key} was given to ${winner} already, and is not ${action} too${where}`
        : `${key} is ${winner} now, and no longer ${action}${where}`,
    );
  }
  return {keys, warnings};
};
