import { warn } from './warnings.ts'
import type { Warning } from '../contract/check.ts'
import type { Witness } from './witness.ts'

const PAGE = /^(?:pp?|pages?|pgs?|S|Seiten?|стр|с)?\.?\s*([\p{L}]?\d+)(?:\s*[-–—]\s*([\p{L}]?\d+))?$/iu
const PARAGRAPH = /^(?:paras?|pars?|paragraphs?|¶+|Abs|Absatz)\.?\s*(\d+)(?:\s*[-–—]\s*(\d+))?$/iu

/** A warning when a locator names another page or paragraph than the place found; offsets are UTF-16. */
export function locatorWarnings(locator: string | null, witness: Witness, start: number): readonly Warning[] {
  if (locator === null) return []
  const wanted = locator.trim()
  const paragraph = PARAGRAPH.exec(wanted)
  if (paragraph) return differs(paragraph, String(paragraphAt(witness.text, start)), 'paragraph')
  const page = PAGE.exec(wanted)
  const actual = page ? (witness.pageAt?.(start) ?? null) : null
  return page && actual !== null ? differs(page, actual, 'page') : []
}

function differs(wanted: RegExpExecArray, actual: string, unit: string): readonly Warning[] {
  const from = wanted[1] ?? ''
  const to = wanted[2] ?? from
  const inside = from === actual || (Number(from) <= Number(actual) && Number(actual) <= Number(to))
  return inside
    ? []
    : [warn('page', `The words stand on ${unit} ${actual}, not ${from === to ? from : `${from}–${to}`}.`)]
}

/** Paragraphs are the lines of the text, counted from 1. */
function paragraphAt(text: string, start: number): number {
  let count = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
