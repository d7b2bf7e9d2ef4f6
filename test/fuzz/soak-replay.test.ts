import { it } from 'vitest'
import { readSeed } from '../reference/seed.ts'
import { CALLS, judgeSoak } from './soak-report.ts'
import { soak } from './soak.ts'

const seed = readSeed() + 1000

it(`soak: ${CALLS} calls that are replayed after faults run once, seed ${seed}`, async () => {
  const retry = { ambiguous: 'replay', attemptTimeoutMs: 80 } as const
  judgeSoak(await soak({ calls: CALLS, seed, retry }))
}, 600_000)
