/** One line a row; the process fails when a row does. */
import process from 'node:process'

/** Runs a check and prints what became of it. */
export async function row(name, work) {
  const start = performance.now()
  try {
    const note = await work()
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(`ok    ${name}${note === undefined ? '' : `: ${note}`} (${seconds} s)`)
  } catch (error) {
    process.exitCode = 1
    console.log(`FAIL  ${name}\n${error.stack}`)
  }
}

/** Says that a check cannot run here; in CI that is a failure. */
export function cannot(name, why) {
  if (process.env.CI === 'true') process.exitCode = 1
  console.log(`${process.env.CI === 'true' ? 'FAIL ' : 'none '} ${name}: ${why}`)
}

/** Ends the process rather than the machine. */
export function guardMemory(megabytes) {
  setInterval(() => {
    if (process.memoryUsage.rss() < megabytes * 2 ** 20) return
    console.log(`FAIL  more than ${megabytes} MB of memory`)
    process.exit(1)
  }, 50).unref()
}
