import './differing.css'

/** Words of one text that another lacks, as everywhere two texts are held side by side: struck or underlined, and said. */
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
  return (
    <Mark className="differing">
      <span className="vh">{says} </span>
      {children}
      <span className="vh"> {end} </span>
    </Mark>
  )
}
