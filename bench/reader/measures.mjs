const quantile = (times, q) => times.toSorted((a, b) => a - b)[Math.floor(q * (times.length - 1))] ?? 0

/** Milliseconds from the press on a source in the list to the frame that shows its words. */
export const opened = async (page, title, words) => {
  await page.evaluate(
    ([name, selector]) => {
      const shown = () => {
        const first = document.querySelector(selector)
        const article = document.querySelector('h2.crumbs')?.textContent.includes(name)
        return article && first !== null && first.getBoundingClientRect().height > 0
      }
      globalThis.measured = new Promise((resolve, reject) => {
        const start = () => {
          const began = performance.now()
          const look = () => {
            const ms = performance.now() - began
            if (ms > 60_000) reject(new Error(`“${name}” was not shown within a minute.`))
            else if (shown())
              requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)))
            else requestAnimationFrame(look)
          }
          requestAnimationFrame(look)
        }
        window.addEventListener('mousedown', start, { capture: true, once: true })
      })
    },
    [title, words],
  )
  await page.getByRole('option').filter({ hasText: title }).click({ noWaitAfter: true })
  return { ms: await page.evaluate(() => globalThis.measured) }
}

/** The words of a long text, once all of it is drawn and laid out. */
export const laidOut = async (page) => {
  const words = page.locator('.words:not(.long)')
  await words.waitFor()
  return words.evaluate((element) => element.textContent)
}

/** Frame times in milliseconds while the wheel turns for some seconds, and as the scroll goes from end to end. */
export const frames = async (page, scroller) => {
  const { x, y } = await page.locator(scroller).evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  })
  await page.mouse.move(x, y)
  await page.evaluate(() => {
    globalThis.frameTimes = []
    let last = performance.now()
    const note = (now) => {
      globalThis.frameTimes.push(now - last)
      last = now
      globalThis.noting = requestAnimationFrame(note)
    }
    globalThis.noting = requestAnimationFrame(note)
  })
  for (let turn = 0; turn < 240; turn += 1) {
    // oxlint-disable-next-line no-await-in-loop -- a wheel turns step by step
    await page.mouse.wheel(0, 240)
  }
  const times = await page.evaluate(() => {
    cancelAnimationFrame(globalThis.noting)
    return globalThis.frameTimes.slice(2)
  })
  return { median: quantile(times, 0.5), p95: quantile(times, 0.95), frames: times.length }
}

/** Milliseconds to paint all highlights of a text anew, once `least` stretches of it are painted. */
export const painted = async (page, title, least) => {
  const { ms } = await opened(page, title, '.words [data-start]')
  await page.waitForFunction(
    (wanted) => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0) >= wanted,
    least,
  )
  const paint = await page.evaluate(async () => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- it is carried into the page
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    const ranges = new Map([...CSS.highlights].map(([name, highlight]) => [name, [...highlight]]))
    for (const name of ranges.keys()) CSS.highlights.delete(name)
    await frame()
    await frame()
    const began = performance.now()
    for (const [name, each] of ranges)
      CSS.highlights.set(name, new Highlight(...each.map((range) => range.cloneRange())))
    await frame()
    return performance.now() - began
  })
  return { ms, paint }
}

/** Resident memory of the page's process in megabytes. */
export const memoryOf = (app) =>
  app.electron.evaluate(({ app: electron }) => {
    const page = electron.getAppMetrics().find(({ type }) => type === 'Tab')
    return (page?.memory.workingSetSize ?? 0) / 1024
  })

/** Goes through a PDF's thousand pages up to a number, waiting at every tenth until its words are there. */
export const paged = (page, to) =>
  page.evaluate(async (last) => {
    const scroller = document.querySelector('.scroll.pdf')
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- it is carried into the page
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    for (let at = 0; at < last; at += 10) {
      scroller.scrollTop = (scroller.scrollHeight * at) / 1000
      const words = `[data-page="${at + 1}"] .pdf-words span`
      const until = performance.now() + 5000
      // oxlint-disable-next-line no-await-in-loop -- page by page
      while (document.querySelector(words) === null && performance.now() < until) await frame()
    }
  }, to)

/** The same words as bare paragraphs, laid out and painted in the same browser. */
export const bare = (page, text) =>
  page.evaluate(async (words) => {
    document.body.replaceChildren()
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    const began = performance.now()
    const scroller = document.createElement('div')
    scroller.style.cssText = 'height: 100vh; overflow: auto; font: 18px serif'
    for (let at = 0; at < words.length; at += 500) {
      const paragraph = document.createElement('p')
      paragraph.textContent = words.slice(at, at + 500)
      scroller.append(paragraph)
    }
    document.body.append(scroller)
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return { ms: performance.now() - began }
  }, text)
