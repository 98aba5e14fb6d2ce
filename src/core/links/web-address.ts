/** When two web addresses mean the same page. */
import type {SafeUrl} from '../sanitize.ts';

/** Parameters that say where a reader came from, not what is shown. */
const tracking = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid)$/i;

/** The same for addresses that differ only in http or https, a final slash, the anchor, or tracking parameters. */
export const addressKey = (address: SafeUrl): string => {
  const {protocol, host, pathname, searchParams} = new URL(address);
  const scheme = protocol === 'http:' || protocol === 'https:' ? 'web:' : protocol;
  const query = [...searchParams].filter(([name]) => !tracking.test(name)).map(pair => pair.join('='));
  return `${scheme}${host}${pathname.replace(/\/$/, '')}?${query.join('&')}`;
};
