import { GLOBAL_OPTIONS, type Option, type Options } from './arguments.ts'
import type { Command } from './command.ts'
import { COMMANDS } from './commands.ts'
import { columns } from './columns.ts'

export const USAGE = 'verbatim [--library DIR] [--json] COMMAND …'

export const usageOf = (command: Command): string => `verbatim ${command.name} ${command.usage}`.trimEnd()

/** Every command, or those of one group (`brief`). */
export function overview(group: string | null): string {
  const listed = COMMANDS.filter(({ name }) => group === null || name.startsWith(`${group} `))
  const lines = columns(
    listed.map(({ name, summary }) => [`  ${name}`, summary]),
    null,
  )
  return [
    `Usage: ${group === null ? USAGE : `verbatim ${group} COMMAND …`}`,
    '',
    ...(group === null
      ? ['Keeps articles, marks passages in them, and proves that quotations are theirs.', '']
      : []),
    ...lines,
    '',
    `“verbatim ${group === null ? '' : `${group} `}COMMAND --help” explains one command with an example.`,
  ].join('\n')
}

export function explain(command: Command): string {
  const own = optionRows(command.options)
  return [
    `Usage: ${usageOf(command)}`,
    '',
    command.about,
    '',
    'Options',
    ...columns([...own, ...optionRows(GLOBAL_OPTIONS)], null),
    '',
    'Example',
    ...command.example.split('\n').map((line) => `  ${line}`),
  ].join('\n')
}

function optionRows(options: Options): string[][] {
  return Object.entries(options).map(([name, option]) => [`  --${name}${valueOf(option)}`, option.help])
}

function valueOf({ kind, value }: Option): string {
  if (kind === 'flag') return ''
  return ` ${value ?? 'TEXT'}${kind === 'list' ? ' …' : ''}`
}
