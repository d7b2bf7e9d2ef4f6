/**
 * A batch at 50 QPS purchased, 45 used: it keeps up with its limiter, whatever a call takes, and
 * never sends more than was purchased.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startGateway } from './gateway.mjs'
import { finish } from './workshop.mjs'

const QPS = 50
const SHARE = 0.9
const PAIRS = 405
const LATENCY_MS = 300

/** Runs the part. */
export async function checkPace({ emulator, folder, start }) {
  const rows = Array.from({ length: PAIRS }, (_, id) => `${id},test:idPhoto,test:match,00840000`)
  writeFileSync(join(folder, 'pace.csv'), ['id,ref,auth,resource_code', ...rows].join('\n'))
  const gateway = await startGateway(emulator, { latencyMs: LATENCY_MS })
  const args = ['pace.csv', '--out', 'pace.ndjson', '--qps', String(QPS), '--json']
  args.push('--endpoint', gateway.origin, '--allow-custom-endpoint')
  const { code, stdout } = await finish(start(args)).finally(() => gateway.close())
  const { arrivals } = gateway
  const { passed, tookMs } = JSON.parse(stdout)
  const perSecond = (1000 * (arrivals.length - 1)) / (arrivals.at(-1) - arrivals[0])
  const whole = (1000 * PAIRS) / tookMs
  const most = Math.max(...arrivals.map((at) => countWithin(arrivals, at)))
  const rate = QPS * SHARE
  return [
    {
      what: `${QPS} QPS: at least 90 % of the limiter's rate, calls of ${LATENCY_MS} ms`,
      isGood: code === 0 && passed === PAIRS && perSecond >= 0.9 * rate,
      found: `${perSecond.toFixed(1)}/s of ${rate}/s sent; ${whole.toFixed(1)}/s in all`,
    },
    {
      what: `${QPS} QPS: never more than purchased in any second`,
      isGood: most <= QPS,
      found: `at most ${most}`,
    },
  ]
}

function countWithin(arrivals, from) {
  return arrivals.filter((at) => at >= from && at < from + 1000).length
}
