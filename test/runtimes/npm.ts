/**
 * How to start npm: on Windows it is no program but a script.
 *
 * @module
 */
import process from 'node:process'
import type { Command } from './child.ts'

/** The command that runs npm with these arguments. */
export function npm(
  args: readonly string[],
  options: Omit<Command, 'file' | 'args'> = {},
): Command {
  const script = process.env['npm_execpath']
  const quiet = [...args, '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
  if (script === undefined) return { ...options, file: 'npm', args: quiet }
  return { ...options, file: process.execPath, args: [script, ...quiet] }
}
