import { relative, sep } from 'node:path'

/** Whether a path is a folder or lies in it. Both are absolute, with every link followed. */
export function isInside(path: string, root: string): boolean {
  const way = relative(root, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && way !== path)
}
