import { INSERT_HORIZONTAL_RULE_COMMAND } from '@lexical/extension'
import { useEffect, useState } from 'react'
import { nameOf, type Chord } from '../../../app/keys.ts'
import { t } from '../../../app/strings/catalogue.ts'
import { useCapabilities } from '../../../app/surroundings.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Menu, type MenuEntry, type MenuGroup } from '../../../ui/Menu.tsx'
import { useSession } from '../session-context.tsx'
import { ASK_COMMAND, type Asked } from './asking.ts'
import { $codeAt } from './code.ts'
import { footnote } from './footnotes.ts'
import { move } from './move.ts'
import { setStyle } from './styles.ts'
import { $tableAt, changeTable, TABLE_ACTS } from './tables.ts'

interface Here {
  readonly inTable: boolean
  readonly inCode: boolean
}

/** What can be put into the draft at the caret, and what can be done with the block that it is in. */
export function InsertMenu() {
  const { editor } = useSession()
  const { platform } = useCapabilities()
  const { inTable, inCode } = useHere()
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
  const put: readonly MenuEntry[] = [
    act(t.blocks.footnote, () => footnote(editor), { key: 'f', mod: true, alt: true }),
    ask(t.blocks.link, 'link', { key: 'k', mod: true, shift: true }),
    ...(inTable
      ? []
      : [
          ask(t.blocks.table, 'table'),
          act(t.editor.styles.check, () => setStyle(editor, 'check')),
          act(t.editor.styles.quote, () => setStyle(editor, 'quote'), { key: '.', mod: true, shift: true }),
          act(t.blocks.code, () => setStyle(editor, 'code')),
          act(t.blocks.rule, () => editor.dispatchCommand(INSERT_HORIZONTAL_RULE_COMMAND, undefined)),
        ]),
  ]
  const groups: readonly MenuGroup[] = [
    { heading: null, entries: put },
    ...(inTable
      ? [
          {
            heading: t.blocks.inTable,
            entries: TABLE_ACTS.map((name) => act(t.blocks.tableActs[name], () => changeTable(editor, name))),
          },
        ]
      : []),
    ...(inCode ? [{ heading: t.blocks.code, entries: [ask(t.blocks.language, 'language')] }] : []),
    {
      heading: t.blocks.move,
      entries: [
        act(t.blocks.up, () => move(editor, true), { key: '↑', alt: true, shift: true }),
        act(t.blocks.down, () => move(editor, false), { key: '↓', alt: true, shift: true }),
      ],
    },
  ]
  return (
    <Menu label={t.blocks.insert} className="btn icon" groups={groups}>
      <Icon name="plus" />
    </Menu>
  )
}

/** Where the caret is, as far as the menu asks. */
function useHere(): Here {
  const { editor } = useSession()
  const [here, setHere] = useState<Here>({ inTable: false, inCode: false })
  useEffect(() => {
    const look = (): void => {
      const now = editor.read(() => ({ inTable: $tableAt() !== null, inCode: $codeAt() !== null }))
      setHere((before) => (before.inTable === now.inTable && before.inCode === now.inCode ? before : now))
    }
    look()
    return editor.registerUpdateListener(look)
  }, [editor])
  return here
}
