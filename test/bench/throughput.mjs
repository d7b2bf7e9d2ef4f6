/**
 * Times every contestant on one size, in turns: in each round each has one block of runs, so that
 * a busy neighbour on the machine hurts all of them.
 */
import { measure } from 'mitata/src/lib.mjs'
import { contestants } from './contestants.mjs'
import { makePhotos, planSize, SIZES } from './photos.mjs'
import { rotate } from './statistics.mjs'
import { mark } from './text.mjs'
import { vendors } from './vendors.mjs'
import { verify } from './verify.mjs'

/** How long an engine takes to find out what to compile. */
const WARM_UP_MS = 150

/**
 * Times contestants.
 *
 * @returns by name, for each round, to the finished body: the median milliseconds by the clock, and
 *   the CPU milliseconds, those of other threads included
 */
export async function timeAll(size, plan) {
  const { rounds, blockMs, names, isLarge } = planSize(size, plan)
  const photos = makePhotos(SIZES[size])
  const entries = []
  for (const contestant of [...contestants, ...vendors]) {
    if (names && !names.includes(contestant.name)) continue
    const { run, last } = await contestant.create(photos)
    await run()
    await verify(contestant, last(), photos)
    entries.push({ name: contestant.name, run, times: { toBody: [], cpu: [] } })
  }
  // A round before the first warms up; later, the engines have seen it all.
  for (let round = isLarge ? 0 : -1; round < rounds; round++) {
    for (const { run, times } of rotate(entries, round + 1)) {
      const block = await timeBlock(run, {
        blockMs: round < 0 ? WARM_UP_MS : blockMs,
        minSamples: isLarge ? 1 : 3,
      })
      if (round < 0) continue
      for (const key of Object.keys(times)) times[key].push(block[key])
    }
  }
  return Object.fromEntries(entries.map(({ name, times }) => [name, times]))
}

/** One block by mitata: garbage is collected before it, and it repeats until its time is up. */
async function timeBlock(run, { blockMs, minSamples }) {
  let runs = 0
  let cpu = 0
  const timed = async () => {
    const start = mark()
    const finished = (await run()) ?? mark()
    cpu += finished.cpuMs - start.cpuMs
    runs++
    return 1e6 * (finished.atMs - start.atMs)
  }
  const limits = { min_cpu_time: blockMs * 1e6, min_samples: minSamples }
  const { p50 } = await measure(timed, { manual: 'real', ...limits })
  return { toBody: p50 / 1e6, cpu: cpu / runs }
}
