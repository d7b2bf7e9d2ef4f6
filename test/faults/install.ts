/**
 * Installs the second Deno from the lockfile beside this file, unless it is there already.
 *
 * @module
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../runtimes/child.ts'
import { npm } from '../runtimes/npm.ts'
import { ROOT } from '../runtimes/project.ts'

/** The folder of the fault matrix. */
export const FOLDER: string = join(ROOT, 'test/faults')

/** The first Deno that sends once on fresh connections. */
export const DENO_296: string = join(FOLDER, 'node_modules/deno296/deno')

/** Installs it; returns whether it had to. */
export async function installDeno(): Promise<boolean> {
  const stamp = join(FOLDER, 'node_modules/.installed')
  const lock = readFileSync(join(FOLDER, 'package-lock.json'), 'utf8')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return false
  await run(npm(['ci', '--prefix', FOLDER], { timeoutMs: 240_000 }))
  writeFileSync(stamp, lock)
  return true
}
