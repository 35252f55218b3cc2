import { nameOf } from '../../app/keys.ts'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities } from '../../app/surroundings.tsx'
import { BarButton } from './ReaderBar.tsx'
import { TypeMenu } from './TypeMenu.tsx'
import { FIND_KEY, OUTLINE_KEY, type Tool, type Tools } from './tools.ts'

/** The reader's tools in its bar. */
export function ToolButtons({ tools, ask }: { readonly tools: Tools; readonly ask: (tool: Tool) => void }) {
  const { platform } = useCapabilities()
  const on = (tool: Tool): string => (tools.open === tool ? 'btn icon on' : 'btn icon')
  return (
    <>
      <BarButton
        icon="search"
        label={t.reader.find.label}
        keyName={nameOf(FIND_KEY, platform)}
        expanded={tools.open === 'find'}
        className={on('find')}
        run={() => ask('find')}
      />
      <BarButton
        icon="outline"
        label={t.reader.outline}
        keyName={OUTLINE_KEY}
        expanded={tools.open === 'outline'}
        className={on('outline')}
        run={() => ask('outline')}
      />
      <TypeMenu />
    </>
  )
}
