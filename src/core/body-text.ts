/** The plain text of a body for comparing, counting and searching: without markup and link targets. Hostile as it is. */
import {scanBody} from './body-scan.ts';

/** What one scan of a body tells; of most bodies all three texts are the same. */
export interface BodyTexts {
  /** Prose, with a newline where a block ends; what a link or a picture says is kept, where it leads and code blocks are not. */
  readonly prose: string;
  /** The same, code spans between backticks. */
  readonly marked: string;
  /** All that a reader sees, and so can look for: beyond the prose also code blocks, and addresses that stand in the text. */
  readonly shown: string;
  /** Addresses that the body leads to in the order they stand, each once. See `body-links.ts`. */
  readonly links: readonly string[];
}

/** HTML whose content is shown, and is no prose: such a body takes a scan for each. */
const shownTag = /<(?:pre|code)\b/i;

const shownOf = (body: string): string => {
  const pieces: string[] = [];
  const push = (piece: string) => void pieces.push(piece);
  scanBody(body, {text: push, verbatim: push});
  return pieces.join('');
};

const readTexts = (body: string): BodyTexts => {
  const links = new Set<string>();
  const prose: string[] = [];
  // Made where they begin to differ from the prose.
  let marked: string[] | undefined;
  let shown: string[] | undefined;
  const hasShownTag = shownTag.test(body);
  scanBody(body, {
    text: piece => {
      prose.push(piece);
      marked?.push(piece);
      shown?.push(piece);
    },
    code: piece => {
      marked ??= [...prose];
      prose.push(piece);
      marked.push('`', piece.replaceAll('\n', ' '), '`');
      shown?.push(piece);
    },
    ...(!hasShownTag && {
      verbatim: (piece: string) => {
        shown ??= [...prose];
        shown.push(piece);
      },
    }),
    link: address => {
      if (address !== '') links.add(address);
    },
  });
  const text = prose.join('');
  return {
    prose: text,
    marked: marked?.join('') ?? text,
    shown: hasShownTag ? shownOf(body) : (shown?.join('') ?? text),
    links: [...links],
  };
};

/** Of the last body only: who takes articles in asks of each several times in a row. */
let last: {readonly body: string; readonly texts: BodyTexts} | undefined;

export const textsOfBody = (body: string): BodyTexts => {
  if (last?.body !== body) last = {body, texts: readTexts(body)};
  return last.texts;
};

export const textOfBody = (body: string): string => textsOfBody(body).prose;

export const shownTextOfBody = (body: string): string => textsOfBody(body).shown;
