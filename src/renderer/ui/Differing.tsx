import './differing.css'

/**
 * Words of one text that another lacks, as everywhere two texts are held side by side: struck or underlined, and said.
 * Nothing else is in the mark: at the end of a line it would be a spot of colour.
 */
export function Differing({
  op,
  says,
  end,
  children,
}: {
  readonly op: 'delete' | 'insert'
  /** Before the words, for those who hear the page: where they stand and where not. */
  readonly says: string
  /** After them. */
  readonly end: string
  readonly children: string
}) {
  const Mark = op === 'delete' ? 'del' : 'ins'
  const words = children.trim()
  if (words === '') return children
  const [before = '', after = ''] = children.split(words, 2)
  return (
    <>
      {before}
      <span className="vh">{says} </span>
      <Mark className="differing">{words}</Mark>
      <span className="vh"> {end} </span>
      {after}
    </>
  )
}
