import { useMemo, type ReactNode } from 'react'
import type { Block, Part } from '../../../shared/document/blocks.ts'
import { commentBlocks } from '../../../shared/document/comment.ts'
import type { Inline } from '../../../shared/document/inlines.ts'
import { useMessages } from '../../app/messages.tsx'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities } from '../../app/surroundings.tsx'

/** A comment as its Markdown means it, by way of a document's own closed types. */
export function CommentView({ comment }: { readonly comment: string }) {
  const blocks = useMemo(() => commentBlocks(comment), [comment])
  return <Blocks blocks={blocks} />
}

// A comment's blocks never change under their view, so a place among them is a name that lasts.
/* oxlint-disable react/no-array-index-key */
function Blocks({ blocks }: { readonly blocks: readonly (Block | Part)[] }) {
  return blocks.map((block, index) => <BlockView key={index} block={block} />)
}

function BlockView({ block }: { readonly block: Block | Part }): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p>{<Inlines inlines={block.children} />}</p>
    case 'heading':
      // Headings of a comment are none of the window's.
      return (
        <p>
          <strong>
            <Inlines inlines={block.children} />
          </strong>
        </p>
      )
    case 'code':
      return (
        <pre>
          <code>
            <Inlines inlines={block.children} />
          </code>
        </pre>
      )
    case 'list':
      return block.ordered ? (
        <ol start={block.start}>{<Blocks blocks={block.children} />}</ol>
      ) : (
        <ul>{<Blocks blocks={block.children} />}</ul>
      )
    case 'list-item':
      return (
        <li>
          {block.checked !== null && (
            <span role="img" aria-label={block.checked ? t.reader.taskDone : t.reader.taskOpen}>
              {block.checked ? '☑ ' : '☐ '}
            </span>
          )}
          <Blocks blocks={block.children} />
        </li>
      )
    case 'quotation':
      return <blockquote>{<Blocks blocks={block.children} />}</blockquote>
    case 'thematic-break':
      return <hr />
    default:
      return null
  }
}

function Inlines({ inlines }: { readonly inlines: readonly Inline[] }): ReactNode {
  return inlines.map((inline, index) => <InlineView key={index} inline={inline} />)
}

function InlineView({ inline }: { readonly inline: Inline }): ReactNode {
  switch (inline.type) {
    case 'text':
      return inline.value
    case 'line-break':
      return <br />
    case 'link':
      return <LinkView href={inline.href} content={<Inlines inlines={inline.children} />} />
    case 'emphasis':
      return <em>{<Inlines inlines={inline.children} />}</em>
    case 'strong':
      return <strong>{<Inlines inlines={inline.children} />}</strong>
    case 'strike':
      return <s>{<Inlines inlines={inline.children} />}</s>
    case 'inline-code':
      return <code>{<Inlines inlines={inline.children} />}</code>
    default:
      return null
  }
}

/** It leads out of the app, so the shell opens it. */
function LinkView({ href, content }: { readonly href: string; readonly content: ReactNode }) {
  const { shell } = useCapabilities()
  const { fault } = useMessages()
  return (
    <a
      href={href}
      title={t.reader.linkTo(href)}
      onClick={(event) => {
        event.preventDefault()
        void shell?.openLink({ href }).catch(fault)
      }}
    >
      {content}
    </a>
  )
}
