/**
 * The table *Compared* of the README: facts that are measured here, in some ten seconds.
 *
 *   node test/bench/compare.mjs           prints the table
 *   node test/bench/compare.mjs write     puts it between the markers of the READMEs
 *
 * Each library makes the documented face verification, bundled as its users would, against the
 * emulator on loopback; the library itself is built from its sources.
 */
import { build } from 'esbuild'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { run, startServer } from './child.mjs'
import { installPrivate } from './install.mjs'
import { findRuntimes, HERE, ROOT, WORKERD } from './runtimes.mjs'
import { MARKERS, READMES, writeTable } from './compare-table.mjs'
import { writeInto } from './write-into.mjs'

/** What a vendor's SDK is given: the text that `verifyFace` makes of two photos. */
const SERVICE = `const service = {
  Service: 'intl_face_verify',
  ServiceParameters: JSON.stringify({
    refFaceContent: btoa(String.fromCharCode(...testFaces.idPhoto)),
    authFaceContent: btoa(String.fromCharCode(...testFaces.match)),
    resourceCode: '00840000',
  }),
}`

/**
 * What is compared: what a bundle has of it, and how its users call. `call(origin)` gives whatever
 * tells the verdict. aws4fetch signs for another cloud: only its size compares.
 */
const CONTESTANTS = [
  {
    name: 'saf-edge',
    entry: "export { createSaf } from 'saf-edge'",
    call: `import { createSaf } from 'saf-edge'
export const call = (origin) => {
  const keys = { accessKeyId: 'testid', accessKeySecret: 'testsecret' }
  const saf = createSaf({ ...keys, endpoint: origin, allowCustomEndpoint: true, retry: false })
  const photos = { refFaceContent: testFaces.idPhoto, authFaceContent: testFaces.match }
  return saf.verifyFace({ ...photos, resourceCode: '00840000' })
}`,
  },
  {
    name: '@alicloud/pop-core',
    entry: "export { default } from '@alicloud/pop-core'",
    call: `import RpcClient from '@alicloud/pop-core'
${SERVICE}
export const call = (endpoint) => {
  const keys = { accessKeyId: 'testid', accessKeySecret: 'testsecret' }
  const client = new RpcClient({ ...keys, endpoint, apiVersion: '2019-05-21' })
  return client.request('ExecuteRequest', service, { method: 'POST' })
}`,
  },
  {
    name: '@alicloud/openapi-core',
    entry: "export { default } from '@alicloud/openapi-core'",
    call: `import OpenApi from '@alicloud/openapi-core'
${SERVICE}
export const call = async (origin) => {
  const keys = { accessKeyId: 'testid', accessKeySecret: 'testsecret', signatureAlgorithm: 'v2' }
  const client = new OpenApi.default({ ...keys, endpoint: new URL(origin).host, protocol: 'http' })
  const api = { action: 'ExecuteRequest', version: '2019-05-21', method: 'POST', protocol: 'HTTP' }
  const types = { style: 'RPC', authType: 'AK', reqBodyType: 'formData', bodyType: 'json' }
  const answer = await client.callApi({ ...api, pathname: '/', ...types }, { body: service }, {})
  return answer.body
}`,
  },
  { name: 'aws4fetch', entry: "export { AwsClient } from 'aws4fetch'" },
]

/** Two calls that did not run the paid operation, and two that did, whose answers are lost. */
const FAULTS = [
  { gateway: 'Throttling.User' },
  { business: { Code: 402 } },
  { fault: 'cut-body' },
  { fault: 'html-502' },
]

/** Every plain field of an error, inherited ones too. */
const TELL = `const tell = (error) => {
  const names = []
  for (let at = error; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    names.push(...Object.getOwnPropertyNames(at))
  }
  const isPlain = (name) => ['string', 'boolean', 'number'].includes(typeof error[name])
  return Object.fromEntries(names.filter(isPlain).map((name) => [name, error[name]]))
}`

const NODE_MODULES = builtinModules.flatMap((name) => [name, `node:${name}`])

/** The rivals are CommonJS and ask for Node's modules by `require`. */
const BANNER =
  "import { createRequire as __cr } from 'node:module'; const require = __cr('file:///x.mjs');"

await main(process.argv[2])

async function main(order) {
  installPrivate()
  const cache = join(ROOT, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'saf-edge-compare-'))
  try {
    const { createEmulator, serve } = await loadEmulator(folder)
    const emulator = createEmulator()
    const server = await serve({ fetch: emulator.fetch, host: '127.0.0.1', port: 0 })
    try {
      const rows = []
      for (const contestant of CONTESTANTS) {
        rows.push(await measure(contestant, { folder, emulator, origin: server.origin }))
      }
      for (const [file, words] of Object.entries(READMES)) {
        const table = writeTable(rows, words)
        if (order === 'write') writeInto(join(ROOT, file), MARKERS, table)
        else if (file === 'README.md') console.log(table)
      }
    } finally {
      await server.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure({ name, entry, call }, scene) {
  const plain = await bundle(entry, {})
  const withNode = await bundle(entry, { node: true })
  const sizes = { plain: gzipSize(plain), withNode: gzipSize(withNode) }
  const version = name === 'saf-edge' ? '' : readVersion(name)
  if (call === undefined) return { name, version, ...sizes }
  const runs = await runEverywhere(name, call, scene)
  return { name, version, ...sizes, runs, field: await findOutcomeField(name, scene) }
}

/** Where the call completes with a passed verdict; elsewhere false. */
async function runEverywhere(name, call, { folder, origin }) {
  const code = `import { testFaces } from 'saf-edge/emulator'\n${call}\n${TELL}`
  const runs = {}
  const host = join(folder, `${fileName(name)}.mjs`)
  const outcome = `call(ORIGIN).then((answer) => JSON.stringify({ answer }), (error) => JSON.stringify({ error: tell(error) }))`
  const program = `${code}\nconst ORIGIN = process.argv[2]\nconsole.log(await ${outcome})`
  writeFileSync(host, await bundle(program, { node: true }))
  const [deno, bun] = findRuntimes(['deno', 'bun'])
  const hosts = { Node: { file: process.execPath, args: [] }, Deno: deno, Bun: bun }
  for (const [runtime, { file, args }] of Object.entries(hosts)) {
    runs[runtime] = await run(file, [...args, host, origin], { timeoutMs: 20_000 }).then(
      ({ stdout }) => isPassed(stdout),
      () => false,
    )
  }
  for (const flags of [[], ['nodejs_compat']]) {
    const node = flags.length > 0
    const worker = `${code}\nexport default { async fetch(request) {
      const ORIGIN = new URL(request.url).searchParams.get('origin')
      return new Response(await ${outcome}) } }`
    const bytes = await bundle(worker, { node })
    runs[node ? 'compat' : 'Workers'] =
      bytes !== undefined && (await runWorker(bytes, { folder, flags, origin }))
  }
  return runs
}

async function runWorker(bytes, { folder, flags, origin }) {
  writeFileSync(join(folder, 'worker.mjs'), bytes)
  const config = join(folder, 'worker.capnp')
  writeFileSync(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
      compatibilityDate = "2026-10-01",
      compatibilityFlags = ${JSON.stringify(flags)},
    )),
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`,
  )
  const server = await startServer(WORKERD, ['serve', config, '--control-fd=1']).catch(() => null)
  if (!server) return false
  try {
    const url = `http://127.0.0.1:${JSON.parse(server.line).port}/?origin=${origin}`
    return isPassed(await (await fetch(url, { signal: AbortSignal.timeout(20_000) })).text())
  } catch {
    return false
  } finally {
    server.stop()
  }
}

/**
 * Which field of its errors tells calls that may have run from those that did not: one value for
 * both that did not, another for both that did. On Node, whose errors are the fullest.
 */
async function findOutcomeField(name, { folder, emulator, origin }) {
  const errors = []
  const host = join(folder, `${fileName(name)}.mjs`)
  for (const fault of FAULTS) {
    emulator.reset()
    emulator.script(fault)
    const { stdout } = await run(process.execPath, [host, origin], { timeoutMs: 20_000 })
    errors.push(JSON.parse(stdout.trim().split('\n').at(-1)).error ?? {})
    emulator.reset()
  }
  const [first = {}] = errors
  return Object.keys(first).find((key) => {
    const [throttled, quota, cut, page] = errors.map((error) => error[key])
    return throttled === quota && cut === page && cut !== quota && cut !== undefined
  })
}

/** Bundles code as for a Worker; undefined when that fails, as without Node's modules. */
async function bundle(code, { node = false }) {
  const options = {
    // Its name makes default imports from CommonJS what Node makes of them.
    stdin: { contents: code, resolveDir: HERE, sourcefile: 'program.mjs' },
    absWorkingDir: HERE,
    bundle: true,
    minify: true,
    legalComments: 'none',
    format: 'esm',
    target: 'es2022',
    conditions: ['workerd', 'worker', 'import'],
    alias: {
      'saf-edge/emulator': join(ROOT, 'src/emulator/index.ts'),
      'saf-edge': join(ROOT, 'src/index.ts'),
    },
    write: false,
    logLevel: 'silent',
  }
  const host = node
    ? { platform: 'node', external: NODE_MODULES, banner: { js: BANNER } }
    : { platform: 'browser', mainFields: ['module', 'main'] }
  try {
    const { outputFiles } = await build({ ...options, ...host })
    return outputFiles[0].contents
  } catch (error) {
    if (node) throw error
    return undefined
  }
}

async function loadEmulator(folder) {
  const file = join(folder, 'emulator.mjs')
  const code = `export { createEmulator } from 'saf-edge/emulator'
export { serve } from '${join(ROOT, 'src/cli/http-server.ts')}'`
  writeFileSync(file, await bundle(code, { node: true }))
  return import(pathToFileURL(file).href)
}

/** Both SDKs give the envelope; its Data is text, or what the SDK read from it. */
function isPassed(stdout) {
  const { answer } = JSON.parse(stdout.trim().split('\n').at(-1))
  if (answer === undefined) return false
  if (typeof answer.passed === 'boolean') return answer.passed
  const data = typeof answer.Data === 'string' ? JSON.parse(answer.Data) : answer.Data
  return String(data?.passed) === 'true'
}

function gzipSize(bytes) {
  return bytes && gzipSync(bytes, { level: 9 }).length
}

function readVersion(name) {
  return JSON.parse(readFileSync(join(HERE, 'node_modules', name, 'package.json'), 'utf8')).version
}

function fileName(name) {
  return name.replace(/\W+/g, '-')
}
