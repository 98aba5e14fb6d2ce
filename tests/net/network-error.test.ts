import {describe, expect, test} from 'vitest';
import {AppError} from '../../src/core/errors.ts';
import {networkError} from '../../src/net/network-error.ts';

const failed = (code: string): Error => Object.assign(new Error('something technical'), {code});
const told = (code: string): string => networkError(failed(code), 'harbour.example').message;

describe('what the network says no with', () => {
  test.each([
    ['ENOTFOUND', 'there is no such host'],
    ['EAI_AGAIN', 'its name cannot be looked up'],
    ['ECONNREFUSED', 'refuses the connection'],
    ['ECONNRESET', 'broke off the connection'],
    ['UND_ERR_CONNECT_TIMEOUT', 'does not answer'],
    ['EHOSTUNREACH', 'cannot be reached from here'],
    ['CERT_HAS_EXPIRED', 'has a certificate that has expired'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'has a certificate for another host'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'has a certificate that cannot be trusted'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'has a certificate that cannot be trusted'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'has a certificate that cannot be trusted'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'has a certificate that cannot be trusted'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'does not speak HTTPS as it should'],
    ['E_NEVER_HEARD_OF', 'cannot be reached (E_NEVER_HEARD_OF)'],
    ['constructor', 'cannot be reached (constructor)'],
  ])('%s: %s', (code, message) => {
    expect(told(code)).toBe(`harbour.example: ${message}`);
  });

  test('what has words already gets the host, and keeps its hint', () => {
    const error = networkError(new AppError('io', 'what it sends is too large', {hint: 'so it is'}), 'harbour.example');
    expect([error.message, error.hint]).toEqual(['harbour.example: what it sends is too large', 'so it is']);
  });

  test('a bug stays one', () => {
    expect(() => networkError(new TypeError('x is undefined'), 'harbour.example')).toThrow(TypeError);
  });
});
