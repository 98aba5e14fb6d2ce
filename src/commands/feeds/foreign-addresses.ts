/** Addresses that a feed or a page names, which are somebody else's words: they must not lead into the network of this machine. */
import type {Network} from '../../net/network.ts';
import {isOwnNetwork} from '../../net/own-network.ts';

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : '');

/**
 * For what stands at an address names. In the network of this machine it may name what is on its own host only, and no
 * redirect leads elsewhere in there. What is in that network itself may name what it likes: somebody who subscribes to an
 * intranet's feed wants its pages.
 */
export const fetchNamedBy = (address: string, fetchAddress: Network['fetchAddress']): Network['fetchAddress'] => {
  const trustedHost = hostOf(address);
  if (isOwnNetwork(trustedHost)) return fetchAddress;
  return (named, request = {}) => fetchAddress(named, {...request, isFromElsewhere: true, trustedHost});
};
