/**
 * Kills a batch of 5 000 pairs at ten random moments and resumes it: no pair is paid for twice, and
 * none is lost.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startGateway, tagPhoto } from './gateway.mjs'
import { finish, readLines } from './workshop.mjs'

const PAIRS = 5000
const KILLS = 10
const CONCURRENCY = 16
const FACES = ['match', 'mismatch', 'spoof', 'unreadable']

/** Runs the part. */
export async function checkKills({ emulator, folder, start }, random) {
  writePairs(folder, emulator.testFaces)
  const gateway = await startGateway(emulator)
  const args = ['kill.csv', '--out', 'kill.ndjson', '--concurrency', String(CONCURRENCY)]
  args.push('--endpoint', gateway.origin, '--allow-custom-endpoint')
  const moments = []
  try {
    for (const wanted of drawMoments(random)) {
      moments.push(await killOnce(start(args), gateway, { wanted, random }))
    }
    const last = await finish(start(args))
    if (![1, 3].includes(last.code)) throw new Error(last.stderr)
  } finally {
    gateway.close()
    console.log(`killed after ${moments.join(', ')} paid calls`)
  }
  return judge(gateway, readLines(join(folder, 'kill.ndjson')))
}

/** Draws after how many calls each run dies: two of them while they start or resume. */
function drawMoments(random) {
  const weights = Array.from({ length: KILLS }, (_, kill) => (kill % 5 === 4 ? 0 : 0.1 + random()))
  const sum = weights.reduce((total, each) => total + each, 0)
  return weights.map((weight) => Math.floor((0.9 * PAIRS * weight) / sum))
}

async function killOnce(child, gateway, { random, wanted }) {
  const before = gateway.executed()
  const ended = finish(child)
  let isOver = false
  void ended.then(() => (isOver = true))
  while (gateway.executed() - before < wanted && !isOver) await sleep(1)
  await sleep(random() * (wanted === 0 ? 300 : 10))
  child.kill('SIGKILL')
  const { code, signal, stderr } = await ended
  if (signal !== 'SIGKILL') throw new Error(`ended by itself with ${code}: ${stderr}`)
  return gateway.executed() - before
}

function writePairs(folder, faces) {
  mkdirSync(join(folder, 'kill'))
  writeFileSync(join(folder, 'kill/ref.jpg'), faces.idPhoto)
  const rows = ['id,ref,auth,resource_code']
  for (let id = 1; id <= PAIRS; id++) {
    const face = faces[FACES[id % 10 < 7 ? 0 : 1 + (id % 3)]]
    writeFileSync(join(folder, `kill/${id}.jpg`), tagPhoto(face, id))
    rows.push(`${id},kill/ref.jpg,kill/${id}.jpg,00840000`)
  }
  writeFileSync(join(folder, 'kill.csv'), `${rows.join('\n')}\n`)
}

function judge({ calls, executed }, results) {
  const ids = new Set(results.map(({ id }) => id))
  const unknown = results.filter(({ status }) => status === 'unknown')
  const done = results.filter(({ status }) => status === 'passed' || status === 'not-passed')
  const twice = [...calls.values()].filter((count) => count > 1)
  const counted = [...calls.values()].reduce((sum, count) => sum + count, 0)
  const unpaid = done.filter(({ id }) => !calls.has(id.padStart(12, '0')))
  const wrong = done.filter(({ id, status }) => Number(id) % 10 < 7 !== (status === 'passed'))
  const paid = executed()
  return [
    {
      what: `kill -9 ×${KILLS}: each of ${PAIRS} pairs has one result, a verdict or unknown`,
      isGood:
        ids.size === PAIRS && results.length === PAIRS && done.length + unknown.length === PAIRS,
      found: `${done.length} verdicts, ${unknown.length} unknown, ${results.length} lines`,
    },
    {
      what: 'kill -9: done ≤ paid calls ≤ done + unknown',
      isGood: done.length <= paid && paid <= done.length + unknown.length && counted === paid,
      found: `${done.length} ≤ ${paid} ≤ ${done.length + unknown.length}`,
    },
    {
      what: 'kill -9: the emulator saw no pair twice',
      isGood: twice.length === 0 && calls.size === paid,
      found: `${calls.size} pairs paid for, ${twice.length} twice`,
    },
    {
      what: 'kill -9: every verdict was paid for, and is that of its pair',
      isGood: unpaid.length === 0 && wrong.length === 0,
      found: `${unpaid.length} unpaid, ${wrong.length} of another pair`,
    },
    {
      what: 'kill -9: no more are unknown than were under way',
      isGood: unknown.length <= KILLS * CONCURRENCY,
      found: `${unknown.length} of at most ${KILLS * CONCURRENCY}`,
    },
  ]
}
