/** The head of a mail, as mail programs write it where one is saved or copied, and the signature at its end. */
import {parseDate} from '../../core/dates.ts';
import {dateInText} from './date-in-text.ts';
import {decodeWords} from './encoded-words.ts';
import {hasWords} from './line-shape.ts';

type Field = 'subject' | 'from' | 'date' | 'other';

/** Names of fields in the languages of mail programs. */
const fieldNames: Readonly<Record<Field, string>> = {
  subject: 'subject betreff asunto objet oggetto assunto onderwerp ämne emne temat тема الموضوع 件名 主题 主旨 제목',
  from: 'from von de da van från fra od от من 差出人 发件人 寄件者 보낸사람',
  date: 'date sent datum gesendet fecha enviado envoyé data inviato verzonden skickat sendt dato wysłano дата отправлено التاريخ 日時 日付 送信日時 日期 发送时间 날짜',
  other:
    'to cc bcc an kopie para à a aan til till do кому إلى 宛先 收件人 받는사람 reply-to sender message-id in-reply-to references return-path received delivered-to mime-version content-type content-transfer-encoding user-agent list-id list-unsubscribe list-post precedence importance organization thread-topic priority',
};

const fields: ReadonlyMap<string, Field> = new Map(
  (['subject', 'from', 'date', 'other'] as const).flatMap(field =>
    fieldNames[field].split(' ').map(name => [name, field] as const),
  ),
);

const fieldLine = /^\*{0,2}([\p{L}][\p{L}\p{N}-]{0,40})\s?\*{0,2}\s?[:：]\*{0,2}(?:\s+(\S.*))?$/u;
const ownField = /^x-/;

/** More fields than any program writes. */
const mostLines = 200;

export interface MailHead {
  readonly title?: string;
  readonly authors: readonly string[];
  /** ISO 8601. */
  readonly published?: string;
}

export interface Mail {
  readonly head: MailHead;
  /** What stands below the head, without the signature. */
  readonly text: string;
}

const answered = /^(?:\s*(?:re|fwd?|aw|wg|sv|vs|tr|rv|rif|ref|enc|i|r|antw|回复|转发|答复)(?:\[\d+\])?\s*[:：])+\s*/i;

/** The name beside an address: `"A. Reporter" <a@example.org>`, `a@example.org (A. Reporter)`. */
const senderName = (written: string): string | undefined => {
  const inBrackets = /^\S+@\S+\s+\(([^()]{2,80})\)$/.exec(written)?.[1];
  const name = (inBrackets ?? written.replace(/\s*[<[(][^<>[\]()]{0,200}@[^<>[\]()]{0,200}[>\])].*$/, ''))
    .replace(/^["'\s]+|["'\s]+$/g, '')
    .trim();
  return name === '' || name.includes('@') || name.length > 80 ? undefined : name;
};

/** @param text as `cleanText` leaves it; undefined where it begins with no head of a mail */
export const readMail = (text: string): Mail | undefined => {
  const found = new Map<Field, string>();
  const start = /^\s*(?:From \S+@\S+ [^\n]{0,80}\n)?/.exec(text)?.[0].length ?? 0;
  let at = start;
  let last: Field | undefined;
  let known = 0;
  for (let count = 0; count < mostLines; count++) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    const [, name = '', value = ''] = (line.length < 2000 && fieldLine.exec(line)) || [];
    const field = fields.get(name.toLowerCase()) ?? (ownField.test(name.toLowerCase()) ? 'other' : undefined);
    if (field !== undefined) {
      known++;
      last = field;
      if (!found.has(field)) found.set(field, value.trim());
      // A long value goes on in the next line, set in.
    } else if (last !== undefined && /^[ \t]+\S/.test(line)) found.set(last, `${found.get(last) ?? ''} ${line.trim()}`);
    // A program's own fields stand among the others.
    else if (known > 0 && name.includes('-')) last = 'other';
    else break;
    at = end < 0 ? text.length : end + 1;
  }
  // Two of its fields, one of which says what or whose it is: a text may begin with one such line.
  if (found.size < 2 || !(found.has('subject') || found.has('from')) || !hasWords(text.slice(at))) return undefined;
  const title = decodeWords(found.get('subject') ?? '')
    .replace(answered, '')
    .trim();
  const name = senderName(decodeWords(found.get('from') ?? ''));
  const date = found.get('date') ?? '';
  const published = (parseDate(date) ?? dateInText(date))?.iso;
  return {
    head: {
      ...(title !== '' && {title}),
      authors: name === undefined ? [] : [name],
      ...(published !== undefined && {published}),
    },
    // Copying takes the space off.
    text: withoutSignature(text.slice(at), ['-- ', '--']),
  };
};

const mostSignature = {lines: 8, characters: 600};

/** Without what stands below the line `-- `, which mail programs set above a signature. What is long is no signature. */
export const withoutSignature = (text: string, delimiters: readonly string[] = ['-- ']): string => {
  const from = Math.max(...delimiters.map(line => text.lastIndexOf(`\n${line}\n`)));
  if (from < 0) return text;
  const below = text.slice(from + 1);
  const isSignature =
    below.length <= mostSignature.characters && below.trimEnd().split('\n').length - 1 <= mostSignature.lines;
  return isSignature ? text.slice(0, from) : text;
};
