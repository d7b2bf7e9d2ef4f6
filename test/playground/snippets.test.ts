import { build, transform } from 'esbuild'
import { expect, it, vi } from 'vitest'
import { TARGETS, writeSnippet } from '../../playground/page/code/snippets.ts'
import type { Target } from '../../playground/page/code/snippets.ts'
import { createEmulator, testFaces } from '../../src/emulator/index.ts'
import { listSubpaths, ROOT } from '../package/project.ts'

const choice = { resourceCode: '00840000', region: 'ap-southeast-1', handlerUrl: '' }

const scripts = TARGETS.filter((target) => target !== 'curl')
const both = scripts.flatMap((target) => {
  return ['JSON', 'XML'].map((format) => [target, format] as const)
})

it.each(both)(
  'snippets: %s in %s can be parsed, and imports what is exported',
  async (target, format) => {
    const text = writeSnippet(target, { ...choice, format })
    await transform(text, { loader: 'ts' })
    const subpaths = listSubpaths().map(({ name }) => name.replace(/^\./, 'saf-edge'))
    const imported = [...text.matchAll(/from '(saf-edge[^']*)'/g)].map(([, name]) => name)
    expect(imported.filter((name) => !subpaths.includes(name ?? ''))).toEqual([])
    expect(text.split('\n').length).toBeLessThan(30)
  },
)

it('snippets: curl sends to the handler that was named', () => {
  const text = writeSnippet('curl', {
    ...choice,
    format: 'JSON',
    handlerUrl: 'https://my.example/v',
  })
  expect(text).toMatch(/^curl 'https:\/\/my\.example\/v' /)
})

it.each(scripts)('snippets: what was typed stays inside its quotes in %s', async (target) => {
  const typed = { resourceCode: "1'2\\", handlerUrl: "https://a.example/o'x\\ y" }
  const text = writeSnippet(target, { ...choice, ...typed, format: 'JSON' })
  await transform(text, { loader: 'ts' })
  expect(text).not.toMatch(/o'x|1'2/)
})

it('snippets: an address cannot end the argument of curl', () => {
  const handlerUrl = "https://a.example/'; echo paid; '"
  const text = writeSnippet('curl', { ...choice, handlerUrl, format: 'JSON' })
  expect(text.split('\n')[0]).toBe("curl 'https://a.example/%27;%20echo%20paid;%20%27' \\")
})

it('snippets: the page takes a key for each verification', () => {
  const text = writeSnippet('page', { ...choice, format: 'JSON' })
  expect(text).not.toMatch(/^const key/m)
  expect(text).toMatch(/verify\(idPhoto, selfie, key\)/)
})

it.each(['JSON', 'XML'])('snippets: the Worker verifies, in %s', async (format) => {
  const worker = await load<{ fetch: (request: Request, env: object) => Promise<Response> }>(
    'worker',
    format,
  )
  const body = new FormData()
  body.set('id', new Blob([testFaces.idPhoto]))
  body.set('selfie', new Blob([testFaces.match]))
  const emulator = createEmulator()
  vi.stubGlobal('fetch', emulator.fetch)
  try {
    const request = new Request('https://worker.example/', { method: 'POST', body })
    const env = { KEY_ID: 'testid', KEY_SECRET: 'testsecret' }
    expect(await (await worker.fetch(request, env)).json()).toEqual({ passed: true })
    expect(emulator.log[0]?.format).toBe(format)
  } finally {
    vi.unstubAllGlobals()
  }
})

it('snippets: the Hono app verifies', async () => {
  const app = await load<{
    request: (path: string, init: RequestInit, env: object) => Promise<Response>
  }>('hono', 'JSON')
  const body = new FormData()
  body.set('refFaceContent', new Blob([testFaces.idPhoto]), 'id.jpg')
  body.set('authFaceContent', new Blob([testFaces.spoof]), 'selfie.jpg')
  body.set('resourceCode', '00840000')
  vi.stubGlobal('readUser', () => 'somebody')
  vi.stubGlobal('fetch', createEmulator().fetch)
  try {
    const headers = { 'idempotency-key': 'one', origin: 'https://shop.example' }
    const env = { KEY_ID: 'testid', KEY_SECRET: 'testsecret' }
    const response = await app.request('/verify', { method: 'POST', headers, body }, env)
    expect(await response.json()).toMatchObject({ passed: false, decision: 'attack' })
  } finally {
    vi.unstubAllGlobals()
  }
})

/** Runs a snippet with the sources in the place of the package. */
async function load<T>(target: Target, format: string): Promise<T> {
  const sources = listSubpaths().map(({ name, source }) => {
    return [name.replace(/^\./, 'saf-edge'), `${ROOT}/${source}`] as const
  })
  const { outputFiles } = await build({
    stdin: { contents: writeSnippet(target, { ...choice, format }), resolveDir: ROOT },
    alias: Object.fromEntries(sources.sort(([a], [b]) => b.length - a.length)),
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import'],
  })
  const text = outputFiles[0]?.text ?? ''
  const module: { default: T } = await import(`data:text/javascript,${encodeURIComponent(text)}`)
  return module.default
}
