/**
 * marked puts its rules together when it is loaded: two hundred regular expressions for four dialects, from pieces of
 * others, which takes longer than reading a short article with them. Here that is done at build time. What is left at run
 * time are the finished sources of the rules in use, each made into an expression when it is first asked.
 */

/** Between these stands the making of the rules; of what it makes, only the names in `made` are used elsewhere. */
const start = 'O={codeRemoveIndent:';
const end = 'F={normal:me,gfm:pe,breaks:qt,pedantic:Dt}';
const made = ['O', 'ee', 'F', 'q', 'he', 'J'];

/** @typedef {Record<string, RegExp | {exec: Function}>} Rules */

/** @param {string} source of marked @returns {{O: Record<string, unknown>, ee: Record<string, Rules>, F: Record<string, Rules>, q: object, he: string, J: RegExp}} */
const evaluate = source => {
  const code = source.slice(source.indexOf('var q={exec'), source.indexOf(end) + end.length);
  return new Function(`${code};return {${made.join()}}`)();
};

/**
 * What ends a paragraph or a table when HTML begins takes most of their expressions.
 * @param {RegExp} rule @param {RegExp} html
 */
const renderRule = ({source, flags}, html) => {
  const parts = [JSON.stringify(source), JSON.stringify(flags)];
  return `new LazyRegExp(${[...parts, ...(source.includes(`|${html.source}`) ? ['$html'] : [])].join()})`;
};

/**
 * The expressions that go by a name of their own are plain ones, used for little: each stands in the text as it did.
 * @param {string} text of the object @param {Record<string, unknown>} values
 */
const withGetters = (text, values) =>
  Object.entries(values).reduce((changed, [name, value]) => {
    if (!(value instanceof RegExp)) return changed;
    const written = `${name}:${value}`;
    if (!changed.includes(written)) throw new Error(`marked does not say ${written}`);
    return changed.replace(written, () => `get ${name}(){return $made(this,"${name}",${value})}`);
  }, text);

const helper = 'function $made(o,k,v){Object.defineProperty(o,k,{value:v});return v}';

/** What newsprint reads, and what it is made of. */
const used = ['normal', 'gfm'];

/**
 * Dialects that newsprint does not read keep their rules, in a getter that is not run.
 * @param {Record<string, Rules>} dialects
 * @param {{used: (rule: RegExp | {exec: Function}) => string, unused: (rule: RegExp) => string}} write
 */
const renderDialects = (dialects, write) => {
  const members = Object.entries(dialects).map(([dialect, rules]) => {
    const isUsed = used.includes(dialect);
    const rows = Object.entries(rules).map(
      ([name, rule]) => `${name}:${isUsed || !(rule instanceof RegExp) ? write.used(rule) : write.unused(rule)}`,
    );
    const object = `{${rows.join()}}`;
    return isUsed ? `${dialect}:${object}` : `get ${dialect}(){return ${object}}`;
  });
  return `{${members.join()}}`;
};

/** What begins a line that may interrupt a list, by the expression that looks whether it does. A comment always does. */
const beginnings = {
  fencesBeginRegex: '`~',
  headingBeginRegex: '#',
  htmlBeginRegex: '<',
  blockquoteBeginRegex: '>',
  nextBulletRegex: '*+-0123456789',
  hrRegex: '-_*',
};

const beginning =
  'function $begins(c,make){let r;return{test(s){let i=0;while(i<4&&s[i]===" ")i++;return i<4&&i<s.length&&c.includes(s.charAt(i))&&(s.startsWith("<!--")||(r??=make()).test(s))}}}';

/** @param {string} text of the object @returns {string} the same asking for the first character before it asks an expression */
const withBeginnings = text =>
  Object.entries(beginnings).reduce((changed, [name, characters]) => {
    const found = new RegExp(`${name}:D\\(l=>(new RegExp\\(.*?\\))\\)(?=,(?:get )?\\w+)`).exec(changed);
    if (!found) throw new Error(`marked does not make ${name} from an indent`);
    return changed.replace(found[0], () => `${name}:D(l=>$begins(${JSON.stringify(characters)},()=>${found[1]}))`);
  }, text);

/** Emphasis is looked for in text with links and code masked, which takes three expressions: only text that may have any. */
const masking = {
  '||this.tokenizer.emStrong!==_.prototype.emStrong||this.tokenizer.del!==_.prototype.del': '',
  'if(this.tokens.links&&e.includes("["))': 'if($any(this.tokens.links)&&e.includes("["))',
  't=t.replace(this.tokenizer.rules.inline.anyPunctuationOutsideCode,':
    't=!t.includes("`")&&!t.includes("\\\\")?t:t.replace(this.tokenizer.rules.inline.anyPunctuationOutsideCode,',
};
const any = 'function $any(o){for(let k in o)return!0;return!1}';

/** @param {string} source @returns {string} */
const withLessMasking = source =>
  Object.entries(masking).reduce((changed, [written, wanted]) => {
    if (!changed.includes(written)) throw new Error(`marked does not say ${written}`);
    return changed.replace(written, () => wanted);
  }, source);

/** @param {string} source of marked @returns {string} the same with its rules made */
export const withFinishedRules = source => {
  const from = source.indexOf(start);
  const to = source.indexOf(end) + end.length;
  const {O: others, ee: blocks, F: inlines, q: never, he: tags, J: html} = evaluate(source);
  /** @type {Map<unknown, string>} */
  const names = new Map([[never, 'q']]);
  /** @type {string[]} */
  const declarations = [`$html=${JSON.stringify(`|${html.source}`)}`];
  const nameOf = (/** @type {RegExp | {exec: Function}} */ rule) => {
    const known = names.get(rule);
    if (known !== undefined) return known;
    if (!(rule instanceof RegExp)) throw new Error('a rule of marked is no regular expression');
    const name = `$r${names.size}`;
    names.set(rule, name);
    declarations.push(`${name}=${renderRule(rule, html)}`);
    return name;
  };
  const render = (/** @type {Record<string, Rules>} */ dialects) =>
    renderDialects(dialects, {used: nameOf, unused: rule => renderRule(rule, html)});
  const rendered = [`ee=${render(blocks)}`, `F=${render(inlines)}`];
  const text = source.slice(from, source.indexOf('},Ge=', from) + 1);
  const parts = [withBeginnings(withGetters(text, others)), `he=${JSON.stringify(tags)}`, ...declarations, ...rendered];
  return `import {LazyRegExp} from "newsprint:build/lazy-reg-exp.mjs";\n${helper}${beginning}${any}\n${source.slice(0, from)}${parts.join()}${withLessMasking(source.slice(to))}`;
};
