/** The link targets of an article's body, for telling which articles belong together: quick, and code is passed over. */
import {scanBody} from './body-scan.ts';

/**
 * Addresses in the order they stand, entities decoded, each once: inline links, reference definitions, autolinks,
 * `<a href>`, `[[wiki]]` links as `wiki:` and Hugo's `ref` as `ref:` (see `core/links.ts`). Hostile as they are: for
 * resolving only.
 */
export const linksOfBody = (body: string): readonly string[] => {
  const addresses = new Set<string>();
  scanBody(body, {
    link: address => {
      if (address !== '') {
        addresses.add(address);
      }
    },
  });
  return [...addresses];
};
