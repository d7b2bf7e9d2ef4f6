/** Two Workers, and the Durable Object that they share, in Miniflare. */
import { build } from 'esbuild'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

/** Starts them, warm; `fetch(name, path)` gives the JSON of an answer. */
export async function startWorkers(gateway) {
  const entry = createRequire(join(here, '../runtimes/package.json')).resolve('miniflare')
  const { convertV4MiniflareOptions, Log, LogLevel, Miniflare } = await import(pathToFileURL(entry))
  const { outputFiles } = await build({
    entryPoints: [join(here, 'worker.mjs')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['workerd', 'worker', 'browser'],
  })
  const worker = (name) => ({
    name,
    modules: [{ type: 'ESModule', path: 'worker.mjs', contents: outputFiles[0].text }],
    compatibilityDate: '2026-10-01',
    bindings: { GATEWAY: gateway },
    durableObjects: { LIMITER: { className: 'Limiter', scriptName: 'first', useSQLite: true } },
  })
  const options = {
    // It would ask Cloudflare for a sample of it.
    cf: false,
    telemetry: { enabled: false },
    log: new Log(LogLevel.NONE),
    handleUncaughtError() {},
    workers: [worker('first'), worker('second')],
  }
  const miniflare = new Miniflare(convertV4MiniflareOptions(options))
  await miniflare.ready
  const fetchers = {
    first: await miniflare.getWorker('first'),
    second: await miniflare.getWorker('second'),
  }
  const fetchJson = async (name, path) => {
    const answer = await fetchers[name].fetch(`http://worker${path}`)
    return answer.json()
  }
  for (const name of ['first', 'second']) await fetchJson(name, '/warm-up')
  return { miniflare, fetch: fetchJson, stop: async () => miniflare.dispose() }
}
