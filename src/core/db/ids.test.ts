import { describe, expect, it } from 'vitest'
import { uuidv7Ids } from './ids.ts'

const random = (count: number): Uint8Array => new Uint8Array(count).fill(0xff)

describe('ids', () => {
  it('are a prefix and a UUIDv7', () => {
    const ids = uuidv7Ids({ now: () => new Date(0x0123456789ab) }, random)
    expect(ids.next('src')).toBe('src_0123456789ab7000bfffffffffffffff')
  })

  it('stay in order within a millisecond and when the clock goes back', () => {
    let time = 5000
    const ids = uuidv7Ids({ now: () => new Date(time) }, random)
    const made = Array.from({ length: 5000 }, (_, at) => {
      if (at === 2500) time = 4000
      return ids.next('ver')
    })
    expect(made).toEqual(made.toSorted())
    expect(new Set(made).size).toBe(made.length)
  })
})
