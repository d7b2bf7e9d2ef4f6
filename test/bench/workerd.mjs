/**
 * Measures workerd from outside: inside, its clock stands still while a request is worked on. What
 * counts is the CPU time of the whole process, as the kernel has it, in turns.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { startServer } from './child.mjs'
import { planCalls, planSize, SIZES } from './photos.mjs'
import { WORKERD } from './runtimes.mjs'
import { median, rotate } from './statistics.mjs'

/** Whom to measure; the Worker knows them by these names. */
const CONTESTANTS = [
  'verifyFace',
  'verifyFace, noble',
  'signForm',
  'signForm of text',
  'naive Web Crypto',
  'aws4fetch',
  'floor',
  'pop-core',
  'openapi-core',
]
/** Without pop-core: it keeps its sockets, and workerd's do not outlive a request. */
const CALLERS = ['bare fetch', 'verifyFace', 'verifyFace, noble']

/** Starts the Worker in this bundle; gives its origin and the process. */
export async function startWorker(bundle) {
  const config = bundle.replace(/mjs$/, 'capnp')
  writeFileSync(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker.mjs", esModule = embed ${JSON.stringify(basename(bundle))})],
      compatibilityDate = "2026-10-01",
      compatibilityFlags = ["nodejs_compat"],
    )),
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`,
  )
  const server = await startServer(WORKERD, ['serve', config, '--control-fd=1'])
  return { ...server, origin: `http://127.0.0.1:${JSON.parse(server.line).port}` }
}

/**
 * Measures the CPU time of one run, less what a request costs that asks for nothing.
 *
 * @returns by name, the milliseconds in each round
 */
export async function measureCpu(server, size, plan) {
  const { rounds, blockMs, isLarge, names = CONTESTANTS } = planSize(size, plan)
  // Where one run costs less than its request, a request has many.
  const runs = SIZES[size] < 1e4 ? 50 : 1
  const get = async (path, name) => {
    const order = new URLSearchParams({ name, size, runs })
    const response = await fetch(`${server.origin}${path}?${order}`)
    const text = await response.text()
    if (!response.ok) throw new Error(`workerd, ${name}, ${size}: ${text}`)
  }
  const measure = async (path, name, requests) => {
    const before = readCpuMs(server.pid)
    for (let request = 0; request < requests; request++) await get(path, name)
    return (readCpuMs(server.pid) - before) / requests
  }
  for (const name of names) await get('/check', name)
  // About one block of the floor, but some runs.
  const requests = Math.max(2, Math.ceil(blockMs / (0.5 + SIZES[size] / 1e6)))
  const busy = Object.fromEntries(names.map((name) => [name, []]))
  const idle = []
  for (let round = isLarge ? 0 : -1; round < rounds; round++) {
    idle.push(await measure('/idle', names[0], 50))
    for (const name of rotate(names, round + 1)) {
      const each = await measure('/run', name, requests)
      if (round >= 0) busy[name].push(each)
    }
  }
  const request = median(idle)
  return Object.fromEntries(
    Object.entries(busy).map(([name, each]) => [name, each.map((ms) => (ms - request) / runs)]),
  )
}

/** Counts calls through workerd's own fetch; the time is that of the whole request. */
export async function measureCalls(server, size, { rounds, blockMs, origin, names = CALLERS }) {
  const rates = Object.fromEntries(names.map((name) => [name, []]))
  const calls = planCalls(size, blockMs)
  const get = async (name, step) => {
    const order = new URLSearchParams({ name, size, calls, step, origin })
    const response = await fetch(`${server.origin}/calls?${order}`)
    const text = await response.text()
    if (!response.ok) throw new Error(`workerd, ${name}, ${size}: ${text}`)
  }
  for (let round = -1; round < rounds; round++) {
    for (const name of rotate(names, round + 1)) {
      await get(name, 'prepare')
      const start = performance.now()
      await get(name, 'call')
      if (round >= 0) rates[name].push((1000 * calls) / (performance.now() - start))
    }
  }
  return rates
}

/** CPU time of every thread of a process, by the scheduler's own count, in nanoseconds. */
function readCpuMs(pid) {
  let sum = 0
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    sum += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0])
  }
  return sum / 1e6
}
