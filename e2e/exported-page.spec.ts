import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { AxeBuilder } from '@axe-core/playwright'
import { commandLine, expect, SAMPLE, test, type Verbatim } from './fixtures.ts'

/** A brief of every kind of block, exported and opened as a browser opens a file, apart from the app’s own pages. */
async function openExported({ places, app: { electron } }: Verbatim, folder: string): Promise<Page> {
  const { library } = places
  commandLine(library, 'import', SAMPLE.courier)
  const [source] = JSON.parse(commandLine(library, '--json', 'sources')) as { citekey: string }[]
  const words = 'We will not close the river'
  const who = ['--speaker', 'Aurel Tesk', '--role', 'prime minister']
  const marked = commandLine(library, '--json', 'annotate', source?.citekey ?? '', '--quote', words, ...who)
  const { id: annotation } = JSON.parse(marked) as { id: string }
  const draft = join(folder, 'draft.md')
  writeFileSync(
    draft,
    `---
title: Walls
lang: en
---

## What was said

He said :quote[${words}]{#${annotation}} and more, [said he](https://courier.example/a).[^1]

:::quote{#${annotation}}
We will now close the river
:::

| Who | What |
| --- | ---: |
| Hale | wall |

- [x] done
- [ ] open

\`\`\`
code
\`\`\`

قالوا لا

[^1]: A note, and [a link](https://courier.example/b).
`,
  )
  const imported = commandLine(library, '--json', 'brief', 'import', draft)
  const { id } = JSON.parse(imported) as { id: string }
  const out = join(folder, 'out.html')
  commandLine(library, 'brief', 'export', id, '--to', 'html', '--out', out)
  const opened = electron.waitForEvent('window')
  await electron.evaluate(
    ({ BrowserWindow }, file) =>
      void new BrowserWindow({ webPreferences: { partition: 'exported' } }).loadFile(file),
    out,
  )
  return opened
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`an exported page is without fault in ${colorScheme} colours, folded and unfolded`, async ({
    verbatim,
    folder,
  }) => {
    const page = await openExported(verbatim, folder)
    await page.emulateMedia({ colorScheme })
    await expect(page.getByRole('heading', { name: 'Walls' })).toBeVisible()
    const faults = async () => {
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    }
    expect(await faults()).toEqual([])
    for (const summary of await page.locator('summary').all()) await summary.click()
    await expect(page.getByText('Aurel Tesk (prime minister)').first()).toBeVisible()
    await expect(page.locator('mark').first()).toHaveText('We will not close the river')
    expect(await faults()).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
}
