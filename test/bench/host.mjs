/** The program that Node, Deno and Bun run: `host.mjs <order as JSON>`; prints JSON. */
import { callsPerSecond } from './calls.mjs'
import { timeAll } from './throughput.mjs'

const { throughput, calls, servers } = JSON.parse(process.argv[2])
const result = {}
if (throughput) result.throughput = await eachSize(throughput, timeAll)
if (calls) result.calls = {}
for (const [kind, origin] of calls ? Object.entries(servers) : []) {
  result.calls[kind] = await eachSize({ ...calls, origin }, callsPerSecond)
}
console.log(JSON.stringify(result))
process.exit()

async function eachSize(plan, measure) {
  const results = {}
  for (const size of plan.sizes) results[size] = await measure(size, plan)
  return results
}
