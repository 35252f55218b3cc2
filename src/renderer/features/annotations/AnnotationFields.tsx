import { useState, type KeyboardEvent } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import { useLive, valueOf } from '../../app/live.ts'
import { t } from '../../app/strings/catalogue.ts'
import { Completing } from '../../ui/Completing.tsx'
import type { Change } from './annotating.ts'

export type Field = 'comment' | 'tags' | 'speaker'

/** The field of a highlight that is written in. */
export interface OpenField {
  readonly annotation: string
  readonly name: Field
}

interface Editing {
  readonly annotation: Annotation
  readonly save: (change: Change) => void
  readonly cancel: () => void
  /** What was typed while the field was on its way. */
  readonly typed: () => string
}

/** The fields of one fact about a highlight. Enter saves, Escape leaves all as it was. */
export function AnnotationFields({
  field,
  suggestion,
  ...editing
}: Editing & { readonly field: Field; readonly suggestion: string | null }) {
  switch (field) {
    case 'comment':
      return <CommentField {...editing} />
    case 'tags':
      return <TagsField {...editing} />
    case 'speaker':
      return <SpeakerFields {...editing} suggestion={suggestion} />
  }
}

function keys(save: () => void, cancel: () => void, newLines: boolean) {
  return (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      cancel()
    } else if (event.key === 'Enter' && !(newLines && event.shiftKey) && !event.nativeEvent.isComposing) {
      event.preventDefault()
      save()
    }
  }
}

function Buttons({ save, cancel }: { readonly save: () => void; readonly cancel: () => void }) {
  return (
    <div className="acts">
      <button type="button" className="btn" onClick={cancel}>
        {t.common.cancel}
      </button>
      <button type="button" className="btn primary" onClick={save}>
        {t.common.save}
      </button>
    </div>
  )
}

function CommentField({ annotation, save, cancel, typed }: Editing) {
  const [comment, setComment] = useState(() => `${annotation.comment ?? ''}${typed()}`)
  const done = (): void => save({ comment: comment.trim() === '' ? null : comment })
  return (
    <div className="fields">
      <textarea
        className="input"
        aria-label={t.highlight.comment}
        rows={3}
        value={comment}
        autoFocus
        onChange={(event) => setComment(event.target.value)}
        onKeyDown={keys(done, cancel, true)}
      />
      <Buttons save={done} cancel={cancel} />
    </div>
  )
}

const useNames = () =>
  valueOf(useLive('names', ['actor', 'annotation_tag'], (core) => core.annotations.names({})))

function TagsField({ annotation, save, cancel, typed }: Editing) {
  const [tags, setTags] = useState(() => [...annotation.tags, typed()].filter((tag) => tag !== '').join(', '))
  const known = useNames()?.tags ?? []
  const done = (): void =>
    save({
      tags: tags
        .split(',')
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
    })
  return (
    <div className="fields">
      <Completing
        label={t.highlight.tags}
        value={tags}
        known={known}
        change={setTags}
        onKeyDown={keys(done, cancel, false)}
        autoFocus
      />
      <Buttons save={done} cancel={cancel} />
    </div>
  )
}

function SpeakerFields({
  annotation,
  suggestion,
  save,
  cancel,
  typed,
}: Editing & { readonly suggestion: string | null }) {
  const [speaker, setSpeaker] = useState(
    () => typed() || (annotation.attribution?.speaker ?? suggestion ?? ''),
  )
  const [role, setRole] = useState(annotation.attribution?.role ?? '')
  const actors = useNames()?.actors ?? []
  const roles = actors.find(({ name }) => name === speaker)?.roles ?? []
  const done = (): void =>
    save({ speaker: speaker.trim() === '' ? null : speaker, role: role.trim() === '' ? null : role })
  return (
    <div className="fields">
      <Completing
        label={t.highlight.speaker}
        value={speaker}
        known={actors.flatMap(({ name, aliases }) => [name, ...aliases])}
        change={setSpeaker}
        onKeyDown={keys(done, cancel, false)}
        autoFocus
      />
      <Completing
        label={t.highlight.role}
        value={role}
        known={roles}
        change={setRole}
        onKeyDown={keys(done, cancel, false)}
      />
      <Buttons save={done} cancel={cancel} />
    </div>
  )
}
