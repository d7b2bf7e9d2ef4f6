/**
 * The Worker that is measured: `/check` verifies a contestant, `/run` has it work, and `/calls`
 * has it call the server on loopback. A request is answered when its work is done.
 */
import { callsUntilDone } from './calls.mjs'
import { contestants } from './contestants.mjs'
import { makePhotos, SIZES } from './photos.mjs'
import { vendors } from './vendors.mjs'
import { verify } from './verify.mjs'

let current

const worker = {
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url)
    const order = Object.fromEntries(searchParams)
    if (pathname === '/calls') {
      await callsUntilDone(order.name, order)
      return new Response('done')
    }
    const entry = await prepare(order)
    if (pathname === '/idle') return new Response('idle')
    for (let run = 0; run < (order.runs ?? 1); run++) await entry.run()
    if (pathname === '/check') await verify(entry.contestant, entry.last(), entry.photos)
    return new Response('done')
  },
}

/** Keeps one size at a time, so that a Worker's memory would do. */
async function prepare({ name, size }) {
  if (current?.size !== size) current = { size, photos: makePhotos(SIZES[size]), entries: {} }
  const { entries, photos } = current
  const contestant = [...contestants, ...vendors].find((one) => one.name === name)
  return (entries[name] ??= { contestant, photos, ...(await contestant.create(photos)) })
}

// oxlint-disable-next-line import/no-default-export -- why: workerd asks for it
export default worker
