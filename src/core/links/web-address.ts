/** When two web addresses mean the same page. */
import type {SafeUrl} from '../sanitize.ts';

/** Parameters that say where a reader came from, not what is shown. */
const tracking =
  /^(?:(?:utm|mtm|pk|piwik|hsa)_\w+|at_(?:medium|campaign)|(?:fb|g|d|ms|y|tw|tt)clid|[gw]braid|mc_[ce]id|igshi?d?|_hs(?:enc|mi)|vero_id|oly_(?:anon|enc)_id|wickedid|cmpid|ncid|ref_(?:src|url)|smid|smtyp|xtor)$/i;

/** A page for phones by another name: `/a/amp`, `/a.amp.html`, `amp.example.org`, `?amp=1`, `?outputType=amp`. */
const amp = {
  path: /\/amp\/?$|(?:\/|\.)amp(?=\.html?$)/i,
  host: /^amp[.-]/,
  name: /^(?:amp|outputtype)$/i,
  value: /^(?:amp|1|true|)$/i,
};

const matters = ([name, value]: readonly [string, string]): boolean =>
  !tracking.test(name) && !(amp.name.test(name) && amp.value.test(value));

/** An address without what marks a page for phones: that of the page that it stands for. */
export const withoutAmp = (address: SafeUrl): SafeUrl => {
  const url = new URL(address);
  url.pathname = url.pathname.replace(amp.path, '');
  url.host = url.host.replace(amp.host, '');
  return url.href as SafeUrl;
};

/**
 * The same for addresses that differ only in http or https, `www.`, a final slash, the anchor, tracking parameters, their
 * order, or in being those of a page for phones.
 */
export const addressKey = (address: SafeUrl): string => {
  const {protocol, host, pathname, searchParams} = new URL(withoutAmp(address));
  const scheme = protocol === 'http:' || protocol === 'https:' ? 'web:' : protocol;
  const query = [...searchParams]
    .filter(matters)
    .map(pair => pair.join('='))
    .sort();
  return `${scheme}${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}?${query.join('&')}`;
};
