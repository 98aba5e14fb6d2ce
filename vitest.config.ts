import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // The terminal and package tests start real processes; on a busy machine that takes a while.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    globalSetup: ['tests/support/build.ts'],
    env: {TZ: 'UTC'},
  },
});
