/**
 * 100 000 rows: memory does not grow with the batch's length, but for the ids.
 *
 * All parts of the command run, in a process of their own: rows and journal on disk, every request
 * signed. Only photos and `fetch` are stand-ins, so that it takes less than a minute.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { finish } from './workshop.mjs'

const ROWS = 100_000

/** Bytes that stay for a row: its id, and what was seen of it. */
const BYTES_PER_ROW = 120

/** Of all memory in use, with what waits for the garbage collector. */
const MAX_GROWTH_BYTES = 48 * 2 ** 20

/** Runs the part. */
export async function checkLength({ folder, startLength }) {
  const lines = Array.from({ length: ROWS }, (_, at) => {
    return `{"id":${at + 1},"ref":"test:small","auth":"test:small"}\n`
  })
  writeFileSync(join(folder, 'length.ndjson'), lines.join(''))
  const first = await run(startLength)
  const again = await run(startLength)
  const perRow = (first.heapAtEnd - first.heapAtTenth) / (0.9 * ROWS)
  return [
    {
      what: `${ROWS} rows: each has a verdict`,
      isGood: first.passed === ROWS && first.calls === ROWS && first.restored === 0,
      found: `${first.passed} passed, ${first.calls} calls, ${(first.tookMs / 1000).toFixed(1)} s`,
    },
    {
      what: `${ROWS} rows: nothing stays of a row but its id, at most ${BYTES_PER_ROW} bytes`,
      isGood: perRow <= BYTES_PER_ROW,
      found: `${perRow.toFixed(0)} bytes, from ${show(first.heapAtTenth)} to ${show(first.heapAtEnd)}`,
    },
    {
      what: `${ROWS} rows: the process takes no more than at a tenth of them`,
      isGood: first.maxAtEnd - first.maxAtTenth <= MAX_GROWTH_BYTES,
      found: `${show(first.maxAtTenth)} at most, then ${show(first.maxAtEnd)}`,
    },
    {
      what: `${ROWS} rows: resumed, nothing is called, and memory is no more`,
      isGood:
        again.calls === 0 &&
        again.restored === ROWS &&
        again.maxAtEnd <= first.maxAtTenth + MAX_GROWTH_BYTES,
      found: `${again.calls} calls, ${again.restored} restored, ${show(again.maxAtEnd)}`,
    },
  ]
}

async function run(startLength) {
  const { stdout, stderr, code } = await finish(startLength())
  if (code !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

function show(bytes) {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`
}
