import { build } from 'esbuild'
import type { Plugin } from 'esbuild'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { listSubpaths, readText, ROOT } from './project.ts'

/** Names of the host that a module must not even look at while it loads. */
const HOST_NAMES = `
  fetch Request Response Headers FormData Blob AbortController AbortSignal XMLHttpRequest WebSocket
  WebSocketPair caches crypto performance setTimeout clearTimeout setInterval setImmediate
  queueMicrotask structuredClone console process Buffer require Deno Bun EdgeRuntime window document
  navigator self location localStorage DOMParser
`
  .trim()
  .split(/\s+/)

/** Clock and randomness belong to the language: they are replaced inside the new realm. */
const STOP_THE_CLOCK = `{
  const stop = (name) => () => { throw new Error('touched ' + name + ' while loading') }
  Math.random = stop('Math.random')
  Date = new Proxy(Date, { construct: stop('Date'), apply: stop('Date'), get: stop('Date') })
}`

describe.each(listSubpaths())('import of $name', ({ bundle, module, source }) => {
  it('does nothing: the bundle loads where every host function throws', async () => {
    const names = await load(readText(bundle))
    expect(names.length).toBeGreaterThan(0)
  })

  it('does nothing: also with all of its unused code', async () => {
    const [file] =
      (await bundleSource(source, { treeShaking: false, ignoreAnnotations: true })) ?? []
    const names = await load(file?.text ?? '')
    expect(names.length).toBeGreaterThan(0)
  })

  it('does nothing: a bundler drops all of it when no name is used', async () => {
    const options = { stdin: { contents: `import './${module}'`, resolveDir: ROOT } }
    const [file] =
      (await bundleSource(undefined, { ...options, plugins: [ignoreSideEffectsFlag()] })) ?? []
    expect(file?.text).toBe('')
  })
})

it('the trap works: a module that reads the clock, the host or randomness does not load', async () => {
  for (const code of [
    'export const a = Date.now()',
    'export const a = new Date()',
    'export const a = Math.random()',
    'export const a = typeof document',
    'export const a = new AbortController()',
    'export const a = globalThis.fetch',
  ]) {
    await expect(load(code), code).rejects.toThrow('while loading')
  }
})

/** Runs a module in a realm of its own and returns the names it exports. */
async function load(module: string): Promise<string[]> {
  const result = await build({
    stdin: { contents: module, loader: 'js' },
    format: 'iife',
    globalName: 'loaded',
    write: false,
  })
  const context = createContext({ TextEncoder, TextDecoder, URL, URLSearchParams, btoa, atob })
  for (const name of HOST_NAMES) {
    Object.defineProperty(context, name, {
      get() {
        throw new Error(`touched ${name} while loading`)
      },
    })
  }
  runInContext(STOP_THE_CLOCK, context)
  runInContext(result.outputFiles[0]?.text ?? '', context)
  return runInContext('Object.keys(loaded)', context) as string[] // the realm's own array
}

async function bundleSource(
  source: string | undefined,
  options: Partial<Parameters<typeof build>[0]>,
): Promise<{ readonly text: string }[] | undefined> {
  const result = await build({
    ...(source === undefined ? {} : { entryPoints: [source] }),
    absWorkingDir: ROOT,
    bundle: true,
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    format: 'esm',
    platform: 'neutral',
    mainFields: ['browser', 'module', 'main'],
    write: false,
    ...options,
  })
  return result.outputFiles
}

/** package.json says `sideEffects: false`, so esbuild would not even look; here it must. */
function ignoreSideEffectsFlag(): Plugin {
  return {
    name: 'ignore-side-effects-flag',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^\./ }, async ({ path, resolveDir, kind, importer, pluginData }) => {
        if (pluginData === 'seen') return null
        const found = await resolve(path, { resolveDir, kind, importer, pluginData: 'seen' })
        return { path: found.path, sideEffects: true }
      })
      // What a package does when it loads is tested above; only our own code must vanish.
      onResolve({ filter: /^[^.]/ }, ({ path }) => ({ path, external: true, sideEffects: false }))
    },
  }
}
