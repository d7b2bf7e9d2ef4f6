/**
 * Measures the library against its rivals, on five runtimes:
 *
 *     npm run bench -- [--quick] [--src] [--only node20,bun] [--parts throughput,cold]
 *
 * It measures `dist/`, or with `--src` the sources. Every number is made of things measured in
 * turns. A whole run of `dist/` writes `results.md`, and its medians into the READMEs.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, platform } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { judge } from './bars.mjs'
import { bundle } from './bundle.mjs'
import { run, startServer } from './child.mjs'
import { coldModules, measureCold, measureMemory } from './fresh.mjs'
import { installPrivate } from './install.mjs'
import { writeReport } from './report.mjs'
import { BUN, findRuntimes, HERE, ROOT } from './runtimes.mjs'
import { MARKERS, READMES, writeTable } from './speed-table.mjs'
import { measureCalls, measureCpu, startWorker } from './workerd.mjs'
import { writeInto } from './write-into.mjs'

const PARTS = ['throughput', 'calls', 'cold', 'memory']
const QUICK = {
  throughput: {
    sizes: ['300 B', '1 MB', '8 MB'],
    rounds: 3,
    blockMs: 15,
    names: [
      'verifyFace',
      'signForm',
      'signForm, noble',
      'aws4fetch',
      'floor',
      'floor, noble',
      'pop-core',
    ],
    large: { names: ['verifyFace', 'floor', 'pop-core'] },
  },
  calls: { sizes: ['300 B'], rounds: 5, blockMs: 200, names: ['bare fetch', 'verifyFace'] },
  cold: { rounds: 3, names: ['signForm', 'signForm, one file', 'aws4fetch'] },
  memory: { size: '8 MB', rounds: 1, names: ['verifyFace'] },
}
const FULL = {
  throughput: {
    sizes: ['300 B', '100 KB', '1 MB', '4 MB', '8 MB'],
    rounds: 5,
    blockMs: 25,
    large: {
      rounds: 3,
      names: [
        'verifyFace',
        'verifyFace, noble',
        'signForm',
        'naive Web Crypto',
        'aws4fetch',
        'floor',
        'pop-core',
        'openapi-core',
      ],
    },
  },
  calls: { sizes: ['300 B', '1 MB'], rounds: 9, blockMs: 200 },
  cold: { rounds: 9 },
  memory: { size: '8 MB', rounds: 3, names: ['verifyFace', 'pop-core'] },
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    src: { type: 'boolean', default: false },
    only: { type: 'string' },
    parts: { type: 'string', default: PARTS.join() },
  },
})
await main(values.quick ? QUICK : FULL, values)

async function main(plan, { only, parts, quick, src }) {
  installPrivate()
  const runtimes = findRuntimes(only?.split(','))
  const cache = join(ROOT, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  // Below the project, so that a build aside finds the packages it imports.
  const folder = mkdtempSync(join(cache, 'saf-edge-bench-'))
  const stub = await startServer(BUN, [join(HERE, 'stub.mjs')])
  let emulator
  try {
    const made = await make(folder, src)
    emulator = await startServer(process.execPath, [join(HERE, 'emulator.mjs'), made.dist])
    const servers = { emulator: emulator.line, 'at once': stub.line }
    const job = { plan, parts: parts.split(','), servers, ...made }
    const results = {}
    for (const runtime of runtimes) {
      const startedAt = performance.now()
      const isWorkerd = runtime.name === 'workerd'
      results[runtime.name] = await (isWorkerd ? runWorkerd : runHost)(runtime, job)
      const seconds = Math.round((performance.now() - startedAt) / 1000)
      process.stderr.write(`${runtime.name}: ${seconds} s\n`)
    }
    const report = writeReport({ facts: await tellFacts(runtimes, src), runtimes: results })
    console.log(report)
    const isWhole = !quick && !src && only === undefined && parts === PARTS.join()
    if (isWhole) publish(report, results)
  } finally {
    stub.stop()
    emulator?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Writes what was measured where readers look for it. */
function publish(report, results) {
  writeFileSync(join(HERE, 'results.md'), report)
  const rows = judge(results).map(({ key, runtime, value: { median } }) => ({
    key,
    runtime,
    median,
  }))
  for (const [file, head] of Object.entries(READMES)) {
    writeInto(join(ROOT, file), MARKERS, writeTable(head, rows))
  }
}

/** Makes what the runtimes load. */
async function make(folder, src) {
  const [host, worker, memory, order] = await Promise.all(
    ['host.mjs', 'worker.mjs', 'memory.mjs', 'cold-order.mjs'].map((entry) =>
      bundle(entry, { folder, src }),
    ),
  )
  const { createOrder, checkCold } = await import(pathToFileURL(order).href)
  return {
    host,
    worker,
    memory,
    dist: src ? buildAside(folder) : join(ROOT, 'dist'),
    createOrder,
    checkCold,
  }
}

/** Builds the sources, for those parts that load modules as users have them. */
function buildAside(folder) {
  const out = join(folder, 'dist')
  const { status } = spawnSync(process.execPath, [join(ROOT, 'build.mjs'), '--out', out], {
    stdio: ['ignore', 2, 2],
  })
  return status === 0 ? out : undefined
}

async function runHost(
  runtime,
  { plan, parts, servers, host, memory, dist, createOrder, checkCold },
) {
  const wanted = (part) => (parts.includes(part) ? plan[part] : undefined)
  const order = { throughput: wanted('throughput'), calls: wanted('calls'), servers }
  const { stdout } = await run(runtime.file, [
    ...runtime.args,
    ...runtime.gc,
    host,
    JSON.stringify(order),
  ])
  const results = JSON.parse(stdout)
  if (wanted('cold') && dist) {
    const modules = Object.entries(coldModules(dist)).filter(
      ([name]) => plan.cold.names?.includes(name) ?? true,
    )
    results.cold = await measureCold(runtime, {
      modules: Object.fromEntries(modules),
      rounds: plan.cold.rounds,
      order: createOrder(),
      check: checkCold,
    })
  }
  // Elsewhere the kernel does not tell a process's peak.
  if (wanted('memory') && platform() === 'linux') {
    results.memory = await measureMemory(runtime, { bundle: memory, ...plan.memory })
  }
  return results
}

/** Its clock stands still and its processes are many: only what can be seen from outside. */
async function runWorkerd(_runtime, { plan, parts, servers, worker }) {
  const results = {}
  const server = await startWorker(worker)
  try {
    if (parts.includes('throughput')) results.cpu = {}
    for (const size of results.cpu ? plan.throughput.sizes : []) {
      results.cpu[size] = await measureCpu(server, size, plan.throughput)
    }
    if (parts.includes('calls')) results.calls = {}
    for (const [kind, origin] of results.calls ? Object.entries(servers) : []) {
      results.calls[kind] = {}
      for (const size of plan.calls.sizes) {
        results.calls[kind][size] = await measureCalls(server, size, { ...plan.calls, origin })
      }
    }
    return results
  } finally {
    server.stop()
  }
}

async function tellFacts(runtimes, src) {
  const version = async ({ name, file }) => {
    const { stdout } = await run(file, ['--version'])
    return `${name} ${/\d[\d.-]*\d/.exec(stdout)[0]}`
  }
  const { devDependencies } = readJson(join(HERE, 'package.json'))
  const rivals = Object.entries(devDependencies).filter(([, exact]) => /^\d/.test(exact))
  return [
    `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores, ${process.arch}`,
    `saf-edge ${readJson(join(ROOT, 'package.json')).version}, ${src ? 'from its sources' : 'as built in `dist/`'}`,
    (await Promise.all(runtimes.map(version))).join(', '),
    rivals.map((rival) => rival.join(' ')).join(', '),
  ]
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}
