import type { LexicalEditorWithDispose } from 'lexical'
import { setAsideWords, withSetAsideWords } from '../../../shared/brief/set-aside-words.ts'
import type { BriefState } from '../../../shared/brief/state.ts'
import type { OpenBrief } from '../../../shared/contract/briefs.ts'
import { t } from '../../app/strings/catalogue.ts'
import type { CoreClient } from '../../app/transport/transport.ts'
import { Checking } from './checking.ts'
import { Citing } from './citing.ts'
import { openSheet, sheetOf } from './draft-editor.ts'
import { setPassages } from './nodes/cited.ts'
import { setLanguage } from './nodes/marks.ts'
import { Saving } from './saving.ts'
import type { Sheet } from './sheet.ts'
import { Store } from './store.ts'

/** The brief that is worked in: what is copied has its marks and its citations. */
const workedIn = new Store<BriefSession | null>(null)

/**
 * A brief that is being worked on: its sheet, its saving and its checking, which
 * begins once `BriefDesk` says what it rests on: the sheet is shown by then. It
 * outlives the view, so that a quote can be put into it from the reader, and
 * coming back finds caret, scroll and undo as they were.
 */
export class BriefSession {
  readonly id: string
  readonly editor: LexicalEditorWithDispose
  /** The element that is written in; the view shows it where the sheet is. */
  readonly root: HTMLElement
  readonly title: Store<string>
  /** BCP 47; decides the quotation marks and the spelling. */
  readonly language: Store<string | null>
  readonly saving: Saving
  readonly checking: Checking
  readonly citing: Citing
  /** Id of the style that citations are set in; null for the library's own. */
  readonly citationStyle: Store<string | null>
  /** The node of the citation whose form is open. */
  readonly citingOpen = new Store<string | null>(null)
  /** The quotation at the caret, and the one whose card is open; ids of `DraftQuotation`. */
  readonly current = new Store<string | null>(null)
  readonly open = new Store<string | null>(null)
  /** How often the outline was asked for, so that it comes and takes the focus, and which card was open then. */
  readonly outlineAsked = new Store({ count: 0, open: null as string | null })
  /** The node of the quote whose words are being altered. */
  readonly altering = new Store<string | null>(null)
  #scroll = 0
  #opened: BriefState
  #setAside: readonly string[]
  #sheet: Sheet | null = null
  readonly #stop: () => void

  constructor(core: () => CoreClient, { brief, state }: OpenBrief) {
    this.id = brief.id
    this.#opened = state
    this.title = new Store(state.title)
    this.citationStyle = new Store(state.citationStyle)
    this.language = new Store(state.language)
    this.#setAside = setAsideWords(state.extra)
    this.editor = openSheet(state.root, this.#setAside)
    this.root = sheetElement()
    this.editor.setRootElement(this.root)
    this.saving = new Saving(core, brief, () => this.sheet().state)
    this.checking = new Checking(core, () => this.sheet())
    this.citing = new Citing(core, brief.id, () => this.sheet())
    const changed = (): void => {
      this.saving.changed()
      this.checking.changed()
      this.citing.changed()
    }
    const stopEditor = this.editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) changed()
    })
    const stopTitle = this.title.subscribe(changed)
    const stopStyle = this.citationStyle.subscribe(() => {
      this.saving.changed()
      this.citing.now()
    })
    const stopLanguage = this.language.subscribe(() => {
      this.#tellNodes()
      changed()
    })
    this.#stop = () => {
      stopEditor()
      stopTitle()
      stopStyle()
      stopLanguage()
    }
    this.checking.checked.subscribe(() => this.#tellNodes())
  }

  /** Makes this brief the one that is worked in. */
  work(): void {
    workedIn.set(this)
    this.#tellNodes()
  }

  #tellNodes(): void {
    if (workedIn.get() !== this) return
    setLanguage(this.language.get())
    setPassages(this.checking.checked.get().passages)
  }

  /** How far the sheet was scrolled when it was last shown, in pixels. */
  get scroll(): number {
    return this.#scroll
  }

  keepScroll(top: number): void {
    this.#scroll = top
  }

  /** The brief as it stands in the window. */
  sheet(): Sheet {
    const { root, nodes, setAside } = sheetOf(this.editor)
    const title = this.title.get()
    const citationStyle = this.citationStyle.get()
    const language = this.language.get()
    const now = this.#sheet?.state
    if (
      this.#sheet !== null &&
      now?.root === root &&
      this.#setAside === setAside &&
      now.title === title &&
      now.language === language &&
      now.citationStyle === citationStyle
    )
      return this.#sheet
    if (this.#setAside !== setAside) {
      this.#setAside = setAside
      this.#opened = { ...this.#opened, extra: withSetAsideWords(this.#opened.extra, setAside) }
    }
    this.#sheet = { state: { ...this.#opened, title, citationStyle, language, root }, nodes }
    return this.#sheet
  }

  /** Lets go of the editor, and with it of what is not stored. */
  end(): void {
    if (workedIn.get() === this) workedIn.set(null)
    this.checking.end()
    this.citing.end()
    this.saving.end()
    this.#stop()
    this.editor.dispose()
  }
}

function sheetElement(): HTMLElement {
  const root = document.createElement('div')
  root.className = 'draft'
  root.contentEditable = 'true'
  root.spellcheck = false
  root.setAttribute('role', 'textbox')
  root.setAttribute('aria-multiline', 'true')
  root.setAttribute('aria-label', t.editor.text)
  root.dataset['placeholder'] = t.editor.placeholder
  root.dataset['firstFocus'] = ''
  return root
}
