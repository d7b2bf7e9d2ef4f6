/**
 * Types survive an import by URL. Deno takes declarations that it cannot find for `any` and says
 * nothing, so what counts is that a wrong use fails.
 *
 * @module
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DENO } from '../runtimes/binaries.ts'
import { serve } from '../runtimes/serve.ts'
import type { Site } from '../runtimes/serve.ts'
import { listSubpaths, readText, ROOT } from './project.ts'

const folder = mkdtempSync(join(tmpdir(), 'saf-edge-url-'))
const TYPES = { js: 'text/javascript', ts: 'application/typescript' } as const

let site: Site

beforeAll(async () => {
  site = await serve((path) => {
    const [, extension] = /^\/dist\/[\w/.-]+\.(js|ts)$/.exec(path) ?? []
    if (extension !== 'js' && extension !== 'ts') return undefined
    return { body: readText(path.slice(1)), type: TYPES[extension] }
  })
})

afterAll(() => {
  site.stop()
  rmSync(folder, { recursive: true, force: true })
})

it('types by URL: a right use of createSaf passes', async () => {
  const { status, said } = await check(`
    const saf = createSaf({ accessKeyId: 'id', accessKeySecret: 'secret', timeoutMs: 1000 })
    const passed: Promise<boolean> = saf
      .verifyFace({ refFaceContent: '', authFaceContent: new Uint8Array(), resourceCode: '00840000' })
      .then((verdict) => verdict.passed)
    console.log(passed)`)
  expect(said).not.toMatch(/^error|\[ERROR\]/m)
  expect(status).toBe(0)
}, 60_000)

it.each([
  ['an option', `createSaf({ accessKeyId: 'id', accessKeySecret: 'secret', timeoutMs: '1000' })`],
  ['an input', `createSaf().verifyFace({ refFaceContent: 7 }).then((verdict) => verdict.passed)`],
  ['a result', `const text: string = createSaf().verifyFace({} as never); console.log(text)`],
])(
  'types by URL: a wrong use of createSaf fails, in %s',
  async (_, code) => {
    const { status, said } = await check(code)
    expect(said).toContain('TS2322')
    expect(status).toBe(1)
  },
  60_000,
)

it('types by URL: no export of any bundle is any', async () => {
  const uses = listSubpaths().map(async ({ bundle, module }) => {
    const url = pathToFileURL(join(ROOT, module)).href
    const names = Object.keys((await import(/* @vite-ignore */ url)) as object)
    const lines = names.map(
      (name) => `// @ts-expect-error -- it is something
      export const ${name}: undefined = lib.${name}`,
    )
    return `import * as lib from '${site.origin}/${bundle}'\n${lines.join('\n')}`
  })
  const { status, said } = await check(...(await Promise.all(uses)))
  expect(said).not.toMatch(/^error|\[ERROR\]/m)
  expect(status).toBe(0)
}, 60_000)

/** Checks programs with Deno; what has no import of its own gets `createSaf`. */
async function check(...programs: string[]): Promise<{ status: number | null; said: string }> {
  const own = mkdtempSync(join(folder, 'check-'))
  const files = programs.map((program, at) => {
    const file = join(own, `${at}.ts`)
    const first = `import { createSaf } from '${site.origin}/dist/url/mod.js'\n`
    writeFileSync(file, program.startsWith('import') ? program : first + program)
    return file
  })
  const child = spawn(
    DENO,
    ['check', '--quiet', '--allow-import=127.0.0.1', '--no-lock', ...files],
    {
      cwd: own,
      env: {
        ...process.env,
        NO_COLOR: '1',
        DENO_NO_UPDATE_CHECK: '1',
        DENO_DIR: join(own, 'deno'),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const [said, [status]] = await Promise.all([text(child.stderr), once(child, 'close')])
  return { said, status: status as number | null } // why: the event's first argument
}
