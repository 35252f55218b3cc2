import { defineConfig } from 'vitest/config'

/** Tests that take seconds, or load much, carry `.slow` in their name: `npm test` runs them, `npm run check` does not. */
const SLOW = ['src/**/*.slow.test.{ts,tsx}', 'bin/**/*.slow.test.ts', 'e2e/**/*.slow.test.tsx']

export default defineConfig({
  test: {
    testTimeout: 60_000,
    // Vitest leaves one core free, which on two cores is half of them.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: [
            'src/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
            'bin/**/*.test.ts',
            'e2e/**/*.test.tsx',
          ],
          exclude: SLOW,
        },
      },
      { extends: true, test: { name: 'slow', include: SLOW } },
    ],
  },
})
