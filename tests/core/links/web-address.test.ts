import {describe, expect, test} from 'vitest';
import {addressKey} from '../../../src/core/links/web-address.ts';
import {url} from '../../../src/core/sanitize.ts';

const keyOf = (address: string): string => addressKey(url(address) ?? expect.fail(`${address} is no address`));

describe('the same page', () => {
  test.each([
    'http://example.org/a/border-rules',
    'https://www.example.org/a/border-rules',
    'https://example.org/a/border-rules/',
    'https://example.org/a/border-rules#comments',
    'https://EXAMPLE.org/a/border-rules?utm_source=mail&utm_medium=x',
    'https://example.org/a/border-rules?fbclid=1&gclid=2&mc_cid=3&igsh=4',
    'https://example.org/a/border-rules/amp',
    'https://example.org/a/border-rules/amp/',
    'https://amp.example.org/a/border-rules',
    'https://example.org/a/border-rules?amp=1',
    'https://example.org/a/border-rules?outputType=amp',
  ])('is %s', address => {
    expect(keyOf(address)).toBe(keyOf('https://example.org/a/border-rules'));
  });

  test('whatever the order of its parameters', () => {
    expect(keyOf('https://example.org/?id=1&page=2')).toBe(keyOf('https://example.org/?page=2&id=1'));
    expect(keyOf('https://example.org/a.amp.html')).toBe(keyOf('https://example.org/a.html'));
  });
});

describe('another page', () => {
  test.each([
    'https://example.org/a/border-rules-2',
    'https://example.org/a/Border-Rules',
    'https://example.org/a/border-rules?id=2',
    'https://news.example.org/a/border-rules',
    'https://example.org/camp',
    'https://example.org/a/border-rules?outputType=print',
  ])('is %s', address => {
    expect(keyOf(address)).not.toBe(keyOf('https://example.org/a/border-rules'));
  });
});
