import { build } from 'esbuild'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, it } from 'vitest'
import { listSubpaths, ROOT } from './project.ts'

interface Bundle {
  /** Minified, `gzip -9`. */
  readonly gzipBytes: number
  readonly inputs: readonly string[]
}

/** What a user's bundle of `dist/` grows by, in bytes, at most: what was measured and 3 %. */
const BUDGETS: readonly (readonly [title: string, code: string, budgetBytes: number])[] = [
  ['signature', "export { signature } from './dist/sign/index.js'", 1134],
  ['createRpcClient', "export { createRpcClient } from './dist/index.js'", 10_850],
  ['createSaf', "export { createSaf } from './dist/index.js'", 13_000],
  ['kyFetch', "export { kyFetch } from './dist/ky/index.js'", 374],
  ['./acs3', "export * from './dist/sign/acs3.js'", 3059],
  ['./limiter', "export * from './dist/limiter/index.js'", 3163],
  ['./batch', "export * from './dist/batch/index.js'", 4760],
  ['./handler', "export * from './dist/handler/index.js'", 8430],
  ['./emulator', "export * from './dist/emulator/index.js'", 24_576],
]

/** Packages and parts that only these subpaths may pull in. */
const REACHABLE: readonly (readonly [part: string, subpaths: readonly string[]])[] = [
  ['node_modules/@noble/hashes/', ['./noble']],
  ['node_modules/@rgrove/parse-xml/', ['./xml']],
  ['src/credentials/', ['./credentials']],
  ['src/ky/', ['./ky']],
  ['src/limiter/', ['./limiter']],
  ['src/handler/', ['./handler']],
  ['src/batch/', ['./batch']],
  ['src/sign/acs3', ['./acs3', './emulator']],
  ['src/emulator/', ['./emulator']],
  ['src/saf/', ['.']],
  ['src/cli/', []],
]

const report: string[] = []

afterAll(() => {
  process.stdout.write(`\nsize, minified and gzipped\n${report.join('\n')}\n`)
})

it.each(BUDGETS)('size: %s stays in its budget', async (title, code, budgetBytes) => {
  const { gzipBytes } = await bundle(code)
  note(title, gzipBytes, budgetBytes)
  expect(gzipBytes).toBeLessThanOrEqual(budgetBytes)
})

it('size: ./noble adds no more than 2.6 kB to a client', async () => {
  const client = "export { createSaf } from './dist/index.js'"
  const alone = await bundle(client)
  const both = await bundle(`${client}\nexport { nobleHmacSha1 } from './dist/sign/noble.js'`)
  const addedBytes = both.gzipBytes - alone.gzipBytes
  note('./noble, added', addedBytes, 2600)
  expect(addedBytes).toBeLessThanOrEqual(2600)
})

it.each(REACHABLE)('size: %s is reachable from %j only', async (part, expected) => {
  const reaching: string[] = []
  for (const { name, source } of listSubpaths()) {
    const { inputs } = await bundle(`export * from './${source}'`)
    if (inputs.some((input) => input.startsWith(part))) reaching.push(name)
  }
  expect(reaching).toEqual(expected)
})

async function bundle(code: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: ROOT },
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    legalComments: 'none',
    format: 'esm',
    platform: 'neutral',
    mainFields: ['browser', 'module', 'main'],
    target: 'es2022',
    metafile: true,
    write: false,
  })
  const bytes = outputFiles[0]?.contents ?? new Uint8Array()
  return {
    gzipBytes: gzipSync(bytes, { level: 9 }).length,
    inputs: Object.keys(metafile.inputs),
  }
}

function note(title: string, bytes: number, budgetBytes: number): void {
  report.push(`  ${title.padEnd(16)} ${String(bytes).padStart(6)} B of ${budgetBytes} B`)
}
