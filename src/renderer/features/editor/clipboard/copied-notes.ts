import {
  $generateJSONFromSelectedNodes,
  $insertGeneratedNodes,
  GetClipboardDataExtension,
  type ExportMimeTypeFunction,
} from '@lexical/clipboard'
import { $appendNodeToHTML } from '@lexical/html'
import { $dfs } from '@lexical/utils'
import {
  $createNodeSelection,
  $getEditor,
  $getRoot,
  COMMAND_PRIORITY_HIGH,
  configExtension,
  defineExtension,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
  type BaseSelection,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { FootnoteNode, FootnoteReferenceNode } from '../nodes/footnote.tsx'
import { $writtenBlock } from '../written.ts'

/** A footnote goes along with its reference: out with what is copied, and to the end of the brief where that is pasted. */
export const CopiedNotesExtension = defineExtension({
  name: '@verbatim/copied-notes',
  dependencies: [
    configExtension(GetClipboardDataExtension, {
      $exportMimeType: {
        'application/x-lexical-editor': [
          withNotes((data, notes) => {
            const whole = $createNodeSelection()
            for (const note of notes) whole.add(note.getKey())
            const { nodes: bodies } = $generateJSONFromSelectedNodes($getEditor(), whole)
            const { nodes, ...rest } = JSON.parse(data) as { readonly nodes: readonly unknown[] }
            return JSON.stringify({ ...rest, nodes: [...nodes, ...bodies] })
          }),
        ],
        'text/html': [withNotes((data, notes) => data + $htmlOf(notes))],
        'text/plain': [
          withNotes((data, notes) =>
            [data, ...notes.map((note) => `[^${note.getLabel()}]: ${note.getTextContent()}`)].join('\n\n'),
          ),
        ],
      },
    }),
  ],
  register: (editor) =>
    editor.registerCommand(
      SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
      ({ nodes, selection }) => $insertWithNotes(editor, nodes, selection),
      COMMAND_PRIORITY_HIGH,
    ),
})

function withNotes(add: (data: string, notes: readonly FootnoteNode[]) => string): ExportMimeTypeFunction {
  return (selection, next) => {
    const data = next()
    const notes = selection === null ? [] : $notesOf(selection)
    return data === null || notes.length === 0 ? data : add(data, notes)
  }
}

function $htmlOf(notes: readonly FootnoteNode[]): string {
  const written = document.createElement('div')
  for (const note of notes) $appendNodeToHTML($getEditor(), note, written)
  return written.innerHTML
}

/** The notes that a selection refers to, and those that they refer to, without what it holds anyway. */
function $notesOf(selection: BaseSelection): readonly FootnoteNode[] {
  const bodies = new Map($bodies().map((body) => [body.getLabel(), body]))
  const selected = selection.getNodes()
  const held = new Set(selected.flatMap((node) => (node instanceof FootnoteNode ? [node.getLabel()] : [])))
  const notes: FootnoteNode[] = []
  const follow = (nodes: readonly LexicalNode[]): void => {
    for (const node of nodes) {
      if (!(node instanceof FootnoteReferenceNode) || held.has(node.getLabel())) continue
      held.add(node.getLabel())
      const body = bodies.get(node.getLabel())
      if (body === undefined) continue
      notes.push(body)
      follow($under(body))
    }
  }
  follow(selected)
  return notes
}

const $under = (node?: LexicalNode): readonly LexicalNode[] => $dfs(node).map((visited) => visited.node)

const $bodies = (): readonly FootnoteNode[] =>
  $getRoot()
    .getChildren()
    .filter((node) => node instanceof FootnoteNode)

/** Puts what is pasted at its place and its notes at the end; a note that nothing pasted refers to is its words. */
function $insertWithNotes(
  editor: LexicalEditor,
  nodes: readonly LexicalNode[],
  selection: BaseSelection,
): boolean {
  const all = nodes.flatMap($under)
  const references = all.filter((node) => node instanceof FootnoteReferenceNode)
  const wanted = new Set(references.map((reference) => reference.getLabel()))
  const notes = all
    .filter((node) => node instanceof FootnoteNode)
    .filter((note) => wanted.has(note.getLabel()))
  if (notes.length === 0 && !nodes.some((node) => node instanceof FootnoteNode)) return false
  const rest = nodes.flatMap((node) => {
    if (!(node instanceof FootnoteNode)) return [node]
    return wanted.has(node.getLabel()) ? [] : node.getChildren()
  })
  const fresh = $relabelled(notes, references)
  if (rest.length > 0) $insertGeneratedNodes(editor, rest, selection)
  $getRoot().append(...fresh)
  return true
}

/**
 * Gives notes and what refers to them labels that are free on the sheet; gives the notes that the sheet does not have: one
 * that was left behind when its reference was cut takes that back.
 */
function $relabelled(
  notes: readonly FootnoteNode[],
  references: readonly FootnoteReferenceNode[],
): readonly FootnoteNode[] {
  const bodies = new Map($bodies().map((body) => [body.getLabel(), body]))
  const taken = new Set([...bodies.keys(), ...$references().map((reference) => reference.getLabel())])
  const referred = new Set($references().map((reference) => reference.getLabel()))
  const labels = new Map<string, string>()
  const fresh: FootnoteNode[] = []
  for (const note of notes) {
    const label = note.getLabel()
    note.remove()
    if (labels.has(label)) continue
    const left = referred.has(label) ? undefined : bodies.get(label)
    const isBack = left !== undefined && $sameWords(left, note)
    const name = isBack ? label : free(label, taken)
    labels.set(label, name)
    taken.add(name)
    if (!isBack) fresh.push(note.setLabel(name))
  }
  for (const reference of references)
    reference.setLabel(labels.get(reference.getLabel()) ?? reference.getLabel())
  return fresh
}

const $references = (): readonly FootnoteReferenceNode[] =>
  $under().filter((node) => node instanceof FootnoteReferenceNode)

const $sameWords = (one: FootnoteNode, other: FootnoteNode): boolean =>
  JSON.stringify($writtenBlock(one, () => undefined)) ===
  JSON.stringify($writtenBlock(other, () => undefined))

/** The label itself where nothing here has it, else the lowest number that is free. */
function free(label: string, taken: ReadonlySet<string>): string {
  let name = label
  for (let number = 1; taken.has(name); number += 1) name = String(number)
  return name
}
