/** HTML entities in text that is no Markdown: titles, names, captions. */
import {decodeHTML} from 'entities/decode';

/** Once over: `&amp;lt;` becomes `&lt;`. What comes out is hostile. */
export const decodeEntities = (text: string): string => (text.includes('&') ? decodeHTML(text) : text);
