/** The program that Node, Deno and Bun run: `host.mjs <order as JSON>`; prints JSON. */
import { callsPerSecond } from './calls.mjs'
import { timeAll } from './throughput.mjs'

const { throughput, calls, origin } = JSON.parse(process.argv[2])
const result = {}
if (throughput) result.throughput = await eachSize(throughput, timeAll)
if (calls) result.calls = await eachSize({ ...calls, origin }, callsPerSecond)
console.log(JSON.stringify(result))
process.exit()

async function eachSize(plan, measure) {
  const results = {}
  for (const size of plan.sizes) results[size] = await measure(size, plan)
  return results
}
