/**
 * Calls per second to a server on loopback that answers at once, by eight callers, in turns.
 */
import { createSaf } from 'saf-edge'
import { nobleHmacSha1 } from 'saf-edge/noble'
import { contestants, KEYS, RESOURCE_CODE } from './contestants.mjs'
import { makePhotos, SIZES } from './photos.mjs'
import { now } from './text.mjs'
import { rotate } from './statistics.mjs'
import { callPopCore, createPopCore, useNetwork } from './vendors.mjs'

const CONCURRENCY = 8

/**
 * Counts calls in blocks of time.
 *
 * @returns by name, the calls per second in each round
 */
export async function callsPerSecond(size, { origin, rounds, blockMs, names }) {
  const callers = Object.entries(await createCallers(size, origin))
  const entries = callers.filter(([name]) => names?.includes(name) ?? true)
  const rates = Object.fromEntries(entries.map(([name]) => [name, []]))
  for (let round = -1; round < rounds; round++) {
    for (const [name, call] of rotate(entries, round + 1)) {
      const start = now()
      const end = start + blockMs
      const calls = await callWhile(call, () => now() < end)
      if (round >= 0) rates[name].push((1000 * calls) / (now() - start))
    }
  }
  return rates
}

let current

/** Makes a number of calls, for a host whose clock stands still. */
export async function callsUntilDone(name, { size, origin, calls }) {
  if (current?.size !== size) current = { size, callers: await createCallers(size, origin) }
  let left = Number(calls)
  await callWhile(current.callers[name], () => left-- > 0)
}

/** Callers by name; each tells whether it got its answer. */
async function createCallers(size, origin) {
  useNetwork()
  const photos = makePhotos(SIZES[size])
  const client = { ...KEYS, endpoint: origin, allowCustomEndpoint: true, maxPhotoBytes: 2 ** 24 }
  const input = { ...photos, resourceCode: RESOURCE_CODE }
  const saf = createSaf(client)
  const noble = createSaf({ ...client, hmac: nobleHmacSha1 })
  const popCore = createPopCore(origin)
  const body = await writeBody(photos)
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const bare = async () => (await fetch(origin, { method: 'POST', headers, body })).json()
  return {
    'bare fetch': async () => (await bare()).Code === 200,
    verifyFace: async () => (await saf.verifyFace(input)).passed,
    'verifyFace, noble': async () => (await noble.verifyFace(input)).passed,
    'pop-core': async () => (await callPopCore(popCore, photos)).Code === 200,
  }
}

/** The same bytes that the others send. */
async function writeBody(photos) {
  const { run, last } = contestants.find(({ name }) => name === 'verifyFace').create(photos)
  await run()
  return last().body
}

async function callWhile(call, isTime) {
  let calls = 0
  const work = async () => {
    while (isTime()) {
      if (!(await call())) throw new Error('unexpected answer')
      calls++
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, work))
  return calls
}
