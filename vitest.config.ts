import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // The terminal and package tests start real processes; on a busy machine that takes a while.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // A pseudo-terminal drops the last words of a program that ended when nobody reads them within 200 ms, which a busy
    // machine manages now and then. Once more, and no more: what fails twice is broken.
    retry: 1,
    globalSetup: ['tests/support/build.ts'],
    env: {TZ: 'UTC'},
  },
});
