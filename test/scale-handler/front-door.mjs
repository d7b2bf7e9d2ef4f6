/**
 * The Worker of the playground in miniflare: two isolates that share their Durable Objects, with
 * the emulator behind them on a port of its own. Node 24 runs the sources.
 */
import { build } from 'esbuild'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createEmulator } from '../../src/emulator/index.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const runtimes = createRequire(new URL('../runtimes/package.json', import.meta.url))

/** What the Worker is bound to, apart from the page that may call and the emulator's port. */
export const SECRETS = {
  SAF_ACCESS_KEY_ID: 'testid',
  SAF_ACCESS_KEY_SECRET: 'testsecret',
  SAF_RATE_PER_SECOND: '1000',
  SESSION_SECRET: 'session',
  IDEMPOTENCY_SECRET: 'pepper',
}

/** Starts the Worker twice, as `a` and `b`, and twice a bare one, `c` and `d`, for one page. */
export async function openFrontDoor(origin) {
  const { convertV4MiniflareOptions, Log, LogLevel, Miniflare } = await import(
    pathToFileURL(runtimes.resolve('miniflare')).href
  )
  const gateway = await startGateway()
  const [full, bare] = [
    await bundleWorker('playground/worker/worker.ts'),
    await bundleWorker('test/scale-handler/bare-worker.ts'),
  ]
  const worker = (name, contents) => ({
    name,
    modules: [{ type: 'ESModule', path: 'worker.js', contents }],
    compatibilityDate: '2026-10-01',
    bindings: { ...SECRETS, SAF_ENDPOINT: gateway.origin, ALLOWED_ORIGINS: origin },
    durableObjects: {
      LIMITER: { className: 'SafLimiterObject', scriptName: 'a', useSQLite: true },
      RECORDS: { className: 'SafIdempotencyObject', scriptName: 'a', useSQLite: true },
    },
    r2Buckets: ['PHOTOS'],
  })
  const queueConsumers = { 'saf-pairs': { maxBatchSize: 10, maxBatchTimeout: 0.1 } }
  const logs = []
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      cf: false, // It would ask Cloudflare for a sample of it.
      telemetry: { enabled: false },
      log: new Log(LogLevel.ERROR),
      handleStructuredLogs: ({ message }) => void logs.push(message),
      host: '127.0.0.1',
      port: 0,
      workers: [
        { ...worker('a', full), queueConsumers, queueProducers: { PAIRS: 'saf-pairs' } },
        worker('b', full),
        worker('c', bare),
        worker('d', bare),
      ],
    }),
  )
  const url = await miniflare.ready
  return {
    miniflare,
    gateway,
    logs,
    url,
    async close() {
      await miniflare.dispose()
      gateway.server.close()
      gateway.server.closeAllConnections()
    },
  }
}

async function bundleWorker(entry) {
  const alias = Object.fromEntries(
    ['', '/handler', '/limiter'].map((path) => [`saf-edge${path}`, `./src${path}/index.ts`]),
  )
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    conditions: ['workerd'],
    alias,
    write: false,
  })
  return outputFiles[0].text
}

/** The emulator on a port; counts what was paid. */
async function startGateway() {
  const gateway = { paid: 0, emulator: undefined, server: undefined, origin: '' }
  const onRequest = ({ executed }) => (gateway.paid += Number(executed))
  gateway.emulator = createEmulator({ latencyMs: 100, onRequest })
  gateway.server = createServer(async (incoming, outgoing) => {
    const { headers, method, url } = incoming
    const body = Buffer.concat(await Array.fromAsync(incoming))
    const init = { method, headers, body: method === 'GET' ? undefined : body }
    const response = await gateway.emulator.fetch(`${gateway.origin}${url}`, init)
    outgoing.setHeaders(response.headers).writeHead(response.status)
    outgoing.end(Buffer.from(await response.arrayBuffer()))
  })
  gateway.server.listen(0, '127.0.0.1')
  await once(gateway.server, 'listening')
  gateway.origin = `http://127.0.0.1:${gateway.server.address().port}`
  return gateway
}
