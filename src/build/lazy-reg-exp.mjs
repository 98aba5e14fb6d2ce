/**
 * Stands in for the regular expressions that marked makes when it is loaded, some sixty for all its dialects: each is made
 * when it is first used, and most never are. It has what marked and newsprint use of a `RegExp`, and no more.
 */
export class LazyRegExp {
  /** @param {string} source @param {string} flags */
  constructor(source, flags) {
    this.source = source;
    this.flags = flags;
    /** @type {RegExp | undefined} */
    this.made = undefined;
  }

  get regExp() {
    this.made ??= new RegExp(this.source, this.flags);
    return this.made;
  }

  get lastIndex() {
    return this.regExp.lastIndex;
  }

  set lastIndex(index) {
    this.regExp.lastIndex = index;
  }

  /** @param {string} text */
  exec(text) {
    return this.regExp.exec(text);
  }

  /** @param {string} text */
  test(text) {
    return this.regExp.test(text);
  }

  /** @param {string} text @param {string} replacement */
  [Symbol.replace](text, replacement) {
    return this.regExp[Symbol.replace](text, replacement);
  }

  /** @param {string} text */
  [Symbol.match](text) {
    return this.regExp[Symbol.match](text);
  }

  /** @param {string} text */
  [Symbol.matchAll](text) {
    return this.regExp[Symbol.matchAll](text);
  }

  /** @param {string} text */
  [Symbol.search](text) {
    return this.regExp[Symbol.search](text);
  }

  /** @param {string} text @param {number} limit */
  [Symbol.split](text, limit) {
    return this.regExp[Symbol.split](text, limit);
  }
}
