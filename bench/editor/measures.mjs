const quantile = (times, q) => times.toSorted((a, b) => a - b)[Math.floor(q * (times.length - 1))] ?? 0

/** Milliseconds from the press on a brief in the list to the frame that shows its first words. */
export async function openBrief(page, title, first) {
  await page.evaluate(
    ([name, words]) => {
      globalThis.opened = new Promise((resolve, reject) => {
        window.addEventListener(
          'mousedown',
          () => {
            const began = performance.now()
            const look = () => {
              const shown =
                document.querySelector('.brief-title')?.value === name &&
                document.querySelector('.draft')?.textContent.includes(words)
              if (performance.now() - began > 60_000)
                reject(new Error(`“${name}” was not shown within a minute.`))
              else if (shown)
                requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)))
              else requestAnimationFrame(look)
            }
            requestAnimationFrame(look)
          },
          { capture: true, once: true },
        )
      })
    },
    [title, first],
  )
  await page.getByRole('option').filter({ hasText: title }).click({ noWaitAfter: true })
  return page.evaluate(() => globalThis.opened)
}

/** From each key that is really pressed to the frame that shows it; and the longest that the page was busy at a stretch. */
export async function typed(page, selector, keys) {
  await page.evaluate((root) => {
    globalThis.keyTimes = []
    globalThis.longest = 0
    const channel = new MessageChannel()
    let began = 0
    channel.port1.addEventListener('message', () => globalThis.keyTimes.push(performance.now() - began))
    channel.port1.start()
    globalThis.onKey = (event) => {
      if (event.key.length !== 1) return
      began = performance.now() - Math.max(0, performance.now() - event.timeStamp)
      requestAnimationFrame(() => channel.port2.postMessage(null))
    }
    document.querySelector(root).addEventListener('keydown', globalThis.onKey, { capture: true })
    globalThis.busy = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        globalThis.longest = Math.max(globalThis.longest, duration)
    })
    globalThis.busy.observe({ type: 'longtask' })
  }, selector)
  for (let at = 0; at < keys; at += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one key after another, as a person types
    await page.keyboard.press('abcdefgh ijkl'[at % 13] === ' ' ? 'Space' : 'abcdefghijkl'[at % 12])
    // oxlint-disable-next-line no-await-in-loop -- about 12 keys a second
    await page.waitForTimeout(60)
  }
  return page
    .evaluate((root) => {
      document.querySelector(root).removeEventListener('keydown', globalThis.onKey, { capture: true })
      globalThis.busy.disconnect()
      return { times: globalThis.keyTimes, longest: globalThis.longest }
    }, selector)
    .then(({ times, longest }) => ({
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      longest,
      keys: times.length,
    }))
}
