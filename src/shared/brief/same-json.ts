import type { Json } from './state.ts'

/** Whether two values of JSON say the same, whatever the order of their keys. */
export function isSameJson(one: Json, other: Json): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (isList(one) || isList(other)) {
    if (!isList(one) || !isList(other) || one.length !== other.length) return false
    return one.every((value, index) => isSameJson(value, other[index] ?? null))
  }
  const keys = Object.keys(one)
  if (keys.length !== Object.keys(other).length) return false
  return keys.every((key) => {
    const [mine, theirs] = [one[key], other[key]]
    return mine !== undefined && theirs !== undefined && isSameJson(mine, theirs)
  })
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
