import { INSERT_HORIZONTAL_RULE_COMMAND } from '@lexical/extension'
import { useEffect, useRef, useState } from 'react'
import { nameOf, type Chord } from '../../../app/keys.ts'
import { t } from '../../../app/strings/catalogue.ts'
import { useCapabilities } from '../../../app/surroundings.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Menu, type MenuEntry, type MenuGroup } from '../../../ui/Menu.tsx'
import { useSession } from '../session-context.tsx'
import { ASK_COMMAND, type Asked } from './asking.ts'
import { $codeAt } from './code.ts'
import { $imageAt, IMAGE_TYPES, PUT_IMAGES_COMMAND } from './images.ts'
import { footnote } from './footnotes.ts'
import { move } from './move.ts'
import { setStyle } from './styles.ts'
import { $tableAt, changeTable, TABLE_ACTS } from './tables.ts'

interface Here {
  readonly inTable: boolean
  readonly inCode: boolean
  readonly atImage: boolean
}

/** What can be put into the draft at the caret, and what can be done with the block that it is in. */
export function InsertMenu() {
  const { editor } = useSession()
  const chooser = useRef<HTMLInputElement>(null)
  const groups = useGroups(() => chooser.current?.click())
  return (
    <>
      <Menu label={t.blocks.insert} className="btn icon" groups={groups}>
        <Icon name="plus" />
      </Menu>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept={IMAGE_TYPES.join(',')}
        onChange={({ currentTarget }) => {
          editor.dispatchCommand(PUT_IMAGES_COMMAND, [...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
    </>
  )
}

function useGroups(choose: () => void): readonly MenuGroup[] {
  const { editor } = useSession()
  const { act, ask } = useEntries()
  const { inTable, inCode, atImage } = useHere()
  const groups: MenuGroup[] = [
    {
      heading: null,
      entries: [
        act(t.blocks.footnote, () => footnote(editor), { key: 'f', mod: true, alt: true }),
        ask(t.blocks.link, 'link', { key: 'k', mod: true, shift: true }),
        { label: t.blocks.picture, run: choose },
      ],
    },
  ]
  if (inTable)
    groups.push({
      heading: t.blocks.inTable,
      entries: TABLE_ACTS.map((name) => act(t.blocks.tableActs[name], () => changeTable(editor, name))),
    })
  else
    groups.push({
      heading: t.blocks.blocks,
      entries: [
        ask(t.blocks.table, 'table'),
        act(t.editor.styles.check, () => setStyle(editor, 'check')),
        act(t.editor.styles.quote, () => setStyle(editor, 'quote'), { key: '.', mod: true, shift: true }),
        act(t.blocks.code, () => setStyle(editor, 'code')),
        act(t.blocks.rule, () => editor.dispatchCommand(INSERT_HORIZONTAL_RULE_COMMAND, undefined)),
      ],
    })
  if (inCode) groups.push({ heading: t.blocks.code, entries: [ask(t.blocks.language, 'language')] })
  if (atImage) groups.push({ heading: t.blocks.image, entries: [ask(t.blocks.describe, 'description')] })
  const entries = [
    act(t.blocks.up, () => move(editor, true), { key: '↑', alt: true, shift: true }),
    act(t.blocks.down, () => move(editor, false), { key: '↓', alt: true, shift: true }),
  ]
  return [...groups, { heading: t.blocks.move, entries }]
}

/** Entries that act, and such as ask first; the caret gets the focus back after the one and the form for the other. */
function useEntries() {
  const { editor } = useSession()
  const { platform } = useCapabilities()
  const act = (label: string, run: () => void, chord?: Chord): MenuEntry => ({
    label,
    ...(chord === undefined ? {} : { keys: nameOf(chord, platform) }),
    run: () => {
      run()
      editor.focus()
    },
  })
  const ask = (label: string, asked: Asked, chord?: Chord): MenuEntry => ({
    ...act(label, () => undefined, chord),
    run: () => void editor.dispatchCommand(ASK_COMMAND, asked),
  })
  return { act, ask }
}

/** Where the caret is, as far as the menu asks. */
function useHere(): Here {
  const { editor } = useSession()
  const [here, setHere] = useState<Here>({ inTable: false, inCode: false, atImage: false })
  useEffect(() => {
    const $look = (): Here => ({
      inTable: $tableAt() !== null,
      inCode: $codeAt() !== null,
      atImage: $imageAt() !== null,
    })
    const look = (): void => {
      const now = editor.read($look)
      setHere((before) =>
        before.inTable === now.inTable && before.inCode === now.inCode && before.atImage === now.atImage
          ? before
          : now,
      )
    }
    look()
    return editor.registerUpdateListener(look)
  }, [editor])
  return here
}
