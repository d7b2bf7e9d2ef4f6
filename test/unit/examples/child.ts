/**
 * Runs examples one after the other in a process of their own and reports to its parent: what was
 * printed, what was thrown, who came to the end. Its arguments are the examples' slugs.
 *
 * @module
 */
import process from 'node:process'
import { format } from 'node:util'

/** What the parent is told. */
export type ChildMessage =
  | {
      readonly slug: string
      readonly kind: 'printed'
      readonly line: number
      readonly text: string
    }
  | { readonly slug: string; readonly kind: 'failed'; readonly text: string }
  | { readonly slug: string; readonly kind: 'finished' }

/** How long one example may take, in milliseconds. */
const LIMIT_MS = 3000

let current = ''

Object.assign(globalThis, {
  fetch: () => Promise.reject(new Error('an example may not use the network')),
  reportPrinted(slug: string, line: number, ...args: readonly unknown[]) {
    report({ slug, kind: 'printed', line, text: format(...args) })
  },
})
process.on('uncaughtException', reportFailure)

for (const slug of process.argv.slice(2)) {
  current = slug
  try {
    await runToEnd(slug)
    report({ slug, kind: 'finished' })
  } catch (error) {
    reportFailure(error)
  }
  // A rejection that nobody waits for shows itself now, while it is clear whose it is.
  await new Promise(setImmediate)
}

/** An example that waits for ever fails alone: those behind it still run. */
async function runToEnd(slug: string): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`still waiting after ${LIMIT_MS} ms`)), LIMIT_MS)
  })
  const module = import(new URL(`./${slug}.js`, import.meta.url).href)
  await Promise.race([module, limit]).finally(() => clearTimeout(timer))
}

function reportFailure(error: unknown): void {
  report({ slug: current, kind: 'failed', text: format(error) })
}

function report(message: ChildMessage): void {
  process.send?.(message)
}
