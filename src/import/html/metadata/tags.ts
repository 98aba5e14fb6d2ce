/** What an article is about, as its page tags it: without what machines noted for machines. */
import {field} from '../../../core/sanitize.ts';
import {letters} from '../letters.ts';
import {isForAnything} from './sections.ts';

const most = 30;
const longest = 60;

/** What programs that look for names call the kinds of what they found. */
const kinds = /(?:\s+|^)(?:[A-Z]{3,}_[A-Z_]{2,}|PERSON|NEWSMAKER|ORGANI[SZ]ATION|LOCATION|COMPANY|FACILITY)(?=\s|$)/g;

/** `channel_other`, `type=news`: settings, no words. */
const setting = /[=:]|https?|^[a-z\d]+_[a-z\d_]+$/;

/** `star-wars` as the words that its address stands for. */
const slug = /^[a-z\d]+(?:-[a-z\d]+)+$/;

const withoutSlugs = (tags: readonly string[]): readonly string[] => {
  const isList =
    tags.length > 1 && tags.every(tag => !/[\sA-Z]/.test(tag)) && tags.filter(tag => slug.test(tag)).length > 1;
  return tags.map(tag => (slug.test(tag) && (isList || tag.split('-').length > 3) ? tag.replaceAll('-', ' ') : tag));
};

interface KnownOtherwise {
  readonly title?: string | undefined;
  readonly site?: string | undefined;
}

/** Each once, and none that says what the title or the site's name says. */
export const cleanTags = (written: readonly string[], {title = '', site = ''}: KnownOtherwise): readonly string[] => {
  const seen = new Set([letters(title), letters(site), '']);
  const listed = written
    .flatMap(tags => tags.split(/[,;，、]/))
    .map(tag => field(tag.slice(0, 300)).replace(kinds, '').trim())
    .filter(tag => tag.length <= longest && !setting.test(tag) && !isForAnything(tag));
  const tags = withoutSlugs(listed).filter(tag => {
    const key = letters(tag);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
  return tags.slice(0, most);
};

/** More keywords than that were not chosen by somebody who read the article. */
const mostChosen = 10;
const mostKept = 15;
/** Where the text has more than this part of them, they were chosen for it. */
const mostSaid = 0.65;

/**
 * The keywords of a page's head are of one of three kinds: chosen for the article, the same on all pages of the site, or
 * every other word of the text. Kept are those that the text has; of a long list of single words those of the title.
 */
export const keywordsOf = (
  {
    keywords,
    title = '',
    site,
    standfirsts,
  }: KnownOtherwise & {keywords: readonly string[]; standfirsts: readonly string[]},
  plain: string,
): readonly string[] => {
  const tags = cleanTags(keywords, {title, site});
  const words = tags.filter(tag => !/[\s\p{Lu}]/u.test(tag)).length;
  const isStuffed = tags.length > mostChosen && words > tags.length / 2;
  const where = ` ${letters(isStuffed ? title : [title, ...standfirsts, plain].join(' '))} `;
  const isSpaceless = /[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0e7f\uac00-\ud7af]/;
  const said = (tag: string) => where.includes(isSpaceless.test(tag) ? letters(tag) : ` ${letters(tag)} `);
  const found = tags.filter(said);
  const isChosen = !isStuffed && found.length > tags.length * mostSaid;
  return (isChosen ? tags : found).slice(0, mostKept);
};
