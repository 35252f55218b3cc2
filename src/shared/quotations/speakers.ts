import type { Part } from './part.ts'
export function speakersNear(_parts: readonly Part[], _start: number, _end: number): readonly string[] {
  return []
}
