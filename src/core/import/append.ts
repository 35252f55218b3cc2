/** Adds items to a list one by one: spreading very many into `push` overflows the stack. */
export function append<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item)
}
