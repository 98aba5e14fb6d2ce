/** The plain text of a body for comparing and counting, not for showing: markup, code blocks and link targets left out. */
import {scanBody} from './body-scan.ts';

/** Text with a newline where a block ends; what a link or a picture says is kept, where it leads is not. Hostile as it is. */
export const textOfBody = (body: string): string => {
  const pieces: string[] = [];
  scanBody(body, {text: piece => pieces.push(piece)});
  return pieces.join('');
};
