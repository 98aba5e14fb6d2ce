/** Stands in for the package string-width wherever Ink and its helpers use it: what they take a text to be wide is what newsprint does. */
import {width} from '../../core/text/width.ts';

/** @returns columns of one line of text; escape sequences take none */
const stringWidth = (text: string): number => (typeof text === 'string' ? width(text) : 0);

export default stringWidth;
