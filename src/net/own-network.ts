/**
 * The network that a machine stands in: itself, and what is not reached from elsewhere. What a feed names must not lead
 * there: a router or a printer may do what it is asked by whoever is inside.
 */
import {lookup as lookUp} from 'node:dns';
import {BlockList, isIP, type LookupFunction} from 'node:net';
import {late} from '../core/late.ts';

/** IANA's special-purpose address registries, those of them that are somebody's own network. */
const ranges: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['::', 127, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
];

const ownAddresses = late(() => {
  const list = new BlockList();
  for (const [network, prefix, family] of ranges) list.addSubnet(network, prefix, family);
  return list;
});

const ownNames = /(?:^|\.)(?:localhost|local|internal|lan|home|intranet|home\.arpa)$/;

/** IPv4 in an address of IPv6 is checked as IPv4. */
const isOwnAddress = (address: string, family: number): boolean =>
  ownAddresses().check(address, family === 6 ? 'ipv6' : 'ipv4');

/** @param hostname as `URL` has it: small letters, IPv6 in brackets */
export const isOwnNetwork = (hostname: string): boolean => {
  const name = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const family = isIP(name);
  return family === 0 ? ownNames.test(name) || !name.includes('.') : isOwnAddress(name, family);
};

/** Of the error of `lookUpElsewhere`. */
export const ownNetworkCode = 'OWN_NETWORK';

const ownNetwork = (): Error => Object.assign(new Error('in the own network'), {code: ownNetworkCode});

/** What a name stands for may be in the own network, too. */
export const lookUpElsewhere: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, {...options, all: true}, (error, found) => {
    if (error) return callback(error, '', 0);
    const own = found.find(({address, family}) => isOwnAddress(address, family));
    const [first] = found;
    if (own !== undefined || first === undefined) return callback(ownNetwork(), '', 0);
    if (options.all) return callback(null, found);
    return callback(null, first.address, first.family);
  });
};
