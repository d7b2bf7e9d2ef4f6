/**
 * The playground's flows in a real Chromium: `node test/playground/run.mjs [part of a name …]`.
 * Ends with one line: `N passed, N failed, N skipped`.
 */
import { build } from 'esbuild'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { servePlayground } from '../../playground/serve.mjs'
import { launchBrowser } from './browser.mjs'
import { flows as frame } from './flows/frame.mjs'
import { flows as handler } from './flows/handler.mjs'
import { flows as sign } from './flows/sign.mjs'
import { flows as verify } from './flows/verify.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const words = process.argv.slice(2)
const all = [...verify, ...handler, ...sign, ...frame]
const chosen = all.filter(({ name }) => words.every((word) => name.includes(word)))

const site = await servePlayground(0)
const door = await startHandler(new URL(site.url).origin)
const browser = await launchBrowser()
let failed = 0
try {
  for (const { name, run } of chosen) {
    try {
      await run({ browser, site: site.url, handler: door })
      console.log(`✓ ${name}`)
    } catch (error) {
      failed++
      console.log(`✗ ${name}\n${error.stack}`)
    }
  }
} finally {
  await browser.close()
  site.close()
  door.close()
}
const skipped = all.length - chosen.length
console.log(`\n${chosen.length - failed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed > 0 ? 1 : 0

/** Node 20 runs no TypeScript: the handler is bundled first. */
async function startHandler(origin) {
  const folder = join(root, 'node_modules/.cache')
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, 'saf-edge-playground-handler.mjs')
  await build({
    entryPoints: [fileURLToPath(new URL('handler-server.ts', import.meta.url))],
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outfile,
  })
  const { serveHandler } = await import(pathToFileURL(outfile).href)
  return serveHandler(origin)
}
