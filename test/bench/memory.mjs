/**
 * Runs one contestant once in a fresh process: `memory.mjs <order as JSON>`; prints the bytes by
 * which the process grew at most beyond what it had with the photos in it. Linux only.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { contestants } from './contestants.mjs'
import { makePhotos, SIZES } from './photos.mjs'
import { vendors } from './vendors.mjs'
import { verify } from './verify.mjs'

const { name, size } = JSON.parse(process.argv[2])
const contestant = [...contestants, ...vendors].find((one) => one.name === name)
// The first signature of a process loads what later ones have.
const small = await contestant.create(makePhotos(SIZES['300 B']))
await small.run()
const photos = makePhotos(SIZES[size])
const { run, last } = await contestant.create(photos)
globalThis.gc?.()
globalThis.Bun?.gc(true)
writeFileSync('/proc/self/clear_refs', '5') // The kernel's peak starts again from here.
const before = read('VmRSS')
await run()
const extra = read('VmHWM') - before
await verify(contestant, last(), photos)
console.log(JSON.stringify(extra))
process.exit()

function read(field) {
  const [, kilobytes] = new RegExp(`${field}:\\s+(\\d+) kB`).exec(readStatus())
  return Number(kilobytes) * 1024
}

function readStatus() {
  return readFileSync('/proc/self/status', 'utf8')
}
