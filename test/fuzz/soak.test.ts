import { it } from 'vitest'
import { readSeed } from '../reference/seed.ts'
import { CALLS, judgeSoak } from './soak-report.ts'
import { soak } from './soak.ts'

const seed = readSeed()

it(`soak: ${CALLS} calls, a tenth with faults, leave nothing and run once, seed ${seed}`, async () => {
  judgeSoak(await soak({ calls: CALLS, seed }))
}, 600_000)
