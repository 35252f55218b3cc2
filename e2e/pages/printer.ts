import type { App } from '../app.ts'

/** What the system's print dialog stands for in a test: what would be printed is kept as a PDF. */
export class Printer {
  readonly #app: App

  constructor(app: App) {
    this.#app = app
  }

  /** Every page that is printed from now on meets this answer; null prints it. */
  async willAnswer(reason: string | null): Promise<void> {
    await this.#app.electron.evaluate(({ app }, answer) => {
      const held = globalThis as { answer?: string | null; printed?: string[] }
      held.answer = answer
      if (held.printed !== undefined) return
      const printed: string[] = (held.printed = [])
      app.on('web-contents-created', (_event, contents) => {
        contents.print = (_options, done) => {
          const said = held.answer ?? null
          const print = async (): Promise<void> => {
            if (said === null) printed.push(Buffer.from(await contents.printToPDF({})).toString('base64'))
            done?.(said === null, said ?? '')
          }
          void print()
        }
      })
    }, reason)
  }

  /** The last page that was printed, as a PDF. */
  async printed(): Promise<Buffer> {
    const last = await this.#app.electron.evaluate(
      () => (globalThis as { printed?: string[] }).printed?.at(-1) ?? '',
    )
    return Buffer.from(last, 'base64')
  }

  /** How many windows the app has, also those that nobody sees. */
  windows(): Promise<number> {
    return this.#app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  }
}
