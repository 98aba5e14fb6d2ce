/** The pictures that Markdown of our own making shows: where they are, and how they are put elsewhere. */
import {decodeEntities} from '../core/entities.ts';

/** Up to where a picture is: `![alt](`; its address, in angle brackets or bare. */
const image = /(!\[(?:[^[\]\\]|\\.)*\]\()(?:<([^<>\n]*)>|([^\s()<>]+(?:\([^\s()]*\)[^\s()]*)*))/g;

const fence = /^ {0,3}(`{3,}|~{3,})/;

/** Does something to what is no code. */
const outsideCode = (body: string, change: (text: string) => string): string => {
  const parts: string[] = [];
  let text: string[] = [];
  let open: string | undefined;
  const settle = (): void => {
    if (text.length > 0) parts.push(open === undefined ? change(text.join('\n')) : text.join('\n'));
    text = [];
  };
  for (const line of body.split('\n')) {
    const mark = fence.exec(line)?.[1];
    if (open === undefined && mark !== undefined) {
      settle();
      open = mark;
      text.push(line);
    } else if (open !== undefined && mark?.startsWith(open)) {
      text.push(line);
      settle();
      open = undefined;
    } else {
      text.push(line);
    }
  }
  settle();
  return parts.join('\n');
};

/** As it is asked for: without the escapes of Markdown. */
const addressIn = (written: string): string => decodeEntities(written.replace(/\\([!-/:-@[-`{-~])/g, '$1'));

/** The addresses of its pictures, in their order. */
export const markdownImages = (body: string): readonly string[] => {
  const found: string[] = [];
  outsideCode(body, text => {
    for (const [, , bracketed, bare] of text.matchAll(image)) found.push(addressIn(bracketed ?? bare ?? ''));
    return text;
  });
  return found;
};

/** @param placeOf where a picture is now; undefined where it stays. Paths without spaces and brackets */
export const withImageSources = (body: string, placeOf: (address: string) => string | undefined): string =>
  outsideCode(body, text =>
    text.replace(image, (whole: string, head: string, bracketed?: string, bare?: string) => {
      const place = placeOf(addressIn(bracketed ?? bare ?? ''));
      return place === undefined ? whole : head + place;
    }),
  );
