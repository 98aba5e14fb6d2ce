/** What site generators write into Markdown: Hugo's shortcodes, Liquid tags, and the attribute lists of kramdown. */
import type {Token} from 'marked';
import {enclosed, hidden, linkToken, pictureToken, type Rule, textToken} from './dialect.ts';

const tagReach = 4000;

/** `name positional key="value"`, the inside of a shortcode. */
interface Shortcode {
  readonly name: string;
  readonly positional: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

const argument = /(?:([\w-]+)\s*=\s*)?(?:"((?:\\.|[^"\\])*)"|`([^`]*)`|'([^']*)'|([^\s"'`=]+))/g;

const readShortcode = (inner: string): Shortcode => {
  const trimmed = inner.replace(/^[-\s/*]+|[-\s/*]+$/g, '');
  const name = /^[^\s"=]*/.exec(trimmed)?.[0] ?? '';
  const positional: string[] = [];
  const named = new Map<string, string>();
  for (const [, key, double, tick, single, bare] of trimmed.slice(name.length).matchAll(argument)) {
    const value = double?.replace(/\\(.)/g, '$1') ?? tick ?? single ?? bare ?? '';
    if (key) named.set(key.toLowerCase(), value);
    else positional.push(value);
  }
  return {name: name.toLowerCase(), positional, named};
};

const pictureNames = /(?:^|[-_])(?:img|image|figure|fig|picture|photo)(?:$|[-_])|^(?:img|image|figure)/;

/** Sites whose films have a shortcode in Hugo, and the address of a film. */
const films: Readonly<Record<string, (id: string) => string>> = {
  youtube: id => `https://www.youtube.com/watch?v=${id}`,
  vimeo: id => `https://vimeo.com/${id}`,
};

const pick = (code: Shortcode, ...keys: readonly string[]): string | undefined => {
  for (const key of keys) {
    const value = code.named.get(key);
    if (value) return value;
  }
  return;
};

const pictureOf = (raw: string, code: Shortcode): Token => {
  const alt = pick(code, 'alt', 'title');
  const caption = pick(code, 'caption', 'title');
  const credit = pick(code, 'attr', 'credit', 'attribution');
  return pictureToken(raw, {
    href: pick(code, 'src', 'url', 'link') ?? code.positional[0] ?? '',
    ...(alt && {alt}),
    ...(caption && caption !== alt && {caption}),
    ...(credit && {credit}),
  });
};

/** Hugo's `{{< name … >}}` and `{{% name … %}}`: what stands between an opening and a closing one is text as any other. */
const shortcode: Rule = source => {
  const bracket = source.startsWith('{{<') ? ['{{<', '>}}'] : ['{{%', '%}}'];
  const found = enclosed(source, {open: bracket[0] ?? '', close: bracket[1] ?? '', reach: tagReach});
  if (!found) return;
  const code = readShortcode(found.inner);
  const isClosing = /^\s*-?\s*\//.test(found.inner);
  if (isClosing) return hidden(found.raw);
  if (pictureNames.test(code.name)) return pictureOf(found.raw, code);
  const film = films[code.name];
  const id = pick(code, 'id') ?? code.positional[0];
  if (film && id) {
    const text = `[Video: ${pick(code, 'title') ?? code.name}]`;
    return linkToken(found.raw, {href: film(id), text, tokens: [textToken(text)]});
  }
  const href = pick(code, 'href', 'url');
  const label = pick(code, 'text', 'label', 'title');
  if (href && label) return linkToken(found.raw, {href, text: label, tokens: [textToken(label)]});
  return hidden(found.raw);
};

/** Liquid's `{% tag %}` and `{{ value }}`. */
const liquid: Rule = source => {
  const close = source.startsWith('{{') ? '}}' : '%}';
  const found = enclosed(source, {open: source.slice(0, 2), close, reach: tagReach});
  return found && hidden(found.raw);
};

/** kramdown's `{: .class #id}` and `{:toc}`. */
const attributeList: Rule = source => {
  const found = /^\{:[^{}\n]{0,300}\}/.exec(source);
  return found ? hidden(found[0]) : undefined;
};

export const template: Rule = (source, lexing) => {
  if (source.startsWith('{{<') || source.startsWith('{{%')) return shortcode(source, lexing);
  if (source.startsWith('{{') || source.startsWith('{%')) return liquid(source, lexing);
  return source.startsWith('{:') ? attributeList(source, lexing) : undefined;
};

/** Where a template's address leads: `ref` and its kin name a page, other shortcodes a file, and variables are left out. */
const evaluate = (written: string): string => {
  const page = /^\{\{[<%]-?\s*(?:rel)?ref\b([\s\S]*?)-?[>%]\}\}|^\{%-?\s*(?:post_url|link)\s([\s\S]*?)-?%\}/.exec(
    written,
  );
  if (page) {
    const code = readShortcode(`ref ${page[1] ?? page[2] ?? ''}`);
    const target = pick(code, 'path') ?? code.positional[0] ?? '';
    return `ref:${target}${written.slice(page[0].length)}`;
  }
  return written
    .replace(/\{\{[<%]-?([^{}]*?)-?[>%]\}\}/g, (_, inner: string) => readShortcode(inner).positional[0] ?? '')
    .replace(/\{\{-?([^{}]*?)-?\}\}/g, (_, inner: string) => /["']([^"']*)["']/.exec(inner)?.[1] ?? '')
    .replace(/\{%[^{}]*?%\}/g, '')
    .trim();
};

const templatedLink =
  /^(!?)\[((?:\\.|[^[\]\\]){0,1000})\]\(\s*((?:[^\s(){}]|\{\{[^{}\n]{1,500}\}\}|\{%[^{}\n]{1,500}%\}){1,2000})(?:\s+(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?\s*\)/;

/** `[text]({{< ref "post" >}})` and the like: the spaces keep every other Markdown from seeing a link. */
export const templateLink: Rule = (source, lexing) => {
  const start = source.slice(0, 1100).indexOf('](');
  if (start < 0 || !/^\]\(\s*[^\s(){}]*\{[{%]/.test(source.slice(start, start + 2100))) return;
  const found = templatedLink.exec(source.slice(0, 4000));
  if (!found) return;
  const [raw, isPicture, text = '', address = ''] = found;
  const href = evaluate(address);
  return isPicture ? pictureToken(raw, {href, alt: text}) : linkToken(raw, {href, text, tokens: lexing.inline(text)});
};

const codeBlocks: readonly {readonly form: RegExp; readonly needs: string}[] = [
  {
    form: /^\{%-?\s{0,9}highlight\s{1,9}([\w+#-]+)[^%]{0,200}%\}\n?([\s\S]*?)\n?\{%-?\s{0,9}endhighlight\s{0,9}-?%\}[ \t]*(?:\n|$)/,
    needs: 'endhighlight',
  },
  {
    form: /^\{\{[<%]\s{0,9}highlight\s{1,9}"?([\w+#-]+)"?[^>%]{0,200}[>%]\}\}\n?([\s\S]*?)\n?\{\{[<%]\s{0,9}\/\s{0,9}highlight\s{0,9}[>%]\}\}[ \t]*(?:\n|$)/,
    needs: '/highlight',
  },
];
const liquidComment = /^\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}[ \t]*(?:\n|$)/;

/** Blocks of code and comments of the generators, which may hold blank lines. */
export const templateBlock: Rule = source => {
  const near = source.slice(0, 100_000);
  for (const {form, needs} of codeBlocks) {
    // Looking for the end first keeps a page of openings without an end cheap.
    const found = near.includes(needs) ? form.exec(near) : undefined;
    if (found) return {type: 'code', raw: found[0], lang: found[1] ?? '', text: found[2] ?? ''};
  }
  const remark = near.includes('endcomment') ? liquidComment.exec(near) : undefined;
  return remark ? hidden(remark[0]) : undefined;
};

const anyTemplate = /\{\{[<%][\s\S]{0,2000}?[>%]\}\}|\{\{[^{}]{0,500}\}\}|\{%[^{}]{0,500}%\}/g;

const attributeValue = (value: string): string => value.replace(/"/g, '&quot;');

/** HTML without templates: addresses are filled in, pictures are elements, the rest is gone. */
export const evaluateInHtml = (html: string): string => {
  if (!html.includes('{{') && !html.includes('{%')) return html;
  return html.replace(anyTemplate, written => {
    if (/^\{\{[<%]/.test(written)) {
      const code = readShortcode(written.slice(3, -3));
      if (pictureNames.test(code.name)) {
        const src = pick(code, 'src', 'url', 'link') ?? code.positional[0] ?? '';
        const caption = pick(code, 'caption', 'title') ?? '';
        const alt = pick(code, 'alt', 'title') ?? caption;
        return `<img src="${attributeValue(src)}" alt="${attributeValue(alt)}" title="${attributeValue(caption)}">`;
      }
      if (/^\s*\//.test(written.slice(3))) return '';
    }
    return evaluate(written);
  });
};

const tagReachWithTemplate = 2000;

/** A tag whose attributes hold templates, as in `<a href="{{< ref "post" >}}">`: their quotes and brackets end it for HTML. */
export const templateTag: Rule = source => {
  if (!/^<[a-z]/i.test(source)) return;
  const near = source.slice(0, tagReachWithTemplate);
  let quote = '';
  let holdsTemplate = false;
  for (let index = 1; index < near.length; index++) {
    const character = near.charAt(index);
    if (character === '{' && near.charAt(index + 1) === '{') {
      const close = near.indexOf('}}', index);
      if (close < 0) return;
      holdsTemplate = true;
      index = close + 1;
    } else if (quote) {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '<') return;
    else if (character === '>') {
      if (!holdsTemplate) return;
      const raw = near.slice(0, index + 1);
      return {type: 'html', raw, text: evaluateInHtml(raw), block: false};
    }
  }
  return;
};
