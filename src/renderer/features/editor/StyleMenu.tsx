import { FORMAT_TEXT_COMMAND, REDO_COMMAND, UNDO_COMMAND, type TextFormatType } from 'lexical'
import { nameOf, type Chord } from '../../app/keys.ts'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities } from '../../app/surroundings.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Menu, type MenuEntry } from '../../ui/Menu.tsx'
import { HEADINGS, LISTS, setStyle, type BlockStyle } from './blocks/styles.ts'
import { useSession } from './session-context.tsx'

const STYLES: readonly BlockStyle[] = ['paragraph', ...HEADINGS, ...LISTS, 'quote', 'code']

const FORMATS: readonly [TextFormatType, 'bold' | 'italic' | 'strike' | 'code', Chord][] = [
  ['bold', 'bold', { key: 'b', mod: true }],
  ['italic', 'italic', { key: 'i', mod: true }],
  ['strikethrough', 'strike', { key: 'x', mod: true, shift: true }],
  ['code', 'code', { key: 'e', mod: true }],
]

/** Style of the paragraph and of the words, behind one button. The selection in the draft stays. */
export function StyleMenu() {
  const { editor } = useSession()
  const { platform } = useCapabilities()
  const entry = (label: string, chord: Chord | null, act: () => void): MenuEntry => ({
    label,
    ...(chord === null ? {} : { keys: nameOf(chord, platform) }),
    run: () => {
      act()
      editor.focus()
    },
  })
  const groups = [
    {
      heading: t.blocks.styles,
      entries: STYLES.map((style) =>
        entry(t.editor.styles[style], chordOf(style), () => setStyle(editor, style)),
      ),
    },
    {
      heading: t.blocks.words,
      entries: FORMATS.map(([format, name, chord]) =>
        entry(t.editor[name], chord, () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, format)),
      ),
    },
    {
      heading: null,
      entries: [
        entry(t.editor.undo, { key: 'z', mod: true }, () => editor.dispatchCommand(UNDO_COMMAND, undefined)),
        entry(t.editor.redo, null, () => editor.dispatchCommand(REDO_COMMAND, undefined)),
      ],
    },
  ]
  return (
    <Menu label={t.editor.style} className="btn icon" groups={groups}>
      <Icon name="type" />
    </Menu>
  )
}

/** Of ui.md, 5. */
function chordOf(style: BlockStyle): Chord | null {
  if (style === 'paragraph') return { key: '0', mod: true, alt: true }
  if (style === 'quote') return { key: '.', mod: true, shift: true }
  const place = HEADINGS.findIndex((heading) => heading === style)
  return place < 0 ? null : { key: String(place + 1), mod: true, alt: true }
}
