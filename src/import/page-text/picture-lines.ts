/** What a page's text has left of its pictures: an icon with a credit and a caption, file names without their ending, credits. */
import {late} from '../../core/late.ts';
import {escapeText} from '../markdown-escape.ts';

/** What is said of a picture; at least one of both. */
export interface PictureText {
  readonly caption?: string;
  readonly credit?: string;
}

/** Names of icons that fonts draw as a camera or a picture, here as the words they are in the text. */
const icon =
  /^(?:photo_camera|camera_alt|photo_library|photo_size_select_actual|insert_photo|add_a_photo|camera_enhance|linked_camera|perm_media|image_icon)(?:\s+|$)/;

const longest = 2000;

const agencies =
  'ap|afp|efe|epa|dpa|ansa|upi|reuters|getty|getty images|associated press|the associated press|ap photo|shutterstock|bloomberg|alamy|istock|unsplash|pexels|imago|keystone|tass|xinhua|anp|ritzau|tt|ntb|pap|europa press|handout|nasa|zuma press|usa today sports|flickr|wikimedia commons|wikipedia|pixabay|depositphotos|adobe stock|dreamstime|corbis|rex|pa|pa images|afp via getty images|photo file|file photo|archivo|reuters file';

const agencyNames = late(() => new Set(agencies.split('|')));

const creditForms = late(() => [
  // Photo: Jane Doe; PHOTO/FILE; Foto: dpa; (AP Photo/Jane Doe, File); Image credit: Example
  /^\(?(?:ap |file |handout |stock )?(?:photos?|fotos?|photographs?|photographie|fotografía|fotografia|images?|imagen|imagem|bild|bilder|picture|pictures|illustration|ilustración|graphic|graphics|credits?|crédit|crédito|créditos|фото|صورة|الصورة|写真|撮影|画像|图片|圖片|图源|사진)(?:\s(?:credits?|courtesy|source|por|de|von|di))?\s?(?:of\s|[:：/=／]|\sby\s|©)\s?\S/iu,
  // © Example News
  /^\(?(?:©|\(c\)|ⓒ)\s?\p{L}/iu,
  /^\(?(?:courtesy of|courtesy|handout|submitted photo|file photo|archive photo|stock photo)\b/iu,
  // (Reed Saxon / Associated Press), (Walt Disney Co.)
  /^\(\p{Lu}[^()]{1,60}\)$/u,
]);

const mostCreditWords = 14;

/** Whether the whole of a line names whom a picture is from. */
export const isCreditLine = (line: string, words: number): boolean => {
  if (words > mostCreditWords || line.length > 160) return false;
  if (creditForms().some(form => form.test(line))) return !/[.!?]["”]?$/.test(line) || words <= 6;
  // Jane Doe | Example | Getty Images; John Locher, AP
  const parts = line.toLowerCase().split(/\s*[|/,•·—–]\s*|\s-\s|\svia\s/);
  return parts.some(part => agencyNames().has(part.replace(/[()[\]©.]/g, '').trim())) && /^[\p{Lu}(©[]/u.test(line);
};

const creditBehind =
  /(?:[\s(]|^)((?:\((?:[^()]{0,60}(?:photo|foto|images|image|credit|courtesy|getty|reuters|afp|associated press|\bAP\b|\bAFP\b|\bEFE\b|\bEPA\b|NASA)[^()]{0,60})\)|(?:photo|foto|image|credit|picture|illustration|fotografía|imagen|bild|crédit)s?(?: (?:credit|courtesy|by|of))?\s?[:/©][^\n]{1,80}|(?:PHOTO|FOTO)\/[^\n]{1,60}|©\s?\p{L}[^\n©]{1,60}))[.\s]*$/iu;

/** A line that ends with whom its picture is from, taken apart; undefined for any other. */
export const captionWithCredit = (line: string): Required<PictureText> | undefined => {
  if (line.length > longest) return undefined;
  const from = Math.max(0, line.length - 180);
  const found = creditBehind.exec(line.slice(from));
  const credit = found?.[1];
  if (found === null || credit === undefined) return undefined;
  const caption = line.slice(0, from + found.index).replace(/[\s|–—-]+$/u, '');
  return caption === '' ? undefined : {caption, credit: credit.replace(/^\((.*)\)$/s, '$1')};
};

/** Written in capitals, or with a stroke: `PHOTO/FILE`, `AFP`, `EFE/Jane Doe`. */
const looksLikeCredit = (text: string): boolean =>
  isCreditLine(text, text.split(' ').length) ||
  (text.length <= 60 && (/^\P{Ll}+$/u.test(text) || /^\p{Lu}+\s?\/\s?\S/u.test(text)));

/** What a camera's icon stands before: `photo_camera PHOTO/FILE - Two named persons`. Undefined for other lines. */
export const pictureOfIcon = (line: string): PictureText | undefined => {
  const found = line.length > longest ? null : icon.exec(line);
  if (found === null) return undefined;
  const said = line.slice(found[0].length).trim();
  if (said === '') return {};
  const [first = '', ...others] = said.split(/\s+[-–—|]\s+/);
  const other = others.join(' - ');
  if (other !== '' && looksLikeCredit(first)) {
    return {credit: first, caption: said.slice(first.length).replace(/^\s+[-–—|]\s+/, '')};
  }
  const last = others.at(-1) ?? '';
  if (last !== '' && looksLikeCredit(last)) {
    return {caption: said.slice(0, -last.length).replace(/\s+[-–—|]\s+$/, ''), credit: last};
  }
  return looksLikeCredit(said) ? {credit: said} : (captionWithCredit(said) ?? {caption: said});
};

const pictureFile = /^\S{1,200}\.(?:jpe?g|png|webp|gif|avif|bmp|tiff?)$/i;
const slug = /^[\p{Ll}\p{Lo}\p{Nd}]+(?:[-_]+[\p{Ll}\p{Lo}\p{Nd}]+){2,40}$/u;

/** Whether it is a picture's file name, or that name without its ending: `word-word-word`. */
export const isPictureName = (line: string): boolean =>
  line.length <= 200 && (pictureFile.test(line) || (slug.test(line) && /\p{L}{2}/u.test(line)));

/** How a name stands in Markdown as a picture's address. */
const target = (src: string): string => (/[\s()<>\\]/.test(src) ? `<${src.replace(/[<>\\]/g, '\\$&')}>` : src);

/**
 * A picture where it stood, with what is said of it in italics below. Without a name there is nothing to show a picture by:
 * what is said of it stands alone.
 */
export const pictureMarkdown = ({src, caption, credit}: PictureText & {readonly src?: string}): string => {
  const said = [caption, credit === undefined || caption === undefined ? credit : `(${credit})`];
  const text = escapeText(said.filter(part => part !== undefined && part !== '').join(' '), '*');
  return [...(src === undefined ? [] : [`![](${target(src)})`]), ...(text === '' ? [] : [`*${text}*`])].join('\n\n');
};
