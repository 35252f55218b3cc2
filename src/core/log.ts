/** Where the core tells what its users need not read. */
export interface Log {
  readonly error: (what: string, thrown: unknown) => void
}
