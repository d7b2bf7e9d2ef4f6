/** Starts fresh processes, in turns: for the first signature, and for the peak of memory. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { run } from './child.mjs'
import { HERE } from './runtimes.mjs'
import { rotate } from './statistics.mjs'

/** Who is timed cold, and which module each imports. */
export function coldModules(dist) {
  const locate = (...path) => pathToFileURL(join(...path)).href
  const inFolder = (path) => locate(HERE, 'node_modules', path)
  return {
    signForm: { kind: 'signForm', module: locate(dist, 'sign/index.js') },
    'signForm, one file': { kind: 'signForm', module: locate(dist, 'url/sign.js') },
    verifyFace: { kind: 'verifyFace', module: locate(dist, 'index.js') },
    aws4fetch: { kind: 'aws4fetch', module: inFolder('aws4fetch/dist/aws4fetch.esm.mjs') },
    'aws4fetch, without a Request': {
      kind: 'aws4fetch signer',
      module: inFolder('aws4fetch/dist/aws4fetch.esm.mjs'),
    },
    'pop-core': {
      kind: 'pop-core',
      module: inFolder('@alicloud/pop-core/index.js'),
      httpx: inFolder('httpx/lib/index.js'),
    },
  }
}

/**
 * Times the first signature of a process, the import before it included.
 *
 * @returns by name, the milliseconds in each round
 */
export async function measureCold({ file, args }, { modules, order, check, rounds }) {
  const times = Object.fromEntries(Object.keys(modules).map((name) => [name, []]))
  for (let round = -1; round < rounds; round++) {
    for (const [name, module] of rotate(Object.entries(modules), round + 1)) {
      const text = JSON.stringify({ ...order, ...module })
      const { stdout } = await run(file, [...args, join(HERE, 'cold.mjs'), text])
      const { ms, ...made } = JSON.parse(stdout)
      if (round < 0) await check(module.kind, made)
      else times[name].push(ms)
    }
  }
  return times
}

/**
 * Measures how much a process grows at most while it works once.
 *
 * @returns by name, the bytes in each round
 */
export async function measureMemory({ file, args, gc }, { bundle, names, size, rounds }) {
  const bytes = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const name of rotate(names, round)) {
      const { stdout } = await run(file, [...args, ...gc, bundle, JSON.stringify({ name, size })])
      bytes[name].push(JSON.parse(stdout))
    }
  }
  return bytes
}
