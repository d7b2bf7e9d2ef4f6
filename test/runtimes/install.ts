/**
 * Installs what only the whole matrix needs, from its own lockfile, unless it is there already.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { run } from './child.ts'
import { npm } from './npm.ts'
import { HERE } from './project.ts'

/**
 * Installs the private packages; returns whether it had to.
 *
 * @throws Error on anything but Linux on x64: the binaries are made for it.
 */
export async function installPrivate(): Promise<boolean> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`the whole matrix needs linux x64, got ${process.platform} ${process.arch}`)
  }
  const stamp = join(HERE, 'node_modules/.installed')
  const lock = readFileSync(join(HERE, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false
  await run(npm(['ci', '--prefix', HERE], { timeoutMs: 240_000 }))
  writeFileSync(stamp, wanted)
  return true
}
