/** An article's section and tags, where its page names them. */
import {fold} from '../../core/tokens.ts';
import type {JudgedLine} from './judged-lines.ts';

/** `More in Politics`: what leads to a section's name, in the languages that most news is in. */
const moreIn =
  /^(?:more (?:stories )?in|más en|más noticias de|más de la sección|mais em|mais notícias de|plus d['’]articles (?:dans|en)|plus dans|à lire dans|mehr (?:aus|in)(?: der| dem)?(?: rubrik| ressort)?|altro in|altre notizie di|meer in|meer uit|mer i|mere i|flere artikler i|mer fra seksjonen|więcej w(?: dziale)?|ещё в разделе|еще в разделе|больше в|більше в|المزيد في|المزيد من أخبار|المزيد من)\s+(?:section\s+|sección\s+)?(.{2,40})$/iu;
const moreInUnspaced =
  /^(?:更多(?:关于)?)?(.{1,12}?)(?:の(?:記事|ニュース)一覧|の他の記事|の関連ニュース|更多新闻|更多新聞|더보기)$/u;

const mostWords = 5;

const sectionOf = (line: string): string | undefined => {
  const name = (moreIn.exec(line)?.[1] ?? moreInUnspaced.exec(line)?.[1])?.trim().replace(/\s*[>›»→:]+$/, '');
  return name === undefined || name.split(' ').length > mostWords || /[.!?…]$/.test(name) ? undefined : name;
};

/** Whether it leads to more of a section: `More in Politics`. */
export const namesSection = (line: string): boolean => line.length <= 80 && sectionOf(line) !== undefined;

/** The trail of a page's place in its site: `Home › Politics › Border rules`. */
const trail =
  /^(?:home|inicio|início|accueil|startseite|start|hem|hjem|главная|головна|الرئيسية|トップ|ホーム|首页|首頁|홈)\s*[>›»/→»]+\s*([^>›»/→]{2,40}?)\s*[>›»/→]/iu;

/**
 * The section: by `More in …` where one only is named or the lines above the text have that name too, else by the trail
 * above the text.
 * @param from the place of the text's first line, where the lines above it end
 */
export const sectionOfPage = (lines: readonly JudgedLine[], from: number): string | undefined => {
  const short = lines.filter(({words}) => words <= 12);
  const named = [...new Set(short.flatMap(({text}) => sectionOf(text) ?? []))];
  if (named.length === 1) return named[0];
  const above = lines.slice(0, from);
  const near = new Set(above.slice(-12).map(({text}) => fold(text)));
  const known = named.find(name => near.has(fold(name)));
  if (known !== undefined) return known;
  return above.flatMap(({text, words}) => (words <= 40 ? (trail.exec(text)?.[1]?.trim() ?? []) : []))[0];
};

/** A line of tags: the word for them, a colon, the tags. */
const tagLine =
  /^(?:tags?|keywords?|topics?|labels?|etiquetas?|temas?|palabras clave|tópicos|palavras-chave|assuntos?|mots[- ]clés|étiquettes|sujets?|schlagwörter|schlagworte|stichwörter|themen|tag|argomenti|parole chiave|trefwoorden|onderwerpen|ämnen|emner|emneord|nyckelord|tagi|słowa kluczowe|теги|метки|ключевые слова|теґи|etiketler|الوسوم|الكلمات المفتاحية|كلمات مفتاحية|タグ|キーワード|标签|標籤|关键词|關鍵詞|태그)\s*[:：]\s*(.{2,400})$/iu;

const longestTag = 40;
const mostTags = 30;

/** The tags of the first line that lists some; commas, semicolons, bars or hashes divide them. */
export const tagsOfPage = (lines: readonly JudgedLine[]): readonly string[] => {
  for (const {text, words} of lines) {
    const said = words <= 80 ? tagLine.exec(text)?.[1] : undefined;
    if (said === undefined) continue;
    const tags = said
      .split(/\s*[,;|·•،、；，]\s*|\s+(?=#)/u)
      .map(tag => tag.replace(/^#/, '').replace(/\.$/, '').trim())
      .filter(tag => tag !== '' && tag.length <= longestTag);
    return [...new Set(tags)].slice(0, mostTags);
  }
  return [];
};
