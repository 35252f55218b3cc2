import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { callOn, folder, library } from './libraries.mjs'

/** The same library while a second brief is written in it. */
export const writing = join(folder, 'Lake Arren, writing.verbatim')

/** A table, tasks, a note, words that no dictionary knows, and a claim that nothing bears out. */
const NOTES = `---
title: What to ask in Tarrin
lang: en-GB
---

## Before the call

The council of Tarrin recieved the letter on 3 March and closed the old weir below the mill for good.[^weir]

- [x] Read the treaty of 1987
- [ ] Ask the foreign ministry for the letter
  - [ ] and for its date

## The figures

| Month | Agreed in 2019 | New limit |
| --- | --- | --- |
| June | 260 | 180 |
| August | 220 | 180 |

All in cubic metres a second.

## Still open

The vote was close.

[^weir]: By telephone; nobody has confirmed it.
`

export const fillWriting = async () => {
  cpSync(library, writing, { recursive: true })
  const file = join(folder, 'notes-to-ask.md')
  writeFileSync(file, NOTES)
  await callOn(writing)(['brief', 'import', file])
}
