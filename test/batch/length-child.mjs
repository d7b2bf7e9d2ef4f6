/**
 * A batch of `length.ndjson`, measured: `node --expose-gc length-child.mjs <parts>`, where `<parts>`
 * are the command's own, bundled.
 */
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const parts = await import(pathToFileURL(process.argv[2]).href)
const { createSaf, createVerdictFile, openJournal, readPairs, verifyFaces } = parts

const DATA = JSON.stringify({
  passed: 'true',
  retCode: 'OK_SUCCESS',
  retCodeSub: 'Z1140',
  retMessage: '',
  extInfo: { result: 'true', score: '100.0', faceAttack: 'false' },
})
const ANSWER = JSON.stringify({ Code: 200, Message: 'OK', RequestId: 'R', Data: DATA })

const TENTH = 10_000
const LAST = 100_000

/** The smallest that the client takes for a JPEG: what is kept is its holder. */
const SMALL = [0xff, 0xd8, 0xff, 0xdb, ...Array(16).fill(0), 0xff, 0xd9]

let calls = 0
const saf = createSaf({
  endpoint: 'http://127.0.0.1',
  allowCustomEndpoint: true,
  accessKeyId: 'testid',
  accessKeySecret: 'testsecret',
  async fetch() {
    calls++
    return new Response(ANSWER)
  },
})
const pairs = {
  path: 'length.ndjson',
  format: 'ndjson',
  resourceCode: '00840000',
  faces: {
    get small() {
      return Uint8Array.from(SMALL)
    },
  },
}
const startedMs = performance.now()
const journal = await openJournal('length.journal')
const verdicts = createVerdictFile('length.out')
await verdicts.place()
let [done, passed, restored] = [0, 0, 0]
let [heapAtTenth, heapAtEnd, maxAtTenth] = [0, 0, 0]
for await (const result of verifyFaces(saf, readPairs(pairs), { journal, concurrency: 64 })) {
  done++
  if (result.status === 'passed') passed++
  if (result.restored) restored++
  await verdicts.add(result)
  if (done === TENTH) [maxAtTenth, heapAtTenth] = [readMax(), readHeap()]
  // Not after it: then what the batch keeps is gone.
  if (done === LAST) heapAtEnd = readHeap()
}
const tookMs = performance.now() - startedMs
const maxAtEnd = readMax()
await verdicts.close()
await journal.close()
const figures = { calls, passed, restored, tookMs, heapAtTenth, heapAtEnd, maxAtTenth, maxAtEnd }
process.stdout.write(JSON.stringify(figures))

/** The most memory that the process had at once. */
function readMax() {
  return process.resourceUsage().maxRSS * 1024
}

/** What is in use when the garbage is out. */
function readHeap() {
  globalThis.gc()
  return process.memoryUsage().heapUsed
}
