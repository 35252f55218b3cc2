import { useSyncExternalStore } from 'react'

/** A value that is watched. */
export class Store<T> {
  #value: T
  readonly #watching = new Set<() => void>()

  constructor(value: T) {
    this.#value = value
  }

  readonly get = (): T => this.#value

  readonly set = (value: T): void => {
    if (Object.is(value, this.#value)) return
    this.#value = value
    for (const changed of this.#watching) changed()
  }

  /** Calls back on each change; the returned function ends it. */
  readonly subscribe = (changed: () => void): (() => void) => {
    this.#watching.add(changed)
    return () => this.#watching.delete(changed)
  }
}

/** What `select` makes of a value: whoever uses it is drawn anew only when that changes. It must give equal things for equal values. */
export const useSelected = <T, S>(store: Store<T>, select: (value: T) => S): S =>
  useSyncExternalStore(store.subscribe, () => select(store.get()))

export const useStore = <T>(store: Store<T>): T => useSyncExternalStore(store.subscribe, store.get)
