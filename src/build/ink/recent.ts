/** A cache that forgets: it keeps what was asked for lately, at most twice `size` values. */

/** @param keyOf equal keys have equal values */
export const createRecent = <Input, Value>(
  size: number,
  keyOf: (input: Input) => string,
  make: (input: Input) => Value,
): ((input: Input) => Value) => {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  return input => {
    const key = keyOf(input);
    const found = young.get(key);
    if (found !== undefined) return found;
    const value = old.get(key) ?? make(input);
    if (young.size >= size) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
    return value;
  };
};

/** For inputs that are their own key. */
export const itself = (key: string): string => key;
