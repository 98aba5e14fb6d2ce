/**
 * Stands in for the regular expressions of marked's rules: each is made when it is first used, and most never are. It has what marked and newsprint use of a `RegExp`, and no more.
 *
 * Those for emphasis name all signs of Unicode, several times over: V8 takes some ten milliseconds to make them. For text
 * with no letters or signs beyond Latin, general punctuation, arrows and the like, the same expression is made with the
 * signs of those only, and without the reading by code points, which takes as long again. Others look for the tags that
 * end a paragraph or a table: for text without any, the same expression is made without them.
 */

/** Where the signs below are all the signs there are. */
const common = /^[\0-\u02ff\u2000-\u206f\u20a0-\u20bf\u2190-\u2426\u2500-\u2775]*$/;
const allSigns = '\\p{P}\\p{S}';
const commonSigns =
  '!-\\/:-@\\[-`{-~\\xa1-\\xa9\\xab\\xac\\xae-\\xb1\\xb4\\xb6-\\xb8\\xbb\\xbf\\xd7\\xf7' +
  '\\u02c2-\\u02c5\\u02d2-\\u02df\\u02e5-\\u02eb\\u02ed\\u02ef-\\u02ff\\u2010-\\u2027\\u2030-\\u205e' +
  '\\u20a0-\\u20bf\\u2190-\\u2426\\u2500-\\u2775';

/** The text last asked about: an expression is tried at many places of one text. */
let asked = '';
let isCommon = true;

const isCommonText = (/** @type {string} */ text) => {
  if (text !== asked) {
    asked = text;
    isCommon = common.test(text);
  }
  return isCommon;
};

/** @param {{source: string, flags: string}} whole */
const makeForCommonText = ({source, flags}) => {
  const simpler = source.replaceAll(allSigns, commonSigns);
  // What else is named by its property needs the flag to mean it.
  return new RegExp(simpler, simpler.includes('\\p') ? flags : flags.replace('u', ''));
};

export class LazyRegExp {
  lastIndex = 0;
  /** @type {RegExp | undefined} */
  #whole;
  /** @type {RegExp | undefined} */
  #forCommonText;
  /** @type {RegExp | undefined} */
  #withoutTags;
  /** @type {boolean | undefined} */
  #namesSigns;

  /** @param {string} source @param {string} flags @param {string} [tags] the part of the source that finds tags */
  constructor(source, flags, tags) {
    this.source = source;
    this.flags = flags;
    this.tags = tags;
  }

  /** @param {string} text @returns {RegExp} what finds the same in this text as the whole expression */
  #for(text) {
    this.#namesSigns ??= this.source.includes(allSigns);
    if (this.#namesSigns && isCommonText(text)) {
      this.#forCommonText ??= makeForCommonText(this);
      return this.#forCommonText;
    }
    if (this.tags !== undefined && !text.includes('<')) {
      this.#withoutTags ??= new RegExp(this.source.replaceAll(this.tags, ''), this.flags);
      return this.#withoutTags;
    }
    this.#whole ??= new RegExp(this.source, this.flags);
    return this.#whole;
  }

  /** @template Result @param {string} text @param {(regExp: RegExp) => Result} use @returns {Result} */
  #use(text, use) {
    const regExp = this.#for(text);
    regExp.lastIndex = this.lastIndex;
    const result = use(regExp);
    this.lastIndex = regExp.lastIndex;
    return result;
  }

  /** @param {string} text */
  exec(text) {
    return this.#use(text, regExp => regExp.exec(text));
  }

  /** @param {string} text */
  test(text) {
    return this.#use(text, regExp => regExp.test(text));
  }

  /** @param {string} text @param {string} replacement */
  [Symbol.replace](text, replacement) {
    return this.#use(text, regExp => regExp[Symbol.replace](text, replacement));
  }

  /** @param {string} text */
  [Symbol.match](text) {
    return this.#use(text, regExp => regExp[Symbol.match](text));
  }

  /** @param {string} text */
  [Symbol.matchAll](text) {
    return this.#use(text, regExp => regExp[Symbol.matchAll](text));
  }

  /** @param {string} text */
  [Symbol.search](text) {
    return this.#use(text, regExp => regExp[Symbol.search](text));
  }

  /** @param {string} text @param {number} limit */
  [Symbol.split](text, limit) {
    return this.#use(text, regExp => regExp[Symbol.split](text, limit));
  }
}
