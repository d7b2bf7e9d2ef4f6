/**
 * Calls per second to a server on loopback, by eight callers, in turns: the emulator, or one that
 * answers at once and so shows what the client costs.
 */
import { createSaf } from 'saf-edge'
import { nobleHmacSha1 } from 'saf-edge/noble'
import { contestants, KEYS, RESOURCE_CODE } from './contestants.mjs'
import { makePhotos, planCalls, SIZES } from './photos.mjs'
import { now } from './text.mjs'
import { rotate } from './statistics.mjs'
import { callPopCore, createPopCore, useNetwork } from './vendors.mjs'

const CONCURRENCY = 8

/**
 * Counts calls in blocks of a number of calls.
 *
 * @returns by name, the calls per second in each round
 */
export async function callsPerSecond(size, { origin, rounds, blockMs, names }) {
  const callers = Object.entries(createCallers(size, origin))
  const entries = callers.filter(([name]) => names?.includes(name) ?? true)
  const rates = Object.fromEntries(entries.map(([name]) => [name, []]))
  const calls = planCalls(size, blockMs)
  for (let round = -1; round < rounds; round++) {
    for (const [name, caller] of rotate(entries, round + 1)) {
      await caller.prepare?.(calls)
      const start = now()
      await callTimes(caller, calls)
      if (round >= 0) rates[name].push((1000 * calls) / (now() - start))
    }
  }
  return rates
}

let current

/** The same in steps, for a host whose clock stands still: `prepare`, then the calls themselves. */
export async function callsUntilDone(name, { size, origin, calls, step }) {
  if (current?.size !== size || current.origin !== origin) {
    current = { size, origin, callers: createCallers(size, origin) }
  }
  const caller = current.callers[name]
  if (step === 'prepare') await caller.prepare?.(Number(calls))
  else await callTimes(caller, Number(calls))
}

/**
 * Callers by name; each `call` tells whether it got its answer. A bare fetch has nothing to sign:
 * its bodies are made before, one a call, since the emulator takes a nonce once.
 */
function createCallers(size, origin) {
  useNetwork()
  const photos = makePhotos(SIZES[size])
  const client = { ...KEYS, endpoint: origin, allowCustomEndpoint: true, maxPhotoBytes: 2 ** 24 }
  const input = { ...photos, resourceCode: RESOURCE_CODE }
  const saf = createSaf(client)
  const noble = createSaf({ ...client, hmac: nobleHmacSha1 })
  const popCore = createPopCore(origin)
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const bodies = []
  const bare = async () =>
    (await fetch(origin, { method: 'POST', headers, body: bodies.pop() })).json()
  return {
    'bare fetch': {
      prepare: (calls) => writeBodies(photos, bodies, calls),
      call: async () => (await bare()).Code === 200,
    },
    verifyFace: { call: async () => isVerdict(await saf.verifyFace(input)) },
    'verifyFace, noble': { call: async () => isVerdict(await noble.verifyFace(input)) },
    'pop-core': { call: async () => (await callPopCore(popCore, photos)).Code === 200 },
  }
}

function isVerdict({ decision }) {
  return typeof decision === 'string'
}

/** The same bytes that the others send, signed afresh. */
async function writeBodies(photos, bodies, calls) {
  const { run, last } = contestants.find(({ name }) => name === 'verifyFace').create(photos)
  bodies.length = 0
  while (bodies.length < calls) {
    await run()
    bodies.push(last().body)
  }
}

async function callTimes({ call }, calls) {
  let left = calls
  const work = async () => {
    while (left-- > 0) {
      if (!(await call())) throw new Error('unexpected answer')
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, work))
}
