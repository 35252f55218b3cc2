import { useId, useState } from 'react'
import type { Source } from '../../../shared/contract/sources.ts'
import { useLive } from '../../app/live.ts'
import { sentenceOf } from '../../app/fault.ts'
import { useJourney } from '../../app/place.ts'
import { t } from '../../app/strings/catalogue.ts'
import { JoinStory } from './JoinStory.tsx'
import { StoryMateView } from './StoryMateView.tsx'
import { useStorySays } from './useStorySays.ts'
import './stories.css'

const TABLES = ['source', 'version', 'story_said']

/** The other sources that hold copies of a source's report: each opens, shows what differs, and can be parted. */
export function StorySection({ source }: { readonly source: Source }) {
  const id = useId()
  const { go } = useJourney()
  const say = useStorySays(source.id)
  const [shown, setShown] = useState<string | null>(null)
  const answer = useLive(`story ${source.id}`, TABLES, (core) => core.stories.of({ source: source.id }))
  if (answer.kind === 'loading') return null
  if (answer.kind === 'failed')
    return (
      <p className="warn story" role="alert">
        {sentenceOf(answer.error)}
      </p>
    )
  const story = answer.value
  return (
    <section className="story" aria-labelledby={id}>
      <h2 id={id}>{t.stories.label}</h2>
      {story.others.length === 0 && source.versions > 0 && <p className="hint">{t.stories.none}</p>}
      <ul aria-labelledby={id}>
        {story.others.map((mate) => (
          <StoryMateView
            key={mate.source.id}
            source={source}
            mate={mate}
            open={() => go({ view: 'sources', source: mate.source.id, at: null })}
            part={() => say(mate.source.id, false)}
            differs={shown === mate.source.id}
            showDiffering={(on) => setShown(on ? mate.source.id : null)}
          />
        ))}
      </ul>
      {story.parted.map((other) => (
        <p key={other.id} className="parted">
          <span className="hint">{t.stories.parted}</span> <bdi>{other.title}</bdi>
          <button type="button" className="btn" onClick={() => say(other.id, true)}>
            {t.stories.after}
          </button>
        </p>
      ))}
      <JoinStory source={source} join={(other) => say(other, true)} />
    </section>
  )
}
