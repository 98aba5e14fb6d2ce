import {defineConfig} from 'vitest/config';

/** For the pure layers while working on them: the same tests without building the program first. */
export default defineConfig({test: {include: ['tests/**/*.test.{ts,tsx}'], testTimeout: 30_000, env: {TZ: 'UTC'}}});
