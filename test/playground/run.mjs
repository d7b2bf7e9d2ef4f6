/**
 * The playground's flows in a real Chromium: `node test/playground/run.mjs [part of a name …]`.
 * Ends with one line: `N passed, N failed, N skipped`.
 */
import process from 'node:process'
import { servePlayground } from '../../playground/serve.mjs'
import { importBundled } from '../import-bundled.mjs'
import { launchBrowser } from './browser.mjs'
import { flows as frame } from './flows/frame.mjs'
import { flows as handler } from './flows/handler.mjs'
import { flows as sign } from './flows/sign.mjs'
import { flows as verify } from './flows/verify.mjs'

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

async function startHandler(origin) {
  const { serveHandler } = await importBundled('handler-server.ts', import.meta.url)
  return serveHandler(origin)
}
