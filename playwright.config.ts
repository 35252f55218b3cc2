import { defineConfig } from '@playwright/test'

// Parts that run at the same time leave their reports and pictures apart.
const part = process.env['VERBATIM_E2E_PART'] ?? '0'

/** One window at a time on a display: each test has a library, a profile and an app of its own. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: `out/e2e/${part}`,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  retries: 0,
  forbidOnly: true,
  reporter: [['line'], ['json', { outputFile: `out/e2e-report-${part}.json` }]],
})
