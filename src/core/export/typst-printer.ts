import type { PdfLook } from '../../shared/contract/pdf-look.ts'
import { contentsHeading } from '../../shared/citations/headings.ts'
import { setBlocks } from './typst-blocks.ts'
import { breakLines } from './line-breaks.ts'
import { mannerOf, UNTITLED } from './manner.ts'
import { beginsWithTitle } from './markdown-tree.ts'
import { shallow } from './nesting.ts'
import type { Pictures } from './pictures.ts'
import type { PrintedBrief } from './printed-brief.ts'
import type { Setting } from './setting.ts'
import { LONGEST_WORD, styleOf } from './setting.ts'
import { shortened } from './shortened.ts'
import type { TypeCase } from './type-case.ts'
import type { Script, TypstData } from './typst-data.ts'

/** Turns a brief into what the template reads; the type case learns which characters it holds. */
export function typstData(brief: PrintedBrief, look: PdfLook, type: TypeCase, pictures: Pictures): TypstData {
  const [voice, direction] = mannerOf(brief)
  const setting: Setting = {
    type,
    pictures,
    voice,
    direction,
    referred: new Set(),
    headings: [],
    inList: false,
    depth: 0,
    entries: entriesOf(brief.blocks),
  }
  const style = styleOf(brief.title, setting)
  const { script } = style.voice ?? voice
  const title = brief.title.trim() === '' ? UNTITLED : type.fit(brief.title, script)
  const body = beginsWithTitle(brief.title, brief.blocks) ? brief.blocks.slice(1) : brief.blocks
  const blocks = setBlocks(shallow(body), setting)
  const notes = brief.notes.map((note) => setBlocks(shallow(note.blocks), setting))
  return {
    title,
    head: { ...style, c: breakLines(title, TITLE_WORD) },
    running: breakLines(shortened(title, RUNNING_LENGTH), LONGEST_WORD),
    voice,
    dir: direction,
    date: brief.date,
    day: dayOf(brief.date),
    fonts: {
      latn: type.chain('latn'),
      arab: type.chain('arab'),
      hans: type.chain('hans'),
      jpan: type.chain('jpan'),
      kore: type.chain('kore'),
      mono: type.chain('mono'),
    } satisfies Record<Script | 'mono', unknown>,
    eastern: type.holdsEastern(),
    blocks,
    notes,
    look: {
      design: look.design,
      paper: look.paper === 'letter' ? 'us-letter' : 'a4',
      contents: look.contents ? type.fit(contentsHeading(brief.language), voice.script) : null,
    },
  }
}

/** The entries of the bibliography, numbered, by their citekeys: what a citation leads to. */
function entriesOf(blocks: PrintedBrief['blocks']): ReadonlyMap<string, number> {
  const keys = blocks.flatMap((block) => (block.type === 'paragraph' ? [block.data?.entry ?? null] : []))
  const named = keys.filter((key) => key !== null)
  return new Map(named.map((key, at) => [key, at]))
}

/** Letters of a title's size fill a line sooner. */
const TITLE_WORD = 20

/** As long as fits one line above the page. */
const RUNNING_LENGTH = 90

function dayOf(date: string): readonly [number, number, number] {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? []
  return [Number(year ?? 1970), Number(month ?? 1), Number(day ?? 1)]
}
