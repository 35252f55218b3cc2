import { useState, type FormEvent, type ReactNode } from 'react'
import type { Source } from '../../../shared/contract/sources.ts'
import { sentenceOf } from '../../app/fault.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { formatName } from '../../app/strings/formats.ts'
import { day, number } from '../../app/strings/plural.ts'
import { useCore } from '../../app/surroundings.tsx'
import { useKept } from '../../app/useKept.ts'
import { StorySection } from '../stories/StorySection.tsx'
import { VersionList } from '../versions/VersionList.tsx'
import { Reread } from './Reread.tsx'

const FACTS = [
  'title',
  'authors',
  'publication',
  'published',
  'publishedAt',
  'modified',
  'language',
  'url',
  'citekey',
  'tags',
] as const
type Fact = (typeof FACTS)[number]
type Facts = Readonly<Record<Fact, string>>

const factsOf = (source: Source): Facts => ({
  title: source.title,
  authors: source.authors.join('\n'),
  publication: source.publication ?? '',
  published: source.published ?? '',
  publishedAt: source.publishedAt ?? '',
  modified: source.modified ?? '',
  language: source.language ?? '',
  url: source.url ?? '',
  citekey: source.citekey,
  tags: source.tags.join(', '),
})

const HINTS: Partial<Facts> = {
  authors: t.details.authorsHint,
  published: t.details.publishedHint,
  publishedAt: t.details.publishedAtHint,
  modified: t.details.modifiedHint,
  language: t.details.languageHint,
  tags: t.details.tagsHint,
}

const listed = (value: string, mark: string): string[] =>
  value
    .split(mark)
    .map((each) => each.trim())
    .filter((each) => each !== '')

/** What is known of a source, to correct; and what the program found, to read. */
export function DetailsForm({ source }: { readonly source: Source }) {
  const core = useCore()
  const { did } = useMessages()
  const before = factsOf(source)
  const [changed, setChanged] = useState<Partial<Facts>>({})
  const [fault, setFault] = useState<string | null>(null)
  const facts: Facts = { ...before, ...changed }
  const differs = FACTS.some((fact) => facts[fact] !== before[fact])
  const save = async (): Promise<void> => {
    const { authors, tags, ...lines } = changed
    try {
      await core.sources.edit({
        source: source.id,
        ...lines,
        ...(authors === undefined ? {} : { authors: listed(authors, '\n') }),
        ...(tags === undefined ? {} : { tags: listed(tags, ',') }),
      })
      setChanged({})
      setFault(null)
      did(t.details.saved)
    } catch (thrown) {
      setFault(sentenceOf(thrown))
    }
  }
  const kept = useKept({ what: source.title, differs: () => differs, why: fault, save })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void save()
  }
  return (
    <div className="scroll" tabIndex={-1}>
      <form className="details" onSubmit={submit} {...kept}>
        {FACTS.map((fact) => (
          <FactField
            key={fact}
            fact={fact}
            value={facts[fact]}
            change={(value) => setChanged({ ...changed, [fact]: value })}
          />
        ))}
        {fault !== null && (
          <p className="warn" role="alert">
            {fault}
          </p>
        )}
        <button type="submit" className="btn l" disabled={!differs}>
          {t.details.save}
        </button>
        <Found source={source} />
        {source.encoding !== null && (
          <Reread key={source.encoding} source={source} encoding={source.encoding} />
        )}
      </form>
      <VersionList source={source} />
      <StorySection source={source} />
    </div>
  )
}

function FactField({
  fact,
  value,
  change,
}: {
  readonly fact: Fact
  readonly value: string
  readonly change: (value: string) => void
}) {
  const hint = HINTS[fact]
  const field: ReactNode =
    fact === 'authors' || fact === 'title' ? (
      <textarea
        className="input"
        rows={2}
        value={value}
        dir="auto"
        onChange={(event) => change(event.target.value)}
      />
    ) : (
      <input className="input" value={value} dir="auto" onChange={(event) => change(event.target.value)} />
    )
  return (
    <label>
      {t.details[fact]}
      {field}
      {hint !== undefined && <span className="hint">{hint}</span>}
    </label>
  )
}

function Found({ source }: { readonly source: Source }) {
  const rows: readonly (readonly [string, string])[] = [
    ...(source.format === null ? [] : ([[t.details.format, formatName(source.format)]] as const)),
    [t.details.encoding, source.encoding?.toUpperCase() ?? t.details.unknown],
    [t.details.words, number(source.words)],
    [t.details.versions, number(source.versions)],
    [t.details.imported, day(source.importedAt)],
    ...(source.archivedAt === null ? [] : ([[t.details.archived, day(source.archivedAt)]] as const)),
    ...(source.sha256 === null ? [] : ([[t.details.fingerprint, source.sha256]] as const)),
  ]
  return (
    <dl>
      {rows.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
