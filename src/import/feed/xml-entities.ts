/**
 * References in XML: what XML knows, HTML's names (feeds use them though no XML does), and the few that a feed defines
 * itself. Nothing is fetched, no definition refers to another one, and what definitions may add is bounded.
 */
import {decodeHTMLStrict} from 'entities/decode';

const definition = /<?!ENTITY\s{1,99}([\w.-]{1,50})\s{1,99}(?:"([^"<]{0,100})"|'([^'<]{0,100})')/;
const builtIn: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);
const mostDefinitions = 1000;
/** UTF-16 units that a document's own definitions add to it at most. */
const mostAdded = 1_000_000;

export interface XmlEntities {
  /** Takes in what `<!…>` says, without its brackets. */
  readonly define: (declaration: string) => void;
  /** References that mean nothing stay as they are. */
  readonly decode: (text: string) => string;
}

export const xmlEntities = (): XmlEntities => {
  const defined = new Map<string, string>();
  let added = 0;
  const resolve = (reference: string, name: string): string => {
    const value = defined.get(name);
    if (value === undefined || added + value.length > mostAdded) return decodeHTMLStrict(reference);
    added += value.length;
    return value;
  };
  return {
    define: declaration => {
      const [, name, double, single] = definition.exec(declaration) ?? [];
      if (name === undefined || builtIn.has(name) || defined.has(name) || defined.size === mostDefinitions) return;
      defined.set(name, decodeHTMLStrict(double ?? single ?? ''));
    },
    decode: text => {
      if (!text.includes('&')) return text;
      return defined.size === 0 ? decodeHTMLStrict(text) : text.replace(/&#?([\w.-]{1,50});/g, resolve);
    },
  };
};
