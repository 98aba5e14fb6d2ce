/**
 * What of a page's main text is no text of the article: what stands before its first sentence, lines that advertise,
 * share, date or lead elsewhere. Told by the text and its place, not by the names of one site's classes.
 */
import type {HtmlElement} from './dom.ts';
import {letters, saysSame} from './letters.ts';
import {isProse, removeBlock, type TextBlock, textBlocks, weight} from './text-blocks.ts';

/** What of the article is known otherwise, and need not be repeated. */
export interface KnownParts {
  readonly titles: readonly string[];
  readonly standfirst?: string | undefined;
  readonly authors: readonly string[];
}

/** An address that stands for itself, as in a list of sources. */
const isAddress = ({text}: TextBlock): boolean => /^(?:https?:|www\.)/.test(text);

const isHeading = ({kind}: TextBlock): boolean => /^h[1-6]$/.test(kind);

const services =
  /\b(?:facebook|twitter|whats\s?app|pinterest|pint|linked\s?in|reddit|telegram|tumblr|instagram|flipboard|e-?mail|print|share|tweet|submit|copy link|messenger|line|pocket|google\+?|vk|viber|youtube|rss|pin it|comments?)\b/gi;

/** What announces further articles; they may follow in the same line, behind a colon. */
const related =
  /^(?:more(?: (?:from|on|stories|news|in)\b.{0,40})?|related(?: \w+)?|also read|read (?:more|next|also|this)|see also|you (?:may|might) (?:also )?(?:like|enjoy)|recommended(?: \w+)?|most (?:read|popular)|trending|don['’]?t miss|latest news|relacionad[oa]s?|noticias relacionadas|le(?:e|a) también|leia também|veja também|te puede interesar|mehr zum thema|lesen sie auch|à lire aussi|lire aussi|leggi anche|baca juga|関連記事|اقرأ أيضا|اقرأ أيضًا)\s*(?:[:：>].{0,130})?$/iu;

/** Whole lines that belong to the page, in several languages. Matched against lines of at most 160 characters. */
const machinery: readonly RegExp[] = [
  /^(?:advert(?:isement|ising)?s?|ad|sponsored(?: content)?|promoted|anuncio|publicidad|publicidade|anzeige|werbung|publicité|pubblicità|reclame|reklama?|iklan|広告|إعلان|广告|광고)[\s:.—-]*$/i,
  /^(?:story continues|article continues|continue reading(?: below)?|continues?$|scroll down|keep reading|sigue leyendo|lee? (?:más|mas)|leia mais|weiterlesen|lire la suite|続きを読む)(?!\p{L}).{0,40}$/iu,
  /^(?:loading|caption|close|hide caption|toggle caption|enlarge(?: this)? image|view (?:gallery|slideshow|photos)|image \d+ of.*|photo \d+ of.*|\d+ (?:of|\/) \d+|play video|watch(?: now)?|listen|replay)[.…]*$/i,
  // `UP NEXT` heads the games to come in an agency's reports.
  /^[Uu]p [Nn]ext$/,
  /^(?:click here|tap here|sign up|subscribe|get (?:the )?.{0,60}(?:newsletter|delivered|app|alerts?)|join our|follow us|like us|download (?:the|our))(?!\p{L}).{0,120}$/iu,
  /^(?:подпис(?:ывайтесь|аться)|читайте нас|следите за|اشترك|تابعونا|订阅|訂閱|关注我们|フォローする|구독)(?!\p{L}{9}).{0,120}$/iu,
  /^[（(【[]?(?:责任编辑|責任編輯|编辑|編輯|责编|审核|编审)\s*[:：].{0,40}$/,
  /^(?:suscr[íi]bete|síguenos|regístrate|assine|inscreva-se|siga-nos|abonnez-vous|suivez-nous|abonnieren|folgen sie)(?!\p{L}).{0,120}$/iu,
  related,
  /^(?:(?:post(?:ed)?|leave|add|view|show|read) (?:an? |the |all |your )?comments?|comments?(?: \(?\d+\)?)?|\d+ comments?|tell us what you think.*|comentarios|comentários|kommentare|commentaires|コメント)[\s.:…]*$/i,
  /^(?:copyright (?:©|ⓒ|\(c\)|\d{4})|[©ⓒ]|\(c\) ?\d{4}|all rights reserved|todos los derechos|alle rechte|tous droits|저작권자|本文著作権|版权所有|版權所有|جميع الحقوق|все права).{0,150}$/i,
  /^(?:filed under|tags?|topics?|categor(?:y|ies)|keywords|etiquetas|temas|schlagw[öo]rter|mots-clés|label)\s*:.{0,150}$/i,
  /^\(?(?:photos?|images?|picture|photograph|foto|fotos|fotografía|imagen|imagem|bild|crédito|credits?|source image)(?: (?:credit|by|courtesy))?\s*(?::|©|by\b).{0,120}$/i,
  /^(?:by )?(?:(?:from )?(?:the )?(?:staff|wire|news service|our)(?:,? (?:and|&) (?:staff|wire|news service))? (?:reports?|reporters?|writers?|correspondents?))$/i,
  /^(?:min(?:ute)?s? read|\d+ min(?:ute)?s?(?: read)?|reading time.*|tempo de leitura.*|tiempo de lectura.*|lesezeit.*|temps de lecture.*)$/i,
];

const dateWords =
  /\b(?:published|posted|updated|created|modified|first|last|publicado|publicada|actualizado|atualizado|veröffentlicht|aktualisiert|publié|mis à jour|pubblicato|diterbitkan|on|at|am|pm|a\.m|p\.m|um|uhr|le|à|el|em|às|jan[a-z]*|feb[a-z]*|mar[a-z]*|apr[a-z]*|may|june?|july?|aug[a-z]*|sep[a-z]*|oct[a-z]*|nov[a-z]*|dec[a-z]*|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|[ecmp][sd]t|[ecmp]t|gmt|utc|bst|ist|cet|cest|ago|days?|hours?|minutes?|mins?|yesterday|today)\b/gi;

/** A line that says when, and hardly anything else. */
const isDateLine = ({text}: TextBlock): boolean => {
  if (text.length > 160 || !/\d/.test(text)) return false;
  const rest = text.replace(dateWords, '').replace(/\d+/g, '');
  const saysLittle = rest.length < text.length - 3 && letters(rest).replaceAll(' ', '').length <= 12;
  const isSentence = /[.!?]$/.test(text) && /\p{Ll}{4}/u.test(rest);
  return saysLittle && !isSentence && /\b(?:19|20)\d\d\b|\bago\b|^(?:published|posted|updated)/i.test(text);
};

const ofPublication =
  /^(?:published|posted|(?:last |first )?updated|publicado|actualizado|atualizado|veröffentlicht|aktualisiert|publié|mis à jour)/i;

/** Further articles, with the line that announces them. */
export const announced = (blocks: readonly TextBlock[]): readonly TextBlock[] => {
  const found: TextBlock[] = [];
  let isWithin = false;
  for (const block of blocks) {
    const isLine = block.text.length <= 160 && related.test(block.text);
    isWithin = isLine || (isWithin && block.linked > 0.6);
    if (isWithin && block.linked > 0) found.push(block);
  }
  return found;
};

const isMachinery = ({text}: TextBlock): boolean => {
  if (text.length > 160) return false;
  if (machinery.some(pattern => pattern.test(text))) return true;
  const rest = text.replace(services, '');
  return rest.length < text.length && letters(rest).length <= 3 && text.length < 80;
};

/** Leads elsewhere and says nothing besides: a teaser between two paragraphs. */
const isTeaser = (block: TextBlock): boolean =>
  block.linked > 0.9 &&
  block.apart === undefined &&
  block.kind !== 'li' &&
  !isHeading(block) &&
  !isAddress(block) &&
  block.text.length > 15;

/** Lines that come back again and again: below every picture, between all parts. */
const repeated = (blocks: readonly TextBlock[]): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const {text, linked} of blocks)
    if (text.length < 60 && linked > 0.5) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= 4).map(([text]) => text));
};

/**
 * Many pages take their description from the first paragraph, so that alone tells nothing; a standfirst also stands apart
 * from paragraphs that stand together.
 */
const isStandfirst = (opening: TextBlock, others: readonly TextBlock[], known: KnownParts): boolean => {
  const [second, third] = others.filter(isProse);
  if (third === undefined || !saysSame(opening.text, known.standfirst ?? '')) return false;
  return second?.parent === third.parent && opening.parent !== second.parent;
};

/** What stands before the first sentence: title, names, dates, navigation. What stands beside the text and a heading right above it stay. */
const headOf = (blocks: readonly TextBlock[], known: KnownParts): readonly TextBlock[] => {
  const first = blocks.findIndex(isProse);
  const opening = blocks[first];
  if (opening === undefined) return [];
  const isRepeated = (block: TextBlock) =>
    saysSame(block.text, known.standfirst ?? '') || known.titles.some(title => saysSame(block.text, title));
  const head = blocks.slice(0, first);
  const last = head.at(-1);
  const out: TextBlock[] = [];
  let isTextBelow = true;
  for (const block of [...head].reverse()) {
    const isOfText = block.parent === opening.parent && !isRepeated(block);
    const headsText: boolean =
      isHeading(block) && block.kind !== 'h1' && block.linked < 0.5 && !isRepeated(block) && isTextBelow;
    const stays: boolean =
      (headsText && (block === last || isOfText)) ||
      (isOfText && block.kind === opening.kind) ||
      (block.apart !== undefined && block.kind !== 'td');
    if (!stays) out.push(block);
    isTextBelow = stays && !isHeading(block);
  }
  return isStandfirst(opening, blocks.slice(first + 1), known) ? [...out, opening] : out;
};

const closing =
  /(?:^|[^\p{L}])(?:follow (?:@|him|her|us|them)|@\w+ on twitter|on twitter @|sign up|subscribe|newsletter|contact (?:him|her|the (?:author|reporter))|can be reached at|join our|send (?:us )?tips?)/iu;

/** What stands after the last sentence, from the end up to what reads as text. */
const tailOf = (blocks: readonly TextBlock[]): readonly TextBlock[] => {
  const tail: TextBlock[] = [];
  for (const block of [...blocks].reverse()) {
    if (block.apart === 'figure') continue;
    const isEnd =
      (block.linked > 0.6 && !isAddress(block)) ||
      isHeading(block) ||
      (closing.test(block.text) && block.linked > 0.1 && block.text.length < 400);
    if (!isEnd || block.apart !== undefined || tail.length > blocks.length / 2) break;
    tail.push(block);
  }
  return tail;
};

const bylineWords = /^(?:by|por|von|par|di|de|oleh|and|und|y|et|e|text|texto|words|story|written|reuters|ap|afp)$/;

/** Names of the authors, and hardly anything else. */
const byline = (known: KnownParts): ((block: TextBlock) => boolean) => {
  const names = known.authors.map(letters);
  return ({text}) => {
    if (text.length > 120) return false;
    const said = ` ${letters(text)} `;
    const rest = names.reduce((left, name) => left.replace(` ${name} `, '  '), said);
    return rest !== said && rest.split(' ').filter(word => word !== '' && !bylineWords.test(word)).length === 0;
  };
};

/** Lists of nothing but links, with the line that announces them. */
const linkLists = (blocks: readonly TextBlock[]): readonly TextBlock[] => {
  const isLink = ({linked, apart}: TextBlock) => linked > 0.9 && apart === undefined;
  const lists = new Map<HtmlElement, {readonly items: TextBlock[]; readonly before: TextBlock | undefined}>();
  for (const [index, block] of blocks.entries()) {
    const holder = block.kind === 'li' ? block.nodes[0]?.parentNode : undefined;
    if (!holder) continue;
    const list = lists.get(holder) ?? {items: [], before: blocks[index - 1]};
    list.items.push(block);
    lists.set(holder, list);
  }
  const ofLinks = [...lists.values()].filter(({items}) => items.length > 1 && items.every(isLink));
  return ofLinks.flatMap(({items, before}) => {
    const announces = before && before.text.length < 80 && (isHeading(before) || /[:：]$/.test(before.text));
    return announces ? [before, ...items] : items;
  });
};

const size = (blocks: readonly TextBlock[]): number => blocks.reduce((sum, {text}) => sum + weight(text), 0);

/** More than that before the first sentence is not what pages put above their articles. */
const mostHead = 800;

/**
 * Takes out of the main text what is none. What would take much of it is not done: such a text is one of short lines.
 * @returns what was taken out
 */
export const trimText = (root: HtmlElement, known: KnownParts): readonly TextBlock[] => {
  const blocks = textBlocks(root);
  const again = repeated(blocks);
  const isByline = byline(known);
  const opening = blocks.findIndex(isProse);
  const isOut = (block: TextBlock, index: number): boolean => {
    const isLine = weight(block.text) < 250;
    // Below the first sentence, a date may head what happened then.
    const isDate = isDateLine(block) && (index < opening || ofPublication.test(block.text));
    const isNoText = isLine && (isMachinery(block) || isDate || isTeaser(block) || isByline(block));
    return block.apart === undefined && (isNoText || again.has(block.text));
  };
  const total = size(blocks);
  const head = headOf(blocks, known);
  const lines = [...linkLists(blocks), ...blocks.filter(isOut)];
  const isOutAlready = new Set([...head, ...lines]);
  const tail = tailOf(blocks.filter(block => !isOutAlready.has(block)));
  const out = new Set([
    ...(size(head) <= Math.max(mostHead, total * 0.3) ? head : []),
    ...(size(lines) + size(tail) <= total * 0.4 ? [...lines, ...tail] : []),
  ]);
  for (const block of out) removeBlock(block, root);
  return [...out];
};
