/**
 * One purchased rate, many machines: `node test/scale/run.mjs`. Half a minute against a real Redis
 * and real Durable Objects, at the rate a customer would buy.
 *
 * Miniflare wants a newer Node than the library, so the rows run in one of their own.
 */
import { spawn } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { importBundled } from '../import-bundled.mjs'

const { prepare } = await importBundled('prepare.ts', import.meta.url)
const node = await prepare()
const child = spawn(node, [fileURLToPath(new URL('main.mjs', import.meta.url))], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal))
child.once('exit', (code) => {
  process.exitCode = code ?? 1
})
