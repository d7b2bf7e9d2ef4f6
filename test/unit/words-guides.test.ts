/**
 * The examples of the guides that want a runner or a runtime of their own: each runs where it says,
 * against the package as it is installed.
 *
 * @module
 */
import { build } from 'esbuild'
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testFaces } from '../../src/emulator/index.ts'
import { readText, ROOT } from '../package/project.ts'
import { BUN, DENO } from '../runtimes/binaries.ts'
import { collectMarkdown } from './examples/collect.ts'

/** Where an example is written, and what runs it there. */
interface Runner {
  readonly file: string
  readonly program: string
  readonly args: readonly string[]
}

const RUN_DENO = ['--no-lock', '--cached-only', '--node-modules-dir=manual']

const RUNNERS: Readonly<Record<string, Runner>> = {
  'ts vitest': {
    file: 'vitest.test.ts',
    program: process.execPath,
    args: [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--root=.'],
  },
  'ts bun': { file: 'bun.test.ts', program: BUN, args: ['test'] },
  'ts deno': { file: 'deno.test.ts', program: DENO, args: ['test', ...RUN_DENO] },
  'ts deno-recipe': {
    file: 'recipe.ts',
    program: DENO,
    args: ['run', '--check', '-E', ...RUN_DENO],
  },
}

const KEY = { ALIBABA_CLOUD_ACCESS_KEY_ID: 'id', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'secret' }

const examples = collectMarkdown('playground/GUIDES.md', readText('playground/GUIDES.md'))
const tagged = examples.filter(({ language }) => /^ts ./.test(language))
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'saf-edge-guides-')))

beforeAll(() => {
  const dependencies = { 'saf-edge': '*' }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', dependencies }))
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(ROOT, join(folder, 'node_modules/saf-edge'), 'junction')
  symlinkSync(join(ROOT, 'node_modules/vitest'), join(folder, 'node_modules/vitest'), 'junction')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('guides: every example that is not plain ts has a runner here', () => {
  const known = [...Object.keys(RUNNERS), 'ts playwright']
  expect(tagged.map(({ language }) => language).sort()).toEqual(known.sort())
})

it.each(Object.entries(RUNNERS))('guides: %s', async (language, { file, program, args }) => {
  writeFileSync(join(folder, file), readCode(language))
  const { failed, said } = await run(program, [...args, file])
  expect(said).not.toMatch(/no tests?|0 passed/i)
  expect({ failed, said: failed ? said : '' }).toEqual({ failed: false, said: '' })
})

it('guides: the Playwright route answers a page with the verdict of the test', async () => {
  const { routeVerify } = await loadPlaywright()
  const page = createPage()
  const { log, script } = await routeVerify(page, 'https://shop.example')
  expect(await page.post()).toMatchObject({ status: 200, body: { passed: true } })
  script('cut-body')
  expect(await page.post()).toMatchObject({ status: 504, body: { code: 'outcome-unknown' } })
  expect(log).toHaveLength(2)
})

type Routed = (
  page: unknown,
  origin: string,
) => Promise<{ log: []; script: (fault: string) => void }>

/** Its only import of Playwright is a type. */
async function loadPlaywright(): Promise<{ readonly routeVerify: Routed }> {
  const outfile = join(folder, 'playwright.mjs')
  const stdin = { contents: readCode('ts playwright'), loader: 'ts', resolveDir: folder } as const
  await build({ stdin, bundle: true, format: 'esm', platform: 'node', outfile, logLevel: 'silent' })
  return (await import(pathToFileURL(outfile).href)) as { routeVerify: Routed } // why: it exports this
}

/** What the example uses of Playwright's Page, and `post` in place of a visitor. */
function createPage() {
  const encode = (photo: Uint8Array): string => Buffer.from(photo).toString('base64')
  const { idPhoto, match } = testFaces
  const photos = { refFaceContent: encode(idPhoto), authFaceContent: encode(match) }
  const body = Buffer.from(JSON.stringify({ ...photos, resourceCode: '00840000' }))
  let answerRoute: (route: object) => Promise<void>
  return {
    route: async (_glob: string, listener: typeof answerRoute) => void (answerRoute = listener),
    async post(): Promise<object> {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
      let answer = {}
      await answerRoute({
        request: () => ({
          url: () => 'https://shop.example/verify',
          method: () => 'POST',
          allHeaders: async () => ({ ...headers, origin: 'https://shop.example' }),
          postDataBuffer: () => body,
        }),
        fulfill: async (given: { status: number; body: string }) => {
          answer = { status: given.status, body: JSON.parse(given.body) }
        },
      })
      return answer
    },
  }
}

function readCode(language: string): string {
  return tagged.find((example) => example.language === language)?.code ?? ''
}

function run(program: string, args: readonly string[]): Promise<{ failed: boolean; said: string }> {
  const env = { ...process.env, ...KEY, NO_COLOR: '1', VITEST: '', DENO_NO_UPDATE_CHECK: '1' }
  return new Promise((resolve) => {
    execFile(program, args, { cwd: folder, env }, (error, stdout, stderr) => {
      resolve({ failed: error !== null, said: `${stdout}${stderr}` })
    })
  })
}
