/** Who wrote an article, where a line says so: `By A. Reporter`, in the languages that most news is in. */
import {late} from '../../core/late.ts';

/** Words that lead to the author's name, at the beginning of a line. */
const leads = late(() => [
  /^(?:(?:written|posted|published|reported|story|text|words)\s+)?by\b:?\s+/i,
  /^(?:von|par|por|di|door|av|af|oleh|autor|autora|auteur|autore|author|tekst|text|texto|texte|testo|escrito por|publicado por|redige par|a cura di|geschrieben von|przez|автор|текст|yazan|συντακτης|γραφει [οη])\s*:?\s+/iu,
  /^(?:بقلم|كتبت?|إعداد|الكاتبة?|المحررة?|נכתב על ידי|מאת|نویسنده|نوشته|به قلم)\s*(?:[:：–—-]\s*|\s)(?=\S)/u,
  /^(?:文|作者|记者|記者|撰文|取材・文|執筆者?|編集|글)\s*[:：／/・=＝]\s*/u,
]);

/** Who it is by stands before the word in these. */
const trailing = late(
  () =>
    /^(?:(\p{Script=Hangul}{2,4}) ?(?:기자|특파원)(?:$|\s)|([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,8}) ?記者$)/u,
);

/** Arabic has no capitals to tell a name by; with one of these it is a sentence that somebody wrote something. */
const noNames = /^(?:إلى|في|على|عن|من|أن|إن|مع|هذا|هذه|رسالة|مقالا)$/;

const particles =
  /^(?:de|del|della|di|da|dos|das|do|du|des|la|le|van|von|der|den|ter|ten|bin|ibn|al|el|af|av|y|e|zu|zur|st\.?)$/;

/** What a person is, written behind the name. */
const roles =
  /[\s,]+(?:(?:staff|senior|contributing|chief|deputy|special|political|sports|business|foreign|science|health|associate|managing|guest)\s+)*(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?|staff|redacción|redakteur(?:in)?|redaktion)(?:[\s,].*)?$/i;

const agencies =
  /^(?:ap|afp|reuters|efe|dpa|ansa|upi|cnn|bbc|associated press|staff(?: reports?)?|agencies|agency|wires?)$/i;

const isName = (text: string): boolean => {
  const words = text.split(' ');
  if (text.length < 2 || text.length > 60 || words.length > 6) return false;
  if (/[\p{Nd}:;!?…"“”()]/u.test(text)) return false;
  if (words.some(word => noNames.test(word))) return false;
  const first = words[0] ?? '';
  return /^[\p{Lu}\p{Lo}]/u.test(first) && words.every(word => /^[\p{Lu}\p{Lo}]/u.test(word) || particles.test(word));
};

/** `Regan December 6` → `Regan`; what follows a name without a comma is a day. */
const withoutDay = (text: string): string =>
  text.replace(/\s+(?:on\s+)?(?:\p{L}{3,9}\.?\s+\p{Nd}|\p{Nd}).*$/iu, '').replace(/\s+on$/i, '');

const weekdays = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$/i;

const longest = 200;

/** A line's lead, taken off; undefined for a line without one. */
const afterLead = (line: string): string | undefined => {
  for (const lead of leads()) {
    const found = lead.exec(line);
    if (found !== null) return line.slice(found[0].length);
  }
  const named = trailing().exec(line);
  return named?.[1] ?? named?.[2];
};

/**
 * The names in a line that says who wrote the article. Nothing for a sentence that only begins like one: all behind the
 * word `by` must be names, roles, agencies or a date.
 */
export const authorsOfLine = (line: string): readonly string[] => {
  if (line.length > longest) return [];
  const said = afterLead(line);
  if (said === undefined) return [];
  const cut = said.split(/\s*(?:[|•·@(]|\s[-–—/]\s)/, 1)[0] ?? '';
  const withoutRole = cut.replace(roles, '');
  // `A. Reporter` is a name.
  const parts = (withoutRole.length > 3 ? withoutRole : cut)
    .split(/\s*(?:,|、|，|&|\/|\s(?:and|und|y|et|e|en|og|och|i|и|та|ve|with)\s|\sو(?=\p{L}))\s*/u)
    .map(part => part.trim().replace(/[.,;]$/, ''))
    .filter(part => part !== '');
  const names: string[] = [];
  for (const part of parts) {
    if (agencies.test(part)) continue;
    const name = withoutDay(part);
    // Behind the last name there may be a place, a weekday or the like; in front of it nothing.
    if (!isName(name)) return names.length > 0 || parts.length === 1 ? names : [];
    if (!weekdays.test(name)) names.push(name);
  }
  return names.slice(0, 12);
};

/** Whether a line says who an article is by: persons, or an agency. */
export const isByline = (line: string): boolean => {
  const said = line.length > longest ? undefined : afterLead(line);
  return said !== undefined && (agencies.test(said.trim()) || authorsOfLine(line).length > 0);
};
