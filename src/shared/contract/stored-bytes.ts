import { z } from 'zod'

/** A `Blob`, which every process has and every transport carries; bytes alone would arrive as a list of numbers. */
export interface StoredBytes {
  readonly type: string
  readonly size: number
  readonly arrayBuffer: () => Promise<ArrayBuffer>
}

export const StoredBytes = z.custom<StoredBytes>(
  (value) => value !== null && typeof value === 'object' && 'arrayBuffer' in value && 'type' in value,
)
