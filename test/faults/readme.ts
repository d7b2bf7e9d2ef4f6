/**
 * Writes README.md around the table.
 *
 * @module
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HERE, ROOT } from '../runtimes/project.ts'
import { LONG_MS, SHORT_MS } from './cases.ts'
import { FOLDER } from './install.ts'
import { GRACE_MS } from './judge.ts'
import { differences } from './support.ts'

/** The package.json that pins each runtime. */
const PINS: readonly (readonly [folder: string, name: string, title: string])[] = [
  [HERE, 'node20', 'Node'],
  [HERE, 'node24', 'Node'],
  [ROOT, 'bun', 'Bun'],
  [ROOT, 'deno', 'Deno'],
  [FOLDER, 'deno296', 'Deno'],
  [ROOT, 'workerd', 'workerd'],
  [HERE, '@sparticuz/chromium', 'Chromium'],
]

/** Writes the text. */
export function writeReadme(table: string): string {
  const versions = PINS.map(([folder, name, title]) => `${title} ${readPin(folder, name)}`)
  const reasons = differences.map(({ runtimes, reason }) => {
    const names = runtimes.map((name) => `\`${name}\``)
    return `- ${names.join(', ')} ${reason}.`
  })
  return `# The fault matrix

\`node test/faults/run.mjs [runtime …]\` writes this file; a run of some runtimes only prints.

A raw TCP server does one thing wrong, before or after it read the request, on a connection that is
fresh or was used by an earlier call. The library, built from the sources, makes one call in each
runtime. A cell shows the outcome and the **deliveries**: how many times the server read the whole
request. The error is the row's, unless the cell names another; the first row is the proof that
nothing was sent, and is tried three times.

Checked in every cell: the error's class, code and outcome; as many deliveries as the cell shows,
all under one nonce; never \`not-executed\` after a delivery; no redirect followed; every answer
belongs to its call, and so does the next call's; and the call ends within its deadline (${SHORT_MS} ms
where the row is about a timeout, else ${LONG_MS} ms) and ${GRACE_MS} ms. Time is measured inside the
runtime, against a plain timer of the same length: what a busy machine adds to both does not count.

${table}

Tested on plain HTTP/1.1 on loopback, with ${versions.slice(0, 4).join(', ')},
${versions.slice(4).join(', ')}.

\`deno296\` is Deno 2.9.6. The \`-recipe\` columns send through a client that keeps no connection,
as [playground/deno.ts](../../playground/deno.ts) does, so their connections are always fresh. Up to
Deno 2.9.5 that does not help.

Where runtimes differ, and why:

${reasons.join('\n')}

A delivery more than the library asked for is the host's own: it carries the same nonce, and a
gateway that knows nonces runs it once. A failure after it is always \`unknown\`.
`
}

function readPin(folder: string, name: string): string {
  const text = readFileSync(join(folder, 'package.json'), 'utf8')
  // why: the files are ours and have it
  const { devDependencies } = JSON.parse(text) as { devDependencies: Record<string, string> }
  return (devDependencies[name] ?? '').replace(/.*@/, '')
}
