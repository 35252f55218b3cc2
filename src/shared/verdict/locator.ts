import { warn } from './warnings.ts'
import type { Warning } from '../contract/check.ts'
import type { Witness } from './witness.ts'

const PAGES = /^(?:pp?|pages?|pgs?|S|Seiten?|стр|с)?\.?\s*(?=\p{L}?\d|[ivxlc]+(?!\p{L}))/iu
const PARAGRAPHS = /^(?:paras?|pars?|paragraphs?|¶+|Abs|Absatz|Absätze)\.?\s*(?=\d)/iu
/** One of a list: a number or a range, `f.` for the next one, `ff.` for all that follow. */
const RANGE = /^(\p{L}?\d+|[ivxlc]+)(?:\s*[-–—]\s*(\p{L}?\d+|[ivxlc]+)|\s?(ff?)\.?)?$/iu
const BETWEEN = /\s*(?:[,;&]|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*/u

/** A warning when a locator names other pages or paragraphs than the place found; offsets are UTF-16. */
export function locatorWarnings(locator: string | null, witness: Witness, start: number): readonly Warning[] {
  if (locator === null) return []
  const wanted = locator.trim()
  const paragraphs = PARAGRAPHS.exec(wanted)?.[0]
  if (paragraphs !== undefined)
    return differs(wanted.slice(paragraphs.length), String(paragraphAt(witness.text, start)), 'paragraph')
  const pages = PAGES.exec(wanted)?.[0]
  const actual = pages === undefined ? null : (witness.pageAt?.(start) ?? null)
  return actual === null ? [] : differs(wanted.slice(pages?.length), actual, 'page')
}

/** What cannot be read names nothing. */
function differs(list: string, actual: string, unit: string): readonly Warning[] {
  const ranges = list.split(BETWEEN).map((part) => RANGE.exec(part))
  if (ranges.some((range) => range === null || covers(range, actual))) return []
  return [warn('page', `The words stand on ${unit} ${actual}, not ${list}.`)]
}

function covers([, from = '', to, following]: RegExpExecArray, actual: string): boolean {
  if (from.toLowerCase() === actual.toLowerCase()) return true
  const last = following === 'f' ? Number(from) + 1 : following === 'ff' ? Infinity : Number(whole(from, to))
  return Number(from) <= Number(actual) && Number(actual) <= last
}

/** `104–6` ends at 106. */
function whole(from: string, to = from): string {
  return to.length < from.length && /^\d+$/u.test(to) ? from.slice(0, from.length - to.length) + to : to
}

/** Paragraphs are the lines of the text, counted from 1. */
function paragraphAt(text: string, start: number): number {
  let count = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
