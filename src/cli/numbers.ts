export const grouped = (number: number): string => number.toLocaleString('en')

export const count = (number: number, one: string, many: string): string =>
  `${grouped(number)} ${number === 1 ? one : many}`

/** Decimal units, as file managers show them. */
export function bytes(size: number): string {
  if (size < 1000) return count(size, 'byte', 'bytes')
  const units = ['kB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length, Math.floor(Math.log10(size) / 3))
  return `${(size / 1000 ** power).toFixed(1)} ${units[power - 1] ?? ''}`
}
