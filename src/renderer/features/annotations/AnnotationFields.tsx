import { useState } from 'react'
import { t } from '../../app/strings/catalogue.ts'
import { Completing } from '../../ui/Completing.tsx'
import { Buttons, keys, useKeptField, useNames, type Editing } from './editing.tsx'
import { SpeakerFields } from './SpeakerFields.tsx'
import './fields.css'

export type Field = 'comment' | 'tags' | 'speaker'

/** The field of a highlight that is written in. */
export interface OpenField {
  readonly annotation: string
  readonly name: Field
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

function CommentField(editing: Editing) {
  const { annotation, typed } = editing
  const [comment, setComment] = useState(() => `${annotation.comment ?? ''}${typed()}`)
  const change = { comment: comment.trim() === '' ? null : comment }
  const { onBlur, settle } = useKeptField(editing, change.comment === annotation.comment ? null : change)
  const done = settle(() => editing.save(change))
  const cancel = settle(editing.cancel)
  return (
    <div className="fields" onBlur={onBlur}>
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

function TagsField(editing: Editing) {
  const { annotation, typed } = editing
  const [tags, setTags] = useState(() => [...annotation.tags, typed()].filter((tag) => tag !== '').join(', '))
  const names = useNames()?.tags ?? []
  // What stands before the last comma is kept when a tag is completed.
  const before = tags.slice(0, tags.lastIndexOf(',') + 1)
  const taken = new Set(before.split(',').map((tag) => tag.trim()))
  const known = names
    .filter((tag) => !taken.has(tag))
    .map((tag) => (before === '' ? tag : `${before} ${tag}`))
  const wanted = tags
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
  const isNew = wanted.join(',') !== annotation.tags.join(',')
  const { onBlur, settle } = useKeptField(editing, isNew ? { tags: wanted } : null)
  const done = settle(() => editing.save({ tags: wanted }))
  const cancel = settle(editing.cancel)
  return (
    <div className="fields" onBlur={onBlur}>
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
