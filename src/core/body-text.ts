/** The plain text of a body for comparing, counting and searching: without markup and link targets. Hostile as it is. */
import {scanBody} from './body-scan.ts';

/** Prose, with a newline where a block ends; what a link or a picture says is kept, where it leads and code blocks are not. */
export const textOfBody = (body: string): string => {
  const pieces: string[] = [];
  scanBody(body, {text: piece => pieces.push(piece)});
  return pieces.join('');
};

/** All that a reader sees, and so can look for: beyond the prose also code blocks, and addresses that stand in the text. */
export const shownTextOfBody = (body: string): string => {
  const pieces: string[] = [];
  const push = (piece: string) => void pieces.push(piece);
  scanBody(body, {text: push, verbatim: push});
  return pieces.join('');
};
