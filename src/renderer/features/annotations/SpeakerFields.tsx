import { useState } from 'react'
import type { Annotation, KnownNames } from '../../../shared/contract/annotations.ts'
import { isDate } from '../../../shared/dates.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Completing } from '../../ui/Completing.tsx'
import type { Change } from './annotating.ts'
import { Buttons, keys, useNames, type Editing } from './editing.tsx'

const FACTS = ['speaker', 'role', 'stance', 'topic', 'date', 'place'] as const
type Fact = (typeof FACTS)[number]
type Facts = Readonly<Record<Fact, string>>

const LABELS: Readonly<Record<Fact, string>> = {
  speaker: t.highlight.speaker,
  role: t.highlight.role,
  stance: t.highlight.stance,
  topic: t.highlight.topic,
  date: t.highlight.date,
  place: t.highlight.place,
}

/** Who said it, as what, with which stance on which topic, when and where. */
export function SpeakerFields({
  annotation,
  suggestion,
  save,
  cancel,
  typed,
}: Editing & { readonly suggestion: string | null }) {
  const [facts, setFacts] = useState(() => factsOf(annotation, typed() || null, suggestion))
  const [isWrong, setWrong] = useState(false)
  const names = useNames()
  const done = (): void => {
    const isUsable = facts.date.trim() === '' || isDate(facts.date.trim())
    setWrong(!isUsable)
    if (isUsable) save(changeOf(facts))
  }
  return (
    <div className="fields">
      <div className="facts">
        {FACTS.map((fact) => (
          <div key={fact}>
            <span aria-hidden="true">{LABELS[fact]}</span>
            <Completing
              label={LABELS[fact]}
              value={facts[fact]}
              known={knownOf(fact, facts, names)}
              change={(value) => setFacts((before) => ({ ...before, [fact]: value }))}
              onKeyDown={keys(done, cancel, false)}
              autoFocus={fact === 'speaker'}
            />
          </div>
        ))}
      </div>
      {isWrong && (
        <p className="warn" role="alert">
          {t.highlight.noDate(facts.date.trim())}
        </p>
      )}
      <Buttons save={done} cancel={cancel} />
    </div>
  )
}

const factsOf = ({ attribution }: Annotation, typed: string | null, suggestion: string | null): Facts => ({
  speaker: typed ?? attribution?.speaker ?? suggestion ?? '',
  role: attribution?.role ?? '',
  stance: attribution?.stance ?? '',
  topic: attribution?.topic ?? '',
  date: attribution?.date ?? '',
  place: attribution?.place ?? '',
})

const changeOf = (facts: Facts): Change =>
  Object.fromEntries(FACTS.map((fact) => [fact, facts[fact].trim() === '' ? null : facts[fact].trim()]))

function knownOf(fact: Fact, { speaker }: Facts, names: KnownNames | null): readonly string[] {
  switch (fact) {
    case 'speaker':
      return names?.actors.flatMap(({ name, aliases }) => [name, ...aliases]) ?? []
    case 'role':
      return names?.actors.find(({ name }) => name === speaker)?.roles ?? []
    case 'stance':
      return t.highlight.stances
    case 'topic':
      return names?.topics ?? []
    case 'date':
    case 'place':
      return []
  }
}
