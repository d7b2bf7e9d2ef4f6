/**
 * What must be there before the rows can run: a Node that Miniflare accepts, Miniflare and workerd
 * (those of `test/runtimes`), and Redis clients.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findNode } from '../runtimes/binaries.ts'
import { run } from '../runtimes/child.ts'
import { installPrivate } from '../runtimes/install.ts'
import { npm } from '../runtimes/npm.ts'
import { ROOT } from '../runtimes/project.ts'

/** The folder of the rows. */
const HERE = join(ROOT, 'test/scale')

/**
 * Installs what is missing, from lockfiles.
 *
 * @returns The path of a Node 24.
 * @throws Error when something cannot be installed.
 */
export async function prepare(): Promise<string> {
  await installPrivate()
  const stamp = join(HERE, 'node_modules/.installed')
  const lock = readFileSync(join(HERE, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).digest('hex')
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    await run(npm(['ci', '--prefix', HERE], { timeoutMs: 240_000 }))
    writeFileSync(stamp, wanted)
  }
  return findNode('24')
}
