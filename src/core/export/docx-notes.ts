import { docxBlocks } from './docx-blocks.ts'
import { plainRun } from './docx-runs.ts'
import { NOTE_STYLES, type DocxSetting } from './docx-setting.ts'
import { noteLabel } from './printed-brief.ts'
import { joined, NO_XML, xml, type Xml } from './xml-tree.ts'

/** The notes that the body refers to; to be made when it is done. */
export function notesPart(setting: DocxSetting): Xml {
  const { notes } = setting
  const { kind } = notes
  const separator = (id: number, type: string, mark: string) =>
    xml(
      `w:${kind}`,
      { 'w:type': type, 'w:id': id },
      xml('w:p', {}, xml('w:pPr', {}, xml('w:spacing', { 'w:after': 0 })), xml('w:r', {}, xml(mark))),
    )
  const bodies = notes.all.flatMap((_, index) => {
    const label = noteLabel(index + 1)
    return notes.referred.has(label) ? [noteOf(label, setting)] : []
  })
  return joined([
    separator(-1, 'separator', 'w:separator'),
    separator(0, 'continuationSeparator', 'w:continuationSeparator'),
    ...bodies,
  ])
}

function noteOf(label: string, setting: DocxSetting): Xml {
  const { kind } = setting.notes
  const style = NOTE_STYLES[kind]
  const number = joined([
    xml('w:r', {}, xml('w:rPr', {}, xml('w:rStyle', { 'w:val': style.reference })), xml(`w:${kind}Ref`)),
    plainRun(' ', {}, setting.manner, setting.document),
  ])
  const blocks = noteBlocks(label, setting, number)
  return xml(`w:${kind}`, { 'w:id': Number(label) }, blocks)
}

function noteBlocks(label: string, setting: DocxSetting, before: Xml): Xml {
  const { notes } = setting
  const inside = { ...setting, style: NOTE_STYLES[notes.kind].text, notes: { ...notes, within: [label] } }
  return docxBlocks(notes.all[Number(label) - 1]?.blocks ?? [], inside, before)
}

/** Notes that nothing refers to: they are the author's text all the same, and stand last. */
export function unreferredNotes(setting: DocxSetting): Xml {
  const { notes } = setting
  const labels = notes.all.map((_, index) => noteLabel(index + 1)).filter((label) => !notes.placed.has(label))
  return joined(
    labels.map((label) => {
      if (notes.placed.has(label)) return NO_XML
      notes.placed.add(label)
      return noteBlocks(
        label,
        setting,
        plainRun(`${label} `, { raised: 'superscript' }, setting.manner, setting.document),
      )
    }),
  )
}
