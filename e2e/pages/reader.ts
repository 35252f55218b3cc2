import type { FrameLocator, Locator, Page } from '@playwright/test'

/** The sheet with a source's text, its popover and its highlights. */
export class Reader {
  readonly page: Page
  readonly title: Locator
  readonly text: Locator
  /** The pages of a PDF. */
  readonly pages: Locator
  readonly popover: Locator
  /** The notes in the margin. */
  readonly notes: Locator
  readonly cards: Locator
  readonly message: Locator
  readonly find: FindBar
  readonly outline: Locator
  /** Asked for in place of a locked PDF's pages. */
  readonly password: Locator
  /** The original of a saved page, in its frame. */
  readonly look: FrameLocator

  constructor(page: Page) {
    this.page = page
    this.title = page.getByRole('main').getByRole('heading', { level: 1 })
    this.text = page.getByRole('article', { name: 'Source text' })
    this.pages = page.getByRole('article', { name: 'Pages of the source' })
    this.notes = page.locator('.margin').getByRole('button')
    this.popover = page.getByRole('main').getByRole('dialog')
    this.password = page.getByRole('form', { name: 'This PDF is locked' }).getByLabel('Password')
    // A comment may hold lists of its own.
    this.cards = page
      .getByRole('list', { name: 'Annotations' })
      .getByRole('listitem')
      .filter({ has: page.locator('.say') })
    this.message = page.locator('.message')
    this.find = new FindBar(page)
    this.outline = page.getByRole('navigation', { name: 'Outline' })
    this.look = page.getByRole('main').frameLocator('iframe')
  }

  /** Shows the text or the original, by the switch in the bar. */
  async show(view: 'Text' | 'Original'): Promise<void> {
    await this.page.getByRole('main').getByRole('radio', { name: view }).click()
  }

  /** Enters the password of a locked PDF, by keyboard. */
  async unlock(password: string): Promise<void> {
    await this.password.fill(password)
    await this.page.keyboard.press('Enter')
  }

  /** Scrolls a PDF to a page, as by the wheel. */
  async scrollToPage(page: number, of: number): Promise<void> {
    await this.pages.evaluate(
      (root, share) => {
        const scroller = root.closest('.scroll')
        if (scroller !== null) scroller.scrollTop = scroller.scrollHeight * share
      },
      (page - 1) / of,
    )
    await this.pages.getByRole('group', { name: `Page ${String(page)}`, exact: true }).waitFor()
  }

  /** Puts the caret into these words, as a click there does. */
  async clickIn(words: string, text: Locator = this.text): Promise<void> {
    const place = await placeIn(text, words)
    await this.page.mouse.click(place.x, place.y)
  }

  /** Selects from one word to another, each in one piece of type, as a click and a click with Shift do. */
  async select(from: string, to: string, text: Locator = this.text): Promise<void> {
    const start = await placeIn(text, from)
    await this.page.mouse.click(start.left, start.y)
    const end = await placeIn(text, to)
    await this.page.mouse.move(end.right, end.y)
    await this.page.keyboard.down('Shift')
    await this.page.mouse.click(end.right, end.y)
    await this.page.keyboard.up('Shift')
  }

  /** Lengthens the selection to the end of these words, by a click with Shift. */
  async extendTo(words: string, text: Locator = this.text): Promise<void> {
    const { right, y } = await placeIn(text, words)
    await this.page.keyboard.down('Shift')
    await this.page.mouse.click(right, y)
    await this.page.keyboard.up('Shift')
  }

  /** How sources were left, as the window's profile has it. */
  remembered(): Promise<string> {
    return this.page.evaluate(() => localStorage.getItem('verbatim.reading') ?? '')
  }

  /** Selects the quotation around these words, and highlights it by a key. What the popover covers is uncovered first. */
  async highlightQuotation(words: string, key: '1' | '2' | '3' | '4' | '5'): Promise<void> {
    await this.page.keyboard.press('Escape')
    await this.clickIn(words)
    await this.page.keyboard.press('q')
    await this.page.keyboard.press(key)
  }

  /** Where a passage's words stand in the window, in pixels: the middle of their first or last character's outer edge. */
  async pointAt(words: string, edge: 'start' | 'end'): Promise<{ readonly x: number; readonly y: number }> {
    return this.text.evaluate(
      (root, { wanted, side }) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(wanted) ?? -1
          if (at < 0) continue
          const offset = side === 'start' ? at : at + wanted.length - 1
          const range = document.createRange()
          range.setStart(node, offset)
          range.setEnd(node, offset + 1)
          const { left, right, top, height } = range.getBoundingClientRect()
          return { x: side === 'start' ? left : right, y: top + height / 2 }
        }
        throw new Error(`The text does not hold “${wanted}” in one piece.`)
      },
      { wanted: words, side: edge },
    )
  }

  /** Drags an end of the highlight that is worked on to an edge of these words. */
  async dragEnd(end: 'start' | 'end', words: string, edge: 'start' | 'end'): Promise<void> {
    const box = await this.page.locator(`.range-end.${end}`).boundingBox()
    if (box === null) throw new Error('The end is not drawn.')
    const { x, y } = await this.pointAt(words, edge)
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await this.page.mouse.down()
    await this.page.mouse.move(x, y, { steps: 4 })
    await this.page.mouse.up()
  }

  /** How many stretches are painted in a colour. */
  painted(colour: string): Promise<number> {
    return this.page.evaluate((name) => CSS.highlights.get(`hl-${name}`)?.size ?? 0, colour)
  }

  /** The colour in which a highlight is painted in an element. */
  paintOf(colour: string, within: Locator): Promise<string> {
    return within.evaluate(
      (element, name) => getComputedStyle(element).getPropertyValue(`--paint-${name}-bg`),
      colour,
    )
  }

  selectedWords(): Promise<string> {
    return this.page.evaluate(() => document.getSelection()?.toString() ?? '')
  }
}

/** Finding words in the source. */
class FindBar {
  readonly #page: Page
  readonly field: Locator
  readonly count: Locator

  constructor(page: Page) {
    this.#page = page
    const bar = page.getByRole('search', { name: 'Find in this source' })
    this.field = bar.getByRole('textbox')
    this.count = bar.getByRole('status')
  }

  async open(words: string): Promise<void> {
    await this.#page.keyboard.press('Control+f')
    await this.field.fill(words)
  }

  /** The words painted as the place that is looked at. */
  here(): Promise<string> {
    return this.#page.evaluate(() => [...(CSS.highlights.get('found-here') ?? [])].map(String).join(''))
  }

  /** How many other places are painted. */
  others(): Promise<number> {
    return this.#page.evaluate(() => CSS.highlights.get('found')?.size ?? 0)
  }
}

interface PlaceInPage {
  /** In the middle of the first letter. */
  readonly x: number
  readonly y: number
  readonly left: number
  readonly right: number
}

/** Scrolls words, which stand in one piece, to the middle, and tells where they are. */
const placeIn = (text: Locator, words: string): Promise<PlaceInPage> =>
  text.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      node.parentElement?.scrollIntoView({ block: 'center' })
      const range = document.createRange()
      range.setStart(node, at + 1)
      range.setEnd(node, at + 2)
      const { left: x, top, height } = range.getBoundingClientRect()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const { left, right } = range.getBoundingClientRect()
      return { x, y: top + height / 2, left, right }
    }
    throw new Error(`The text does not hold “${wanted}” in one piece.`)
  }, words)
