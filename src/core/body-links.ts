/** The link targets of an article's body, for telling which articles belong together: quick, and code is passed over. */
import {textsOfBody} from './body-text.ts';

/**
 * Addresses in the order they stand, entities decoded, each once: inline links, reference definitions, autolinks,
 * `<a href>`, `[[wiki]]` links as `wiki:` and Hugo's `ref` as `ref:` (see `core/links.ts`). Hostile as they are: for
 * resolving only.
 */
export const linksOfBody = (body: string): readonly string[] => textsOfBody(body).links;
