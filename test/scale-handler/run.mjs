/**
 * The front door in its places: Redis, workerd, a browser, and the servers of the playground.
 * `node test/scale-handler/run.mjs [redis|worker|browser|servers]…`
 *
 * Miniflare wants a newer Node than the library, so most of it runs in one of its own.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { importBundled } from '../import-bundled.mjs'

const { prepare } = await importBundled('../scale/prepare.ts', import.meta.url)
const node = await prepare()

const PARTS = { redis: node, worker: node, browser: node, servers: process.execPath }
const given = process.argv.slice(2)
const counts = { ok: 0, FAIL: 0, none: 0 }
for (const part of given.length > 0 ? given : Object.keys(PARTS)) {
  const stdio = ['ignore', 'pipe', 'inherit']
  const child = spawn(PARTS[part], [fileURLToPath(new URL(`${part}.mjs`, import.meta.url))], {
    stdio,
  })
  const failed = counts.FAIL
  createInterface({ input: child.stdout }).on('line', (line) => {
    const word = line.split(' ', 1)[0]
    if (Object.hasOwn(counts, word)) counts[word]++
    console.log(line)
  })
  const [code] = await once(child, 'close')
  if (code !== 0 && counts.FAIL === failed) counts.FAIL++
}
console.log(`\n${counts.ok} passed, ${counts.FAIL} failed, ${counts.none} skipped`)
process.exitCode = counts.FAIL > 0 ? 1 : 0
