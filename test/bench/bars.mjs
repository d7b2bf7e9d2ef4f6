/**
 * The bars: how fast is fast enough. Whether one is met is computed from what was measured, by the
 * median; where several sizes count, by the worst of them.
 *
 * From 1 MB on, CPU time counts, not the clock: on a busy machine the clock stretches long runs
 * more than short ones, which would flatter whoever is faster.
 */
import { SIZES } from './photos.mjs'
import { ratio } from './statistics.mjs'

const LARGE = ['1 MB', '4 MB', '8 MB']

/** Node, Deno and Bun, each by its first letters. */
const perHost = (node, deno, bun) => ({ node, deno, bun })

const BARS = [
  {
    key: 'popCore',
    what: 'from 1 MB on, photos as bytes to finished body: as fast as `JSON.stringify` + pop-core',
    isMore: true,
    must: perHost(3, 2, 2.5),
    aim: perHost(5, 3, 4),
    read: ({ throughput }) =>
      eachLarge(throughput, (entries) => ratio(entries['pop-core'].cpu, entries.verifyFace.cpu)),
    readClock: ({ throughput }) =>
      eachLarge(throughput, (entries) =>
        ratio(entries['pop-core'].toBody, entries.verifyFace.toBody),
      ),
  },
  {
    key: 'floor',
    what: 'from 1 MB on, photos as bytes to finished body: times what the floor takes',
    must: { workerd: 4 },
    aim: { workerd: 2.5 },
    read: ({ cpu }) => eachLarge(cpu, (entries) => ratio(entries.verifyFace, entries.floor)),
  },
  {
    key: 'cpuPerMb',
    what: 'CPU milliseconds per MB, warm isolate',
    unit: 'ms',
    must: { workerd: 2.6 },
    aim: { workerd: 1.6 },
    read: ({ cpu }) =>
      eachLarge(cpu, ({ verifyFace }, size) => ratio(verifyFace, [SIZES[size] / 1e6])),
  },
  {
    key: 'small',
    what: '300 B, sign and serialise with `./noble`, as fast as pop-core',
    isMore: true,
    must: perHost(2.5, 2.5, 2.5),
    aim: perHost(6, 6, 6),
    read: ({ throughput }) => {
      const entries = throughput?.['300 B']
      return entries && [ratio(entries['pop-core'].toBody, entries['signForm, noble'].toBody)]
    },
  },
  {
    key: 'memory',
    what: 'peak of extra memory at 8 MB of base64, Web Crypto, times the input',
    must: perHost(3.3, 3.3, 3.3),
    aim: perHost(2.2, 2.2, 2.2),
    read: ({ memory }) => memory && [ratio(memory.verifyFace, [SIZES['8 MB']])],
  },
  {
    key: 'cold',
    what: 'cold import and first signature, times what aws4fetch takes',
    must: perHost(0.3, 1, 1.3),
    aim: perHost(0.2, 0.7, 1),
    read: ({ cold }) => cold && [ratio(cold.signForm, cold.aws4fetch)],
  },
  {
    key: 'calls',
    what: 'calls per second to the emulator at 300 B, part of bare fetch',
    isMore: true,
    must: { ...perHost(0.95, 0.95, 0.95), workerd: 0.95 },
    aim: { ...perHost(0.98, 0.98, 0.98), workerd: 0.98 },
    read: ({ calls }) => {
      const rates = calls?.emulator['300 B']
      return rates && [ratio(rates.verifyFace, rates['bare fetch'])]
    },
  },
]

/**
 * Judges everything that was measured.
 *
 * @returns one row a bar and runtime
 */
export function judge(runtimes) {
  return BARS.flatMap((bar) =>
    Object.entries(runtimes).flatMap(([runtime, results]) => {
      const host = /^[a-z]+/.exec(runtime)[0]
      const found = bar.must[host] === undefined ? undefined : bar.read(results)
      if (!found?.length) return []
      const limits = { must: bar.must[host], aim: bar.aim[host] }
      const worst = (all) =>
        [...all].sort((a, b) => (bar.isMore ? 1 : -1) * (a.median - b.median))[0]
      const value = worst(found)
      const clock = bar.readClock && worst(bar.readClock(results))
      const reaches = (limit) => (bar.isMore ? value.median >= limit : value.median <= limit)
      const verdict = reaches(limits.aim) ? 'aim met' : reaches(limits.must) ? 'met' : 'missed'
      return [{ ...bar, runtime, value, clock, ...limits, verdict }]
    }),
  )
}

function eachLarge(bySize, read) {
  return LARGE.flatMap((size) => (bySize?.[size] ? [read(bySize[size], size)] : []))
}
